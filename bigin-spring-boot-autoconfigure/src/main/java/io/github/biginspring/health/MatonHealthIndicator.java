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
import java.time.InstantSource;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.util.Assert;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.circuitbreaker.CallCircuitBreaker;
import io.github.biginspring.connection.ConnectionOperations;
import io.github.biginspring.connection.ConnectionStatus;
import io.github.biginspring.connection.MatonConnection;
import io.github.biginspring.error.BiginAuthenticationException;
import io.github.biginspring.error.BiginNotFoundException;
import io.github.biginspring.internal.call.HealthProbe;

/**
 * Health indicator of the connection to Bigin. It is up if the connection that calls use
 * is active: the configured one, or else the oldest active one of the account, and no
 * circuit breaker is open. The response is kept for a while and asked for once at a time,
 * however many probes come. It goes ahead of all calls that wait for the service's
 * limits; where they do not let it through in time, the last known state is reported. Its
 * details never hold the connection's URL.
 *
 * @since 0.1.0
 */
public class MatonHealthIndicator extends AbstractReactiveHealthIndicator {

	private final Mono<Outcome> check;

	private final InstantSource clock;

	private final @Nullable CallCircuitBreaker circuitBreaker;

	private volatile @Nullable ConnectionCheck lastKnown;

	/**
	 * Create an indicator.
	 * @param operations whose connection it is about; asked for it when the health is
	 * @param timeToLive how long a response is kept
	 * @param timeout how long to wait for a response, repetitions included
	 * @param clock tells the age of a response
	 */
	public MatonHealthIndicator(BiginOperations operations, Duration timeToLive, Duration timeout,
			InstantSource clock) {
		this(operations, timeToLive, timeout, clock, null);
	}

	/**
	 * Create an indicator that knows of a circuit breaker.
	 * @param operations whose connection it is about; asked for it when the health is
	 * @param timeToLive how long a response is kept
	 * @param timeout how long to wait for a response, repetitions included
	 * @param clock tells the age of a response
	 * @param circuitBreaker the circuit breaker of the calls to Bigin, or {@code null}
	 */
	public MatonHealthIndicator(BiginOperations operations, Duration timeToLive, Duration timeout, InstantSource clock,
			@Nullable CallCircuitBreaker circuitBreaker) {
		super("Maton health check failed");
		Assert.notNull(operations, "'operations' must not be null");
		this.clock = clock;
		this.circuitBreaker = circuitBreaker;
		this.check = Mono.defer(() -> check(candidates(operations), timeout))
			.cache((response) -> timeToLive, (failure) -> Duration.ZERO, () -> Duration.ZERO);
	}

	private static Flux<MatonConnection> candidates(BiginOperations operations) {
		return Flux.defer(() -> {
			String connectionId = operations.connectionId();
			ConnectionOperations connections = operations.connections();
			return (connectionId != null) ? connections.get(connectionId).flux() : connections.list();
		});
	}

	private Mono<Outcome> check(Flux<MatonConnection> candidates, Duration timeout) {
		HealthProbe probe = new HealthProbe();
		return candidates.collectList()
			.contextWrite((context) -> context.put(HealthProbe.class, probe))
			.timeout(timeout)
			.map((found) -> known(ConnectionCheck.of(found, this.clock.instant())))
			.onErrorResume((failure) -> Mono.fromSupplier(() -> probe.isWaiting() ? new Outcome(this.lastKnown, true)
					: known(ConnectionCheck.failed(failure, this.clock.instant()))));
	}

	private Outcome known(ConnectionCheck response) {
		this.lastKnown = response;
		return new Outcome(response, false);
	}

	@Override
	protected Mono<Health> doHealthCheck(Health.Builder builder) {
		return this.check.map((outcome) -> {
			if (outcome.limited()) {
				builder.withDetail("check", "waits for the limits");
			}
			ConnectionCheck known = outcome.known();
			return (known != null) ? health(builder, known) : unknown(builder);
		});
	}

	private Health unknown(Health.Builder builder) {
		return isCircuitOpen(builder) ? circuitOpen(builder) : builder.unknown().build();
	}

	private Health health(Health.Builder builder, ConnectionCheck response) {
		MatonConnection connection = response.connection();
		if (connection != null) {
			builder.withDetail("connectionId", connection.connectionId())
				.withDetail("connectionStatus", connection.status().value());
			if (connection.lastUpdatedTime() != null) {
				builder.withDetail("lastUpdated", connection.lastUpdatedTime().toString());
			}
		}
		builder.withDetail("responseAge", Duration.between(response.time(), this.clock.instant()).toString());
		boolean circuitOpen = isCircuitOpen(builder);
		if (connection != null && connection.isActive()) {
			return circuitOpen ? circuitOpen(builder) : builder.up().build();
		}
		if (response.failure() != null) {
			builder.withDetail("error", describe(response.failure()));
		}
		return builder.down().withDetail("action", action(response)).build();
	}

	private boolean isCircuitOpen(Health.Builder builder) {
		CallCircuitBreaker circuit = this.circuitBreaker;
		if (circuit == null) {
			return false;
		}
		@Nullable Object state = circuit.state();
		if (state != null) {
			builder.withDetail("circuitBreaker", state.toString());
		}
		return circuit.isOpen();
	}

	private static Health circuitOpen(Health.Builder builder) {
		return builder.down()
			.withDetail("action", "Wait: calls to Bigin failed, and are let through again after a while")
			.build();
	}

	private static String describe(Throwable failure) {
		return (failure instanceof TimeoutException) ? "Maton did not respond in time"
				: failure.getClass().getSimpleName() + ": " + failure.getMessage();
	}

	private static String action(ConnectionCheck response) {
		if (response.failure() instanceof BiginAuthenticationException) {
			return "Check the API key (maton.api-key)";
		}
		if (response.failure() instanceof BiginNotFoundException) {
			return "Check the connection id (maton.connection-id)";
		}
		if (response.failure() != null) {
			return "Check that Maton can be reached (maton.control-url)";
		}
		MatonConnection connection = response.connection();
		if (connection == null) {
			return "Create a connection to Bigin, open its URL in a browser and agree";
		}
		return ConnectionStatus.PENDING.equals(connection.status())
				? "Open the URL of the connection in a browser and agree"
				: "Create a new connection to Bigin, open its URL in a browser and agree, then delete this one";
	}

	/**
	 * What a probe is told.
	 *
	 * @param known what the last look that was let through has shown, or {@code null}
	 * where there was none
	 * @param limited whether a later one was not let through by the service's limits
	 */
	private record Outcome(@Nullable ConnectionCheck known, boolean limited) {

	}

}
