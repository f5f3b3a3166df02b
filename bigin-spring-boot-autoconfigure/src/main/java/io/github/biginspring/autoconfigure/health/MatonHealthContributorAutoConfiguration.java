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

package io.github.biginspring.autoconfigure.health;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.SimpleAutowireCandidateResolver;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.CompositeReactiveHealthContributorConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.ReactiveHealthContributor;
import org.springframework.context.annotation.Bean;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.autoconfigure.BiginAutoConfiguration;
import io.github.biginspring.autoconfigure.DefaultOperations;
import io.github.biginspring.autoconfigure.InvalidConfigurationException;
import io.github.biginspring.autoconfigure.MatonProperties;
import io.github.biginspring.circuitbreaker.CallCircuitBreaker;
import io.github.biginspring.health.MatonHealthIndicator;

/**
 * Auto-configuration of {@link MatonHealthIndicator}, one for each
 * {@link BiginOperations} bean, of the connection of that bean.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = BiginAutoConfiguration.class)
@ConditionalOnClass({ ReactiveHealthContributor.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnBean(BiginOperations.class)
@ConditionalOnEnabledHealthIndicator("maton")
public final class MatonHealthContributorAutoConfiguration
		extends CompositeReactiveHealthContributorConfiguration<MatonHealthIndicator, BiginOperations> {

	MatonHealthContributorAutoConfiguration(MatonProperties properties,
			ObjectProvider<CallCircuitBreaker> circuitBreaker) {
		super((operations) -> indicator(operations, properties, circuitBreaker.getIfUnique()));
		InvalidConfigurationException.checkNotNegative("maton.health.time-to-live",
				properties.getHealth().getTimeToLive(), "30s");
		InvalidConfigurationException.checkPositive("maton.health.timeout", properties.getHealth().getTimeout(), "5s");
	}

	private static MatonHealthIndicator indicator(BiginOperations operations, MatonProperties properties,
			@Nullable CallCircuitBreaker circuitBreaker) {
		return new MatonHealthIndicator(operations, properties.getHealth().getTimeToLive(),
				properties.getHealth().getTimeout(), InstantSource.system(), circuitBreaker);
	}

	@Bean
	@ConditionalOnMissingBean(name = { "matonHealthIndicator", "matonHealthContributor" })
	ReactiveHealthContributor matonHealthContributor(ConfigurableListableBeanFactory beanFactory) {
		Map<String, BiginOperations> connections = new LinkedHashMap<>();
		SimpleAutowireCandidateResolver.resolveAutowireCandidates(beanFactory, BiginOperations.class)
			.forEach((bean, operations) -> connections.put(DefaultOperations.connectionName(bean), operations));
		return createContributor(connections);
	}

}
