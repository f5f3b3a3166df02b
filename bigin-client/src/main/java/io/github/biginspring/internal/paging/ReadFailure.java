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

package io.github.biginspring.internal.paging;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.ErrorDetails;

/**
 * Why a reading of many pages cannot simply go on.
 */
public enum ReadFailure {

	/**
	 * The token of the next page does not hold any more.
	 */
	TOKEN_EXPIRED("EXPIRED_VALUE", "TOKEN_BOUND_DATA_MISMATCH"),

	/**
	 * The service gives no more records in this way.
	 */
	LIMIT_REACHED("LIMIT_REACHED", "LIMIT_EXCEEDED", "DISCRETE_PAGINATION_LIMIT_EXCEEDED");

	private final Set<String> codes;

	ReadFailure(String... codes) {
		this.codes = Set.of(codes);
	}

	public static @Nullable ReadFailure of(Throwable failure) {
		if (failure instanceof BiginException exception && Integer.valueOf(400).equals(exception.getStatus())
				&& exception.getCode() != null) {
			for (ReadFailure kind : values()) {
				if (kind.codes.contains(exception.getCode())) {
					return kind;
				}
			}
		}
		return null;
	}

	/**
	 * Add to a failure what can be done.
	 * @param exception the failure of a call that got a response
	 * @param advice what can be done
	 * @return the same failure, which says so
	 */
	public static BiginException explained(BiginException exception, String advice) {
		ErrorDetails failure = exception.getErrorDetails();
		Integer status = failure.status();
		return ErrorDetails.responded(failure.method(), failure.pathTemplate(), (status != null) ? status : 400)
			.code(failure.code())
			.details(failure.details())
			.message(failure.message())
			.operation(failure.operation())
			.module(failure.module())
			.connectionId(failure.connectionId())
			.nextStep(advice)
			.cause(exception)
			.toException();
	}

}
