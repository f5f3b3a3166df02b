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

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;

import io.github.biginspring.change.ChangeSettings;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.CallLifecycle;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.observation.internal.MicrometerOperationObserver;
import io.github.biginspring.query.ReadPlan;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a call of an operation fails with after the caller of the operation gave up is no
 * error in the log.
 */
class LateFailureTests {

	private static final Map<String, Function<BiginTemplate, Publisher<?>>> OPERATIONS = operations();

	private final LoggedWarnings log = new LoggedWarnings();

	private final BlockingQueue<Subscriber<?>> calls = new LinkedBlockingQueue<>();

	@AfterEach
	void leaveTheLog() {
		this.log.close();
	}

	private static Map<String, Function<BiginTemplate, Publisher<?>>> operations() {
		Map<String, Function<BiginTemplate, Publisher<?>>> all = new LinkedHashMap<>(AllOperations.all());
		all.put("several by id", (bigin) -> bigin.findAllById("Contacts", List.of("1", "2", "3")));
		all.put("list", (bigin) -> bigin.query("Contacts").fields("Email").all());
		all.put("list by ranges", (bigin) -> bigin.query("Contacts").fields("Email").plan(ReadPlan.coql()).all());
		all.put("several batches",
				(bigin) -> bigin.batch("Contacts")
					.unordered()
					.create(Flux.range(0, 500).map((number) -> new BiginRecord().set("Last_Name", "Watson"))));
		return all;
	}

	static Stream<String> names() {
		return OPERATIONS.keySet().stream();
	}

	@ParameterizedTest
	@MethodSource("names")
	void isNoErrorAfterTheCallerGaveUp(String name) throws Exception {
		for (ObservationRegistry registry : registries()) {
			ImpatientCaller caller = ImpatientCaller.of(OPERATIONS.get(name).apply(template(registry)));
			Subscriber<?> call = this.calls.poll(10, TimeUnit.SECONDS);
			assertThat(call).isNotNull();
			caller.cancel();
			fail(call);
			failAll();
		}
		assertThat(this.log.all()).isEmpty();
	}

	private static List<ObservationRegistry> registries() {
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler((context) -> true);
		return List.of(ObservationRegistry.NOOP, registry);
	}

	private void failAll() {
		for (Subscriber<?> call = this.calls.poll(); call != null; call = this.calls.poll()) {
			fail(call);
		}
	}

	private static void fail(Subscriber<?> call) {
		call.onError(ErrorDetails.responded(HttpMethod.GET, "/bigin/v2/{module}", 403).toException());
	}

	private BiginTemplate template(ObservationRegistry registry) {
		CallExchange exchange = new CallExchange() {

			@Override
			public <T> Mono<T> exchange(BiginCall<T> call) {
				return Mono.fromDirect((subscriber) -> {
					subscriber.onSubscribe(new DeafSubscription());
					LateFailureTests.this.calls.add(subscriber);
				});
			}

		};
		return new BiginTemplate(exchange, new MicrometerOperationObserver(registry, null, null, "default"),
				new TemplateParts(RecordMapper.create(), 200, ChangeSettings.defaults(), null, InstantSource.system(),
						new CallLifecycle(), BiginRateLimiter.of(RateLimit.defaults()), null));
	}

	/**
	 * Hears no cancel, like a call whose failure is on its way already.
	 */
	private static final class DeafSubscription implements Subscription {

		@Override
		public void request(long count) {
		}

		@Override
		public void cancel() {
		}

	}

}
