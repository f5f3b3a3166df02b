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

package io.github.biginspring.internal.call;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Thrown by a reader where a response of success reports a failure in place of what was
 * asked for. The exchange makes of it the exception of that failure.
 *
 * @since 0.1.0
 */
public final class ReportedFailureException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private static final byte[] ERROR = { '"', 'e', 'r', 'r', 'o', 'r', '"' };

	public ReportedFailureException() {
		super(null, null, false, false);
	}

	/**
	 * Whether a body can hold the report of a failure at all, which is far cheaper to
	 * find out than to parse it.
	 * @param body the body
	 * @return {@code false} where it holds none for certain
	 */
	public static boolean isPossible(byte[] body) {
		for (int i = 0; i <= body.length - ERROR.length; i++) {
			if (body[i] == '"' && startsAt(body, i)) {
				return true;
			}
		}
		return false;
	}

	private static boolean startsAt(byte[] body, int at) {
		for (int i = 1; i < ERROR.length; i++) {
			if (body[at + i] != ERROR[i]) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Whether a value is the report of a failure.
	 * @param value the value, such as an element of {@code data} or the whole body
	 * @return {@code true} if it is an object that has a {@code code} and its
	 * {@code status} is {@code error}
	 */
	public static boolean isReport(@Nullable Object value) {
		return value instanceof Map<?, ?> entry && entry.get("code") instanceof String
				&& entry.get("status") instanceof String status && "error".equalsIgnoreCase(status);
	}

	/**
	 * Whether one of several objects is the report of a failure.
	 * @param entries the objects
	 * @return {@code true} if one is
	 */
	public static boolean isReportIn(List<?> entries) {
		return entries.stream().anyMatch(ReportedFailureException::isReport);
	}

}
