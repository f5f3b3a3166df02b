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

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.util.Assert;

import io.github.biginspring.criteria.Criteria;

/**
 * A bulk read of events as a calendar (iCalendar, RFC 5545), with all that Bigin puts
 * into one. {@link #content()} does all of it; the other methods are its steps.
 * Immutable: every step returns a copy.
 *
 * <pre class="code">
 * Flux&lt;DataBuffer&gt; calendar = bigin.calendarRead()
 *     .matching(where("Start_DateTime").greaterThan(since))
 *     .content();
 * </pre>
 *
 * @since 0.1.0
 */
public interface CalendarRead {

	/**
	 * Read only the events that match.
	 * @param criteria what the events must match
	 * @return a copy
	 * @throws IllegalArgumentException if a bulk read cannot express them
	 */
	CalendarRead matching(Criteria criteria);

	/**
	 * Set the page to begin with. 1 without this.
	 * @param number the number of the page, from 1; a page has up to 20,000 events
	 * (Bigin's documentation)
	 * @return a copy
	 * @throws IllegalArgumentException if it is less than 1
	 */
	CalendarRead page(int number);

	/**
	 * Set the maximum time to wait for a job. 1 hour without this.
	 * @param timeout the time
	 * @return a copy
	 * @throws IllegalArgumentException if it is not positive
	 */
	CalendarRead timeout(Duration timeout);

	/**
	 * Have Bigin prepare one page. Costs as much as, and fails as,
	 * {@link BulkRead#create()}.
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
	 * Wait until a job has its result.
	 * @param id the id of the job
	 * @return as {@link BulkRead#await(String)}
	 * @throws IllegalArgumentException if it is not an id
	 */
	Mono<BulkJob> await(String id);

	/**
	 * Wait until a job has its result.
	 * @param job the job
	 * @return as {@link BulkRead#await(String)}
	 */
	default Mono<BulkJob> await(BulkJob job) {
		Assert.notNull(job, "'job' must not be null");
		return await(job.id());
	}

	/**
	 * Download the calendar of a completed job and unzip it on the way: it is never held
	 * whole, and no more is downloaded than is asked for. A download starts again for
	 * each subscription; where it breaks off, a
	 * {@link io.github.biginspring.error.BiginUnreadableResponseException} follows what
	 * came. Bigin allows 10 downloads a minute, together with those of rows (Bigin's
	 * documentation); further ones wait.
	 * @param jobId the id of the job
	 * @return the calendar in UTF-8, with back-pressure, on a thread that may block;
	 * nothing where there are no events. The subscriber has to release the buffers
	 * @throws IllegalArgumentException if it is not an id
	 */
	Flux<DataBuffer> content(String jobId);

	/**
	 * Download the calendar of a completed job and unzip it on the way.
	 * @param job the job
	 * @return as {@link #content(String)}
	 * @throws IllegalArgumentException if it is not completed
	 */
	Flux<DataBuffer> content(BulkJob job);

	/**
	 * Read all events: have a page prepared, wait for it, download it, and so on with the
	 * next page.
	 * @return as {@link #content(String)}; the calendars of several pages follow one
	 * another, as the format allows
	 */
	Flux<DataBuffer> content();

}
