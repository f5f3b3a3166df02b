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

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import io.github.biginspring.notification.NotificationReceiver;

/**
 * Auto-configuration of the endpoint that receives notifications, if it is enabled.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnBooleanProperty("bigin.notifications.receiver.enabled")
@EnableConfigurationProperties(NotificationProperties.class)
@Import({ WebFluxEndpointConfiguration.class, WebMvcEndpointConfiguration.class })
public final class NotificationReceiverAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	NotificationReceiver biginNotificationReceiver(NotificationProperties properties) {
		NotificationProperties.Receiver receiver = CheckedNotificationProperties.receiver(properties);
		return new NotificationReceiver(CheckedNotificationProperties.tokens(properties),
				Math.toIntExact(receiver.getMaxBodySize().toBytes()), receiver.getBufferSize(),
				Schedulers.boundedElastic());
	}

	@Bean
	@ConditionalOnSingleCandidate(NotificationReceiver.class)
	NotificationEventPublisher biginNotificationEventPublisher(NotificationReceiver receiver,
			ApplicationEventPublisher publisher) {
		return new NotificationEventPublisher(receiver, publisher);
	}

}
