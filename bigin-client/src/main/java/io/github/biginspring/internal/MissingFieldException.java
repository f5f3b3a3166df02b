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

package io.github.biginspring.internal;

/**
 * Thrown where a record came without a field that has to be compared, so that nobody can
 * tell whether the record is one that was asked for.
 *
 * @since 0.1.0
 */
public final class MissingFieldException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String field;

	/**
	 * Create the exception.
	 * @param field the API name of the field
	 */
	public MissingFieldException(String field) {
		super("field " + field + " did not come, so that nobody can tell whether it is equal:"
				+ " 'matches' leaves the comparison to Bigin", null, false, false);
		this.field = field;
	}

	/**
	 * Return the field that did not come.
	 * @return its API name
	 */
	public String field() {
		return this.field;
	}

}
