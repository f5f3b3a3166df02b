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

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a record with the same value in a unique field exists already: a contact's
 * email, the name of a company, a deal or a product, or a custom unique field (Bigin's
 * documentation). What to do: update the record {@link #getExistingId()}, or upsert.
 *
 * @since 0.1.0
 */
public final class BiginDuplicateException extends BiginInvalidRequestException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create the exception of a failed call.
	 * @param details the details of the failed call
	 */
	public BiginDuplicateException(ErrorDetails details) {
		super(details, BiginDuplicateException::nextStep);
	}

	/**
	 * Return the id of the record that is there already.
	 * @return the record id, or {@code null} where Bigin did not give one
	 */
	public @Nullable String getExistingId() {
		return existingId(getDetails());
	}

	private static @Nullable String existingId(Map<String, @Nullable Object> details) {
		// two shapes of the same fact: the newer one nests it
		if (details.get("duplicate_record") instanceof Map<?, ?> record && record.get("id") instanceof String id) {
			return id;
		}
		return (details.get("id") instanceof String id) ? id : null;
	}

	private static String nextStep(ErrorDetails details) {
		return (existingId(details.details()) != null) ? "Update the record of getExistingId(), or upsert."
				: "Update the record that is there, or upsert.";
	}

}
