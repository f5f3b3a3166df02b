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

package io.github.biginspring.sample;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.reactive.result.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;

import io.github.biginspring.error.BiginAuthenticationException;
import io.github.biginspring.error.BiginDuplicateException;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.error.BiginNotFoundException;
import io.github.biginspring.error.BiginPermissionException;
import io.github.biginspring.error.BiginRateLimitException;
import io.github.biginspring.error.BiginScopeException;
import io.github.biginspring.error.BiginTransportException;

/**
 * Turns what a call to Bigin can fail with into problem details (RFC 9457). The statuses
 * tell who can do something about it: 4xx whoever made the request, 5xx whoever runs this
 * application. What Spring itself refuses, such as an unknown path, is a problem detail
 * by {@link ResponseEntityExceptionHandler}.
 */
@RestControllerAdvice
class BiginExceptionHandler extends ResponseEntityExceptionHandler {

	// refused by the client before any call: an id that is none, a page size of 500
	@ExceptionHandler
	ProblemDetail handle(IllegalArgumentException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail handle(BiginInvalidRequestException ex) {
		return refusal(HttpStatus.UNPROCESSABLE_CONTENT, "Bigin refused the request", ex);
	}

	@ExceptionHandler
	ProblemDetail handle(BiginDuplicateException ex) {
		ProblemDetail problem = refusal(HttpStatus.CONFLICT, "There is such a record already", ex);
		set(problem, "existingId", ex.getExistingId());
		return problem;
	}

	@ExceptionHandler
	ProblemDetail handle(BiginNotFoundException ex) {
		return problem(HttpStatus.NOT_FOUND, "Bigin has no such thing", ex);
	}

	@ExceptionHandler
	ProblemDetail handle(BiginPermissionException ex) {
		return problem(HttpStatus.FORBIDDEN, "The user behind the connection may not do this in Bigin", ex);
	}

	// not 429, which would blame one caller: the limits are those of the whole account
	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(BiginRateLimitException ex) {
		ResponseEntity.BodyBuilder response = ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE);
		Duration retryAfter = ex.getRetryAfter();
		if (retryAfter != null) {
			response.header(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.plusMillis(999).toSeconds()));
		}
		return response.body(problem(HttpStatus.SERVICE_UNAVAILABLE, "Bigin takes no more requests for now", ex));
	}

	// not 401, which would ask the caller for credentials: those at fault are our own
	@ExceptionHandler
	ProblemDetail handle(BiginAuthenticationException ex) {
		return problem(HttpStatus.BAD_GATEWAY, "The API key or the connection is no longer good", ex);
	}

	@ExceptionHandler
	ProblemDetail handle(BiginScopeException ex) {
		return problem(HttpStatus.BAD_GATEWAY, "The connection lacks an OAuth scope for this", ex);
	}

	@ExceptionHandler
	ProblemDetail handle(BiginTransportException ex) {
		return problem(HttpStatus.GATEWAY_TIMEOUT, "No response came from Bigin", ex);
	}

	// what is left: a failing service, and responses that cannot be read
	@ExceptionHandler
	ProblemDetail handle(BiginException ex) {
		return problem(HttpStatus.BAD_GATEWAY, "Bigin failed", ex);
	}

	@Override
	protected Mono<ResponseEntity<Object>> handleServerWebInputException(ServerWebInputException ex,
			HttpHeaders headers, HttpStatusCode status, ServerWebExchange exchange) {
		MethodParameter parameter = ex.getMethodParameter();
		if (parameter != null) {
			ex.getBody().setDetail(describe(parameter));
		}
		return super.handleServerWebInputException(ex, headers, status, exchange);
	}

	private static String describe(MethodParameter parameter) {
		return parameter.hasParameterAnnotation(RequestBody.class)
				? "The body has to be one JSON object, with the field names of Bigin's API"
				: "The parameter " + parameter.getParameterName() + " has to be of type "
						+ parameter.getParameterType().getSimpleName();
	}

	private ProblemDetail refusal(HttpStatus status, String title, BiginInvalidRequestException ex) {
		ProblemDetail problem = problem(status, title, ex);
		set(problem, "field", ex.getField());
		set(problem, "jsonPath", ex.getJsonPath());
		return problem;
	}

	private ProblemDetail problem(HttpStatus status, String title, BiginException ex) {
		if (status.is5xxServerError()) {
			logger.warn(ex.getMessage());
		}
		// which call, status and code, and Bigin's own words: no key, no connection's URL
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, ex.getMessage());
		problem.setTitle(title);
		set(problem, "code", ex.getCode());
		if (ex.isOutcomeUnknown() && !HttpMethod.GET.equals(ex.getMethod())) {
			// a create must not be made again without looking first
			problem.setProperty("outcomeUnknown", true);
		}
		return problem;
	}

	private static void set(ProblemDetail problem, String property, @Nullable Object value) {
		if (value != null) {
			problem.setProperty(property, value);
		}
	}

}
