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

package io.github.biginspring.notification;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.Failure;

/**
 * Keeps a token out of an exception, which shows what the service says: that may repeat
 * what it was sent.
 */
final class TokenMask {

	private static final String MASK = "******";

	private TokenMask() {
	}

	static BiginException apply(BiginException exception, @Nullable NotificationToken token) {
		Failure failure = exception.getFailure();
		Integer status = failure.status();
		if (token == null || status == null || !shows(failure, token.value())) {
			return exception;
		}
		return Failure.answered(failure.method(), failure.pathTemplate(), status)
			.code(masked(failure.code(), token))
			.message(masked(failure.message(), token))
			.details(masked(failure.details(), token))
			.retryAfter(failure.retryAfter())
			.toException();
	}

	private static boolean shows(Failure failure, String token) {
		return failure.toString().contains(token) || failure.details().toString().contains(token);
	}

	private static @Nullable String masked(@Nullable String text, NotificationToken token) {
		return (text != null) ? text.replace(token.value(), MASK) : null;
	}

	private static Map<String, @Nullable Object> masked(Map<String, @Nullable Object> details,
			NotificationToken token) {
		Map<String, @Nullable Object> masked = new LinkedHashMap<>();
		details
			.forEach((name, value) -> masked.put(name, String.valueOf(value).contains(token.value()) ? MASK : value));
		return masked;
	}

}
