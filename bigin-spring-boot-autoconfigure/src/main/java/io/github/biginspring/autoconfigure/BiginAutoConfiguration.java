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

import java.time.Duration;
import java.util.Objects;

import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Scope;
import org.springframework.retry.RetryPolicy;
import org.springframework.retry.backoff.BackOffPolicy;
import org.springframework.retry.backoff.ExponentialRandomBackOffPolicy;
import org.springframework.retry.policy.NeverRetryPolicy;
import org.springframework.retry.policy.SimpleRetryPolicy;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.biginspring.BiginCreditLedger;
import io.github.biginspring.BiginOperations;
import io.github.biginspring.BiginRateLimiter;
import io.github.biginspring.BiginTemplate;
import io.github.biginspring.BiginTemplateBuilder;
import io.github.biginspring.BiginTemplateCustomizer;
import io.github.biginspring.blocking.BiginClient;
import io.github.biginspring.circuitbreaker.CallCircuitBreaker;
import io.github.biginspring.connection.ConnectionResolver;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.limit.RateLimiterListener;
import io.github.biginspring.limit.TokenBucket;
import io.github.biginspring.model.FieldNaming;
import io.github.biginspring.observation.BiginObservationConvention;
import io.github.biginspring.retry.BiginRetryListener;
import io.github.biginspring.retry.RetryBudget;

/**
 * Auto-configuration of a {@link BiginTemplate}, and of a {@link BiginClient} for
 * blocking code.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { HttpClientAutoConfiguration.class, ReactiveHttpClientAutoConfiguration.class },
		afterName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnClass(WebClient.class)
@EnableConfigurationProperties({ BiginProperties.class, MatonProperties.class })
@Import(NamedConnectionsRegistrar.class)
public final class BiginAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(MatonConnectionDetails.class)
	PropertiesMatonConnectionDetails matonConnectionDetails(MatonProperties properties,
			ObjectProvider<SslBundles> sslBundles) {
		return new PropertiesMatonConnectionDetails(properties, sslBundles.getIfAvailable());
	}

	// by name, as are the next: an application may have policies for other purposes
	@Bean(defaultCandidate = false)
	@ConditionalOnMissingBean(name = "biginRetryPolicy")
	RetryPolicy biginRetryPolicy(BiginProperties properties) {
		BiginProperties.Retry retry = CheckedProperties.of(properties).getRetry();
		return retry.isEnabled() ? new SimpleRetryPolicy(retry.getMaxAttempts()) : new NeverRetryPolicy();
	}

	@Bean(defaultCandidate = false)
	@ConditionalOnMissingBean(name = "biginBackOffPolicy")
	BackOffPolicy biginBackOffPolicy(BiginProperties properties) {
		BiginProperties.Retry retry = CheckedProperties.of(properties).getRetry();
		ExponentialRandomBackOffPolicy policy = new ExponentialRandomBackOffPolicy();
		policy.setInitialInterval(retry.getInitialInterval().toMillis());
		policy.setMultiplier(retry.getMultiplier());
		policy.setMaxInterval(retry.getMaxInterval().toMillis());
		return policy;
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(MatonConnectionDetails.class)
	BiginRateLimiter biginRateLimiter(BiginProperties properties, ObjectProvider<TokenBucket> tokenSource,
			ObjectProvider<RateLimiterListener> listeners) {
		RateLimit limit = CheckedProperties.rateLimit(properties);
		TokenBucket tokens = SingleBean.of(tokenSource);
		checkSharing(properties, tokens);
		return BiginRateLimiter.of(limit, tokens, properties.getRetry().getMaxRetryAfter(),
				listeners.orderedStream().toList());
	}

	private static void checkSharing(BiginProperties properties, @Nullable TokenBucket tokens) {
		if (tokens == null && properties.getRateLimit().isShared()) {
			throw new InvalidConfigurationException(
					"The rate limit is to be shared through Redis, but there is no Redis client.",
					"Add the dependency 'org.springframework.boot:spring-boot-starter-data-redis', and let Spring Boot"
							+ " configure one ReactiveStringRedisTemplate; or define one bean of type TokenBucket; or remove"
							+ " 'bigin.rate-limit.shared'.");
		}
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(MatonConnectionDetails.class)
	BiginCreditLedger biginCreditLedger(BiginProperties properties, MatonConnectionDetails connectionDetails) {
		return BiginCreditLedger.of(CheckedProperties.creditLimit(properties),
				CheckedConnectionDetails.connectionId(connectionDetails.getConnectionId()));
	}

	// lazy, as the next: where a mock stands in for the template, nobody need have a key
	@Bean
	@Lazy
	@ConditionalOnSingleCandidate(MatonConnectionDetails.class)
	NamedConnectionProperties biginNamedConnectionProperties(MatonProperties properties,
			MatonConnectionDetails connectionDetails) {
		return new NamedConnectionProperties(properties.getConnections(),
				CheckedConnectionDetails.of(connectionDetails));
	}

	@Bean
	@Lazy
	@ConditionalOnSingleCandidate(MatonConnectionDetails.class)
	ApiKeyLimits biginApiKeyLimits(MatonConnectionDetails connectionDetails, BiginProperties properties,
			NamedConnectionProperties connections, ObjectProvider<BiginRateLimiter> rateLimiter,
			ObjectProvider<BiginCreditLedger> creditLedger, ObjectProvider<RateLimiterListenerFactory> listeners,
			ObjectProvider<SharedTokenBuckets> tokenBuckets) {
		return new ApiKeyLimits(CheckedConnectionDetails.of(connectionDetails).apiKey(), rateLimiter, creditLedger,
				properties, connections, listeners, tokenBuckets);
	}

	@Bean
	@Lazy
	@ConditionalOnSingleCandidate(MatonConnectionDetails.class)
	NamedConnections biginNamedConnections(NamedConnectionProperties properties,
			ObjectProvider<BiginTemplateBuilder> builders) {
		return new NamedConnections(properties, builders);
	}

	// each who injects it has one to change, with the application's settings
	@Bean
	@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(MatonConnectionDetails.class)
	BiginTemplateBuilder biginTemplateBuilder(MatonConnectionDetails connectionDetails, MatonProperties matonProperties,
			BiginProperties properties, @Qualifier("biginRetryPolicy") ObjectProvider<RetryPolicy> retryPolicy,
			@Qualifier("biginRetryPolicy") ObjectProvider<org.springframework.core.retry.RetryPolicy> frameworkRetryPolicy,
			@Qualifier("biginBackOffPolicy") BackOffPolicy backOffPolicy,
			ObjectProvider<BiginRetryListener> retryListeners, ApiKeyLimits limits,
			ObjectProvider<ConnectionResolver> connectionResolver, ObjectProvider<CallCircuitBreaker> circuitBreaker,
			ObjectProvider<ClientHttpConnectorBuilder<?>> connectorBuilder,
			ObjectProvider<HttpClientSettings> clientSettings, ObjectProvider<FieldNaming> fieldNaming,
			ObjectProvider<BiginJsonMapperCustomizer> jsonMapperCustomizers,
			ObjectProvider<BiginWebClientCustomizer> webClientCustomizers,
			ObjectProvider<ObservationRegistry> observationRegistry,
			ObjectProvider<BiginObservationConvention> observationConvention,
			ObjectProvider<BiginTemplateCustomizer> customizers, ConnectionPools connectionPools) {
		CheckedConnectionDetails checked = CheckedConnectionDetails.of(connectionDetails);
		CheckedProperties.of(properties);
		WebClient.Builder webClient = WebClient.builder()
			.clientConnector(connectionPools
				.add(MatonHttpConnector.build(connectorBuilder.getIfAvailable(ClientHttpConnectorBuilder::detect),
						clientSettings.getIfAvailable(HttpClientSettings::defaults), matonProperties,
						connectionDetails.getSslBundle())));
		webClientCustomizers.orderedStream().forEach((customizer) -> customizer.customize(webClient));
		BiginTemplateBuilder builder = BiginTemplate.builder(checked.apiKey())
			.endpoint(checked.endpoint())
			.connectionId(checked.connectionId())
			.connectionResolver(SingleBean.of(connectionResolver))
			.webClientBuilder(webClient)
			.maxResponseSize(properties.getMaxResponseSize())
			.pageSize(properties.getPageSize())
			.fieldNaming(Objects.requireNonNullElse(SingleBean.of(fieldNaming), FieldNaming.BIGIN))
			.backOffPolicy(backOffPolicy)
			.maxRetryAfter(properties.getRetry().getMaxRetryAfter())
			.maxRateLimited(properties.getRetry().getMaxRateLimited())
			.retryListeners(retryListeners.orderedStream().toList())
			.retryBudget(new RetryBudget(properties.getRetry().getBudget()))
			.rateLimit(CheckedProperties.rateLimit(properties))
			.rateLimiters(limits::rateLimiter)
			.creditLedgers(limits::creditLedger)
			.circuitBreaker(SingleBean.of(circuitBreaker))
			.fieldCacheTimeToLive(fieldCacheTimeToLive(properties.getMetadata().getCache()))
			.callTimeout(properties.getCallTimeout())
			.maxReaderPause(properties.getMaxReaderPause())
			.observationRegistry(observationRegistry.getIfUnique(() -> ObservationRegistry.NOOP))
			.observationConvention(SingleBean.of(observationConvention));
		retryPolicy.ifAvailable(builder::retryPolicy);
		frameworkRetryPolicy.ifAvailable(builder::retryPolicy);
		jsonMapperCustomizers.orderedStream().forEach((customizer) -> builder.jsonMapper(customizer::customize));
		customizers.orderedStream().forEach((customizer) -> customizer.customize(builder));
		return builder;
	}

	// further ones are made from it, or asked for by their names
	@Bean
	@Primary
	@Conditional({ OnMissingOwnBean.Operations.class, OnMissingOwnBean.PrimaryOperations.class })
	@ConditionalOnBean(BiginTemplateBuilder.class)
	BiginTemplate biginTemplate(BiginTemplateBuilder builder) {
		return builder.build();
	}

	// a primary one of the application is made from it
	@Bean(DefaultOperations.BEAN_NAME)
	@Conditional(OnMissingOwnBean.Operations.class)
	@ConditionalOnMissingBean(name = DefaultOperations.BEAN_NAME)
	@ConditionalOnBean(BiginTemplateBuilder.class)
	BiginTemplate biginTemplateBesidePrimary(BiginTemplateBuilder builder) {
		return builder.build();
	}

	// asks the operations for nothing, which may be a mock
	@Bean
	@Primary
	@Conditional({ OnMissingOwnBean.Client.class, OnMissingOwnBean.PrimaryClient.class })
	@ConditionalOnSingleCandidate(BiginOperations.class)
	BiginClient biginClient(BiginOperations operations) {
		return BiginClient.of(operations);
	}

	@Bean("biginClient")
	@Conditional(OnMissingOwnBean.Client.class)
	@ConditionalOnMissingBean(name = "biginClient")
	@ConditionalOnSingleCandidate(BiginOperations.class)
	BiginClient biginClientBesidePrimary(BiginOperations operations) {
		return BiginClient.of(operations);
	}

	@Bean
	ConnectionPools biginConnectionPools() {
		return new ConnectionPools();
	}

	@Bean
	BiginLifecycle biginLifecycle(ConfigurableListableBeanFactory beanFactory) {
		return new BiginLifecycle(beanFactory);
	}

	private static @Nullable Duration fieldCacheTimeToLive(MetadataProperties.Cache cache) {
		return cache.isEnabled() ? cache.getTimeToLive() : null;
	}

}
