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

package io.github.biginspring.autoconfigure.notification;

import reactor.core.scheduler.Schedulers;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.autoconfigure.BiginAutoConfiguration;
import io.github.biginspring.autoconfigure.DefaultOperations;
import io.github.biginspring.notification.WatchRenewal;
import io.github.biginspring.notification.WatchRenewalListener;

/**
 * Auto-configuration of the renewal of channels, if it is enabled.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = BiginAutoConfiguration.class)
@ConditionalOnBooleanProperty("bigin.notifications.renewal.enabled")
@ConditionalOnBean(BiginOperations.class)
@EnableConfigurationProperties(NotificationProperties.class)
public final class WatchRenewalAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	WatchRenewal biginWatchRenewal(BeanFactory beanFactory, NotificationProperties properties,
			ObjectProvider<WatchRenewalListener> listeners) {
		return new WatchRenewal(DefaultOperations.of(beanFactory)::notifications,
				CheckedNotificationProperties.channels(properties), listeners.orderedStream().toList(),
				Schedulers.parallel());
	}

	@Bean
	@ConditionalOnSingleCandidate(WatchRenewal.class)
	WatchRenewalLifecycle biginWatchRenewalLifecycle(WatchRenewal renewal) {
		return new WatchRenewalLifecycle(renewal);
	}

}
