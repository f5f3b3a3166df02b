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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;

import org.springframework.retry.backoff.NoBackOffPolicy;

import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.internal.call.LocalServer;
import io.github.biginspring.limit.RateLimit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever of a call the service repeats in an error, no operation shows the API key, the
 * token of a channel or the session token of a connection in a failure, a result or a
 * line of the log.
 */
class SecretEchoTests {

	private static final String KEY = "key-that-nobody-may-see";

	private static final String SESSION_TOKEN = "5e55i0n-nobody-may-see";

	private static final String SECRETS = KEY + " https://connect.maton.ai/?session_token=" + SESSION_TOKEN;

	// what no other operation sends
	private static final String WATCH_SECRETS = SECRETS + " " + AllOperations.TOKEN + " https://app.example/?k="
			+ AllOperations.NOTIFY_SECRET;

	private static final Map<String, Function<BiginTemplate, Publisher<?>>> OPERATIONS = AllOperations.all();

	private final LocalServer server = new LocalServer();

	private final BiginTemplate bigin = BiginTemplate.builder(ApiKey.of(KEY))
		.endpoint(MatonEndpoint.of(this.server.url()))
		.backOffPolicy(new NoBackOffPolicy())
		.rateLimit(RateLimit.defaults().withRequestsPerSecond(10_000))
		.build();

	private final Logger logger = (Logger) LoggerFactory.getLogger("io.github.biginspring");

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private final ShownTexts shown = new ShownTexts();

	@BeforeEach
	void followTheLog() {
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
		this.server.close();
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("cases")
	void showsNoSecretThatTheServiceRepeats(String operation, int status) {
		String secrets = List.of("watch", "renew").contains(operation) ? WATCH_SECRETS : SECRETS;
		// downloads of bulk reads have a pace
		List<String> bodies = operation.equals("bulk rows") ? bodies(secrets).subList(0, 1) : bodies(secrets);
		for (String body : bodies) {
			this.server.forget()
				.respondsWith(status, body.startsWith("{\"data") ? KEY : "application/json", body,
						Map.of("Location", "/" + KEY, "Retry-After", KEY, "X-Echo", KEY));
			use(operation);
		}
		assertThat(this.shown.hasFailure()).as("something failed, or nothing is proven").isTrue();
		this.log.list.forEach((event) -> this.shown.add(event.getFormattedMessage()
				+ ((event.getThrowableProxy() != null) ? event.getThrowableProxy().getMessage() : "")));
		assertThat(this.shown.all()).allSatisfy((text) -> assertThat(text).doesNotContain(KEY, AllOperations.TOKEN,
				SESSION_TOKEN, AllOperations.NOTIFY_SECRET, "may-see"));
	}

	private static List<String> bodies(String secrets) {
		String error = """
				{"code":"INVALID_%1$s","status":"error","message":"%2$s","%2$s":"%2$s",
				"details":{"%2$s":"%2$s","api_name":"%2$s","json_path":"%2$s","id":"%2$s","session_token":"%3$s",
				"list":["%2$s",{"%2$s":["%2$s"]}],"duplicate_record":{"id":"%2$s","Owner":{"name":"%2$s"}}}}
				""".formatted(KEY, secrets, SESSION_TOKEN);
		List<String> bodies = new ArrayList<>(List.of(error, "{\"error\":" + error + "}",
				"{\"error\":\"" + secrets + "\"}", secrets, "{\"" + secrets + "\":{\"" + secrets + "\":[\"" + secrets));
		for (String name : List.of("data", "tags", "watch")) {
			bodies.add("{\"" + name + "\":[" + error + "]}");
			bodies.add("{\"" + name + "\":[" + error + "," + error + "]}");
			bodies.add("{\"" + name + "\":" + error + "}");
		}
		return bodies;
	}

	private void use(String operation) {
		Flux.from(OPERATIONS.get(operation).apply(this.bigin))
			.doOnNext(this.shown::see)
			.materialize()
			.doOnNext((signal) -> {
				if (signal.getThrowable() != null) {
					this.shown.seeFailure(signal.getThrowable());
				}
			})
			.blockLast(Duration.ofSeconds(30));
	}

	static Stream<Object[]> cases() {
		return OPERATIONS.keySet()
			.stream()
			.flatMap((operation) -> Stream.of(200, 207, 302, 400, 500)
				.filter((status) -> status >= 400 || readsErrors(operation))
				.map((status) -> new Object[] { operation, status }));
	}

	// a success that is not read as one thing or another cannot fail
	private static boolean readsErrors(String operation) {
		return !List.of("download", "photo", "bulk rows", "request", "request text", "delete connection")
			.contains(operation);
	}

}
