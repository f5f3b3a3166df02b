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

package io.github.biginspring.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.util.unit.DataSize;

/**
 * Configuration properties of the Bigin client.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("bigin")
public class BiginProperties {

	/**
	 * Number of records in a page, 1 to 200, unless a query sets it.
	 */
	private int pageSize = 200;

	/**
	 * Maximum size of a response. A full page has more than 180 KB.
	 */
	private DataSize maxResponseSize = DataSize.ofMegabytes(4);

	/**
	 * Maximum time of a call, including waits and repetitions.
	 */
	private Duration callTimeout = Duration.ofMinutes(2);

	/**
	 * How long the reader of a streamed download may request nothing before the download
	 * is cancelled.
	 */
	private Duration maxReaderPause = Duration.ofMinutes(10);

	/**
	 * Whether the application's mapped types are checked against the organisation after
	 * the start.
	 */
	private MappingValidation validateMapping = MappingValidation.NONE;

	/**
	 * Further mapped types to check, beside those with '@BiginModule' in the
	 * application's packages. Ready-made ones, for instance.
	 */
	private List<Class<?>> validateMappingTypes = new ArrayList<>();

	@NestedConfigurationProperty
	private final Retry retry = new Retry();

	@NestedConfigurationProperty
	private final RateLimit rateLimit = new RateLimit();

	@NestedConfigurationProperty
	private final CreditProperties credits = new CreditProperties();

	@NestedConfigurationProperty
	private final CircuitBreakerProperties circuitBreaker = new CircuitBreakerProperties();

	@NestedConfigurationProperty
	private final MetadataProperties metadata = new MetadataProperties();

	public int getPageSize() {
		return this.pageSize;
	}

	public void setPageSize(int pageSize) {
		this.pageSize = pageSize;
	}

	public DataSize getMaxResponseSize() {
		return this.maxResponseSize;
	}

	public void setMaxResponseSize(DataSize maxResponseSize) {
		this.maxResponseSize = maxResponseSize;
	}

	public Duration getCallTimeout() {
		return this.callTimeout;
	}

	public void setCallTimeout(Duration callTimeout) {
		this.callTimeout = callTimeout;
	}

	public Duration getMaxReaderPause() {
		return this.maxReaderPause;
	}

	public void setMaxReaderPause(Duration maxReaderPause) {
		this.maxReaderPause = maxReaderPause;
	}

	public MappingValidation getValidateMapping() {
		return this.validateMapping;
	}

	public void setValidateMapping(MappingValidation validateMapping) {
		this.validateMapping = validateMapping;
	}

	public List<Class<?>> getValidateMappingTypes() {
		return this.validateMappingTypes;
	}

	public void setValidateMappingTypes(List<Class<?>> validateMappingTypes) {
		this.validateMappingTypes = validateMappingTypes;
	}

	public Retry getRetry() {
		return this.retry;
	}

	public RateLimit getRateLimit() {
		return this.rateLimit;
	}

	public CreditProperties getCredits() {
		return this.credits;
	}

	public CircuitBreakerProperties getCircuitBreaker() {
		return this.circuitBreaker;
	}

	public MetadataProperties getMetadata() {
		return this.metadata;
	}

	/**
	 * Retry.
	 */
	public static class Retry {

		/**
		 * Whether a failed call that may be repeated is repeated.
		 */
		private boolean enabled = true;

		/**
		 * Maximum number of attempts of a call, including the first. A 429 does not count
		 * during max-rate-limited.
		 */
		private int maxAttempts = 5;

		/**
		 * Pause before the first repetition, unless the service sets one. With jitter, it
		 * is up to twice as long.
		 */
		private Duration initialInterval = Duration.ofMillis(500);

		/**
		 * Factor by which pauses grow.
		 */
		private double multiplier = 2;

		/**
		 * Longest pause.
		 */
		private Duration maxInterval = Duration.ofSeconds(30);

		/**
		 * Longest Retry-After of the service that is respected.
		 */
		private Duration maxRetryAfter = Duration.ofMinutes(1);

		/**
		 * How long after the first 429 of a call a 429 uses up no attempt.
		 */
		private Duration maxRateLimited = Duration.ofMinutes(1);

		/**
		 * Budget that limits the repetitions of all calls together while the service
		 * fails: a repetition takes 5, a success gives back 1.
		 */
		private int budget = 500;

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public int getMaxAttempts() {
			return this.maxAttempts;
		}

		public void setMaxAttempts(int maxAttempts) {
			this.maxAttempts = maxAttempts;
		}

		public Duration getInitialInterval() {
			return this.initialInterval;
		}

		public void setInitialInterval(Duration initialInterval) {
			this.initialInterval = initialInterval;
		}

		public double getMultiplier() {
			return this.multiplier;
		}

		public void setMultiplier(double multiplier) {
			this.multiplier = multiplier;
		}

		public Duration getMaxInterval() {
			return this.maxInterval;
		}

		public void setMaxInterval(Duration maxInterval) {
			this.maxInterval = maxInterval;
		}

		public Duration getMaxRetryAfter() {
			return this.maxRetryAfter;
		}

		public void setMaxRetryAfter(Duration maxRetryAfter) {
			this.maxRetryAfter = maxRetryAfter;
		}

		public Duration getMaxRateLimited() {
			return this.maxRateLimited;
		}

		public void setMaxRateLimited(Duration maxRateLimited) {
			this.maxRateLimited = maxRateLimited;
		}

		public int getBudget() {
			return this.budget;
		}

		public void setBudget(int budget) {
			this.budget = budget;
		}

	}

	/**
	 * Rate limit.
	 */
	public static class RateLimit {

		/**
		 * Maximum number of requests in any period of one second. Maton allows 10 for an
		 * account.
		 */
		private double requestsPerSecond = 10;

		/**
		 * Additional requests that may go at once after a rest. A period of one second
		 * can then have that many more than the limit.
		 */
		private int burst;

		/**
		 * Maximum number of calls of one connection in flight.
		 */
		private int maxInFlight = 10;

		/**
		 * Maximum number of waiting calls of one priority; a further one is rejected at
		 * once.
		 */
		private int maxQueue = 10_000;

		/**
		 * Maximum wait of a call for its turn. Pauses after a 429 are added, up to as
		 * much again.
		 */
		private Duration maxWait = Duration.ofMinutes(1);

		/**
		 * Whether all instances of the application share the requests a second, through
		 * Redis.
		 */
		private boolean shared;

		/**
		 * Maximum time that a call waits for Redis. After that, this instance uses its
		 * local share until Redis is back.
		 */
		private Duration redisTimeout = Duration.ofMillis(100);

		/**
		 * Part of the requests a second that this instance uses while Redis cannot be
		 * reached, above 0 and up to 1. A quarter suits up to four instances.
		 */
		private double localShare = 0.25;

		public double getRequestsPerSecond() {
			return this.requestsPerSecond;
		}

		public void setRequestsPerSecond(double requestsPerSecond) {
			this.requestsPerSecond = requestsPerSecond;
		}

		public int getBurst() {
			return this.burst;
		}

		public void setBurst(int burst) {
			this.burst = burst;
		}

		public int getMaxInFlight() {
			return this.maxInFlight;
		}

		public void setMaxInFlight(int maxInFlight) {
			this.maxInFlight = maxInFlight;
		}

		public int getMaxQueue() {
			return this.maxQueue;
		}

		public void setMaxQueue(int maxQueue) {
			this.maxQueue = maxQueue;
		}

		public Duration getMaxWait() {
			return this.maxWait;
		}

		public void setMaxWait(Duration maxWait) {
			this.maxWait = maxWait;
		}

		public boolean isShared() {
			return this.shared;
		}

		public void setShared(boolean shared) {
			this.shared = shared;
		}

		public Duration getRedisTimeout() {
			return this.redisTimeout;
		}

		public void setRedisTimeout(Duration redisTimeout) {
			this.redisTimeout = redisTimeout;
		}

		public double getLocalShare() {
			return this.localShare;
		}

		public void setLocalShare(double localShare) {
			this.localShare = localShare;
		}

	}

}
