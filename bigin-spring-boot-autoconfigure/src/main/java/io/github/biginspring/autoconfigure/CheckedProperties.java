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
		return properties;
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
