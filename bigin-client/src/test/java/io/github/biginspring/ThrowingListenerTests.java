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
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.micrometer.common.KeyValues;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.retry.RetryCallback;
import org.springframework.retry.RetryContext;
import org.springframework.retry.backoff.NoBackOffPolicy;

import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.error.BiginRateLimitException;
import io.github.biginspring.internal.call.LocalServer;
import io.github.biginspring.limit.RateLimiterListener;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.observation.BiginMeters;
import io.github.biginspring.observation.BiginObservationContext;
import io.github.biginspring.observation.DefaultBiginObservationConvention;
import io.github.biginspring.retry.BiginRetryListener;
import io.github.biginspring.write.WriteResult.Written;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Whatever a listener or an observer of the application throws, at whatever it is told,
 * what becomes of a call stays the same, and the log says what has failed.
 */
@ExtendWith(LogCaptureExtension.class)
class ThrowingListenerTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final String CREATED = "{\"data\":[{\"code\":\"SUCCESS\",\"details\":{\"id\":\"7\"},\"status\":\"success\"}]}";

	private final LocalServer server = new LocalServer();

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	static Stream<Arguments> listeners() {
		return Stream
			.<Supplier<Throwable>>of(() -> new NullPointerException("own"), () -> new AssertionError("own"),
					() -> new NoClassDefFoundError("own"), () -> new StackOverflowError("own"))
			.flatMap((failure) -> Stream.of(
					argument("retry", failure,
							(builder) -> builder.retryListeners(List.of(new ThrowingRetryListener(failure)))),
					argument("rate limiter", failure,
							(builder) -> builder
								.rateLimiterListeners(List.of(new ThrowingRateLimiterListener(failure)))),
					argument("handler", failure, (builder) -> {
						ObservationRegistry registry = ObservationRegistry.create();
						registry.observationConfig().observationHandler(new ThrowingHandler(failure));
						builder.observationRegistry(registry);
					}), argument("predicate", failure, (builder) -> {
						ObservationRegistry registry = observed();
						registry.observationConfig().observationPredicate((name, context) -> sneak(failure.get()));
						builder.observationRegistry(registry);
					}),
					argument("convention", failure,
							(builder) -> builder.observationRegistry(observed())
								.observationConvention(new ThrowingConvention(failure))),
					argument("meters", failure,
							(builder) -> builder.meters(BiginMeters.of(new ThrowingMeters(failure))))));
	}

	private static Arguments argument(String name, Supplier<Throwable> failure,
			Consumer<BiginTemplateBuilder> configuration) {
		return Arguments.argumentSet(name + " " + failure.get().getClass().getSimpleName(), configuration);
	}

	private static ObservationRegistry observed() {
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler((context) -> true);
		return registry;
	}

	@ParameterizedTest
	@MethodSource("listeners")
	void aSuccessStaysOne(Consumer<BiginTemplateBuilder> listener, CapturedLog log) {
		this.server.respondsWith(200, CREATED);
		Written<BiginRecord> written = template(listener).create("Contacts", new BiginRecord().set("Last_Name", "Ada"))
			.block(LONG);
		assertThat(written).isNotNull().extracting(Written::id).isEqualTo("7");
		assertThat(this.server.received()).hasSize(1);
		assertThat(log).contains("has failed, which changes nothing").doesNotContain("key-0123456789");
	}

	@ParameterizedTest
	@MethodSource("listeners")
	void aRepetitionStaysOne(Consumer<BiginTemplateBuilder> listener) {
		this.server.respondsWith(503, "").respondsWith(200, "{\"data\":[{\"id\":\"7\"}]}");
		BiginRecord found = template(listener).findById("Contacts", "7").block(LONG);
		assertThat(found).isNotNull().extracting(BiginRecord::getId).isEqualTo("7");
	}

	@ParameterizedTest
	@MethodSource("listeners")
	void aFailureStaysThatFailure(Consumer<BiginTemplateBuilder> listener) {
		this.server.respondsWith(429, "");
		BiginTemplateBuilder builder = builder(listener)
			.retryPolicy(new org.springframework.retry.policy.NeverRetryPolicy());
		assertThatExceptionOfType(BiginRateLimitException.class)
			.isThrownBy(() -> builder.build().findById("Contacts", "7").block(LONG));
	}

	private BiginTemplate template(Consumer<BiginTemplateBuilder> listener) {
		return builder(listener).build();
	}

	private BiginTemplateBuilder builder(Consumer<BiginTemplateBuilder> listener) {
		BiginTemplateBuilder builder = BiginTemplate.builder(ApiKey.of("key-0123456789"))
			.endpoint(MatonEndpoint.of(this.server.url()))
			.backOffPolicy(new NoBackOffPolicy());
		listener.accept(builder);
		return builder;
	}

	@SuppressWarnings("unchecked")
	private static <E extends Throwable, R> R sneak(Throwable error) throws E {
		throw (E) error;
	}

	private static <R> R failWith(Throwable error) {
		return ThrowingListenerTests.<RuntimeException, R>sneak(error);
	}

	private record ThrowingRetryListener(Supplier<Throwable> failure) implements BiginRetryListener {

		@Override
		public <T, E extends Throwable> boolean open(RetryContext context, RetryCallback<T, E> callback) {
			return ThrowingListenerTests.<Boolean>failWith(this.failure.get());
		}

		@Override
		public <T, E extends Throwable> void close(RetryContext context, RetryCallback<T, E> callback,
				Throwable throwable) {
			failWith(this.failure.get());
		}

		@Override
		public <T, E extends Throwable> void onSuccess(RetryContext context, RetryCallback<T, E> callback, T result) {
			failWith(this.failure.get());
		}

		@Override
		public <T, E extends Throwable> void onError(RetryContext context, RetryCallback<T, E> callback,
				Throwable throwable) {
			failWith(this.failure.get());
		}

	}

	private record ThrowingRateLimiterListener(Supplier<Throwable> failure) implements RateLimiterListener {

		@Override
		public void admitted(Duration waited) {
			failWith(this.failure.get());
		}

		@Override
		public void loadChanged(int waiting, int inFlight) {
			failWith(this.failure.get());
		}

		@Override
		public void paused(Duration pause) {
			failWith(this.failure.get());
		}

		@Override
		public void rateChanged(double requestsPerSecond) {
			failWith(this.failure.get());
		}

	}

	private record ThrowingHandler(Supplier<Throwable> failure) implements ObservationHandler<Observation.Context> {

		@Override
		public void onStart(Observation.Context context) {
			failWith(this.failure.get());
		}

		@Override
		public void onError(Observation.Context context) {
			failWith(this.failure.get());
		}

		@Override
		public void onStop(Observation.Context context) {
			failWith(this.failure.get());
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

	private static final class ThrowingConvention extends DefaultBiginObservationConvention {

		private final Supplier<Throwable> failure;

		ThrowingConvention(Supplier<Throwable> failure) {
			this.failure = failure;
		}

		@Override
		public KeyValues getLowCardinalityKeyValues(BiginObservationContext context) {
			return failWith(this.failure.get());
		}

	}

	private static final class ThrowingMeters extends SimpleMeterRegistry {

		private final Supplier<Throwable> failure;

		ThrowingMeters(Supplier<Throwable> failure) {
			this.failure = failure;
		}

		@Override
		protected Counter newCounter(Meter.Id id) {
			return failWith(this.failure.get());
		}

	}

}
