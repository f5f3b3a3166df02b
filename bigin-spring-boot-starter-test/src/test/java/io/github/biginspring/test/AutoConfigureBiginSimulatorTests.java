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

package io.github.biginspring.test;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.TestContextManager;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.model.Contact;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.fault.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AutoConfigureBiginSimulator}.
 */
@SpringBootTest(classes = AutoConfigureBiginSimulatorTests.Application.class)
@AutoConfigureBiginSimulator
class AutoConfigureBiginSimulatorTests {

	@Autowired
	private BiginSimulator simulator;

	@Autowired
	private BiginTemplate bigin;

	@BeforeEach
	void addContact() {
		this.simulator.organization().records("Contacts").add(Map.of("Last_Name", "Moriarty"));
	}

	@RepeatedTest(2)
	void resetsTheSimulatorBeforeEachTest() {
		assertThat(this.simulator.requests().count()).isZero();
		assertThat(this.bigin.query(Contact.class).all().count().block()).isEqualTo(31);
		this.simulator.faults().always(Fault.status(503));
	}

	@Nested
	class InNestedClasses {

		@RepeatedTest(2)
		void resetsTheSimulatorBeforeEachTest() {
			assertThat(AutoConfigureBiginSimulatorTests.this.simulator.organization().records("Contacts").count())
				.isEqualTo(31);
		}

	}

	@Test
	void letsTestClassesShareAContext() throws Exception {
		assertThat(contextOf(First.class)).isSameAs(contextOf(Second.class));
	}

	@Test
	void leavesTestsWithoutTheAnnotationAlone() throws Exception {
		assertThat(contextOf(Without.class).getBeanNamesForType(BiginSimulator.class)).isEmpty();
	}

	private static ApplicationContext contextOf(Class<?> testClass) throws Exception {
		TestContextManager manager = new TestContextManager(testClass);
		Object instance = testClass.getDeclaredConstructor().newInstance();
		manager.prepareTestInstance(instance);
		manager.beforeTestMethod(instance, Object.class.getMethod("toString"));
		return manager.getTestContext().getApplicationContext();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	@SpringBootTest(classes = Application.class)
	@AutoConfigureBiginSimulator
	static class First {

	}

	@SpringBootTest(classes = Application.class)
	@AutoConfigureBiginSimulator
	static class Second {

	}

	@SpringBootTest(classes = Application.class, properties = "maton.api-key=test-key")
	static class Without {

	}

}
