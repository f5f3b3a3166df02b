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
package io.github.biginspring.observation;

import java.util.Set;

import io.github.biginspring.internal.BoundedValues;

/**
 * Bigin's error codes that are told apart in metrics. The code of a response is whatever
 * the service says, or what stands between; as it is, it could be any text.
 */
final class ErrorCodes {

	private static final Set<String> KNOWN = Set.of("ALREADY_USED", "AMBIGUITY_DURING_PROCESSING",
			"AUTHENTICATION_FAILURE", "CANNOT_DELETE", "CANNOT_PERFORM_ACTION", "DATA_MISMATCH",
			"DEPENDENT_FIELD_MISSING", "DISCRETE_PAGINATION_LIMIT_EXCEEDED", "DUPLICATE_ALIAS", "DUPLICATE_DATA",
			"EXPECTED_FIELD_MISSING", "EXPECTED_PARAM_MISSING", "FEATURE_NOT_SUPPORTED",
			"FILE_SIZE_MORE_THAN_ALLOWED_SIZE", "INTERNAL_ERROR", "INVALID_ALIAS", "INVALID_DATA", "INVALID_MODULE",
			"INVALID_QUERY", "INVALID_REQUEST", "INVALID_REQUEST_METHOD", "INVALID_TOKEN", "INVALID_URL_PATTERN",
			"LIMIT_EXCEEDED", "LIMIT_REACHED", "MANDATORY_NOT_FOUND", "MAPPING_MISMATCH", "NOT_ALLOWED", "NOT_FOUND",
			"NOT_SUPPORTED", "NO_PERMISSION", "NO_RECORDS_FOUND", "OAUTH_SCOPE_MISMATCH", "PATTERN_NOT_MATCHED",
			"RECORD_IN_BLUEPRINT", "RECORD_LOCKED", "REQUIRED_PARAM_MISSING", "RESOURCE_NOT_FOUND", "SYNTAX_ERROR",
			"TOO_MANY_REQUESTS");

	private ErrorCodes() {
	}

	static String name(String code) {
		return KNOWN.contains(code) ? code : BoundedValues.OTHER;
	}

}
