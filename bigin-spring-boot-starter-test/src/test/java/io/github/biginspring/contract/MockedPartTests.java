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

package io.github.biginspring.contract;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

import io.github.biginspring.BiginCreditLedger;
import io.github.biginspring.BiginRateLimiter;
import io.github.biginspring.autoconfigure.actuate.BiginEndpoint;
import io.github.biginspring.change.CursorStore;
import io.github.biginspring.change.LeaseProvider;
import io.github.biginspring.connection.ConnectionResolver;
import io.github.biginspring.limit.RateLimiterListener;
import io.github.biginspring.limit.RateLimiterMetrics;
import io.github.biginspring.limit.TokenBucket;
import io.github.biginspring.model.FieldNaming;
import io.github.biginspring.notification.NotificationReceiver;
import io.github.biginspring.notification.WatchRenewal;
import io.github.biginspring.notification.WatchRenewalListener;
import io.github.biginspring.observation.BiginObservationConvention;
import io.github.biginspring.retry.BiginRetryListener;
import io.github.biginspring.validation.MappingValidator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application starts, and Actuator responds, where a mock stands in for one of the
 * documented parts of the client, all of which are asked for.
 */
class MockedPartTests {

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	@SpringBootTest(classes = Application.class, webEnvironment = SpringBootTest.WebEnvironment.MOCK,
			properties = { "maton.api-key=key", "maton.url=http://localhost:1", "bigin.validate-mapping=warn",
					"bigin.retry.enabled=false", "bigin.credits.daily-limit=100",
					"bigin.notifications.renewal.enabled=true", "bigin.notifications.receiver.enabled=true",
					"bigin.notifications.token=token", "bigin.notifications.notify-url=https://app.example.com/bigin",
					"bigin.notifications.channels.90210.events=Contacts.all",
					"management.endpoints.web.exposure.include=*" })
	abstract static class Part {

		@Test
		void start(@Autowired HealthEndpoint health, @Autowired BiginEndpoint endpoint) {
			assertThat(health.health()).isNotNull();
			assertThat(endpoint.status().connections()).containsOnlyKeys("default");
		}

	}

	@Nested
	class BiginRateLimiterMock extends Part {

		@MockitoBean
		private BiginRateLimiter mock;

	}

	@Nested
	class BiginCreditLedgerMock extends Part {

		@MockitoBean
		private BiginCreditLedger mock;

	}

	@Nested
	class RateLimiterMetricsMock extends Part {

		@MockitoBean
		private RateLimiterMetrics mock;

	}

	@Nested
	class ConnectionResolverMock extends Part {

		@MockitoBean
		private ConnectionResolver mock;

	}

	@Nested
	class TokenBucketMock extends Part {

		@MockitoBean
		private TokenBucket mock;

	}

	@Nested
	class FieldNamingMock extends Part {

		@MockitoBean
		private FieldNaming mock;

	}

	@Nested
	class BiginObservationConventionMock extends Part {

		@MockitoBean
		private BiginObservationConvention mock;

	}

	@Nested
	class CursorStoreMock extends Part {

		@MockitoBean
		private CursorStore mock;

	}

	@Nested
	class LeaseProviderMock extends Part {

		@MockitoBean
		private LeaseProvider mock;

	}

	@Nested
	class NotificationReceiverMock extends Part {

		@MockitoBean
		private NotificationReceiver mock;

	}

	@Nested
	class WatchRenewalMock extends Part {

		@MockitoBean
		private WatchRenewal mock;

	}

	@Nested
	class MappingValidatorMock extends Part {

		@MockitoBean
		private MappingValidator mock;

	}

	@Nested
	class BiginRetryListenerMock extends Part {

		@MockitoBean
		private BiginRetryListener mock;

	}

	@Nested
	class RateLimiterListenerMock extends Part {

		@MockitoBean
		private RateLimiterListener mock;

	}

	@Nested
	class WatchRenewalListenerMock extends Part {

		@MockitoBean
		private WatchRenewalListener mock;

	}

	@Nested
	class MappingValidatorSpy extends Part {

		@MockitoSpyBean
		private MappingValidator spy;

	}

}
