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

package io.github.biginspring.internal.exchange;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginUnavailableException;
import io.github.biginspring.error.ErrorDetails;

/**
 * What attempts fail with.
 */
final class Failures {

	private Failures() {
	}

	static BiginException rateLimited(@Nullable Duration retryAfter) {
		return ErrorDetails.responded(HttpMethod.GET, "/bigin/v2/{module}", 429).retryAfter(retryAfter).toException();
	}

	static BiginException failed(int status) {
		return ErrorDetails.responded(HttpMethod.GET, "/bigin/v2/{module}", status).toException();
	}

	static BiginException failed(int status, String code) {
		return ErrorDetails.responded(HttpMethod.GET, "/bigin/v2/{module}", status).code(code).toException();
	}

	static BiginException notSent() {
		return ErrorDetails.notSent(HttpMethod.GET, "/bigin/v2/{module}").toException();
	}

	static BiginException responseLost() {
		return ErrorDetails.responseLost(HttpMethod.GET, "/bigin/v2/{module}").toException();
	}

	static BiginException unavailable() {
		return new BiginUnavailableException(ErrorDetails.notSent(HttpMethod.GET, "/bigin/v2/{module}")
			.message("the circuit breaker is open")
			.retryAfter(Duration.ofSeconds(30))
			.build());
	}

}
