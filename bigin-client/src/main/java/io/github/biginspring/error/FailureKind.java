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

package io.github.biginspring.error;

import java.util.Locale;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Sorts failures by what the caller can do. The status decides; a code only where one
 * status has several meanings, because the service may give any code with any 4xx.
 */
enum FailureKind {

	NO_CONNECTION(BiginNoConnectionException::new),

	AUTHENTICATION(BiginAuthenticationException::new),

	SCOPE(BiginScopeException::new),

	PERMISSION(BiginPermissionException::new),

	NOT_FOUND(BiginNotFoundException::new),

	DUPLICATE(BiginDuplicateException::new),

	INVALID_REQUEST(BiginInvalidRequestException::new),

	RATE_LIMIT(BiginRateLimitException::new),

	SERVER(BiginServerException::new),

	TRANSPORT(BiginTransportException::new),

	UNREADABLE(BiginUnreadableResponseException::new);

	private static final String BULK_PATH = "/bigin/bulk/";

	private static final String MISSING_CONNECTION = "missing connection";

	private final Function<ErrorDetails, BiginException> exception;

	FailureKind(Function<ErrorDetails, BiginException> exception) {
		this.exception = exception;
	}

	BiginException toException(ErrorDetails failure) {
		return this.exception.apply(failure);
	}

	static FailureKind of(ErrorDetails failure) {
		Integer status = failure.status();
		if (status == null) {
			return TRANSPORT;
		}
		if (status == 429) {
			return RATE_LIMIT;
		}
		if (status >= 500) {
			return SERVER;
		}
		String code = (failure.code() != null) ? failure.code() : "";
		return switch (code) {
			case "OAUTH_SCOPE_MISMATCH" -> SCOPE;
			case "AUTHENTICATION_FAILURE", "INVALID_TOKEN" -> AUTHENTICATION;
			case "NO_PERMISSION" -> PERMISSION;
			case "DUPLICATE_DATA" -> DUPLICATE;
			case "RESOURCE_NOT_FOUND", "INVALID_MODULE", "INVALID_URL_PATTERN" -> NOT_FOUND;
			case "INTERNAL_ERROR" -> SERVER;
			case "TOO_MANY_REQUESTS" -> areTooManyJobs(failure) ? RATE_LIMIT : byStatus(status);
			default -> isConnectionMissing(failure, status) ? NO_CONNECTION : byStatus(status);
		};
	}

	// the one limit that is told with 400; elsewhere the status alone says what a limit
	// is
	private static boolean areTooManyJobs(ErrorDetails failure) {
		return failure.pathTemplate().startsWith(BULK_PATH);
	}

	// the gateway gives no code with it, and Bigin gives one with all that it refuses
	private static boolean isConnectionMissing(ErrorDetails failure, int status) {
		return status == 400 && failure.code() == null && saysSo(failure.message());
	}

	private static boolean saysSo(@Nullable String message) {
		return message != null && message.toLowerCase(Locale.ROOT).contains(MISSING_CONNECTION);
	}

	private static FailureKind byStatus(int status) {
		return switch (status) {
			case 401 -> AUTHENTICATION;
			case 403 -> PERMISSION;
			case 404 -> NOT_FOUND;
			// a refused record stands in a response that is itself a success
			case 200, 201, 202, 207 -> INVALID_REQUEST;
			default -> (status >= 400) ? INVALID_REQUEST : UNREADABLE;
		};
	}

}
