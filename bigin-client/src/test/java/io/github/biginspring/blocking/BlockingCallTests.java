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

package io.github.biginspring.blocking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import io.micrometer.observation.Observation;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.retry.policy.NeverRetryPolicy;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginInterruptedException;
import io.github.biginspring.error.BiginPermissionException;
import io.github.biginspring.internal.call.LocalServer;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.query.NonUniqueResultException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What holds for every call that a thread waits for.
 */
class BlockingCallTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final String WRITTEN = "{\"data\":[{\"code\":\"SUCCESS\",\"details\":{\"id\":\"1\"},\"status\":\"success\"}]}";

	private final LocalServer server = new LocalServer();

	private final TestObservationRegistry observations = TestObservationRegistry.create();

	private final BiginTemplate bigin = BiginTemplate.builder(ApiKey.of("key-0123456789"))
		.endpoint(MatonEndpoint.of(this.server.url()))
		.rateLimit(RateLimit.defaults().withRequestsPerSecond(10_000))
		.retryPolicy(new NeverRetryPolicy())
		.observationRegistry(this.observations)
		.build();

	private final BiginClient client = BiginClient.of(this.bigin);

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void isRefusedOnAThreadOfReactorThatMustNotWait() {
		Throwable failure = Mono.fromCallable(() -> catchThrowable(() -> this.client.create("Contacts", record())))
			.subscribeOn(Schedulers.parallel())
			.block(LONG);
		assertThat(failure).isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("'parallel-")
			.hasMessageContaining("Nothing was sent")
			.hasMessageContaining("BiginClient.reactive()")
			.hasMessageContaining("boundedElastic");
		assertThat(this.server.received()).isEmpty();
	}

	@Test
	void isRefusedOnTheEventLoopOfACallOfItsOwn() {
		this.server.respondsWith(200, "{\"data\":[{\"id\":\"1\"}]}");
		assertThatIllegalStateException().isThrownBy(() -> this.client
			.call((bigin) -> bigin.findById("Contacts", "1").map((record) -> this.client.create("Contacts", record()))))
			.withMessageContaining("Nothing was sent");
		assertThat(this.server.request().method()).isEqualTo("GET");
	}

	@Test
	void isRefusedOnAnEventLoopThatReactorDoesNotKnow() throws Exception {
		EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
		try {
			Throwable failure = group.submit(() -> catchThrowable(() -> this.client.create("Contacts", record())))
				.get();
			assertThat(failure).isInstanceOf(IllegalStateException.class).hasMessageContaining("Nothing was sent");
		}
		finally {
			group.shutdownGracefully(0, 0, java.util.concurrent.TimeUnit.SECONDS);
		}
		assertThat(this.server.received()).isEmpty();
	}

	@Test
	void isMadeOnAThreadOfReactorThatMayWait() {
		this.server.respondsWith(201, WRITTEN);
		assertThat(Mono.fromCallable(() -> this.client.create("Contacts", record()).id())
			.subscribeOn(Schedulers.boundedElastic())
			.block(LONG)).isEqualTo("1");
	}

	@Test
	void throwsTheExceptionItselfWithTheStackOfTheCaller() {
		this.server.respondsWith(403, "{\"code\":\"NO_PERMISSION\",\"message\":\"m\"}");
		BiginPermissionException failure = catchThrowableOfType(BiginPermissionException.class, this::findByName);
		assertThat(failure.getModule()).isEqualTo("Contacts");
		assertThat(failure.getSuppressed()).anySatisfy((suppressed) -> assertThat(suppressed.getStackTrace())
			.anySatisfy((frame) -> assertThat(frame.getMethodName()).isEqualTo("findByName")));
	}

	private Optional<BiginRecord> findByName() {
		return this.client.findById("Contacts", "1");
	}

	@Test
	void throwsWhatIsNoExceptionOfTheServiceToo() {
		this.server.respondsWith(200, "{\"data\":[{\"id\":\"1\"},{\"id\":\"2\"}],\"info\":{\"more_records\":false}}");
		assertThatExceptionOfType(NonUniqueResultException.class)
			.isThrownBy(() -> this.client.query("Contacts").fields("F").one());
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> this.client.call((bigin) -> Mono.error(new IOException("broken"))))
			.withMessageContaining("broken");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.client.call((bigin) -> Mono.error(new AssertionError("broken"))));
		assertThatIllegalStateException().isThrownBy(() -> this.client.call((bigin) -> {
			throw new IllegalStateException("broken");
		})).withMessage("broken");
	}

	@Test
	void ofAnInterruptedThreadIsNotSent() {
		Thread.currentThread().interrupt();
		BiginInterruptedException failure = catchThrowableOfType(BiginInterruptedException.class,
				() -> this.client.create("Contacts", record()));
		assertThat(Thread.interrupted()).as("still interrupted").isTrue();
		assertThat(failure.isOutcomeUnknown()).isFalse();
		assertThat(failure).hasMessageContaining("was not sent").hasMessageContaining("interrupted");
		assertThat(this.server.received()).isEmpty();
	}

	@Test
	void thatIsInterruptedSaysThatAWriteMayHaveBeenCarriedOut() throws Exception {
		this.server.neverResponds();
		Interrupted interrupted = interruptedWhenSent(() -> this.client.create("Contacts", record()));
		assertThat(interrupted.failure()).isInstanceOfSatisfying(BiginInterruptedException.class, (failure) -> {
			assertThat(failure.isOutcomeUnknown()).isTrue();
			assertThat(failure.getModule()).isEqualTo("Contacts");
			assertThat(failure).hasMessageContaining("POST")
				.hasMessageContaining("was sent, but its response was lost")
				.hasMessageEndingWith("Look whether it was carried out before it is made again.");
			assertThat(failure.getSuppressed()).isNotEmpty();
		});
		assertThat(interrupted.stays()).isTrue();
		this.server.connectionClosed().block(LONG);
	}

	@Test
	void thatIsInterruptedSaysWhichReadWasGivenUp() throws Exception {
		this.server.neverResponds();
		Interrupted interrupted = interruptedWhenSent(() -> this.client.query("Contacts").fields("F").list());
		assertThat(interrupted.failure()).isInstanceOf(BiginInterruptedException.class).hasMessageContaining("GET");
		this.server.connectionClosed().block(LONG);
	}

	@Test
	void thatIsInterruptedBetweenTwoCallsIsCancelled() throws Exception {
		this.server.respondsWith(201, WRITTEN);
		AtomicBoolean cancelled = new AtomicBoolean();
		Interrupted interrupted = interruptedWhenSent(
				() -> this.client.call((bigin) -> bigin.create("Contacts", record())
					.then(Mono.never().doOnCancel(() -> cancelled.set(true)))));
		assertThat(interrupted.failure()).isInstanceOfAny(CancellationException.class, BiginInterruptedException.class);
		assertThat(interrupted.stays()).isTrue();
	}

	@Test
	void thatIsInterruptedIsCancelledWhateverItWaitsFor() throws Exception {
		AtomicBoolean cancelled = new AtomicBoolean();
		CompletableFuture<Thread> waiting = new CompletableFuture<>();
		Interrupted interrupted = interrupted(waiting,
				() -> this.client.call((bigin) -> Mono.never()
					.doOnSubscribe((subscription) -> waiting.complete(Thread.currentThread()))
					.doOnCancel(() -> cancelled.set(true))));
		assertThat(interrupted.failure()).isInstanceOf(CancellationException.class);
		assertThat(interrupted.stays()).isTrue();
		assertThat(cancelled).isTrue();
	}

	@Test
	void isObservedAsAChildOfTheThreadsObservation() {
		this.server.respondsWith(200, "{\"data\":[{\"id\":\"1\"}]}").respondsWith(201, WRITTEN);
		Observation parent = Observation.start("a.request", this.observations);
		AtomicReference<@Nullable Observation> seen = new AtomicReference<>();
		parent.scoped(() -> this.client
			.call((bigin) -> bigin.findById("Contacts", "1").flatMap((record) -> Mono.deferContextual((context) -> {
				seen.set(context.getOrDefault("micrometer.observation", null));
				return bigin.create("Contacts", record());
			}))));
		parent.stop();
		assertThat(seen).hasValue(parent);
		assertThat(this.observations).hasNumberOfObservationsWithNameEqualTo("bigin.operation", 2)
			.forAllObservationsWithNameEqualTo("bigin.operation",
					(observation) -> observation.hasParentObservationEqualTo(parent));
	}

	private static BiginRecord record() {
		return new BiginRecord().set("Last_Name", "Watson");
	}

	private Interrupted interruptedWhenSent(Callable<?> operation) throws Exception {
		CompletableFuture<Thread> waiting = new CompletableFuture<>();
		CompletableFuture<Thread> sent = waiting.thenCombine(this.server.requestReceived().toFuture(),
				(thread, received) -> thread);
		return interrupted(sent, () -> {
			waiting.complete(Thread.currentThread());
			return operation.call();
		});
	}

	private static Interrupted interrupted(CompletableFuture<Thread> waiting, Callable<?> operation)
			throws InterruptedException, ExecutionException {
		CompletableFuture<Interrupted> result = new CompletableFuture<>();
		new Thread(() -> {
			Throwable failure = catchThrowable(operation::call);
			result.complete(new Interrupted(failure, Thread.currentThread().isInterrupted()));
		}).start();
		waiting.get().interrupt();
		return result.get();
	}

	private record Interrupted(@Nullable Throwable failure, boolean stays) {

	}

	@Test
	void keepsTheTypeThatCallersCatch() {
		this.server.respondsWith(403, "{\"code\":\"NO_PERMISSION\",\"message\":\"m\"}");
		assertThatExceptionOfType(BiginException.class).isThrownBy(() -> this.client.delete("Contacts", "1"));
	}

}
