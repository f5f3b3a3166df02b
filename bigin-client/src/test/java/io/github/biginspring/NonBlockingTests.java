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
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import org.springframework.retry.backoff.FixedBackOffPolicy;
import org.springframework.retry.policy.SimpleRetryPolicy;

import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.internal.call.LocalServer;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.model.BiginRecord;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No event loop is ever blocked.
 */
class NonBlockingTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private final LocalServer server = new LocalServer();

	private final BiginOperations bigin = BiginTemplate.builder(ApiKey.of("key"))
		.endpoint(MatonEndpoint.of(this.server.url()))
		.retryPolicy(new SimpleRetryPolicy(3))
		.backOffPolicy(pausing(20))
		.build();

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void aBlockedParallelThreadIsFoundOut() {
		Callable<String> blocking = () -> {
			// what BlockHound has to find
			Thread.sleep(1);
			return "slept";
		};
		StepVerifier.create(Mono.fromCallable(blocking).subscribeOn(Schedulers.parallel()))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(BlockingOperationError.class))
			.verify(LONG);
	}

	@Test
	void aBlockedEventLoopIsFoundOut() {
		this.server.respondsWith(200, "{\"data\":[{\"id\":\"1\"}]}");
		Callable<String> blocking = () -> {
			// what BlockHound has to find
			Thread.sleep(1);
			return "slept";
		};
		StepVerifier.create(this.bigin.findById("Contacts", "1").flatMap((record) -> Mono.fromCallable(blocking)))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(BlockingOperationError.class))
			.verify(LONG);
	}

	@Test
	void readsPageAfterPageWithoutBlocking() {
		this.server.respondsWith(200, page(1000, true))
			.respondsWith(200, page(801, true))
			.respondsWith(200, page(602, false));
		Set<Boolean> mayBlock = ConcurrentHashMap.newKeySet();
		StepVerifier
			.create(this.bigin.query(Person.class)
				.all()
				.doOnNext((person) -> mayBlock.add(!Schedulers.isInNonBlockingThread()))
				.subscribeOn(Schedulers.parallel()))
			.expectNextCount(1000 - 402)
			.expectComplete()
			.verify(LONG);
		assertThat(mayBlock).as("records come on event loops, or where they were asked for").containsExactly(false);
	}

	@Test
	void writesWithoutBlocking() {
		this.server.respondsWith(201,
				"{\"data\":[{\"code\":\"SUCCESS\",\"details\":{\"id\":\"1\"},\"status\":\"success\"}]}");
		// subscribed to on a thread that must not block, as in a handler of WebFlux
		StepVerifier
			.create(Mono.defer(() -> this.bigin.create(new Person(null, "Ada", null)))
				.then(Mono.defer(() -> this.bigin.update("Contacts", BiginRecord.withId("1").set("A", 1))))
				.subscribeOn(Schedulers.parallel()))
			.expectNextCount(1)
			.expectComplete()
			.verify(LONG);
	}

	@Test
	void repeatsWithoutBlocking() {
		this.server.respondsWith(503, "").closesTheConnection().respondsWith(200, page(200, false));
		StepVerifier.create(this.bigin.query(Person.class).first().subscribeOn(Schedulers.parallel()))
			.expectNextCount(1)
			.expectComplete()
			.verify(LONG);
		assertThat(this.server.received()).hasSize(3);
	}

	@Test
	void failsWithoutBlocking() {
		this.server.respondsWith(400,
				"{\"code\":\"INVALID_DATA\",\"details\":{\"api_name\":\"Email\"},\"message\":\"no\"}");
		StepVerifier.create(this.bigin.findById(Person.class, "1").subscribeOn(Schedulers.parallel()))
			.expectErrorMatches((ex) -> ex.getMessage()
				.startsWith("GET /bigin/v2/{module}/{id} returned 400 INVALID_DATA for field Email: no"))
			.verify(LONG);
	}

	private static FixedBackOffPolicy pausing(long millis) {
		FixedBackOffPolicy policy = new FixedBackOffPolicy();
		policy.setBackOffPeriod(millis);
		return policy;
	}

	// in the order of ids, the latest first
	private static String page(int firstId, boolean more) {
		return IntStream.range(0, 200)
			.mapToObj((i) -> "{\"id\":\"" + (firstId - i)
					+ "\",\"Last_Name\":\"Ada\",\"Modified_Time\":\"2026-02-06T00:28:53-08:00\"}")
			.collect(Collectors.joining(",", "{\"data\":[", "],\"info\":{\"more_records\":" + more + "}}"));
	}

	@BiginModule("Contacts")
	record Person(@Nullable String id, String lastName, @Nullable OffsetDateTime modifiedTime) {

	}

}
