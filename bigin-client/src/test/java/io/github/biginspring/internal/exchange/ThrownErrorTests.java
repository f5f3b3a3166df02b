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

package io.github.biginspring.internal.exchange;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.LocalServer;
import io.github.biginspring.internal.call.ResponseReader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Whatever is thrown on the way of a call fails it at once, also what Reactor takes for
 * fatal and passes by the subscriber.
 */
class ThrownErrorTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private final LocalServer server = new LocalServer();

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	static Stream<Arguments> errors() {
		List<Supplier<Throwable>> errors = List.of(() -> new AssertionError("own"),
				() -> new NoClassDefFoundError("own"), () -> new StackOverflowError("own"),
				() -> new OutOfMemoryError("own"), () -> new ThreadDeath(), () -> new IllegalStateException("own"));
		return errors.stream().map((error) -> Arguments.argumentSet(error.get().getClass().getSimpleName(), error));
	}

	@ParameterizedTest
	@MethodSource("errors")
	void byTheReader(Supplier<Throwable> error) {
		assertFailsAtOnce((response) -> ThrownErrorTests.<RuntimeException, String>sneak(error.get()),
				(request, next) -> next.exchange(request));
	}

	@ParameterizedTest
	@MethodSource("errors")
	void byAFilterBeforeTheCall(Supplier<Throwable> error) {
		assertFailsAtOnce((response) -> "read", (request, next) -> sneak(error.get()));
	}

	@ParameterizedTest
	@MethodSource("errors")
	void byAFilterAfterTheCall(Supplier<Throwable> error) {
		// a filter that fails by an exception has to release the body itself
		assertFailsAtOnce("", (response) -> "read",
				(request, next) -> next.exchange(request).map((response) -> sneak(error.get())));
	}

	private void assertFailsAtOnce(ResponseReader<String> reader, ExchangeFilterFunction filter) {
		assertFailsAtOnce("{}", reader, filter);
	}

	private void assertFailsAtOnce(String body, ResponseReader<String> reader, ExchangeFilterFunction filter) {
		this.server.respondsWith(200, body);
		WebClientExchange exchange = new WebClientExchange(WebClient.builder().filter(filter).build(),
				MatonEndpoint.of(this.server.url()), ApiKey.of("the-key"), JsonMapper.shared(), InstantSource.system());
		BiginCall<String> call = BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/org").read(reader);
		// on a thread of its own: what is thrown past the subscriber must not end the
		// test
		Throwable failure = catchThrowable(() -> Flux.just(1)
			.publishOn(Schedulers.boundedElastic())
			.flatMap((one) -> exchange.exchange(call))
			.timeout(TIMEOUT, Mono.error(() -> new IllegalStateException("it hangs")))
			.blockLast(TIMEOUT.plusSeconds(5)));
		assertThat(failure).isNotNull().hasMessageNotContaining("it hangs").hasMessageNotContaining("Timeout");
	}

	@SuppressWarnings("unchecked")
	private static <E extends Throwable, R> R sneak(Throwable error) throws E {
		throw (E) error;
	}

}
