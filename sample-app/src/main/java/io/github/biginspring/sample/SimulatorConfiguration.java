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

package io.github.biginspring.sample;

import java.net.URI;
import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

import io.github.biginspring.autoconfigure.MatonConnectionDetails;
import io.github.biginspring.simulator.BiginSimulator;

/**
 * Lets the sample run without an account: where no API key is set, it talks to a
 * simulator in its own process, which keeps what is written until the sample stops. An
 * application of yours has no such class; it sets {@code maton.api-key}.
 */
@Configuration(proxyBeanMethods = false)
@OnSimulator
@PropertySource("classpath:simulator.properties")
class SimulatorConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(SimulatorConfiguration.class);

	@Bean
	BiginSimulator biginSimulator() {
		// as Maton does, also after a reset
		BiginSimulator simulator = BiginSimulator.builder().rateLimit(10, Duration.ofSeconds(1)).start();
		logger.info("No API key is set, so this is {} with made-up data. Set MATON_API_KEY to use your own", simulator);
		return simulator;
	}

	// takes the place of the properties maton.*
	@Bean
	MatonConnectionDetails simulatorConnectionDetails(BiginSimulator simulator) {
		return MatonConnectionDetails.of(simulator.apiKey(), URI.create(simulator.url()));
	}

	/**
	 * Matches where {@code maton.api-key} is not set, not even as the environment
	 * variable {@code MATON_API_KEY}, or set to nothing.
	 */
	static class NoApiKeyCondition implements Condition {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			return !StringUtils.hasText(context.getEnvironment().getProperty("maton.api-key"));
		}

	}

}
