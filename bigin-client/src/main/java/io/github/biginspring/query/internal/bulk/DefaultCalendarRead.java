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

package io.github.biginspring.query.internal.bulk;

import java.time.Duration;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;

import io.github.biginspring.criteria.Criteria;
import io.github.biginspring.query.BulkJob;
import io.github.biginspring.query.CalendarRead;

/**
 * A bulk read of events as a calendar that is being built.
 */
record DefaultCalendarRead(BulkJobs jobs) implements CalendarRead {

	static final String MODULE = "Events";

	static final String FILE_TYPE = "ics";

	@Override
	public CalendarRead matching(Criteria criteria) {
		return new DefaultCalendarRead(this.jobs.matching(criteria));
	}

	@Override
	public CalendarRead page(int number) {
		return new DefaultCalendarRead(this.jobs.page(number));
	}

	@Override
	public CalendarRead timeout(Duration timeout) {
		return new DefaultCalendarRead(this.jobs.timeout(timeout));
	}

	@Override
	public Mono<BulkJob> create() {
		return this.jobs.create();
	}

	@Override
	public Mono<BulkJob> job(String id) {
		return this.jobs.job(id);
	}

	@Override
	public Mono<BulkJob> await(String id) {
		return this.jobs.await(id);
	}

	@Override
	public Flux<DataBuffer> content(String jobId) {
		return this.jobs.result("bulk.calendar", jobId, this::read);
	}

	@Override
	public Flux<DataBuffer> content(BulkJob job) {
		return this.jobs.result("bulk.calendar", job, this::read);
	}

	@Override
	public Flux<DataBuffer> content() {
		return this.jobs.pages("bulk.calendars", this::read);
	}

	private Flux<DataBuffer> read(BulkJob job) {
		return UnzippedStream.of(this.jobs.calls().download(job.id()), MODULE);
	}

	@Override
	public String toString() {
		return "bulk read of " + MODULE + " as a calendar";
	}

}
