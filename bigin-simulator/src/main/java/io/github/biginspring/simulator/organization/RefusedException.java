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

package io.github.biginspring.simulator.organization;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A request, or one record of it, that Bigin refuses.
 *
 * @since 0.1.0
 */
public final class RefusedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient int status;

	private final transient String code;

	private final transient Map<String, @Nullable Object> details;

	private RefusedException(int status, String code, String message, Map<String, @Nullable Object> details) {
		super(message, null, false, false);
		this.status = status;
		this.code = code;
		this.details = details;
	}

	/**
	 * A refusal with status 400.
	 * @param code the code, such as {@code INVALID_DATA}
	 * @param message what Bigin says of it
	 * @return the refusal, to which {@link #with} adds details
	 */
	public static RefusedException of(String code, String message) {
		return of(400, code, message);
	}

	/**
	 * A refusal with a status of its own.
	 * @param status the status of the response, 4xx
	 * @param code the code, such as {@code INVALID_URL_PATTERN}
	 * @param message what Bigin says of it
	 * @return the refusal, to which {@link #with} adds details
	 */
	public static RefusedException of(int status, String code, String message) {
		return new RefusedException(status, code, message, new LinkedHashMap<>());
	}

	static RefusedException invalidData(String message) {
		return of("INVALID_DATA", message);
	}

	static RefusedException invalidParameter(String name) {
		return invalidData("the value given for the parameter is invalid").with("param_name", name);
	}

	static RefusedException limitExceeded(String parameter, int limit) {
		return of("LIMIT_EXCEEDED", "the limit of " + limit + " is exceeded").with("limit", limit)
			.with("param_name", parameter);
	}

	/**
	 * A query that cannot be run.
	 * @param reason what is wrong
	 * @param apiName the API name of the field that is meant, if one is
	 * @param operator the operator, if it is known
	 * @return the refusal, with status 400
	 */
	public static RefusedException invalidQuery(String reason, @Nullable String apiName, @Nullable String operator) {
		RefusedException refusal = of("INVALID_QUERY", "invalid query formed").with("reason", reason);
		if (apiName != null) {
			refusal.with("api_name", apiName);
		}
		return (operator != null) ? refusal.with("operator", operator) : refusal;
	}

	/**
	 * Add a detail.
	 * @param name the name of the detail
	 * @param value its value
	 * @return this
	 */
	public RefusedException with(String name, @Nullable Object value) {
		this.details.put(name, value);
		return this;
	}

	/**
	 * The status of a response that consists of this refusal alone.
	 * @return the HTTP status
	 */
	public int status() {
		return this.status;
	}

	/**
	 * What kind of refusal this is.
	 * @return the code
	 */
	public String code() {
		return this.code;
	}

	/**
	 * The refusal as it stands on the wire.
	 * @return code, details, message and status
	 */
	public Map<String, @Nullable Object> toMap() {
		Map<String, @Nullable Object> map = new LinkedHashMap<>();
		map.put("code", this.code);
		map.put("details", this.details);
		map.put("message", getMessage());
		map.put("status", "error");
		return map;
	}

}
