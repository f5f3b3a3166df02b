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

package io.github.biginspring.validation;

import org.jspecify.annotations.Nullable;

/**
 * A mismatch between a mapped type and the organisation.
 *
 * @param type the mapped type
 * @param kind what is wrong
 * @param name the API name that is concerned, of a module or of a field, or {@code null}
 * where the type has no mapping at all
 * @param suggestion the API name that was probably meant, or {@code null}
 * @param message what is wrong, where, and what to do
 * @since 0.1.0
 */
public record MappingProblem(Class<?> type, Kind kind, @Nullable String name, @Nullable String suggestion,
		String message) {

	@Override
	public String toString() {
		return this.message;
	}

	/**
	 * What can be wrong with a mapped type.
	 *
	 * @since 0.1.0
	 */
	public enum Kind {

		/**
		 * The type cannot be mapped at all.
		 */
		UNMAPPED_TYPE(true),

		/**
		 * The organisation has no such module, or calls cannot use it.
		 */
		UNKNOWN_MODULE(true),

		/**
		 * The module has no such field. The service leaves such names out without a word,
		 * so that the property would always be empty.
		 */
		UNKNOWN_FIELD(true),

		/**
		 * What the field holds cannot be read into the property.
		 */
		UNREADABLE_FIELD(true),

		/**
		 * The module lacks a field that a ready-made type names: no mistake of the
		 * application's.
		 */
		ABSENT_STANDARD_FIELD(false),

		/**
		 * The field is only read, and the property would be written. No mistake where
		 * records of the type are only read.
		 */
		READ_ONLY_FIELD(false);

		private final boolean error;

		Kind(boolean error) {
			this.error = error;
		}

		/**
		 * Whether it is certainly a mistake.
		 * @return {@code false} where it may be as it should
		 */
		public boolean isError() {
			return this.error;
		}

	}

}
