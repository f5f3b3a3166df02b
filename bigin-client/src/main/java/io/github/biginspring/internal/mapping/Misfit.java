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

package io.github.biginspring.internal.mapping;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;

import io.github.biginspring.internal.MissingFieldException;

/**
 * What of a record does not fit its type, without any value, which can be personal.
 *
 * @param field the API name of the field, or {@code null} where it is not known
 * @param reason what is wrong with it
 * @since 0.1.0
 */
public record Misfit(@Nullable String field, String reason) {

	/**
	 * The misfit that a reading has failed with.
	 * @param exception what the reading of one record has failed with
	 * @return the misfit
	 */
	public static Misfit of(Exception exception) {
		if (exception instanceof MissingFieldException missing) {
			return new Misfit(missing.field(), String.valueOf(missing.getMessage()));
		}
		if (!(exception instanceof JacksonException json)) {
			return misfit(null, null);
		}
		Class<?> type = (json instanceof MismatchedInputException mismatch) ? mismatch.getTargetType() : null;
		return misfit(json.getPath().isEmpty() ? null : json.getPath().get(0).getPropertyName(),
				(type != null) ? type.getSimpleName() : null);
	}

	private static Misfit misfit(@Nullable String field, @Nullable String type) {
		return new Misfit(field, ((field != null) ? "field " + field : "a field") + " does not fit "
				+ ((type != null) ? "the type " + type : "its type"));
	}

	@Override
	public String toString() {
		return this.reason;
	}

}
