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

package io.github.biginspring.autoconfigure.actuate;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

import io.github.biginspring.BiginCreditLedger;
import io.github.biginspring.BiginOperations;
import io.github.biginspring.BiginRateLimiter;
import io.github.biginspring.BiginTemplate;
import io.github.biginspring.autoconfigure.DefaultOperations;
import io.github.biginspring.circuitbreaker.CallCircuitBreaker;
import io.github.biginspring.limit.RateLimiterStatus;
import io.github.biginspring.notification.KeptChannel;
import io.github.biginspring.notification.WatchRenewal;

/**
 * The Actuator endpoint {@code bigin}, which shows the current state of the client. It
 * does not call the service, creates no bean, and shows no key, URL or token.
 *
 * @since 0.1.0
 */
@Endpoint(id = "bigin", defaultAccess = Access.READ_ONLY)
public final class BiginEndpoint {

	private final ConfigurableListableBeanFactory beanFactory;

	private final ObjectProvider<CallCircuitBreaker> circuitBreaker;

	private final ObjectProvider<WatchRenewal> renewal;

	private final InstantSource clock;

	BiginEndpoint(ConfigurableListableBeanFactory beanFactory, ObjectProvider<CallCircuitBreaker> circuitBreaker,
			ObjectProvider<WatchRenewal> renewal, InstantSource clock) {
		this.beanFactory = beanFactory;
		this.circuitBreaker = circuitBreaker;
		this.renewal = renewal;
		this.clock = clock;
	}

	/**
	 * Return what the client does now.
	 * @return the connections by name, and what they have in common
	 */
	@ReadOperation
	public BiginDescriptor status() {
		Map<String, ConnectionDescriptor> connections = new LinkedHashMap<>();
		for (String bean : this.beanFactory.getBeanNamesForType(BiginOperations.class, false, false)) {
			// one that is lazy has done nothing yet, and is not made for this
			if (this.beanFactory.containsSingleton(bean)
					&& this.beanFactory.getBean(bean) instanceof BiginOperations operations) {
				connections.put(DefaultOperations.connectionName(bean), describe(operations));
			}
		}
		CallCircuitBreaker breaker = this.circuitBreaker.getIfUnique();
		WatchRenewal kept = this.renewal.getIfUnique();
		// an object, since Resilience4j need not be there
		@Nullable Object state = (breaker != null) ? breaker.state() : null;
		return new BiginDescriptor(connections, (state != null) ? state.toString() : null,
				(kept != null) ? kept.channels().stream().map(ChannelDescriptor::of).toList() : null);
	}

	private ConnectionDescriptor describe(BiginOperations operations) {
		BiginTemplate template = DefaultOperations.template(operations);
		if (template == null) {
			return new ConnectionDescriptor(operations.connectionId(), null, null);
		}
		// a mock has none of these, and a limiter that is one no status
		@Nullable BiginRateLimiter limiter = template.rateLimiter();
		BiginCreditLedger credits = template.creditLedger();
		String id = template.connectionId();
		@Nullable RateLimiterStatus status = (limiter != null) ? limiter.status() : null;
		return new ConnectionDescriptor(id, (status != null) ? describe(status) : null,
				(credits != null) ? describe(credits, id) : null);
	}

	private RateLimiterDescriptor describe(RateLimiterStatus status) {
		Instant pausedUntil = status.pausedFor().isZero() ? null
				: this.clock.instant().plus(status.pausedFor()).truncatedTo(ChronoUnit.MILLIS);
		return new RateLimiterDescriptor(status.requestsPerSecond(), status.limit().requestsPerSecond(),
				status.waiting(), status.inFlight(), pausedUntil);
	}

	private static CreditsDescriptor describe(BiginCreditLedger credits, @Nullable String connectionId) {
		return (connectionId != null)
				? new CreditsDescriptor(credits.used(connectionId), credits.remaining(connectionId))
				: new CreditsDescriptor(credits.used(), credits.remaining());
	}

	/**
	 * What the client does now.
	 *
	 * @param connections the connections by name, as in the health of {@code maton}
	 * @param circuitBreaker the state of the circuit breaker that all connections share,
	 * or {@code null} where there is none
	 * @param channels the channels that are kept alive, or {@code null} where none are to
	 * be
	 * @since 0.1.0
	 */
	public record BiginDescriptor(Map<String, ConnectionDescriptor> connections, @Nullable String circuitBreaker,
			@Nullable List<ChannelDescriptor> channels) implements OperationResponseBody {

	}

	/**
	 * What the client does on one connection.
	 *
	 * @param connectionId the id that is configured, or {@code null} where the gateway
	 * chooses
	 * @param rateLimiter the rate limiter, which connections with the same API key share,
	 * or {@code null} if the bean is not a {@code BiginTemplate}
	 * @param credits the credits, or {@code null} where they are not counted
	 * @since 0.1.0
	 */
	public record ConnectionDescriptor(@Nullable String connectionId, @Nullable RateLimiterDescriptor rateLimiter,
			@Nullable CreditsDescriptor credits) {

	}

	/**
	 * What a rate limiter does now.
	 *
	 * @param requestsPerSecond the requests a second that it now allows
	 * @param configuredRequestsPerSecond the requests a second that are configured
	 * @param waiting how many calls wait for their turn
	 * @param inFlight how many calls are in flight
	 * @param pausedUntil until when all calls pause, or {@code null} where they do not
	 * @since 0.1.0
	 */
	public record RateLimiterDescriptor(double requestsPerSecond, double configuredRequestsPerSecond, int waiting,
			int inFlight, @Nullable Instant pausedUntil) {

	}

	/**
	 * The credits of a connection.
	 *
	 * @param used the credits that this process has used in the last 24 hours
	 * @param remaining the credits that are left, or {@code null} where that is not known
	 * @since 0.1.0
	 */
	public record CreditsDescriptor(long used, @Nullable Long remaining) {

	}

	/**
	 * A channel that is kept alive.
	 *
	 * @param id the id of the channel
	 * @param expiresAt when it expires unless it is renewed, or {@code null} where it is
	 * not subscribed to yet
	 * @since 0.1.0
	 */
	public record ChannelDescriptor(String id, @Nullable Instant expiresAt) {

		private static ChannelDescriptor of(KeptChannel channel) {
			return new ChannelDescriptor(channel.channelId(), channel.expiresAt());
		}

	}

}
