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

package io.github.biginspring.readme;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.fault.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the example of the endpoint's response with that of an application.
 */
class EndpointExampleTests {

	private static final String EXAMPLE_ID = "21fd90f9-5935-43cd-b6c8-bde9d915ca80";

	private static final JsonMapper json = new JsonMapper();

	@Test
	void theExampleIsWhatAnApplicationShows() {
		String example = Documentation.blocks(Documentation.read("docs/observability.md"), "json").get(0);
		try (BiginSimulator simulator = BiginSimulator.builder().start();
				ConfigurableApplicationContext context = run(simulator)) {
			String id = simulator.account().connections().get(0).id();
			await(context, (status) -> status.at("/channels/0/expiresAt").isString());
			simulator.faults().next(Fault.rateLimited().retryAfter(Duration.ofSeconds(30)));
			BiginOperations bigin = context.getBean(BiginOperations.class);
			Disposable refused = bigin.findById("Contacts", "1").subscribe();
			await(context, (status) -> status.at("/connections/default/rateLimiter/pausedUntil").isString());
			Disposable others = Flux.range(0, 2).flatMap((number) -> bigin.findById("Contacts", "1")).subscribe();
			String shown = await(context,
					(status) -> status.at("/connections/default/rateLimiter/waiting").asInt() == 2);
			refused.dispose();
			others.dispose();
			assertThat(json.readTree(withoutTimes(shown.replace(id, EXAMPLE_ID))))
				.isEqualTo(json.readTree(withoutTimes(example)));
			assertThat(shown).doesNotContain(simulator.apiKey(), "of-another-account", "secret-token", "http");
		}
	}

	private static String withoutTimes(String text) {
		return text.replaceAll("\"2\\d{3}-[0-9T:.-]+Z\"", "\"time\"");
	}

	private static String await(ConfigurableApplicationContext context, Predicate<JsonNode> state) {
		return Flux.interval(Duration.ofMillis(20), Schedulers.boundedElastic())
			.onBackpressureDrop()
			.map((tick) -> get(context))
			.filter((shown) -> state.test(json.readTree(shown)))
			.blockFirst(Duration.ofSeconds(30));
	}

	private static String get(ConfigurableApplicationContext context) {
		return RestClient.create()
			.get()
			.uri("http://localhost:" + context.getEnvironment().getProperty("local.server.port") + "/actuator/bigin")
			.retrieve()
			.body(String.class);
	}

	private static ConfigurableApplicationContext run(BiginSimulator simulator) {
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.SERVLET)
			.run(List.of("--server.port=0", "--spring.main.banner-mode=off", "--spring.jmx.enabled=false",
					"--management.endpoints.web.exposure.include=health,bigin", "--maton.url=" + simulator.url(),
					"--maton.api-key=" + simulator.apiKey(),
					"--maton.connection-id=" + simulator.account().connections().get(0).id(),
					"--maton.connections.tokyo.api-key=of-another-account",
					"--maton.connections.tokyo.rate-limit.requests-per-second=20", "--bigin.credits.daily-limit=5000",
					"--bigin.notifications.renewal.enabled=true", "--bigin.notifications.token=secret-token",
					"--bigin.notifications.notify-url=http://localhost:1/",
					"--bigin.notifications.channels.10000.events=Contacts.all")
				.toArray(String[]::new));
	}

	/**
	 * The application.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
