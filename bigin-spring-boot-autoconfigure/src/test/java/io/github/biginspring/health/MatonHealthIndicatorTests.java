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

package io.github.biginspring.health;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.http.HttpMethod;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.connection.ConnectionOperations;
import io.github.biginspring.connection.ConnectionStatus;
import io.github.biginspring.connection.MatonConnection;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.internal.call.HealthProbe;
import io.github.biginspring.internal.exchange.TestCircuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link MatonHealthIndicator}, in virtual time.
 */
class MatonHealthIndicatorTests {

	private static final Duration TIME_TO_LIVE = Duration.ofSeconds(30);

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private static final Instant START = Instant.parse("2026-02-06T08:00:00Z");

	private final Connections connections = new Connections();

	@Test
	void upWhenTheConfiguredConnectionIsActive() {
		this.connections.response = Flux.just(connection("configured", ConnectionStatus.ACTIVE, 1));
		Health health = healthOf(indicator("configured"));
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsEntry("connectionId", "configured")
			.containsEntry("connectionStatus", "ACTIVE")
			.containsEntry("lastUpdated", "2026-02-01T10:00Z")
			.containsEntry("responseAge", "PT0S");
		assertThat(this.connections.asked).hasValue("get configured");
	}

	@Test
	void upByTheOldestActiveConnectionWhenNoneIsConfigured() {
		this.connections.response = Flux.just(connection("oldest", ConnectionStatus.FAILED, 1),
				connection("younger", ConnectionStatus.ACTIVE, 3), connection("older", ConnectionStatus.ACTIVE, 2));
		Health health = healthOf(indicator(null));
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsEntry("connectionId", "older");
		assertThat(this.connections.asked).hasValue("list zoho-bigin");
	}

	@ParameterizedTest
	@CsvSource({ "CLOSED,UP", "HALF_OPEN,UP", "OPEN,DOWN" })
	void knowsTheCircuitBreaker(State state, String status) {
		this.connections.response = Flux.just(connection("configured", ConnectionStatus.ACTIVE, 1));
		TestCircuit circuit = new TestCircuit();
		MatonHealthIndicator indicator = new MatonHealthIndicator(operations("configured"), TIME_TO_LIVE, TIMEOUT,
				() -> START, circuit.circuitBreaker);
		assertThat(healthOf(indicator).getStatus()).isEqualTo(Status.UP);
		if (state != State.CLOSED) {
			circuit.engine.transitionToOpenState();
		}
		if (state == State.HALF_OPEN) {
			circuit.pass(TestCircuit.WAIT);
		}
		Health health = healthOf(indicator);
		assertThat(health.getStatus()).isEqualTo(new Status(status));
		assertThat(health.getDetails()).containsEntry("circuitBreaker", state.name());
		assertThat(health.getDetails().containsKey("action")).isEqualTo(state == State.OPEN);
	}

	@Test
	void doesNotSpeakOfACircuitBreakerWhereThereIsNone() {
		this.connections.response = Flux.just(connection("configured", ConnectionStatus.ACTIVE, 1));
		assertThat(healthOf(indicator("configured")).getDetails()).doesNotContainKey("circuitBreaker");
	}

	@Test
	void downWithWhatToDoWhenPending() {
		this.connections.response = Flux.just(connection("new", ConnectionStatus.PENDING, 1));
		Health health = healthOf(indicator(null));
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails()).containsEntry("connectionStatus", "PENDING")
			.containsEntry("action", "Open the URL of the connection in a browser and agree");
	}

	@Test
	void downWithWhatToDoWhenFailed() {
		this.connections.response = Flux.just(connection("old", ConnectionStatus.FAILED, 1));
		assertThat(healthOf(indicator(null)).getDetails().get("action")).asString()
			.startsWith("Create a new connection")
			.endsWith("then delete this one");
	}

	@Test
	void downWithWhatToDoWhenThereIsNoConnection() {
		this.connections.response = Flux.empty();
		Health health = healthOf(indicator(null));
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails()).containsEntry("action",
				"Create a connection to Bigin, open its URL in a browser and agree");
	}

	@Test
	void downWithWhatToDoWhenTheKeyIsWrong() {
		this.connections.response = Flux.error(failure(401));
		Health health = healthOf(indicator(null));
		assertThat(health.getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.getDetails()).containsEntry("action", "Check the API key (maton.api-key)");
	}

	@Test
	void downWithWhatToDoWhenTheConfiguredConnectionDoesNotExist() {
		this.connections.response = Flux.error(failure(404));
		assertThat(healthOf(indicator("gone")).getDetails()).containsEntry("action",
				"Check the connection id (maton.connection-id)");
	}

	@Test
	void downWhenThereIsNoResponseInTime() {
		this.connections.response = Flux.never();
		StepVerifier.withVirtualTime(() -> indicator(null).health())
			.expectSubscription()
			.expectNoEvent(TIMEOUT)
			.assertNext((health) -> {
				assertThat(health.getStatus()).isEqualTo(Status.DOWN);
				assertThat(health.getDetails()).containsEntry("error", "Maton did not respond in time");
			})
			.verifyComplete();
	}

	@Test
	void reportsTheLastKnownStateWhereTheLimitsLetNoCallThroughInTime() {
		VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
		try {
			MatonHealthIndicator indicator = indicator(null);
			this.connections.response = Flux.just(connection("one", ConnectionStatus.ACTIVE, 1));
			assertThat(healthOf(indicator).getDetails()).doesNotContainKey("check");
			this.connections.response = waiting(Flux.never());
			time.advanceTimeBy(TIME_TO_LIVE);
			Health waiting = healthAfter(TIMEOUT, indicator, time);
			assertThat(waiting.getStatus()).isEqualTo(Status.UP);
			assertThat(waiting.getDetails()).containsEntry("check", "waits for the limits")
				.containsEntry("connectionId", "one")
				.doesNotContainKeys("error", "action");
			// what is known to be down stays so
			this.connections.response = Flux.empty();
			time.advanceTimeBy(TIME_TO_LIVE);
			assertThat(healthOf(indicator).getStatus()).isEqualTo(Status.DOWN);
			this.connections.response = waiting(Flux.error(failure(429)));
			time.advanceTimeBy(TIME_TO_LIVE);
			Health down = healthOf(indicator);
			assertThat(down.getStatus()).isEqualTo(Status.DOWN);
			assertThat(down.getDetails()).containsEntry("check", "waits for the limits")
				.hasEntrySatisfying("action", (action) -> assertThat(action).asString().startsWith("Create"));
		}
		finally {
			Schedulers.resetFactory();
		}
	}

	@Test
	void isUnknownWhereTheLimitsHaveLetNoCallThroughYet() {
		VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
		try {
			this.connections.response = waiting(Flux.never());
			Health health = healthAfter(TIMEOUT, indicator("configured"), time);
			assertThat(health.getStatus()).isEqualTo(Status.UNKNOWN);
			assertThat(health.getDetails()).containsOnly(Map.entry("check", "waits for the limits"));
		}
		finally {
			Schedulers.resetFactory();
		}
	}

	@Test
	void neverShowsTheUrlOfAConnection() {
		for (ConnectionStatus status : new ConnectionStatus[] { ConnectionStatus.ACTIVE, ConnectionStatus.PENDING,
				ConnectionStatus.FAILED, ConnectionStatus.of("NEW") }) {
			this.connections.response = Flux.just(connection("one", status, 1));
			assertThat(healthOf(indicator(null)).toString()).doesNotContain("session-token");
		}
	}

	@Test
	void asksOnceHoweverManyProbesComeAtOnce() {
		VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
		try {
			this.connections.response = Flux.just(connection("one", ConnectionStatus.ACTIVE, 1))
				.delaySequence(Duration.ofSeconds(1));
			MatonHealthIndicator indicator = indicator(null);
			AtomicInteger up = new AtomicInteger();
			for (int i = 0; i < 10_000; i++) {
				indicator.health()
					.filter((health) -> health.getStatus() == Status.UP)
					.subscribe((health) -> up.incrementAndGet());
			}
			time.advanceTimeBy(Duration.ofSeconds(1));
			assertThat(up).hasValue(10_000);
			assertThat(this.connections.subscriptions).hasValue(1);
		}
		finally {
			Schedulers.resetFactory();
		}
	}

	@Test
	void asksAgainWhenTheResponseIsTooOld() {
		VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
		try {
			MatonHealthIndicator indicator = indicator(null);
			this.connections.response = Flux.error(failure(500));
			assertThat(indicator.health().map(Health::getStatus).block()).isEqualTo(Status.DOWN);
			this.connections.response = Flux.just(connection("one", ConnectionStatus.ACTIVE, 1));
			time.advanceTimeBy(TIME_TO_LIVE.minusMillis(1));
			assertThat(indicator.health().map(Health::getStatus).block()).isEqualTo(Status.DOWN);
			assertThat(this.connections.subscriptions).hasValue(1);
			time.advanceTimeBy(Duration.ofMillis(1));
			assertThat(indicator.health().map(Health::getStatus).block()).isEqualTo(Status.UP);
			assertThat(this.connections.subscriptions).hasValue(2);
		}
		finally {
			Schedulers.resetFactory();
		}
	}

	@Test
	void probeThatGivesUpDoesNotSpoilTheResponseForOthers() {
		VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
		try {
			this.connections.response = Flux.just(connection("one", ConnectionStatus.ACTIVE, 1))
				.delaySequence(Duration.ofSeconds(1));
			MatonHealthIndicator indicator = indicator(null);
			indicator.health().subscribe().dispose();
			AtomicReference<Health> response = new AtomicReference<>();
			indicator.health().subscribe(response::set);
			time.advanceTimeBy(Duration.ofSeconds(1));
			assertThat(response.get()).isNotNull();
			assertThat(response.get().getStatus()).isEqualTo(Status.UP);
		}
		finally {
			Schedulers.resetFactory();
		}
	}

	private MatonHealthIndicator indicator(@Nullable String connectionId) {
		return new MatonHealthIndicator(operations(connectionId), TIME_TO_LIVE, TIMEOUT, () -> START);
	}

	private BiginOperations operations(@Nullable String connectionId) {
		BiginOperations operations = mock(BiginOperations.class);
		given(operations.connections()).willReturn(this.connections);
		given(operations.connectionId()).willReturn(connectionId);
		return operations;
	}

	private static Health healthOf(MatonHealthIndicator indicator) {
		Health health = indicator.health().block(Duration.ofSeconds(10));
		assertThat(health).isNotNull();
		return health;
	}

	private static Health healthAfter(Duration duration, MatonHealthIndicator indicator, VirtualTimeScheduler time) {
		AtomicReference<Health> response = new AtomicReference<>();
		indicator.health().subscribe(response::set);
		time.advanceTimeBy(duration);
		assertThat(response.get()).isNotNull();
		return response.get();
	}

	private static Flux<MatonConnection> waiting(Flux<MatonConnection> response) {
		return Flux.deferContextual((context) -> {
			context.get(HealthProbe.class).waits();
			return response;
		});
	}

	private static BiginException failure(int status) {
		return ErrorDetails.responded(HttpMethod.GET, "/connections", status).toException();
	}

	private static MatonConnection connection(String id, ConnectionStatus status, int day) {
		OffsetDateTime created = OffsetDateTime.parse("2026-01-0" + day + "T10:00:00Z");
		return MatonConnection.of(Map.of("connection_id", id, "status", status.value(), "creation_time",
				created.toString(), "last_updated_time", created.plusDays(32 - day).toString(), "url",
				"https://connect.example.com/?session=session-token", "app", "zoho-bigin"));
	}

	private static final class Connections implements ConnectionOperations {

		private final AtomicInteger subscriptions = new AtomicInteger();

		private final AtomicReference<String> asked = new AtomicReference<>();

		private volatile Flux<MatonConnection> response = Flux.empty();

		@Override
		public Flux<MatonConnection> list(@Nullable String app, @Nullable ConnectionStatus status) {
			return response("list " + app);
		}

		@Override
		public Mono<MatonConnection> get(String id) {
			return response("get " + id).next();
		}

		private Flux<MatonConnection> response(String call) {
			return Flux.defer(() -> {
				this.asked.set(call);
				this.subscriptions.incrementAndGet();
				return this.response;
			});
		}

		@Override
		public Mono<MatonConnection> create() {
			throw new AssertionError("A health check creates nothing");
		}

		@Override
		public Mono<MatonConnection> create(String method) {
			throw new AssertionError("A health check creates nothing");
		}

		@Override
		public Mono<Void> delete(String id) {
			throw new AssertionError("A health check deletes nothing");
		}

		@Override
		public Mono<MatonConnection> awaitActive(String id, Duration timeout) {
			throw new AssertionError("A health check does not wait");
		}

	}

}
