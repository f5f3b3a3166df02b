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
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.model.Contact;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.test.AutoConfigureBiginSimulator;
import io.github.biginspring.test.assertj.SimulatedRecords;

import static io.github.biginspring.test.assertj.BiginSimulatorAssertions.assertThat;
import static io.github.biginspring.test.assertj.ExpectedRequest.create;
import static io.github.biginspring.test.assertj.ExpectedRequest.delete;

/**
 * Runs what the documentation of tests says on assertions.
 */
@SpringBootTest
@AutoConfigureBiginSimulator
class AssertionExamplesTests {

	@Autowired
	BiginSimulator simulator;

	@Autowired
	BiginTemplate bigin;

	@Test
	void typedRecordsAndAssertions() {
		Contact watson = new Contact();
		watson.setLastName("Watson");
		String id = SimulatedRecords.of(simulator).add(watson);
		StepVerifier.create(bigin.delete(Contact.class, id)).expectNextCount(1).verifyComplete();
		assertThat(simulator).received(delete(Contact.class).withId(id)).once();
		assertThat(simulator).receivedNo(create(Contact.class));
		assertThat(simulator).records(Contact.class).extracting(Contact::getId).doesNotContain(id);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
