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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.retry.RetryListener;
import org.springframework.retry.RetryPolicy;
import org.springframework.retry.backoff.BackOffPolicy;
import org.springframework.retry.backoff.ExponentialRandomBackOffPolicy;
import org.springframework.retry.policy.AlwaysRetryPolicy;
import org.springframework.retry.policy.NeverRetryPolicy;
import org.springframework.retry.policy.SimpleRetryPolicy;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.BiginTemplate;
import io.github.biginspring.BiginTemplateCustomizer;
import io.github.biginspring.retry.BiginRetryListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

/**
 * Tests for {@link BiginAutoConfiguration}: which beans there are, and when they give
 * way.
 */
class BiginAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(BiginAutoConfiguration.class, HttpClientAutoConfiguration.class,
				ReactiveHttpClientAutoConfiguration.class, WebClientAutoConfiguration.class))
		.withPropertyValues("maton.api-key=test-key");

	@Test
	void providesTemplateWithApiKeyAlone() {
		this.runner.run((context) -> {
			assertThat(context).hasSingleBean(BiginTemplate.class).hasSingleBean(BiginOperations.class);
			MatonConnectionDetails details = context.getBean(MatonConnectionDetails.class);
			assertThat(details.getApiKey()).isEqualTo("test-key");
			assertThat(details.getGatewayUrl()).hasToString("https://gateway.maton.ai");
			assertThat(details.getControlUrl()).hasToString("https://ctrl.maton.ai");
			assertThat(details.getConnectionId()).isNull();
		});
	}

	@Test
	void oneUrlServesBothUnlessOneIsNamed() {
		this.runner.withPropertyValues("maton.url=https://api.maton.ai").run((context) -> {
			MatonConnectionDetails details = context.getBean(MatonConnectionDetails.class);
			assertThat(details.getGatewayUrl()).hasToString("https://api.maton.ai");
			assertThat(details.getControlUrl()).hasToString("https://api.maton.ai");
		});
		this.runner.withPropertyValues("maton.url=https://api.maton.ai", "maton.control-url=https://ctrl.example.com")
			.run((context) -> {
				MatonConnectionDetails details = context.getBean(MatonConnectionDetails.class);
				assertThat(details.getGatewayUrl()).hasToString("https://api.maton.ai");
				assertThat(details.getControlUrl()).hasToString("https://ctrl.example.com");
			});
	}

	@Test
	void givesWayToOperationsOfTheUser() {
		this.runner.withUserConfiguration(OwnOperations.class)
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(BiginOperations.class)
				.doesNotHaveBean(BiginTemplate.class));
	}

	@Test
	void givesWayToSeveralOperationsOfTheUser() {
		this.runner.withUserConfiguration(OwnOperations.class, SecondOperations.class)
			.run((context) -> assertThat(context).hasNotFailed()
				.getBeans(BiginOperations.class)
				.containsOnlyKeys("own", "second"));
	}

	@Test
	void connectionDetailsOfTheUserMakePropertiesUnnecessary() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(BiginAutoConfiguration.class))
			.withBean(MatonConnectionDetails.class, () -> () -> "own-key")
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(BiginTemplate.class)
				.doesNotHaveBean(PropertiesMatonConnectionDetails.class));
	}

	@Test
	void isAbsentWithoutWebClient() {
		this.runner.withClassLoader(new FilteredClassLoader(WebClient.class))
			.run((context) -> assertThat(context).doesNotHaveBean("biginTemplate"));
	}

	@Test
	void readsRetryProperties() {
		this.runner
			.withPropertyValues("bigin.retry.max-attempts=7", "bigin.retry.initial-interval=50ms",
					"bigin.retry.multiplier=3", "bigin.retry.max-interval=2s")
			.run((context) -> {
				assertThat(context.getBean("biginRetryPolicy")).isInstanceOfSatisfying(SimpleRetryPolicy.class,
						(policy) -> assertThat(policy.getMaxAttempts()).isEqualTo(7));
				assertThat(context.getBean("biginBackOffPolicy"))
					.isInstanceOfSatisfying(ExponentialRandomBackOffPolicy.class, (policy) -> {
						assertThat(policy.getInitialInterval()).isEqualTo(50);
						assertThat(policy.getMultiplier()).isEqualTo(3);
						assertThat(policy.getMaxInterval()).isEqualTo(2000);
					});
			});
		this.runner.withPropertyValues("bigin.retry.enabled=false")
			.run((context) -> assertThat(context.getBean("biginRetryPolicy")).isInstanceOf(NeverRetryPolicy.class));
	}

	@Test
	void policiesGiveWayByNameAndLeaveThoseOfTheApplicationAlone() {
		this.runner.withUserConfiguration(OwnPolicies.class).run((context) -> {
			assertThat(context).hasNotFailed().hasSingleBean(BiginTemplate.class);
			assertThat(context.getBean("biginRetryPolicy")).isInstanceOf(AlwaysRetryPolicy.class);
			// what the application injects by type is its own
			assertThat(context.getBeanProvider(BackOffPolicy.class).getIfUnique())
				.isSameAs(context.getBean("someBackOffPolicy"));
		});
	}

	@Test
	void notifiesRetryListenersOfBiginAlone() {
		RetryListener foreign = mock(RetryListener.class);
		BiginRetryListener own = mock(BiginRetryListener.class);
		this.runner.withPropertyValues("maton.url=http://localhost:1", "bigin.retry.enabled=false")
			.withBean("foreign", RetryListener.class, () -> foreign)
			.withBean("own", BiginRetryListener.class, () -> own)
			.run((context) -> assertThatException()
				.isThrownBy(() -> context.getBean(BiginTemplate.class).findById("Contacts", "1").block()));
		verifyNoInteractions(foreign);
		verify(own).open(any(), any());
	}

	@Test
	void takesARetryPolicyOfSpringFramework() {
		AtomicInteger asked = new AtomicInteger();
		this.runner.withPropertyValues("maton.url=http://localhost:1")
			.withBean("biginRetryPolicy", org.springframework.core.retry.RetryPolicy.class,
					() -> (failure) -> asked.incrementAndGet() < 0)
			.run((context) -> assertThatException()
				.isThrownBy(() -> context.getBean(BiginTemplate.class).findById("Contacts", "1").block()));
		assertThat(asked).hasPositiveValue();
	}

	@Test
	void callsCustomizersInTheirOrder() {
		this.runner.withUserConfiguration(Customizers.class)
			.run((context) -> assertThat(context.getBean(Customizers.class).calls)
				.containsSubsequence("web 1", "web 2", "template 1", "template 2")
				.containsSubsequence("json 1", "json 2")
				.hasSize(6));
	}

	@Test
	void leavesTheWebClientOfTheApplicationAlone() {
		this.runner.withUserConfiguration(ApplicationWebClient.class).run((context) -> {
			assertThat(context).hasNotFailed();
			// customizing counts each builder that an application's customizer has been
			// given
			assertThat(context.getBean(ApplicationWebClient.class).customized).isZero();
			context.getBean(WebClient.Builder.class);
			assertThat(context.getBean(ApplicationWebClient.class).customized).isOne();
		});
	}

	@Test
	void takesTheObservationRegistryOfTheApplication() {
		this.runner.withBean(ObservationRegistry.class, ObservationRegistry::create)
			.run((context) -> assertThat(context).hasSingleBean(BiginTemplate.class));
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnOperations {

		@Bean
		BiginOperations own() {
			return mock(BiginOperations.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SecondOperations {

		@Bean
		BiginOperations second() {
			return mock(BiginOperations.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnPolicies {

		@Bean
		RetryPolicy biginRetryPolicy() {
			return new AlwaysRetryPolicy();
		}

		@Bean
		RetryPolicy otherRetryPolicy() {
			return new NeverRetryPolicy();
		}

		@Bean
		BackOffPolicy someBackOffPolicy() {
			return mock(BackOffPolicy.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Customizers {

		private final List<String> calls = new ArrayList<>();

		@Bean
		@Order(2)
		BiginWebClientCustomizer secondWebClientCustomizer() {
			return (builder) -> this.calls.add("web 2");
		}

		@Bean
		@Order(1)
		BiginWebClientCustomizer firstWebClientCustomizer() {
			return (builder) -> this.calls.add("web 1");
		}

		@Bean
		@Order(2)
		BiginJsonMapperCustomizer secondJsonMapperCustomizer() {
			return (builder) -> this.calls.add("json 2");
		}

		@Bean
		@Order(1)
		BiginJsonMapperCustomizer firstJsonMapperCustomizer() {
			return (builder) -> this.calls.add("json 1");
		}

		@Bean
		@Order(2)
		BiginTemplateCustomizer secondTemplateCustomizer() {
			return (builder) -> {
				builder.jsonMapper((json) -> {
				});
				this.calls.add("template 2");
			};
		}

		@Bean
		@Order(1)
		BiginTemplateCustomizer firstTemplateCustomizer() {
			return (builder) -> this.calls.add("template 1");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ApplicationWebClient {

		private int customized;

		@Bean
		WebClientCustomizer applicationWebClientCustomizer() {
			return (builder) -> this.customized++;
		}

	}

}
