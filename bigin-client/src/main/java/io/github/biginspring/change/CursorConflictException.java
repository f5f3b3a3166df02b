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

package io.github.biginspring.change;

import org.springframework.util.Assert;

/**
 * Thrown when another reader has taken over a stored cursor. This reader has ended and
 * stores nothing more; the other one handles its last change again.
 *
 * @since 0.1.0
 */
public class CursorConflictException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an exception.
	 * @param name the name of the cursor
	 */
	public CursorConflictException(String name) {
		super("Another reader has taken over the cursor '" + name + "'. Let one at a time handle the changes, as by"
				+ " exclusive(), or give each its own name");
		Assert.notNull(name, "'name' must not be null");
	}

}
