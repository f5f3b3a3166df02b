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

import io.github.biginspring.error.BiginCreditLimitException;
import io.github.biginspring.error.BiginDuplicateException;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.error.BiginNotFoundException;
import io.github.biginspring.error.BiginOverloadException;
import io.github.biginspring.error.BiginPermissionException;
import io.github.biginspring.error.BiginRateLimitException;
import io.github.biginspring.error.BiginShutdownException;
import io.github.biginspring.error.BiginTimeoutException;
import io.github.biginspring.error.BiginTransportException;
import io.github.biginspring.error.BiginUnavailableException;
import io.github.biginspring.model.BiginRecord;

/**
 * Turns what a call to Bigin can fail with into problem details (RFC 9457). The statuses
 * tell who can do something about it: 4xx whoever made the request, 5xx whoever runs this
 * application. What Spring itself refuses, such as an unknown path, is a problem detail
 * by {@link ResponseEntityExceptionHandler}. The detail is for those who call this API,
 * the title and the advice are for those who use the page.
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
		return refusal(HttpStatus.UNPROCESSABLE_CONTENT, ex);
	}

	@ExceptionHandler
	ProblemDetail handle(BiginDuplicateException ex) {
		ProblemDetail problem = refusal(HttpStatus.CONFLICT, ex);
		set(problem, "existingId", ex.getExistingId());
		return problem;
	}

	@ExceptionHandler
	ProblemDetail handle(BiginNotFoundException ex) {
		return problem(HttpStatus.NOT_FOUND, ex);
	}

	@ExceptionHandler
	ProblemDetail handle(BiginPermissionException ex) {
		return problem(HttpStatus.FORBIDDEN, ex);
	}

	// not 429, which would blame one caller: the limits are those of the whole account
	@ExceptionHandler({ BiginRateLimitException.class, BiginUnavailableException.class, BiginShutdownException.class })
	ResponseEntity<ProblemDetail> handleUnavailable(BiginException ex) {
		return unavailable(ex, ex.getRetryAfter());
	}

	// as long as a call waits for its turn before it is rejected
	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(BiginOverloadException ex) {
		return unavailable(ex, Duration.ofMinutes(1));
	}

	// credits come free one by one, a day after each was used
	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(BiginCreditLimitException ex) {
		return unavailable(ex, Duration.ofHours(1));
	}

	@ExceptionHandler({ BiginTransportException.class, BiginTimeoutException.class })
	ProblemDetail handleLost(BiginException ex) {
		return problem(HttpStatus.GATEWAY_TIMEOUT, ex);
	}

	// what is left: a failing service, responses that cannot be read, and credentials
	// that
	// are no longer good. Not 401, which would ask the caller for some: these are our own
	@ExceptionHandler
	ProblemDetail handle(BiginException ex) {
		return problem(HttpStatus.BAD_GATEWAY, ex);
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
		if (parameter.hasParameterAnnotation(RequestBody.class)) {
			return BiginRecord.class.isAssignableFrom(parameter.getParameterType())
					? "The body has to be one JSON object, with the field names of Bigin's API"
					: "The body has to be one JSON object, with values of the right types";
		}
		return "The parameter " + parameter.getParameterName() + " has to be of type "
				+ parameter.getParameterType().getSimpleName();
	}

	private ResponseEntity<ProblemDetail> unavailable(BiginException ex, @Nullable Duration retryAfter) {
		ResponseEntity.BodyBuilder response = ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE);
		if (retryAfter != null) {
			response.header(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.plusMillis(999).toSeconds()));
		}
		return response.body(problem(HttpStatus.SERVICE_UNAVAILABLE, ex));
	}

	private ProblemDetail refusal(HttpStatus status, BiginInvalidRequestException ex) {
		ProblemDetail problem = problem(status, ex);
		set(problem, "field", ex.getField());
		set(problem, "jsonPath", ex.getJsonPath());
		return problem;
	}

	private ProblemDetail problem(HttpStatus status, BiginException ex) {
		if (status.is5xxServerError()) {
			logger.warn(ex.getMessage());
		}
		Explanation explanation = Explanation.of(ex);
		// which call, status and code, and Bigin's own words: no key, no connection's URL
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, ex.getMessage());
		problem.setTitle(explanation.title());
		problem.setProperty("advice", explanation.advice());
		set(problem, "code", ex.getCode());
		if (ex.isOutcomeUnknown() && Explanation.isWrite(ex)) {
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
