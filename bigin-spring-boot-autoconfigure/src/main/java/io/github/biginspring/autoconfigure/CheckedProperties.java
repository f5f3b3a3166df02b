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

import org.jspecify.annotations.Nullable;

import io.github.biginspring.limit.CreditLimit;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.query.PageSpec;

import static io.github.biginspring.autoconfigure.InvalidConfigurationException.check;
import static io.github.biginspring.autoconfigure.InvalidConfigurationException.checkNotNegative;
import static io.github.biginspring.autoconfigure.InvalidConfigurationException.checkPositive;

/**
 * Checks {@link BiginProperties}, so that a mistake is told when the application starts,
 * by the name of the property.
 */
final class CheckedProperties {

	private CheckedProperties() {
	}

	static BiginProperties of(BiginProperties properties) {
		check(properties.getPageSize() >= 1 && properties.getPageSize() <= PageSpec.MAX_PER_PAGE, "bigin.page-size",
				properties.getPageSize(), "a number from 1 to " + PageSpec.MAX_PER_PAGE);
		long size = properties.getMaxResponseSize().toBytes();
		check(size > 0 && size <= Integer.MAX_VALUE, "bigin.max-response-size", properties.getMaxResponseSize(),
				"a size from 1B to 2047MB, such as 4MB");
		BiginProperties.Retry retry = properties.getRetry();
		check(retry.getMaxAttempts() >= 1, "bigin.retry.max-attempts", retry.getMaxAttempts(), "a number from 1");
		check(retry.getMultiplier() >= 1 && retry.getMultiplier() <= 1000, "bigin.retry.multiplier",
				retry.getMultiplier(), "a number from 1 to 1000, such as 2");
		checkPositive("bigin.retry.initial-interval", retry.getInitialInterval(), "500ms");
		checkPositive("bigin.retry.max-interval", retry.getMaxInterval(), "30s");
		checkNotNegative("bigin.retry.max-retry-after", retry.getMaxRetryAfter(), "1m");
		checkNotNegative("bigin.retry.max-rate-limited", retry.getMaxRateLimited(), "1m");
		check(retry.getBudget() >= 0, "bigin.retry.budget", retry.getBudget(), "a number from 0");
		checkPositive("bigin.call-timeout", properties.getCallTimeout(), "2m");
		checkPositive("bigin.max-reader-pause", properties.getMaxReaderPause(), "10m");
		checkRateLimit(properties.getRateLimit());
		checkCredits(properties.getCredits());
		checkCircuitBreaker(properties.getCircuitBreaker());
		checkPositive("bigin.metadata.cache.time-to-live", properties.getMetadata().getCache().getTimeToLive(), "10m");
		return properties;
	}

	static RateLimit rateLimit(BiginProperties properties) {
		BiginProperties.RateLimit limit = of(properties).getRateLimit();
		return RateLimit.defaults()
			.withRequestsPerSecond(limit.getRequestsPerSecond())
			.withBurst(limit.getBurst())
			.withMaxInFlight(limit.getMaxInFlight())
			.withMaxQueue(limit.getMaxQueue())
			.withMaxWait(limit.getMaxWait());
	}

	private static void checkRateLimit(BiginProperties.RateLimit limit) {
		check(limit.getRequestsPerSecond() >= 0.1 && limit.getRequestsPerSecond() <= 100_000,
				"bigin.rate-limit.requests-per-second", limit.getRequestsPerSecond(), "a number from 0.1 to 100000");
		check(limit.getBurst() >= 0, "bigin.rate-limit.burst", limit.getBurst(), "a number from 0");
		check(limit.getMaxInFlight() >= 1, "bigin.rate-limit.max-in-flight", limit.getMaxInFlight(), "a number from 1");
		check(limit.getMaxQueue() >= 0, "bigin.rate-limit.max-queue", limit.getMaxQueue(), "a number from 0");
		checkPositive("bigin.rate-limit.max-wait", limit.getMaxWait(), "1m");
		checkPositive("bigin.rate-limit.redis-timeout", limit.getRedisTimeout(), "100ms");
		check(limit.getLocalShare() > 0 && limit.getLocalShare() <= 1, "bigin.rate-limit.local-share",
				limit.getLocalShare(), "a number above 0 and up to 1, such as 0.25");
	}

	static CreditLimit creditLimit(BiginProperties properties) {
		CreditProperties credits = of(properties).getCredits();
		Integer daily = credits.getDailyLimit();
		CreditLimit limit = (daily != null) ? CreditLimit.daily(daily) : CreditLimit.none();
		return limit.withWarnAt(credits.getWarnAt()).withRefuse(credits.isRefuse()).withReserve(credits.getReserve());
	}

	private static void checkCredits(CreditProperties credits) {
		Integer limit = credits.getDailyLimit();
		check(limit == null || limit >= 1, "bigin.credits.daily-limit", limit, "a number from 1, such as 5000");
		check(credits.getWarnAt() > 0 && credits.getWarnAt() <= 1, "bigin.credits.warn-at", credits.getWarnAt(),
				"a share above 0 and up to 1, such as 0.8");
		check(credits.getReserve() >= 0 && (limit == null || credits.getReserve() < limit), "bigin.credits.reserve",
				credits.getReserve(), "a number from 0 that is less than 'bigin.credits.daily-limit'");
		checkLimitIsKnown(limit, credits.isRefuse(), "bigin.credits.refuse", credits.isRefuse());
		checkLimitIsKnown(limit, credits.getReserve() > 0, "bigin.credits.reserve", credits.getReserve());
	}

	private static void checkLimitIsKnown(@Nullable Integer limit, boolean needed, String property, Object value) {
		if (needed && limit == null) {
			throw new InvalidConfigurationException(
					"The property '" + property + "' is " + value + ", but how many credits there are is not known.",
					"Set 'bigin.credits.daily-limit' to the credits that the organisation has for 24 hours.");
		}
	}

	private static void checkCircuitBreaker(CircuitBreakerProperties circuitBreaker) {
		check(circuitBreaker.getFailureRateThreshold() > 0 && circuitBreaker.getFailureRateThreshold() <= 100,
				"bigin.circuit-breaker.failure-rate-threshold", circuitBreaker.getFailureRateThreshold(),
				"a percentage above 0 and up to 100, such as 50");
		check(circuitBreaker.getSlidingWindowSize() >= 1, "bigin.circuit-breaker.sliding-window-size",
				circuitBreaker.getSlidingWindowSize(), "a number from 1");
		check(circuitBreaker.getMinimumNumberOfCalls() >= 1, "bigin.circuit-breaker.minimum-number-of-calls",
				circuitBreaker.getMinimumNumberOfCalls(), "a number from 1");
		check(circuitBreaker.getPermittedNumberOfCallsInHalfOpenState() >= 1,
				"bigin.circuit-breaker.permitted-number-of-calls-in-half-open-state",
				circuitBreaker.getPermittedNumberOfCallsInHalfOpenState(), "a number from 1");
		checkPositive("bigin.circuit-breaker.wait-duration-in-open-state", circuitBreaker.getWaitDurationInOpenState(),
				"30s");
	}

}
