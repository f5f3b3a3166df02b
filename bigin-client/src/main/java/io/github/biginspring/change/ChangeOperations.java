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

import io.github.biginspring.model.BiginRecord;

/**
 * Reads the changes of records since the last run, to keep a copy of them.
 *
 * <pre class="code">
 * Mono&lt;Void&gt; copied = bigin.changes(Contact.class)
 *     .checkpointName("contacts")
 *     .handle((change) -&gt; (change instanceof Change.Saved&lt;Contact&gt; saved) ? copy.save(saved.record())
 *         : (change instanceof Change.Deleted&lt;Contact&gt; deleted) ? copy.delete(deleted.id()) : copy.clear());
 * </pre>
 *
 * @since 0.1.0
 */
public interface ChangeOperations {

	/**
	 * Start to read the changes of the records of a type.
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}
	 * @param <T> the type
	 * @return the query
	 * @throws IllegalArgumentException if the type does not say its module
	 */
	<T> ChangeQuery<T> changes(Class<T> type);

	/**
	 * Start to read the changes of the records of a module. Name the
	 * {@linkplain ChangeQuery#fields(String...) fields} that are wanted.
	 * @param module the API name of the module, which is case-sensitive
	 * @return the query
	 * @throws IllegalArgumentException if it is not an API name
	 */
	ChangeQuery<BiginRecord> changes(String module);

}
