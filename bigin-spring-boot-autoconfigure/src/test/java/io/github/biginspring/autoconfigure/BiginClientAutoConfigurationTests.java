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

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.BiginTemplate;
import io.github.biginspring.blocking.BiginClient;
import io.github.biginspring.connection.ApiKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

/**
 * The bean of the {@link BiginClient}.
 */
class BiginClientAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(BiginAutoConfiguration.class))
		.withPropertyValues("maton.api-key=key");

	@Test
	void isMadeFromTheTemplate() {
		this.runner.run((context) -> {
			assertThat(context).hasSingleBean(BiginClient.class).hasBean("biginClient");
			assertThat(context.getBean(BiginClient.class).reactive()).isSameAs(context.getBean(BiginTemplate.class));
		});
	}

	@Test
	void isMadeFromTheDefaultOneOfSeveral() {
		this.runner.withUserConfiguration(Derived.class)
			.run((context) -> assertThat(context.getBean(BiginClient.class).reactive())
				.isSameAs(context.getBean("biginTemplate")));
	}

	@Test
	void isMadeFromTheOperationsOfTheApplicationWithoutACall() {
		BiginOperations own = mock(BiginOperations.class);
		this.runner.withBean(BiginOperations.class, () -> own).run((context) -> {
			assertThat(context.getBean(BiginClient.class).reactive()).isSameAs(own);
			verifyNoInteractions(own);
		});
	}

	@Test
	void isNotMadeWhereNobodyKnowsFromWhich() {
		this.runner.withUserConfiguration(Ambiguous.class)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(BiginClient.class));
	}

	@Test
	void leavesItToTheApplicationWhichHasOneOfItsOwn() {
		BiginClient own = mock(BiginClient.class);
		this.runner.withBean("own", BiginClient.class, () -> own)
			.run((context) -> assertThat(context).getBean(BiginClient.class).isSameAs(own));
	}

	@Test
	void standsBesideOneThatIsNoDefaultCandidate() {
		this.runner.withUserConfiguration(Archive.class).run((context) -> {
			assertThat(context).hasBean("biginClient").hasBean("archive");
			assertThat(context.getBean(BiginClient.class)).isSameAs(context.getBean("biginClient"));
		});
	}

	@Configuration(proxyBeanMethods = false)
	static class Archive {

		@Bean(defaultCandidate = false)
		BiginClient archive(BiginTemplate bigin) {
			return BiginClient.of(bigin.withConnection("p1"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Derived {

		@Bean
		BiginOperations paris(BiginTemplate bigin) {
			return bigin.withConnection("p1");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Ambiguous {

		@Bean
		BiginTemplate paris() {
			return BiginTemplate.builder(ApiKey.of("one")).build();
		}

		@Bean
		BiginTemplate tokyo() {
			return BiginTemplate.builder(ApiKey.of("two")).build();
		}

	}

}
