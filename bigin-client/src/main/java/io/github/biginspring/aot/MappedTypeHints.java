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

package io.github.biginspring.aot;

import java.util.Collection;

import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.util.Assert;

/**
 * Runtime hints for reading and writing mapped types in a native image, including the
 * types of their fields.
 *
 * @since 0.1.0
 */
public final class MappedTypeHints {

	private MappedTypeHints() {
	}

	/**
	 * Register the hints of types.
	 * @param hints takes them
	 * @param types the mapped types
	 */
	public static void register(ReflectionHints hints, Collection<? extends Class<?>> types) {
		Assert.notNull(hints, "'hints' must not be null");
		Assert.notNull(types, "'types' must not be null");
		Assert.noNullElements(types, "'types' must not contain null elements");
		new BindingReflectionHintsRegistrar().registerReflectionHints(hints, types.toArray(Class<?>[]::new));
	}

}
