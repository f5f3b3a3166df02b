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

import java.net.ConnectException;
import java.net.URI;
import java.util.Map;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.context.TestPropertySource;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.model.Contact;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.fault.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link AutoConfigureBiginSimulator} where a JVM has several contexts, at once
 * or one after the other.
 */
@SpringBootTest(classes = SeveralContextsTests.Application.class)
@AutoConfigureBiginSimulator
class SeveralContextsTests {

	@Test
	void eachHasASimulatorOfItsOwn() throws Exception {
		TestContextManager here = manager(Here.class);
		TestContextManager there = manager(There.class);
		before(here);
		before(there);
		simulator(here).organization().records("Contacts").add(Map.of("Last_Name", "Moriarty"));
		simulator(here).faults().on("POST /Contacts").always(Fault.status(503));
		assertThat(count(here)).isEqualTo(31);
		assertThat(count(there)).isEqualTo(30);
		before(there);
		assertThat(count(here)).isEqualTo(31);
		assertThat(simulator(here).requests().count()).isEqualTo(2);
		assertThat(simulator(there).requests().count()).isZero();
	}

	@Test
	void anotherContextAfterADirtyOneHasAnotherSimulator() throws Exception {
		TestContextManager manager = manager(Dirty.class);
		before(manager);
		ConfigurableApplicationContext first = context(manager);
		String url = simulator(manager).url();
		assertThat(count(manager)).isEqualTo(30);
		manager.afterTestMethod(manager.getTestContext().getTestInstance(), Object.class.getMethod("toString"), null);
		manager.afterTestClass();
		assertThat(first.isActive()).isFalse();
		assertThatExceptionOfType(ConnectException.class)
			.isThrownBy(() -> URI.create(url).toURL().openConnection().getInputStream());
		TestContextManager next = manager(Dirty.class);
		before(next);
		assertThat(context(next)).isNotSameAs(first);
		assertThat(count(next)).isEqualTo(30);
		assertThat(simulator(next).requests().count()).isEqualTo(1);
		next.afterTestClass();
	}

	@Nested
	@TestPropertySource(properties = "bigin.page-size=10")
	class WithAContextOfItsOwn {

		@RepeatedTest(2)
		void inheritsASimulatorAndItsReset(@Autowired BiginSimulator simulator, @Autowired BiginTemplate bigin) {
			assertThat(simulator.requests().count()).isZero();
			assertThat(bigin.query(Contact.class).all().count().block()).isEqualTo(30);
			assertThat(simulator.requests().count()).isGreaterThan(1);
			simulator.organization().records("Contacts").deleteAll();
		}

	}

	private static TestContextManager manager(Class<?> testClass) throws Exception {
		TestContextManager manager = new TestContextManager(testClass);
		manager.beforeTestClass();
		manager.prepareTestInstance(testClass.getDeclaredConstructor().newInstance());
		return manager;
	}

	private static void before(TestContextManager manager) throws Exception {
		manager.beforeTestMethod(manager.getTestContext().getTestInstance(), Object.class.getMethod("toString"));
	}

	private static ConfigurableApplicationContext context(TestContextManager manager) {
		return (ConfigurableApplicationContext) manager.getTestContext().getApplicationContext();
	}

	private static BiginSimulator simulator(TestContextManager manager) {
		return context(manager).getBean(BiginSimulator.class);
	}

	private static Long count(TestContextManager manager) {
		return context(manager).getBean(BiginTemplate.class).query(Contact.class).all().count().block();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	@SpringBootTest(classes = Application.class, properties = "bigin.page-size=200")
	@AutoConfigureBiginSimulator
	static class Here {

	}

	@SpringBootTest(classes = Application.class, properties = "bigin.page-size=100")
	@AutoConfigureBiginSimulator
	static class There {

	}

	@SpringBootTest(classes = Application.class, properties = "bigin.page-size=50")
	@AutoConfigureBiginSimulator
	@DirtiesContext
	static class Dirty {

	}

}
