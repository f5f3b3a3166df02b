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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.retry.RetryCallback;
import org.springframework.retry.RetryContext;
import org.springframework.retry.RetryListener;
import org.springframework.retry.RetryPolicy;
import org.springframework.retry.backoff.NoBackOffPolicy;
import org.springframework.retry.policy.NeverRetryPolicy;
import org.springframework.retry.policy.SimpleRetryPolicy;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.internal.call.LocalServer;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.limit.RateLimiterListener;
import io.github.biginspring.model.BiginRecord;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A caller may give up whenever it likes, and nothing of that is a warning in the log.
 */
class CancelledCallTests {

	private static final int CANCELS = 300;

	private static final int RANDOM_CANCELS = 40;

	private static final Map<String, Function<BiginTemplate, Publisher<?>>> OPERATIONS = AllOperations.all();

	private final LoggedWarnings log = new LoggedWarnings();

	@AfterEach
	void leaveTheLog() {
		this.log.close();
	}

	static Stream<Arguments> calls() {
		return Stream.of(argument("get", 200, (bigin) -> bigin.findById("Contacts", "7")),
				argument("list", 200, (bigin) -> bigin.query("Contacts").fields("Email").all()),
				argument("create", 200, (bigin) -> bigin.create("Contacts", new BiginRecord().set("Email", "a"))),
				argument("refused", 404, (bigin) -> bigin.findById("Contacts", "7")),
				argument("forbidden", 403, (bigin) -> bigin.findById("Contacts", "7")),
				argument("forbidden list", 403, (bigin) -> bigin.query("Contacts").fields("Email").all()),
				argument("download", 200, (bigin) -> bigin.attachments("Contacts", "7").download("8")),
				argument("forbidden download", 403, (bigin) -> bigin.attachments("Contacts", "7").download("8")));
	}

	private static Arguments argument(String name, int status, Function<BiginOperations, Publisher<?>> call) {
		return Arguments.argumentSet(name, status, call);
	}

	@ParameterizedTest
	@MethodSource("calls")
	void isNoneOfTheLogs(int status, Function<BiginOperations, Publisher<?>> call) {
		String record = "{\"id\":\"7\",\"code\":\"SUCCESS\",\"status\":\"success\",\"details\":{\"id\":\"7\"},\"Email\":\""
				+ "a".repeat(20_000) + "\"}";
		try (LocalServer server = new LocalServer()) {
			server.respondsWith(status, "application/json",
					"{\"data\":[" + record + "],\"info\":{\"more_records\":false}}", Map.of());
			BiginTemplate bigin = BiginTemplate.builder(ApiKey.of("the-key"))
				.endpoint(MatonEndpoint.of(server.url()))
				.backOffPolicy(new NoBackOffPolicy())
				.rateLimit(RateLimit.defaults().withRequestsPerSecond(100_000))
				.build();
			complete(call.apply(bigin));
			for (int i = 0; i < CANCELS; i++) {
				ImpatientCaller caller = ImpatientCaller.of(call.apply(bigin));
				for (int j = 0; j < i * 40; j++) {
					Thread.onSpinWait();
				}
				caller.cancel();
			}
			// one that is not cancelled comes after them on the same connections
			complete(call.apply(bigin));
		}
		assertThat(this.log.all()).isEmpty();
	}

	private static void complete(Publisher<?> call) {
		Flux.from(call).doOnNext((value) -> {
			if (value instanceof DataBuffer buffer) {
				DataBufferUtils.release(buffer);
			}
		}).onErrorComplete().blockLast(Duration.ofSeconds(20));
	}

	static Stream<String> operations() {
		return OPERATIONS.keySet().stream();
	}

	/**
	 * The service goes on as if it had not heard of the cancel, as it may.
	 */
	@ParameterizedTest
	@MethodSource("operations")
	void isNoneOfTheLogsAtWhateverStepItIsCancelled(String operation) {
		Steps steps = new Steps();
		BiginTemplate bigin = steps.template(new NeverRetryPolicy());
		BiginTemplate repeating = steps.template(new SimpleRetryPolicy(3));
		for (long seed = 0; seed < RANDOM_CANCELS; seed++) {
			steps.begin(new Random(seed));
			steps.caller.call(OPERATIONS.get(operation).apply((seed % 4 == 0) ? repeating : bigin));
			steps.caller.cancel();
			assertThat(this.log.all()).as("seed %s, %s", seed, steps).isEmpty();
		}
	}

	/**
	 * Cancels at one of the steps of a call.
	 */
	private static final class Steps implements RetryListener, RateLimiterListener {

		private static final List<String> BODIES = List.of("", "<html>", "{\"code\":\"NO_PERMISSION\"}",
				"{\"data\":[{\"id\":\"1\",\"code\":\"SUCCESS\",\"details\":{\"id\":\"1\"},\"status\":\"success\"}]}",
				"{\"data\":[{\"code\":\"INVALID_DATA\",\"details\":{},\"status\":\"error\"}]}");

		private final List<String> passed = new CopyOnWriteArrayList<>();

		private ImpatientCaller caller = new ImpatientCaller();

		private int last;

		private int status;

		private String body = "";

		private boolean broken;

		void begin(Random random) {
			this.caller = new ImpatientCaller();
			this.passed.clear();
			this.last = random.nextInt(14);
			this.status = List.of(200, 204, 403, 404, 429, 500).get(random.nextInt(6));
			this.body = BODIES.get(random.nextInt(BODIES.size()));
			this.broken = random.nextInt(4) == 0;
		}

		BiginTemplate template(RetryPolicy retryPolicy) {
			return BiginTemplate.builder(ApiKey.of("the-key"))
				.webClientBuilder(WebClient.builder().exchangeFunction((request) -> {
					step("send");
					return Mono.fromDirect(deaf(this.broken ? Mono.error(new IOException("reset")) : response()));
				}))
				.retryPolicy(retryPolicy)
				.backOffPolicy(new NoBackOffPolicy())
				.rateLimit(RateLimit.defaults().withRequestsPerSecond(100_000))
				.retryListeners(List.of(this))
				.rateLimiterListeners(List.of(this))
				.build();
		}

		private Mono<ClientResponse> response() {
			return Mono.fromSupplier(() -> {
				step("respond");
				byte[] bytes = this.body.getBytes(StandardCharsets.UTF_8);
				Flux<DataBuffer> content = Flux.<DataBuffer>defer(() -> {
					step("subscribe to the body");
					return Flux.<DataBuffer>just(DefaultDataBufferFactory.sharedInstance.wrap(bytes))
						.doOnNext((buffer) -> {
							step("pass the body");
						})
						.doOnComplete(() -> step("end the body"));
				});
				return ClientResponse.create(HttpStatusCode.valueOf(this.status))
					.header("Content-Type", "application/json")
					.body(Flux.from(deaf(content)))
					.build();
			});
		}

		private <T> Publisher<T> deaf(Publisher<T> source) {
			return (subscriber) -> source.subscribe(new DeafSubscriber<>((CoreSubscriber<? super T>) subscriber));
		}

		private void step(String name) {
			this.passed.add(name);
			if (this.passed.size() == this.last) {
				this.caller.cancel();
			}
		}

		@Override
		public void admitted(Duration waited) {
			step("admitted");
		}

		@Override
		public <T, E extends Throwable> boolean open(RetryContext context, RetryCallback<T, E> callback) {
			step("open");
			return true;
		}

		@Override
		public <T, E extends Throwable> void onSuccess(RetryContext context, RetryCallback<T, E> callback, T result) {
			step("success");
		}

		@Override
		public <T, E extends Throwable> void onError(RetryContext context, RetryCallback<T, E> callback,
				Throwable failure) {
			step("failure");
		}

		@Override
		public <T, E extends Throwable> void close(RetryContext context, RetryCallback<T, E> callback,
				Throwable failure) {
			step("close");
		}

		@Override
		public String toString() {
			return this.status + " " + this.body + (this.broken ? ", broken" : "") + ", cancelled at step " + this.last
					+ " of " + this.passed;
		}

	}

	/**
	 * Passes on what comes after a cancel, which the source does not hear of.
	 */
	private static final class DeafSubscriber<T> extends BaseSubscriber<T> {

		private final CoreSubscriber<? super T> actual;

		DeafSubscriber(CoreSubscriber<? super T> actual) {
			this.actual = actual;
		}

		@Override
		protected void hookOnSubscribe(Subscription subscription) {
			this.actual.onSubscribe(new Subscription() {

				@Override
				public void request(long count) {
					subscription.request(count);
				}

				@Override
				public void cancel() {
				}

			});
		}

		@Override
		protected void hookOnNext(T value) {
			this.actual.onNext(value);
		}

		@Override
		protected void hookOnError(Throwable failure) {
			this.actual.onError(failure);
		}

		@Override
		protected void hookOnComplete() {
			this.actual.onComplete();
		}

	}

}
