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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

import io.github.biginspring.criteria.Criteria;
import io.github.biginspring.criteria.CriteriaRenderer;
import io.github.biginspring.error.BiginTimeoutException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.internal.ApiName;
import io.github.biginspring.internal.call.UriVariable;
import io.github.biginspring.internal.mapping.LenientMapping;
import io.github.biginspring.internal.mapping.Reading;
import io.github.biginspring.internal.mapping.RecordMapping;
import io.github.biginspring.observation.Operation;
import io.github.biginspring.query.BulkJob;
import io.github.biginspring.query.BulkRead;
import io.github.biginspring.query.UnreadableRecord;

/**
 * A bulk read, as far as it has been put together.
 */
record DefaultBulkRead<T>(BulkCalls calls, RecordMapping<T> mapping, List<String> names,
		@Nullable Map<String, Object> criteria, int number, Duration longest,
		@Nullable Consumer<? super UnreadableRecord> unreadable) implements BulkRead<T> {

	private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

	private static final Duration MAX_PAUSE = Duration.ofSeconds(30);

	private static final String CSV = "tools.jackson.dataformat.csv.CsvMapper";

	@Override
	public BulkRead<T> fields(String... names) {
		Assert.notNull(names, "'names' must not be null");
		for (String name : names) {
			ApiName.field(name);
		}
		return new DefaultBulkRead<>(this.calls, this.mapping, List.of(names), this.criteria, this.number, this.longest,
				this.unreadable);
	}

	@Override
	public BulkRead<T> matching(Criteria criteria) {
		return new DefaultBulkRead<>(this.calls, this.mapping, this.names, CriteriaRenderer.BULK.render(criteria),
				this.number, this.longest, this.unreadable);
	}

	@Override
	public BulkRead<T> page(int number) {
		Assert.isTrue(number >= 1, () -> "Not a page: " + number + ". The first page is 1");
		return new DefaultBulkRead<>(this.calls, this.mapping, this.names, this.criteria, number, this.longest,
				this.unreadable);
	}

	@Override
	public BulkRead<T> timeout(Duration timeout) {
		Assert.notNull(timeout, "'timeout' must not be null");
		Assert.isTrue(timeout.compareTo(Duration.ZERO) > 0, "'timeout' must be positive");
		return new DefaultBulkRead<>(this.calls, this.mapping, this.names, this.criteria, this.number, timeout,
				this.unreadable);
	}

	@Override
	public BulkRead<T> onUnreadable(Consumer<? super UnreadableRecord> handler) {
		Assert.notNull(handler, "'handler' must not be null");
		return new DefaultBulkRead<>(this.calls, this.mapping, this.names, this.criteria, this.number, this.longest,
				handler);
	}

	@Override
	public Mono<BulkJob> create() {
		return this.calls.observer().observe(operation("bulk.create"), create(this.number));
	}

	private Mono<BulkJob> create(int page) {
		Map<String, Object> query = new LinkedHashMap<>();
		query.put("module", this.mapping.module());
		if (!this.names.isEmpty()) {
			query.put("fields", this.names);
		}
		if (this.criteria != null) {
			query.put("criteria", this.criteria);
		}
		query.put("page", page);
		return this.calls.create(query);
	}

	@Override
	public Mono<BulkJob> job(String id) {
		return this.calls.observer().observe(operation("bulk.job"), this.calls.job(id));
	}

	@Override
	public Mono<BulkJob> await(String id) {
		UriVariable.recordId(id);
		return this.calls.observer().observe(operation("bulk.await"), completed(id));
	}

	private Mono<BulkJob> completed(String id) {
		return this.calls.completed(id)
			.repeatWhenEmpty((polls) -> polls.concatMap((count) -> this.calls.pause(pause(count))))
			.timeout(this.longest, Mono
				.error(() -> new BiginTimeoutException(ErrorDetails.responded(HttpMethod.GET, BulkCalls.JOB_PATH, 200)
					.operation("bulk.await")
					.module(this.mapping.module())
					.message("bulk job " + id + " has not ended within " + this.longest)
					.nextStep("It goes on, and can be awaited again by its id.")
					.build())));
	}

	private static Duration pause(long count) {
		Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(count, 4));
		return (pause.compareTo(MAX_PAUSE) < 0) ? pause : MAX_PAUSE;
	}

	@Override
	public Flux<T> rows(String jobId) {
		UriVariable.recordId(jobId);
		requireCsv();
		return this.calls.observer().observe(operation("bulk.rows"), this.calls.job(jobId).flatMapMany(this::download));
	}

	@Override
	public Flux<T> rows(BulkJob job) {
		Assert.notNull(job, "'job' must not be null");
		if (!job.isCompleted()) {
			throw new IllegalArgumentException(
					"Bulk job " + job.id() + " has no result, as it is " + job.state() + ": await it first");
		}
		UriVariable.recordId(job.id());
		requireCsv();
		return this.calls.observer().observe(operation("bulk.rows"), download(job));
	}

	@Override
	public Flux<T> records() {
		requireCsv();
		return this.calls.observer().observe(operation("bulk.records"), Flux.defer(this::pages));
	}

	private Flux<T> pages() {
		// 0 after the last page
		AtomicInteger next = new AtomicInteger(this.number);
		// none ahead: the next page is known when the one before has been prepared
		return Flux.<Integer>generate((sink) -> nextPage(next, sink)).concatMap((page) -> page(page, next::set), 0);
	}

	private static void nextPage(AtomicInteger next, SynchronousSink<Integer> sink) {
		int page = next.get();
		if (page > 0) {
			sink.next(page);
		}
		else {
			sink.complete();
		}
	}

	private Flux<T> page(int page, Consumer<Integer> next) {
		return create(page).flatMap((created) -> completed(created.id())).flatMapMany((job) -> {
			next.accept(job.hasNext() ? page + 1 : 0);
			return download(job);
		});
	}

	private Flux<T> download(BulkJob job) {
		// the wait comes first: reading takes a thread
		return this.calls.turn().thenMany(Flux.defer(() -> rows(job, this.unreadable)));
	}

	private Flux<T> rows(BulkJob job, @Nullable Consumer<? super UnreadableRecord> unreadable) {
		return (unreadable != null)
				? Reading.records(rows(job, new LenientMapping<>(this.mapping)), this.mapping.module(), unreadable)
				: rows(job, this.mapping);
	}

	private <R> Flux<R> rows(BulkJob job, RecordMapping<R> mapping) {
		return RowStream.of(this.calls.download(job.id()), mapping, this.calls.observer(), job.result());
	}

	private Operation operation(String name) {
		return Operation.of(name, this.mapping.module());
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
