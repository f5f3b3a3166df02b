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

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import org.springframework.core.io.buffer.DataBufferLimitException;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginResponse;
import io.github.biginspring.internal.call.ReportedFailureException;
import io.github.biginspring.internal.call.UnfitRecordException;

/**
 * Reads responses whose body is in memory, or says what is wrong with them.
 */
final class ResponseReading {

	private final ResponseFailures failures;

	ResponseReading(ResponseFailures failures) {
		this.failures = failures;
	}

	<T> @Nullable T read(BiginCall<T> call, BiginResponse response) {
		if (isSuccess(call, response)) {
			requireBody(call, response);
			if (this.failures.isReported(response)) {
				throw this.failures.toException(call, response);
			}
			return readBody(call, response);
		}
		if (call.perRecordStatus() && this.failures.tellsOfRecords(response)) {
			return readBody(call, response);
		}
		BiginException failure = this.failures.toException(call, response);
		if (call.ignoresNotFoundOnRetry() && ResponseFailures.isGone(failure)) {
			return readBody(call, response.gone());
		}
		throw failure;
	}

	private static boolean isSuccess(BiginCall<?> call, BiginResponse response) {
		return response.status() >= 200 && response.status() < 300 || call.isNotModified(response.status());
	}

	// an empty success is a response whose body was lost on the way, and not "nothing"
	private static void requireBody(BiginCall<?> call, BiginResponse response) {
		if (response.isEmpty() && !call.isBodyOptional(response.status())) {
			throw new BiginUnreadableResponseException(call.bodyLost(response.status())
				.message("status " + response.status() + " without a body")
				.build());
		}
	}

	private <T> @Nullable T readBody(BiginCall<T> call, BiginResponse response) {
		try {
			return call.reader().read(response);
		}
		catch (BiginException ex) {
			throw ex;
		}
		catch (ReportedFailureException ex) {
			throw this.failures.toException(call, response);
		}
		catch (UnfitRecordException ex) {
			throw unreadable(call, response, String.valueOf(ex.getMessage()));
		}
		catch (JacksonException ex) {
			// neither the body nor Jackson's message: both can hold personal data
			String where = ex.getPath().isEmpty() ? "not the JSON that was expected"
					: "not as expected at " + ResponseFailures.path(ex);
			throw unreadable(call, response, "the response is " + where);
		}
		catch (Throwable ex) {
			// also what Reactor would throw past the subscriber, which would wait for
			// ever
			throw unreadable(call, response, "the response's reader failed with " + ex.getClass().getName());
		}
	}

	/**
	 * Return what a response fails with whose body is larger than the client takes.
	 * @param call the call
	 * @param response the response, without its body
	 * @param limit how many bytes the client takes
	 * @return the failure
	 */
	BiginException tooLarge(BiginCall<?> call, BiginResponse response, int limit) {
		if (!isSuccess(call, response)) {
			// its status says more than its size
			return this.failures.toException(call, response);
		}
		return new BiginUnreadableResponseException(response.failure(call.method(), call.pathTemplate())
			.message("the response is larger than the client takes (bigin.max-response-size)")
			.nextStep("Raise bigin.max-response-size, or ask for less at once.")
			.cause(new DataBufferLimitException("Exceeded limit on max bytes to buffer : " + limit))
			.build());
	}

	private static BiginException unreadable(BiginCall<?> call, BiginResponse response, String message) {
		return new BiginUnreadableResponseException(
				response.failure(call.method(), call.pathTemplate()).message(message).build());
	}

}
