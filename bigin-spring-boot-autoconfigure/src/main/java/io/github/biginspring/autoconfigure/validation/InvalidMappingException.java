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

package io.github.biginspring.autoconfigure.validation;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.validation.MappingReport;

/**
 * Mapped types do not fit the organisation, or could not be checked.
 */
class InvalidMappingException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	InvalidMappingException(MappingReport report) {
		super("Mapped types do not fit the organisation:\n" + report);
	}

	InvalidMappingException(@Nullable Throwable cause) {
		super("Whether the mapped types fit the organisation could not be checked: " + cause, cause);
	}

}
