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

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * An operation that a caller requested, which makes one or more calls. It is a tag of
 * metrics, so both parts are from a small set.
 *
 * @param name the name, such as {@code create}
 * @param module the API name of the module, or {@code null} where none is concerned
 * @since 0.1.0
 */
public record Operation(String name, @Nullable String module) {

	/**
	 * Create an operation.
	 * @param name the name, such as {@code create}
	 * @param module the API name of the module, or {@code null} where none is concerned
	 */
	public Operation {
		Assert.notNull(name, "'name' must not be null");
	}

	/**
	 * An operation that concerns no module.
	 * @param name the name
	 * @return the operation
	 */
	public static Operation of(String name) {
		Assert.notNull(name, "'name' must not be null");
		return new Operation(name, null);
	}

	/**
	 * An operation on a module.
	 * @param name the name
	 * @param module the API name of the module
	 * @return the operation
	 */
	public static Operation of(String name, String module) {
		Assert.notNull(name, "'name' must not be null");
		Assert.notNull(module, "'module' must not be null");
		return new Operation(name, module);
	}

}
