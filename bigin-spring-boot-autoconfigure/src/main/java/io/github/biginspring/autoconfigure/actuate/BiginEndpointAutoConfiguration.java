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

package io.github.biginspring.autoconfigure.actuate;

import java.time.InstantSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.autoconfigure.BiginAutoConfiguration;
import io.github.biginspring.circuitbreaker.CallCircuitBreaker;
import io.github.biginspring.notification.WatchRenewal;

/**
 * Auto-configuration of the {@link BiginEndpoint}, if it is exposed.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = BiginAutoConfiguration.class)
@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnBean(BiginOperations.class)
@ConditionalOnAvailableEndpoint(BiginEndpoint.class)
public final class BiginEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	BiginEndpoint biginEndpoint(ConfigurableListableBeanFactory beanFactory,
			ObjectProvider<CallCircuitBreaker> circuitBreaker, ObjectProvider<WatchRenewal> renewal) {
		return new BiginEndpoint(beanFactory, circuitBreaker, renewal, InstantSource.system());
	}

}
