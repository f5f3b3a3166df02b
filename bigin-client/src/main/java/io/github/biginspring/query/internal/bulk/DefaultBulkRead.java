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
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

import io.github.biginspring.criteria.Criteria;
import io.github.biginspring.internal.ApiName;
import io.github.biginspring.internal.call.UriVariable;
import io.github.biginspring.internal.mapping.LenientMapping;
import io.github.biginspring.internal.mapping.Reading;
import io.github.biginspring.internal.mapping.RecordMapping;
import io.github.biginspring.query.BulkJob;
import io.github.biginspring.query.BulkRead;
import io.github.biginspring.query.UnreadableRecord;

/**
 * A bulk read that is being built.
 */
record DefaultBulkRead<T>(BulkJobs jobs, RecordMapping<T> mapping,
		@Nullable Consumer<? super UnreadableRecord> unreadable) implements BulkRead<T> {

	static final String FILE_TYPE = "csv";

	private static final String CSV = "tools.jackson.dataformat.csv.CsvMapper";

	@Override
	public BulkRead<T> fields(String... names) {
		Assert.notNull(names, "'names' must not be null");
		for (String name : names) {
			ApiName.field(name);
		}
		return with(this.jobs.fields(List.of(names)));
	}

	@Override
	public BulkRead<T> matching(Criteria criteria) {
		return with(this.jobs.matching(criteria));
	}

	@Override
	public BulkRead<T> page(int number) {
		return with(this.jobs.page(number));
	}

	@Override
	public BulkRead<T> timeout(Duration timeout) {
		return with(this.jobs.timeout(timeout));
	}

	private BulkRead<T> with(BulkJobs jobs) {
		return new DefaultBulkRead<>(jobs, this.mapping, this.unreadable);
	}

	@Override
	public BulkRead<T> onUnreadable(Consumer<? super UnreadableRecord> handler) {
		Assert.notNull(handler, "'handler' must not be null");
		return new DefaultBulkRead<>(this.jobs, this.mapping, handler);
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
	public Flux<T> rows(String jobId) {
		UriVariable.recordId(jobId);
		requireCsv();
		return this.jobs.result("bulk.rows", jobId, this::read);
	}

	@Override
	public Flux<T> rows(BulkJob job) {
		Assert.notNull(job, "'job' must not be null");
		Flux<T> rows = this.jobs.result("bulk.rows", job, this::read);
		requireCsv();
		return rows;
	}

	@Override
	public Flux<T> records() {
		requireCsv();
		return this.jobs.pages("bulk.records", this::read);
	}

	private Flux<T> read(BulkJob job) {
		return (this.unreadable != null)
				? Reading.records(read(job, new LenientMapping<>(this.mapping)), this.mapping.module(), this.unreadable)
				: read(job, this.mapping);
	}

	private <R> Flux<R> read(BulkJob job, RecordMapping<R> mapping) {
		BulkCalls calls = this.jobs.calls();
		return RowStream.of(calls.download(job.id()), mapping, calls.observer(), job.result());
	}

	private static void requireCsv() {
		if (!ClassUtils.isPresent(CSV, DefaultBulkRead.class.getClassLoader())) {
			throw new IllegalStateException("The rows of a bulk read are read by Jackson's CSV, which is not there:"
					+ " add the dependency 'tools.jackson.dataformat:jackson-dataformat-csv'");
		}
	}

	@Override
	public String toString() {
		return "bulk read of " + this.mapping.module();
	}

}
