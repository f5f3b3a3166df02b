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

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginRateLimitException;
import io.github.biginspring.error.BiginServerException;
import io.github.biginspring.error.BiginTransportException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.error.RequestState;
import io.github.biginspring.internal.call.BiginCall;

/**
 * Determines which failed calls may be repeated at all, whatever the policy says: none
 * that could take effect twice, and none that would fail again in the same way. The
 * status decides and never a code, because Bigin gives {@code LIMIT_EXCEEDED} also for a
 * request that is itself too large.
 */
final class RetryRule {

	private RetryRule() {
	}

	static boolean allows(BiginCall<?> call, Throwable failure) {
		if (!call.isBodyRepeatable() && !(failure instanceof BiginException known
				&& known.getErrorDetails().requestState() == RequestState.NOT_SENT)) {
			return false;
		}
		if (failure instanceof BiginRateLimitException) {
			return true;
		}
		if (failure instanceof BiginTransportException transport) {
			return !transport.isRequestSent() || call.isIdempotent();
		}
		if (failure instanceof BiginUnreadableResponseException unreadable
				&& unreadable.getErrorDetails().requestState() == RequestState.UNKNOWN) {
			return call.isIdempotent();
		}
		return failure instanceof BiginServerException server && isServerError(server.getStatus())
				&& call.isIdempotent();
	}

	private static boolean isServerError(@Nullable Integer status) {
		return status != null && status >= 500;
	}

}
