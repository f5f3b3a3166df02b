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

package io.github.biginspring.internal.call;

import org.jspecify.annotations.Nullable;

/**
 * Reads what a response holds.
 *
 * @param <T> what it is read as
 * @since 0.1.0
 */
@FunctionalInterface
public interface ResponseReader<T> {

	/**
	 * Read the response. Called on an event loop: it must not block.
	 * @param response the response, which may be empty
	 * @return what it holds, or {@code null} for nothing
	 * @throws tools.jackson.core.JacksonException if the body is not what it should be;
	 * the caller sees a
	 * {@link io.github.biginspring.error.BiginUnreadableResponseException}
	 */
	@Nullable T read(BiginResponse response);

}
