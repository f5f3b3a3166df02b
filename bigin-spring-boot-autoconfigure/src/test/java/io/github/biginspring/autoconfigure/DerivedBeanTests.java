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
package io.github.biginspring.autoconfigure;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.BiginTemplate;
import io.github.biginspring.blocking.BiginClient;
import io.github.biginspring.connection.ApiKey;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an application makes from our beans stands beside them, however it gets hold of
 * them.
 */
class DerivedBeanTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(BiginAutoConfiguration.class))
		.withPropertyValues("maton.api-key=key");

	@ParameterizedTest
	@ValueSource(classes = { ByParameter.class, ByInterface.class, ByQualifier.class, ByProvider.class,
			ByOptional.class, ByClient.class, ByConstructor.class, ByField.class, BySetter.class, ByFactoryBean.class,
			ByStaticMethod.class, Paris.class, ClientByClient.class, ClientByTemplate.class })
	void standsBesideOurs(Class<?> configuration) {
		this.runner.withUserConfiguration(configuration).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBean(BiginOperations.class)).isSameAs(context.getBean("biginTemplate"));
			assertThat(context.getBean(BiginTemplate.class)).isSameAs(context.getBean("biginTemplate"));
			assertThat(context.getBean(BiginClient.class)).isSameAs(context.getBean("biginClient"));
			assertThat(context.getBean(BiginClient.class).reactive().connectionId()).isNull();
		});
	}

	@Test
	void isTakenForOursWhereItIsPrimary() {
		this.runner.withUserConfiguration(PrimaryOperations.class).run((context) -> {
			assertThat(context).hasNotFailed().hasBean("biginTemplate");
			assertThat(context.getBean(BiginOperations.class)).isSameAs(context.getBean("paris"));
			assertThat(context.getBean(BiginClient.class).reactive()).isSameAs(context.getBean("paris"));
		});
	}

	@Test
	void isTakenForOurClientWhereItIsPrimary() {
		this.runner.withUserConfiguration(PrimaryClient.class).run((context) -> {
			assertThat(context).hasNotFailed().hasBean("biginClient");
			assertThat(context.getBean(BiginClient.class)).isSameAs(context.getBean("paris"));
			assertThat(context.getBean(BiginOperations.class)).isSameAs(context.getBean("biginTemplate"));
		});
	}

	@Test
	void standsBesideThatOfTheApplicationWhichItIsMadeFrom() {
		this.runner.withUserConfiguration(OwnAndDerived.class)
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean("biginTemplate")
				.hasBean("own")
				.hasBean("paris"));
	}

	@Configuration(proxyBeanMethods = false)
	static class ByParameter {

		@Bean
		BiginOperations paris(BiginTemplate bigin) {
			return bigin.withConnection("p1");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ByInterface {

		@Bean
		BiginOperations paris(BiginOperations bigin) {
			return bigin.withConnection("p1");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ByQualifier {

		@Bean
		BiginOperations paris(@Qualifier("biginTemplate") BiginOperations bigin) {
			return bigin.withConnection("p1");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ByProvider {

		@Bean
		BiginOperations paris(ObjectProvider<BiginTemplate> bigin) {
			return bigin.getObject().withConnection("p1");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ByOptional {

		@Bean
		BiginOperations paris(Optional<BiginTemplate> bigin) {
			return bigin.orElseThrow().withConnection("p1");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ByClient {

		@Bean
		BiginOperations paris(BiginClient bigin) {
			return bigin.reactive().withConnection("p1");
		}

	}

	@Configuration
	static class ByConstructor {

		private final BiginTemplate bigin;

		ByConstructor(BiginTemplate bigin) {
			this.bigin = bigin;
		}

		@Bean
		BiginOperations paris() {
			return this.bigin.withConnection("p1");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ByField {

		@Autowired
		BiginTemplate bigin;

		@Bean
		BiginOperations paris() {
			return this.bigin.withConnection("p1");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class BySetter {

		private BiginTemplate bigin;

		@Autowired
		void setBigin(BiginTemplate bigin) {
			this.bigin = bigin;
		}

		@Bean
		BiginOperations paris() {
			return this.bigin.withConnection("p1");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ByFactoryBean {

		@Bean
		Paris paris(BiginTemplate bigin) {
			return new Paris(bigin);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ByStaticMethod {

		@Bean
		static BiginOperations paris(BiginTemplate bigin) {
			return bigin.withConnection("p1");
		}

	}

	// as a component is, by its constructor
	static class Paris implements FactoryBean<BiginOperations> {

		private final BiginTemplate bigin;

		Paris(BiginTemplate bigin) {
			this.bigin = bigin;
		}

		@Override
		public BiginOperations getObject() {
			return this.bigin.withConnection("p1");
		}

		@Override
		public Class<?> getObjectType() {
			return BiginOperations.class;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ClientByClient {

		@Bean
		BiginClient paris(BiginClient bigin) {
			return bigin.withConnection("p1");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ClientByTemplate {

		@Bean
		BiginClient paris(BiginTemplate bigin) {
			return BiginClient.of(bigin.withConnection("p1"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PrimaryOperations {

		@Bean
		@Primary
		BiginOperations paris(@Qualifier("biginTemplate") BiginOperations bigin) {
			return bigin.withConnection("p1");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PrimaryClient {

		@Bean
		@Primary
		BiginClient paris(BiginTemplate bigin) {
			return BiginClient.of(bigin.withConnection("p1"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnAndDerived {

		@Bean
		BiginOperations own() {
			return BiginTemplate.builder(ApiKey.of("own")).build();
		}

		@Bean
		BiginOperations paris(@Qualifier("own") BiginOperations own) {
			return own.withConnection("p1");
		}

	}

}
