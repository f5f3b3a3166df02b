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

import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.paging.PageRequest;

/**
 * Checks {@link BiginProperties}, so that a mistake is told when the application starts,
 * by the name of the property.
 */
final class CheckedProperties {

	private CheckedProperties() {
	}

	static BiginProperties of(BiginProperties properties) {
		check(properties.getPageSize() >= 1 && properties.getPageSize() <= PageRequest.MOST_PER_PAGE, "bigin.page-size",
				properties.getPageSize(), "a number from 1 to " + PageRequest.MOST_PER_PAGE);
		long size = properties.getMaxAnswerSize().toBytes();
		check(size > 0 && size <= Integer.MAX_VALUE, "bigin.max-answer-size", properties.getMaxAnswerSize(),
				"a size from 1B to 2047MB, such as 4MB");
		BiginProperties.Retry retry = properties.getRetry();
		check(retry.getMaxAttempts() >= 1, "bigin.retry.max-attempts", retry.getMaxAttempts(), "a number from 1");
		check(retry.getMultiplier() >= 1, "bigin.retry.multiplier", retry.getMultiplier(), "a number from 1");
		checkPositive("bigin.retry.initial-interval", retry.getInitialInterval());
		checkPositive("bigin.retry.max-interval", retry.getMaxInterval());
		check(!retry.getMaxRetryAfter().isNegative(), "bigin.retry.max-retry-after", retry.getMaxRetryAfter(),
				"a duration that is not negative, such as 1m");
		check(retry.getBudget() >= 0, "bigin.retry.budget", retry.getBudget(), "a number from 0");
		checkPositive("bigin.call-timeout", properties.getCallTimeout());
		check(properties.getRateLimit());
		return properties;
	}

	static RateLimit rateLimit(BiginProperties properties) {
		BiginProperties.RateLimit limit = of(properties).getRateLimit();
		return new RateLimit(limit.getRequestsPerSecond(), limit.getBurst(), limit.getMaxInFlight(),
				limit.getMaxQueue(), limit.getMaxWait());
	}

	private static void check(BiginProperties.RateLimit limit) {
		check(limit.getRequestsPerSecond() >= 0.1 && limit.getRequestsPerSecond() <= 100_000,
				"bigin.rate-limit.requests-per-second", limit.getRequestsPerSecond(), "a number from 0.1 to 100000");
		check(limit.getBurst() >= 0, "bigin.rate-limit.burst", limit.getBurst(), "a number from 0");
		check(limit.getMaxInFlight() >= 1, "bigin.rate-limit.max-in-flight", limit.getMaxInFlight(), "a number from 1");
		check(limit.getMaxQueue() >= 0, "bigin.rate-limit.max-queue", limit.getMaxQueue(), "a number from 0");
		checkPositive("bigin.rate-limit.max-wait", limit.getMaxWait());
	}

	private static void checkPositive(String property, Duration value) {
		check(value.toMillis() > 0, property, value, "a duration of 1ms or more, such as 500ms");
	}

	private static void check(boolean valid, String property, Object value, String wanted) {
		if (!valid) {
			throw new InvalidConfigurationException("The property '" + property + "' cannot be " + value + ".",
					"Set '" + property + "' to " + wanted + ".");
		}
	}

}
