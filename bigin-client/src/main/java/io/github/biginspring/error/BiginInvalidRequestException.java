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

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when Bigin rejected a request or a record because of its content. What to do:
 * correct it; {@link #getCode()} and {@link #getField()} say where.
 *
 * @since 0.1.0
 */
public class BiginInvalidRequestException extends BiginException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create the exception of a failed call.
	 * @param details the details of the failed call
	 */
	public BiginInvalidRequestException(ErrorDetails details) {
		super(details, BiginInvalidRequestException::nextStep);
	}

	BiginInvalidRequestException(ErrorDetails details, Function<ErrorDetails, @Nullable String> nextStep) {
		super(details, nextStep);
	}

	/**
	 * Return the API name of the field that was rejected.
	 * @return the field's API name, such as {@code Last_Name}, or {@code null} where
	 * Bigin did not name one
	 */
	public @Nullable String getField() {
		return (getDetails().get("api_name") instanceof String name) ? name : null;
	}

	/**
	 * Return where in the request the rejected value stands.
	 * @return a JSON path, such as {@code $.data[1].Last_Name}, or {@code null}
	 */
	public @Nullable String getJsonPath() {
		return (getDetails().get("json_path") instanceof String path) ? path : null;
	}

	private static @Nullable String nextStep(ErrorDetails details) {
		if (details.requestState() == RequestState.NOT_SENT) {
			return null;
		}
		return (details.details().get("api_name") instanceof String field) ? "Correct the value of " + field + "."
				: "Correct the request.";
	}

}
