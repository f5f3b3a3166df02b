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
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.BiginTemplate;
import io.github.biginspring.autoconfigure.actuate.BiginEndpoint;
import io.github.biginspring.autoconfigure.actuate.BiginEndpoint.ConnectionDescriptor;
import io.github.biginspring.blocking.BiginClient;
import io.github.biginspring.validation.MappingValidator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verifyNoInteractions;

/**
 * An application starts, Actuator included, in a test that replaces one of our beans by a
 * mock: none of the others asks it for anything before it is used.
 */
class MockedBeanTests {

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	@Nested
	@SpringBootTest(classes = Application.class, webEnvironment = SpringBootTest.WebEnvironment.MOCK,
			properties = { "maton.api-key=key", "bigin.validate-mapping=fail", "bigin.credits.daily-limit=100",
					"bigin.notifications.renewal.enabled=true", "bigin.notifications.token=token",
					"management.endpoints.web.exposure.include=*" })
	class Operations {

		@MockitoBean
		private BiginOperations bigin;

		@Autowired
		private HealthEndpoint health;

		@Autowired
		private BiginEndpoint endpoint;

		@Test
		void start() {
			assertThat(this.health.health()).isNotNull();
			assertThat(this.endpoint.status().connections().values())
				.containsOnly(new ConnectionDescriptor(null, null, null));
		}

	}

	@Nested
	@SpringBootTest(classes = Application.class,
			properties = { "maton.api-key=key", "bigin.validate-mapping=warn",
					"bigin.notifications.renewal.enabled=true", "bigin.notifications.token=token",
					"management.endpoints.web.exposure.include=*" })
	class Template {

		@MockitoBean
		private BiginTemplate bigin;

		@Autowired
		private HealthEndpoint health;

		@Autowired
		private BiginEndpoint endpoint;

		@Test
		void start() {
			assertThat(this.health.health()).isNotNull();
			assertThat(this.endpoint.status().connections().values())
				.containsOnly(new ConnectionDescriptor(null, null, null));
		}

	}

	@Nested
	@SpringBootTest(classes = Application.class,
			properties = { "maton.api-key=key", "maton.connections.paris.connection-id=p1" })
	class Client {

		@MockitoBean
		private BiginClient client;

		@MockitoBean
		@Qualifier("paris")
		private BiginClient paris;

		@Test
		void start(@Autowired ApplicationContext context) {
			assertThat(context.getBean("biginClient")).isSameAs(this.client);
			assertThat(context.getBean("parisBiginClient")).isSameAs(this.paris);
		}

	}

	@Nested
	@SpringBootTest(classes = Application.class,
			properties = { "maton.api-key=key", "maton.connections.paris.connection-id=p1" })
	class OperationsBehindAClient {

		@MockitoBean
		private BiginOperations bigin;

		@MockitoBean
		@Qualifier("paris")
		private BiginTemplate paris;

		@Test
		void start(@Autowired BiginClient client, @Autowired @Qualifier("paris") BiginClient parisClient) {
			assertThat(client.reactive()).isSameAs(this.bigin);
			assertThat(parisClient.reactive()).isSameAs(this.paris);
			verifyNoInteractions(this.bigin);
		}

	}

	@Nested
	@SpringBootTest(classes = Application.class, properties = "maton.api-key=key")
	class Validator {

		@MockitoBean
		private MappingValidator validator;

		@Test
		void start(@Autowired ApplicationContext context) {
			assertThat(context.getBean(BiginTemplate.class)).isNotNull();
		}

	}

	@Nested
	@SpringBootTest(classes = Application.class, properties = "bigin.credits.daily-limit=100")
	class WithoutKey {

		@MockitoBean
		private BiginTemplate bigin;

		@Test
		void start() {
			assertThat(this.bigin).isNotNull();
		}

	}

}
