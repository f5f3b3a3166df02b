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

package io.github.biginspring.query;

/**
 * Thrown when a query that should find at most one record found several.
 *
 * @since 0.1.0
 */
public final class NonUniqueResultException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create the error.
	 */
	public NonUniqueResultException() {
		super("The query found more than one record: narrow it, or take first() or all()");
	}

}
