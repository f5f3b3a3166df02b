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

package io.github.biginspring.simulator.admin;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A request to the admin API that cannot be carried out: what is wrong, where, and what
 * to do.
 */
final class AdminException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int status;

	private final String where;

	private final String next;

	private AdminException(int status, String where, String what, String next, @Nullable Throwable cause) {
		super(what, cause, false, false);
		this.status = status;
		this.where = where;
		this.next = next;
	}

	static AdminException of(String where, String what, String next) {
		return new AdminException(400, where, what, next, null);
	}

	static AdminException of(int status, String where, String what, String next) {
		return new AdminException(status, where, what, next, null);
	}

	/**
	 * What another part of the simulator refused, whose message says what to do behind a
	 * colon.
	 * @param where the place in the request
	 * @param cause the refusal
	 * @return the exception
	 */
	static AdminException of(String where, IllegalArgumentException cause) {
		String message = String.valueOf(cause.getMessage());
		int colon = message.lastIndexOf(": ");
		String what = (colon >= 0) ? message.substring(0, colon) : message;
		String next = (colon >= 0) ? message.substring(colon + 2) : "give another value";
		return new AdminException(400, where, what, next, cause);
	}

	int status() {
		return this.status;
	}

	Map<String, Object> toMap() {
		Map<String, Object> error = new LinkedHashMap<>();
		error.put("where", this.where);
		error.put("what", String.valueOf(getMessage()));
		error.put("next", this.next);
		return Map.of("error", error);
	}

}
