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

package io.github.biginspring.query;

/**
 * A search in a module. The order is the service's own. Immutable: every step returns a
 * copy.
 *
 * @param <T> the type of a record
 * @since 0.1.0
 */
public interface RecordSearch<T> extends RecordReading<T> {

	/**
	 * Name the fields that are wanted. Without it: those of the type, or all where the
	 * type does not say.
	 * @param names the API names, at most 50
	 * @return a copy
	 * @throws IllegalArgumentException if there are more or one is not an API name
	 */
	RecordSearch<T> fields(String... names);

	/**
	 * Set how many records a page holds.
	 * @param size 1 to 200
	 * @return a copy
	 * @throws IllegalArgumentException if it is out of that range
	 */
	RecordSearch<T> pageSize(int size);

}
