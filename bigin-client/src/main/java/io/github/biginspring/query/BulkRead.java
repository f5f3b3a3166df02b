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

import java.time.Duration;
import java.util.function.Consumer;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

import io.github.biginspring.criteria.Criteria;

/**
 * A bulk read. {@link #records()} does all of it; the other methods are its single steps,
 * for instance to store the id of a job and continue later or elsewhere. Immutable: every
 * step returns a copy.
 *
 * <pre class="code">
 * Flux&lt;Contact&gt; all = bigin.bulkRead(Contact.class)
 *     .fields("Last_Name", "Email")
 *     .matching(where("Email").like("%@example.com"))
 *     .records();
 * </pre>
 *
 * @param <T> the type of a record
 * @since 0.1.0
 */
public interface BulkRead<T> {

	/**
	 * Name the fields that are wanted. The id always comes.
	 * @param names the API names; all fields where none are named
	 * @return a copy
	 * @throws IllegalArgumentException if one is not an API name
	 */
	BulkRead<T> fields(String... names);

	/**
	 * Read only the records that match.
	 * @param criteria what the records must match
	 * @return a copy
	 * @throws IllegalArgumentException if a bulk read cannot express them
	 */
	BulkRead<T> matching(Criteria criteria);

	/**
	 * Set the page to begin with. 1 without this.
	 * @param number the number of the page, from 1; a page has up to 200,000 records
	 * @return a copy
	 * @throws IllegalArgumentException if it is less than 1
	 */
	BulkRead<T> page(int number);

	/**
	 * Set the maximum time to wait for a job. 1 hour without this.
	 * @param timeout the time
	 * @return a copy
	 * @throws IllegalArgumentException if it is not positive
	 */
	BulkRead<T> timeout(Duration timeout);

	/**
	 * Leave out rows that do not fit the type that they are read as. Without this the
	 * first of them ends the reading.
	 * @param handler is told of each record that is left out, with its id and field, on
	 * the thread on which the rows come; an exception of it ends the reading
	 * @return a copy
	 */
	BulkRead<T> onUnreadable(Consumer<? super UnreadableRecord> handler);

	/**
	 * Have Bigin prepare one page. Costs 50 credits (Bigin's documentation), and is not
	 * repeated where its outcome is unknown: after
	 * {@link io.github.biginspring.error.BiginException#isOutcomeUnknown()} there may be
	 * a job that nobody knows the id of.
	 * @return the job, which has only begun
	 */
	Mono<BulkJob> create();

	/**
	 * Ask how a job stands.
	 * @param id the id of the job
	 * @return the job
	 * @throws IllegalArgumentException if it is not an id
	 */
	Mono<BulkJob> job(String id);

	/**
	 * Wait until a job has its result, by asking again and again: at once, after 2
	 * seconds, then after ever longer pauses, up to 30 seconds. Each time costs 1 credit.
	 * @param id the id of the job
	 * @return the completed job; a
	 * {@link io.github.biginspring.error.BiginJobFailedException} where it has failed; a
	 * {@link io.github.biginspring.error.BiginTimeoutException} where it has not ended in
	 * time, which does not end the job
	 * @throws IllegalArgumentException if it is not an id
	 */
	Mono<BulkJob> await(String id);

	/**
	 * Wait until a job has its result.
	 * @param job the job
	 * @return as {@link #await(String)}
	 */
	default Mono<BulkJob> await(BulkJob job) {
		Assert.notNull(job, "'job' must not be null");
		return await(job.id());
	}

	/**
	 * Download the result of a completed job and read its rows on the way: neither the
	 * file nor the rows are ever held whole, and no more is downloaded than is asked for.
	 * The rows come on a thread that may block. A download starts again, from its first
	 * row, for each subscription; once a row was passed on, it is not repeated: where it
	 * breaks off, or the file has fewer or more rows than the job announced, a
	 * {@link io.github.biginspring.error.BiginUnreadableResponseException} follows the
	 * rows that came.
	 * <p>
	 * The job is read first, for what it announced: {@link #rows(BulkJob)} saves that
	 * call. Bigin allows 10 downloads a minute (Bigin's documentation); further ones
	 * wait. Needs Jackson's CSV
	 * ({@code tools.jackson.dataformat:jackson-dataformat-csv}).
	 * @param jobId the id of the job
	 * @return the records, with back-pressure. Values are texts in the file; each becomes
	 * what its property wants, and an empty one {@code null}
	 * @throws IllegalArgumentException if it is not an id
	 * @throws IllegalStateException if Jackson's CSV is not there
	 */
	Flux<T> rows(String jobId);

	/**
	 * Download the result of a completed job and read its rows on the way.
	 * @param job the job
	 * @return as {@link #rows(String)}
	 * @throws IllegalArgumentException if it is not completed
	 */
	Flux<T> rows(BulkJob job);

	/**
	 * Read all records: have a page prepared, wait for it, read its rows, and so on with
	 * the next page, which is asked for when the rows of the one before have been
	 * delivered and more are wanted.
	 * @return the records, with back-pressure; failures are reported as by the single
	 * steps
	 * @throws IllegalStateException if Jackson's CSV is not there
	 */
	Flux<T> records();

}
