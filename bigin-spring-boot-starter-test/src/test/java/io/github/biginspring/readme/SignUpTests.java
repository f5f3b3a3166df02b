/*
 * Copyright 2026 the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.biginspring.readme;

import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.model.Contact;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.fault.Fault;
import io.github.biginspring.test.AutoConfigureBiginSimulator;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@AutoConfigureBiginSimulator
class SignUpTests {

	@Autowired
	BiginSimulator simulator;

	@Autowired
	BiginTemplate bigin;

	@Test
	void survivesRateLimit() {
		Contact contact = new Contact();
		contact.setLastName("Watson");
		simulator.faults().on("POST /Contacts").next(2, Fault.rateLimited());
		StepVerifier.create(bigin.create(contact)).expectNextCount(1).verifyComplete();
		assertThat(simulator.requests().count("POST /Contacts")).isEqualTo(3);
	}

}
