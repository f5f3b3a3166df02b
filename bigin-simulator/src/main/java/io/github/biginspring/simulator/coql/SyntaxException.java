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

package io.github.biginspring.simulator.coql;

import io.github.biginspring.simulator.organization.RefusedException;

/**
 * A query that cannot be read.
 */
final class SyntaxException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int position;

	private final String near;

	SyntaxException(int position, String near) {
		super("Unexpected '" + near + "' at position " + position, null, false, false);
		this.position = position;
		this.near = near;
	}

	RefusedException toRefusal() {
		return RefusedException.of("SYNTAX_ERROR", "error occurred while parsing the query")
			.with("line", 1)
			.with("column", this.position + 1)
			.with("near", this.near);
	}

}
