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

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

import io.github.biginspring.blocking.BiginClient;
import io.github.biginspring.model.Contact;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.test.BiginTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BiginTest}.
 */
@BiginTest(includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Customers.class),
		properties = "some.property=set")
class BiginTestTests {

	@Autowired
	private Customers customers;

	@Autowired
	private BiginSimulator simulator;

	@Autowired
	private ApplicationContext context;

	@Test
	void hasTheClientForThreadsThatWait(@Autowired BiginClient client) {
		assertThat(client.query(Contact.class).count()).isEqualTo(30);
	}

	@Test
	void hasTheClientASimulatorAndWhatIsIncluded() {
		assertThat(this.customers.count().block()).isEqualTo(30);
		assertThat(this.simulator.requests().count()).isPositive();
		assertThat(this.context.getBeanNamesForType(Orders.class)).isEmpty();
		assertThat(this.context.getEnvironment().getProperty("some.property")).isEqualTo("set");
	}

}
