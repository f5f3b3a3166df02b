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

package io.github.biginspring.test.slice;

import org.junit.jupiter.api.RepeatedTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.test.AutoConfigureBiginSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AutoConfigureBiginSimulator} in the slice of Spring MVC.
 */
@WebMvcTest(BlockingCustomerController.class)
@AutoConfigureBiginSimulator
class SimulatorInWebMvcSliceTests {

	@RepeatedTest(2)
	void bringsTheClientAlong(@Autowired MockMvcTester web, @Autowired BiginSimulator simulator,
			@Autowired ApplicationContext context) {
		assertThat(simulator.requests().count()).isZero();
		assertThat(web.get().uri("/customers/size")).hasStatusOk().hasBodyTextEqualTo("30");
		assertThat(simulator.requests().count()).isPositive();
		assertThat(context.getBeanNamesForType(Customers.class)).isEmpty();
	}

}
