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

package io.github.biginspring;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatusCode;
import org.springframework.retry.policy.NeverRetryPolicy;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.observation.BiginMeters;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever the status, the headers and the body of a response, and in whatever form they
 * repeat the API key: it is in no failure, line of the log or tag.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomSecretEchoTests {

	private static final int CASES = 25;

	private static final String KEY = "Key+that/nobody=may-see";

	private static final List<Function<String, String>> FORMS = List.of((key) -> key,
			(key) -> key.toUpperCase(Locale.ROOT), (key) -> key.toLowerCase(Locale.ROOT),
			(key) -> URLEncoder.encode(key, StandardCharsets.UTF_8),
			(key) -> URLEncoder.encode(key, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT),
			(key) -> base64(Base64.getEncoder(), key), (key) -> base64(Base64.getUrlEncoder(), key),
			(key) -> base64(Base64.getEncoder(), "Bearer " + key), (key) -> base64(Base64.getEncoder(), "u:" + key),
			(key) -> key.chars().mapToObj((c) -> "\\u%04x".formatted(c)).collect(Collectors.joining()));

	// the middle of the key in each form: to be cut at the ends is no secret
	private static final List<String> PARTS = FORMS.stream().map((form) -> {
		String text = form.apply(KEY).toLowerCase(Locale.ROOT);
		return text.substring(text.length() / 3, text.length() * 2 / 3);
	}).toList();

	// those that take their time
	private static final Set<String> SLOW = Set.of("bulk rows", "bulk records", "await bulk job");

	private static final Map<String, Function<BiginTemplate, Publisher<?>>> OPERATIONS = AllOperations.all();

	private final Logger logger = (Logger) LoggerFactory.getLogger("io.github.biginspring");

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private ShownTexts shown = new ShownTexts();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final BiginTemplate bigin = template();

	private Random random = new Random();

	@BeforeEach
	void followTheLog() {
		this.shown = new ShownTexts();
		this.logger.setLevel(Level.TRACE);
		// read while others still log
		this.log.list = new CopyOnWriteArrayList<>();
		this.log.start();
		this.logger.addAppender(this.log);
	}

	@AfterEach
	void end() {
		this.logger.detachAppender(this.log);
		this.logger.setLevel(null);
	}

	static Stream<String> operations() {
		return OPERATIONS.keySet().stream().filter((name) -> !SLOW.contains(name));
	}

	@ParameterizedTest
	@MethodSource("operations")
	void showsTheKeyInNoForm(String operation) {
		for (long seed = 0; seed < CASES; seed++) {
			this.random = new Random(seed);
			Flux.from(OPERATIONS.get(operation).apply(this.bigin))
				.doOnNext(this.shown::see)
				.doOnError(this.shown::seeFailure)
				.onErrorComplete()
				.blockLast(Duration.ofSeconds(20));
			this.log.list
				.forEach((event) -> this.shown.add(event.getFormattedMessage() + ((event.getThrowableProxy() != null)
						? ThrowableProxyUtil.asString(event.getThrowableProxy()) : "")));
			this.meters.getMeters().forEach((meter) -> this.shown.add(meter.getId().toString()));
			assertThat(this.shown.all()).as("seed %s", seed)
				.noneMatch((text) -> PARTS.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains));
			this.log.list.clear();
			this.shown.all().clear();
		}
		assertThat(this.shown.hasFailure()).as("something failed, or nothing is proven").isTrue();
	}

	private BiginTemplate template() {
		ObservationRegistry observations = ObservationRegistry.create();
		observations.observationConfig().observationHandler(new ObservationHandler<Observation.Context>() {

			@Override
			public void onStop(Observation.Context context) {
				RandomSecretEchoTests.this.shown.add(context.toString());
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}

		});
		return BiginTemplate.builder(ApiKey.of(KEY))
			.webClientBuilder(WebClient.builder().exchangeFunction((request) -> Mono.fromSupplier(this::response)))
			.retryPolicy(new NeverRetryPolicy())
			.rateLimit(RateLimit.defaults().withRequestsPerSecond(100_000))
			.observationRegistry(observations)
			.meters(BiginMeters.of(this.meters))
			.build();
	}

	private ClientResponse response() {
		List<String> types = List.of("application/json", "text/plain", "text/html", "text/plain;charset=" + KEY, KEY);
		String body = switch (this.random.nextInt(5)) {
			case 0 -> echo();
			case 1 -> "<html>" + echo() + "</html>";
			case 2 -> json(0) + echo();
			default -> json(0);
		};
		int status = List.of(200, 201, 207, 302, 400, 400, 401, 403, 404, 409, 500, 503).get(this.random.nextInt(12));
		return ClientResponse.create(HttpStatusCode.valueOf(status)).headers((headers) -> {
			headers.set("Content-Type", types.get(this.random.nextInt(types.size())));
			headers.set("Location", "/" + KEY);
			headers.set("Retry-After", KEY);
			headers.set("X-Echo", KEY);
		}).body(body).build();
	}

	private String echo() {
		return List.of("", "invalid ", "Missing connection ", "k=", "x".repeat(this.random.nextInt(600)))
			.get(this.random.nextInt(5)) + FORMS.get(this.random.nextInt(FORMS.size())).apply(KEY)
				+ List.of("", " is not known", "x".repeat(200)).get(this.random.nextInt(3));
	}

	private String json(int depth) {
		int kind = (depth == 0) ? 0 : this.random.nextInt((depth > 4) ? 1 : 3) + ((depth > 4) ? 2 : 0);
		return switch (kind) {
			case 0 -> Stream.generate(() -> "\"" + name(depth) + "\":" + json(depth + 1))
				.limit(1 + this.random.nextInt(5))
				.collect(Collectors.joining(",", "{", "}"));
			case 1 -> Stream.generate(() -> json(depth + 1))
				.limit(this.random.nextInt(3))
				.collect(Collectors.joining(",", "[", "]"));
			// in JSON the last form is the key itself
			default -> "\"" + echo() + "\"";
		};
	}

	private String name(int depth) {
		List<String> names = List.of("code", "status", "message", "details", "data", "error", "api_name", "id", "token",
				"info", "connection", "watch", "tags", "json_path");
		return (depth > 0 && this.random.nextInt(4) == 0) ? FORMS.get(this.random.nextInt(FORMS.size())).apply(KEY)
				: names.get(this.random.nextInt(names.size()));
	}

	private static String base64(Base64.Encoder encoder, String text) {
		return encoder.withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
	}

}
