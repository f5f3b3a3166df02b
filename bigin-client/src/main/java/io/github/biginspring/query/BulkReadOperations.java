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

import io.github.biginspring.model.BiginRecord;

/**
 * Reads very many records at once. A bulk read costs 50 credits for each page of 200,000
 * records (Bigin's documentation), where a list costs 1 for each 200; and it takes its
 * time, because Bigin prepares a file first.
 *
 * <pre class="code">
 * Flux&lt;Contact&gt; all = bigin.bulkRead(Contact.class).records();
 * </pre>
 *
 * @since 0.1.0
 */
public interface BulkReadOperations {

	/**
	 * Start a bulk read of records of a type, with the fields that it has.
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}
	 * @param <T> the type
	 * @return the bulk read
	 * @throws IllegalArgumentException if the type does not say its module
	 */
	<T> BulkRead<T> bulkRead(Class<T> type);

	/**
	 * Start a bulk read of the records of a module. Their values are texts, as they stand
	 * in the file.
	 * @param module the API name of the module, which is case-sensitive
	 * @return the bulk read, of all fields unless some are
	 * {@linkplain BulkRead#fields(String...) named}
	 * @throws IllegalArgumentException if it is not an API name
	 */
	BulkRead<BiginRecord> bulkRead(String module);

	/**
	 * Start a bulk read of events as a calendar.
	 * @return the bulk read, of all events unless some are
	 * {@linkplain CalendarRead#matching asked for}
	 */
	CalendarRead calendarRead();

}
