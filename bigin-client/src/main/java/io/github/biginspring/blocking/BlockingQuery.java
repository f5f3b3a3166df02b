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

package io.github.biginspring.blocking;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;
import io.github.biginspring.query.TerminatingQuery;

/**
 * The last step of a query, which reads its records, as described by
 * {@link TerminatingQuery}.
 *
 * <pre class="code">
 * try (Stream&lt;Contact&gt; contacts = client.query(Contact.class).all()) {
 *     contacts.forEach(export::write);
 * }
 * Optional&lt;Contact&gt; latest = client.query(Contact.class).first();
 * boolean known = client.query(Contact.class).matchingEmail("jo.watson@example.com").exists();
 * </pre>
 *
 * @param <T> the type of a record
 * @since 0.1.0
 */
public abstract class BlockingQuery<T> {

	private final TerminatingQuery<T> query;

	BlockingQuery(TerminatingQuery<T> query) {
		this.query = query;
	}

	/**
	 * Read all records, page after page, each page when it is needed, or, of a list of
	 * many records, as its {@code ReadPlan} says.
	 * @return the records, as a stream to be closed
	 */
	public Stream<T> all() {
		return Blocking.stream(this.query.all(), Blocking.RECORDS);
	}

	/**
	 * Read all records, as {@link #all()} does, into a list. Where there may be very many
	 * of them, {@link #all()} holds one page at a time.
	 * @return the records, all in memory
	 */
	public List<T> list() {
		return Blocking.list(this.query.all());
	}

	/**
	 * Read one page.
	 * @param number the number of the page, from 1
	 * @return the page, without elements where there are none
	 * @throws IllegalArgumentException if the number is less than 1
	 */
	public RecordPage<T> page(int number) {
		return Blocking.value(this.query.page(number));
	}

	/**
	 * Read one page, for instance by the token that the page before it gave.
	 * @param request which page
	 * @return the page, without elements where there are none
	 */
	public RecordPage<T> page(PageSpec request) {
		return Blocking.value(this.query.page(request));
	}

	/**
	 * Read the first record, for one call.
	 * @return the record, or empty where there is none
	 */
	public Optional<T> first() {
		return Blocking.optional(this.query.first());
	}

	/**
	 * Read the only record, for one call.
	 * @return the record, or empty where there is none; a
	 * {@code NonUniqueResultException} where there is more than one
	 */
	public Optional<T> one() {
		return Blocking.optional(this.query.one());
	}

	/**
	 * Count the records.
	 * @return the number of records
	 */
	public long count() {
		return Blocking.value(this.query.count());
	}

	/**
	 * Find out whether there is a record, for one call.
	 * @return whether there is
	 */
	public boolean exists() {
		return Blocking.value(this.query.exists());
	}

}
