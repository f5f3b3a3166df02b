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

import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.biginspring.criteria.Criteria;
import io.github.biginspring.query.BulkJob;
import io.github.biginspring.query.BulkRead;
import io.github.biginspring.query.UnreadableRecord;

/**
 * A bulk read, as described by {@link BulkRead}. Immutable: every step returns a copy.
 *
 * <pre class="code">
 * try (Stream&lt;Contact&gt; contacts = client.bulkRead(Contact.class).fields("Last_Name").records()) {
 *     contacts.forEach(export::write);
 * }
 * </pre>
 *
 * @param <T> the type of a record
 * @since 0.1.0
 */
public final class BlockingBulkRead<T> {

	private final BulkRead<T> read;

	BlockingBulkRead(BulkRead<T> read) {
		this.read = read;
	}

	/**
	 * Name the fields that are wanted.
	 * @param names the API names; all fields where none are named
	 * @return a copy
	 * @throws IllegalArgumentException if one is not an API name
	 */
	public BlockingBulkRead<T> fields(String... names) {
		return new BlockingBulkRead<>(this.read.fields(names));
	}

	/**
	 * Read only the records that match.
	 * @param criteria what the records must match
	 * @return a copy
	 * @throws IllegalArgumentException if a bulk read cannot express them
	 */
	public BlockingBulkRead<T> matching(Criteria criteria) {
		return new BlockingBulkRead<>(this.read.matching(criteria));
	}

	/**
	 * Set the page to begin with. 1 without this.
	 * @param number the number of the page, from 1; a page has up to 200,000 records
	 * @return a copy
	 * @throws IllegalArgumentException if it is less than 1
	 */
	public BlockingBulkRead<T> page(int number) {
		return new BlockingBulkRead<>(this.read.page(number));
	}

	/**
	 * Set the maximum time to wait for a job. 1 hour without this.
	 * @param timeout the time
	 * @return a copy
	 * @throws IllegalArgumentException if it is not positive
	 */
	public BlockingBulkRead<T> timeout(Duration timeout) {
		return new BlockingBulkRead<>(this.read.timeout(timeout));
	}

	/**
	 * Leave out rows that do not fit the type that they are read as.
	 * @param handler is told of each record that is left out, with its id and field, on
	 * the thread on which the rows come; an exception of it ends the reading
	 * @return a copy
	 */
	public BlockingBulkRead<T> onUnreadable(Consumer<? super UnreadableRecord> handler) {
		return new BlockingBulkRead<>(this.read.onUnreadable(handler));
	}

	/**
	 * Have Bigin prepare one page.
	 * @return the job, which has only begun
	 */
	public BulkJob create() {
		return Blocking.value(this.read.create());
	}

	/**
	 * Ask how a job stands.
	 * @param id the id of the job
	 * @return the job
	 * @throws IllegalArgumentException if it is not an id
	 */
	public BulkJob job(String id) {
		return Blocking.value(this.read.job(id));
	}

	/**
	 * Wait until a job has its result, by asking again and again: at once, after 2
	 * seconds, then after ever longer pauses, up to 30 seconds.
	 * @param id the id of the job
	 * @return the completed job; a
	 * {@link io.github.biginspring.error.BiginJobFailedException} where it has failed; a
	 * {@link io.github.biginspring.error.BiginTimeoutException} where it has not ended in
	 * time, which does not end the job
	 * @throws IllegalArgumentException if it is not an id
	 */
	public BulkJob await(String id) {
		return Blocking.value(this.read.await(id));
	}

	/**
	 * Wait until a job has its result.
	 * @param job the job
	 * @return as {@link #await(String)}
	 */
	public BulkJob await(BulkJob job) {
		return Blocking.value(this.read.await(job));
	}

	/**
	 * Download the result of a completed job and read its rows on the way: neither the
	 * file nor the rows are ever held whole, and no more is downloaded than is asked for.
	 * @param jobId the id of the job
	 * @return the records, as a stream to be closed. Values are texts in the file; each
	 * becomes what its property wants, and an empty one {@code null}
	 * @throws IllegalArgumentException if it is not an id
	 * @throws IllegalStateException if Jackson's CSV is not there
	 */
	public Stream<T> rows(String jobId) {
		return Blocking.stream(this.read.rows(jobId), Blocking.ROWS);
	}

	/**
	 * Download the result of a completed job and read its rows on the way.
	 * @param job the job
	 * @return as {@link #rows(String)}
	 * @throws IllegalArgumentException if it is not completed
	 */
	public Stream<T> rows(BulkJob job) {
		return Blocking.stream(this.read.rows(job), Blocking.ROWS);
	}

	/**
	 * Read all records: have a page prepared, wait for it, read its rows, and so on with
	 * the next page, which is asked for when the rows of the one before have been
	 * delivered and more are wanted.
	 * @return the records, as a stream to be closed; failures are reported as by the
	 * single steps
	 * @throws IllegalStateException if Jackson's CSV is not there
	 */
	public Stream<T> records() {
		return Blocking.stream(this.read.records(), Blocking.ROWS);
	}

}
