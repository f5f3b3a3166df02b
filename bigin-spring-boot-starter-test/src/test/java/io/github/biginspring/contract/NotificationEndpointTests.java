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

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.core.codec.CharSequenceEncoder;
import org.springframework.http.codec.EncoderHttpMessageWriter;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import io.github.biginspring.notification.BiginNotification;
import io.github.biginspring.simulator.BiginSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The endpoint for notifications, in whole applications of both kinds.
 */
@ExtendWith(OutputCaptureExtension.class)
class NotificationEndpointTests {

	private static final BiginSimulator simulator = BiginSimulator.builder().empty().start();

	private static final String TOKEN = "s3cr3t-t0k3n";

	private static final String BODY = """
			{"server_time":1784800000123,"module":"Contacts","ids":["7255024000000596045"],"operation":"insert",
			"affected_fields":["Last_Name"],"channel_id":"90210","token":"s3cr3t-t0k3n"}""";

	private final HttpClient client = HttpClient.newHttpClient();

	@AfterAll
	static void stop() {
		simulator.close();
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void receivesNotifications(WebApplicationType type, CapturedOutput output) throws Exception {
		try (ConfigurableApplicationContext context = run(type, Listening.class)) {
			assertResponse(post(context, "/bigin/notifications", BODY), 200);
			BiginNotification notification = context.getBean(Listening.class).next();
			assertThat(notification.module()).isEqualTo("Contacts");
			assertThat(notification.ids()).containsExactly("7255024000000596045");
			assertThat(notification.operation()).isEqualTo(BiginNotification.INSERT);
			assertThat(notification.body()).asString().isEqualTo(BODY);
			assertThat(context.getBean(Listening.class).received).isEmpty();
		}
		assertThat(output).doesNotContain(TOKEN);
		assertThat(simulator.requests().all()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void tellsNobodyWhyItRefuses(WebApplicationType type, CapturedOutput output) throws Exception {
		try (ConfigurableApplicationContext context = run(type, Listening.class,
				"bigin.notifications.receiver.path=/hooks/bigin", "bigin.notifications.receiver.max-body-size=1KB",
				"logging.level.io.github.biginspring=trace")) {
			assertResponse(post(context, "/hooks/bigin", BODY.replace(TOKEN, "wrong")), 403);
			assertResponse(post(context, "/hooks/bigin", "{}"), 403);
			assertResponse(post(context, "/hooks/bigin", ""), 400);
			assertResponse(post(context, "/hooks/bigin", BODY.substring(0, 100)), 400);
			assertResponse(post(context, "/hooks/bigin", BODY + " ".repeat(1024 - BODY.length())), 200);
			assertThat(context.getBean(Listening.class).next().module()).isEqualTo("Contacts");
			assertResponse(post(context, "/hooks/bigin", BODY + " ".repeat(1025 - BODY.length())), 413);
			assertThat(post(context, "/bigin/notifications", BODY).statusCode()).isEqualTo(404);
			assertThat(context.getBean(Listening.class).received).isEmpty();
		}
		assertThat(output).doesNotContain(TOKEN);
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void needsNoConverterOfTheApplication(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext context = run(type, WithoutConverters.class,
				"spring.http.codecs.max-in-memory-size=1B", "spring.jackson.property-naming-strategy=UPPER_CAMEL_CASE",
				"spring.jackson.deserialization.fail-on-unknown-properties=true")) {
			assertResponse(post(context, "/bigin/notifications", BODY), 200);
			assertThat(context.getBean(Listening.class).next().ids()).hasSize(1);
		}
	}

	private static ConfigurableApplicationContext run(WebApplicationType type, Class<?> configuration,
			String... properties) {
		String[] all = new String[properties.length + 2];
		all[0] = "bigin.notifications.receiver.enabled=true";
		all[1] = "bigin.notifications.token=" + TOKEN;
		System.arraycopy(properties, 0, all, 2, properties.length);
		return LocalApplication.run(simulator, type, configuration, all);
	}

	private HttpResponse<String> post(ConfigurableApplicationContext context, String path, String body)
			throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(LocalApplication.url(context) + path))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(body))
			.build();
		return this.client.send(request, BodyHandlers.ofString());
	}

	private static void assertResponse(HttpResponse<String> response, int status) {
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(response.body()).isEmpty();
	}

	@Import(LocalApplication.Plain.class)
	static class Listening {

		private final BlockingQueue<BiginNotification> received = new LinkedBlockingQueue<>();

		@EventListener
		void on(BiginNotification notification) {
			this.received.add(notification);
		}

		BiginNotification next() throws InterruptedException {
			return this.received.poll(10, TimeUnit.SECONDS);
		}

	}

	@Import({ Listening.class, Converters.class })
	static class WithoutConverters {

	}

	@Configuration(proxyBeanMethods = false)
	static class Converters {

		@Bean
		WebFluxConfigurer noCodecs() {
			return new WebFluxConfigurer() {

				@Override
				public void configureHttpMessageCodecs(ServerCodecConfigurer configurer) {
					configurer.registerDefaults(false);
					// that of errors needs one
					configurer.customCodecs()
						.register(new EncoderHttpMessageWriter<>(CharSequenceEncoder.allMimeTypes()));
				}

			};
		}

		@Bean
		WebMvcConfigurer noConverters() {
			return new WebMvcConfigurer() {

				@Override
				public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
					builder.configureMessageConvertersList(List::clear);
				}

			};
		}

	}

}
