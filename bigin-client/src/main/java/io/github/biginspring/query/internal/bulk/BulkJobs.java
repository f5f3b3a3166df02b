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
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

import io.github.biginspring.criteria.Criteria;
import io.github.biginspring.criteria.CriteriaRenderer;
import io.github.biginspring.error.BiginTimeoutException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.internal.call.UriVariable;
import io.github.biginspring.observation.Operation;
import io.github.biginspring.query.BulkJob;

/**
 * The jobs of one bulk read, whatever is made of their files. Immutable.
 *
 * @param calls makes the calls
 * @param module the module
 * @param fileType what Bigin writes
 * @param names the fields, none for all
 * @param criteria what the records must match, or {@code null}
 * @param number the first page
 * @param longest how long to wait for a job
 */
record BulkJobs(BulkCalls calls, String module, String fileType, List<String> names,
		@Nullable Map<String, Object> criteria, int number, Duration longest) {

	private static final Duration DEFAULT_TIMEOUT = Duration.ofHours(1);

	private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

	private static final Duration MAX_PAUSE = Duration.ofSeconds(30);

	static BulkJobs of(BulkCalls calls, String module, String fileType) {
		return new BulkJobs(calls, module, fileType, List.of(), null, 1, DEFAULT_TIMEOUT);
	}

	BulkJobs fields(List<String> names) {
		return new BulkJobs(this.calls, this.module, this.fileType, names, this.criteria, this.number, this.longest);
	}

	BulkJobs matching(Criteria criteria) {
		return new BulkJobs(this.calls, this.module, this.fileType, this.names, CriteriaRenderer.BULK.render(criteria),
				this.number, this.longest);
	}

	BulkJobs page(int number) {
		Assert.isTrue(number >= 1, () -> "Not a page: " + number + ". The first page is 1");
		return new BulkJobs(this.calls, this.module, this.fileType, this.names, this.criteria, number, this.longest);
	}

	BulkJobs timeout(Duration timeout) {
		Assert.notNull(timeout, "'timeout' must not be null");
		Assert.isTrue(timeout.compareTo(Duration.ZERO) > 0, "'timeout' must be positive");
		return new BulkJobs(this.calls, this.module, this.fileType, this.names, this.criteria, this.number, timeout);
	}

	Mono<BulkJob> create() {
		return this.calls.observer().observe(operation("bulk.create"), create(this.number));
	}

	private Mono<BulkJob> create(int page) {
		Map<String, Object> query = new LinkedHashMap<>();
		query.put("module", this.module);
		if (!this.names.isEmpty()) {
			query.put("fields", this.names);
		}
		if (this.criteria != null) {
			query.put("criteria", this.criteria);
		}
		query.put("page", page);
		return this.calls.create(query, this.fileType);
	}

	Mono<BulkJob> job(String id) {
		return this.calls.observer().observe(operation("bulk.job"), this.calls.job(id));
	}

	Mono<BulkJob> await(String id) {
		UriVariable.recordId(id);
		return this.calls.observer().observe(operation("bulk.await"), completed(id));
	}

	private Mono<BulkJob> completed(String id) {
		return this.calls.completed(id)
			.repeatWhenEmpty((polls) -> polls.concatMap((count) -> this.calls.pause(pause(count))))
			.timeout(this.longest, Mono
				.error(() -> new BiginTimeoutException(ErrorDetails.responded(HttpMethod.GET, BulkCalls.JOB_PATH, 200)
					.operation("bulk.await")
					.module(this.module)
					.message("bulk job " + id + " has not ended within " + this.longest)
					.nextStep("It goes on, and can be awaited again by its id.")
					.build())));
	}

	private static Duration pause(long count) {
		Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(count, 4));
		return (pause.compareTo(MAX_PAUSE) < 0) ? pause : MAX_PAUSE;
	}

	/**
	 * Read the result of a completed job.
	 * @param operation what this is called where it is observed
	 * @param jobId the id of the job
	 * @param content reads the file
	 * @param <R> what a file is read as
	 * @return what the file holds
	 */
	<R> Flux<R> result(String operation, String jobId, Function<BulkJob, Flux<R>> content) {
		UriVariable.recordId(jobId);
		return this.calls.observer()
			.observe(operation(operation), this.calls.job(jobId).flatMapMany((job) -> download(job, content)));
	}

	<R> Flux<R> result(String operation, BulkJob job, Function<BulkJob, Flux<R>> content) {
		Assert.notNull(job, "'job' must not be null");
		if (!job.isCompleted()) {
			throw new IllegalArgumentException(
					"Bulk job " + job.id() + " has no result, as it is " + job.state() + ": await it first");
		}
		UriVariable.recordId(job.id());
		return this.calls.observer().observe(operation(operation), download(job, content));
	}

	/**
	 * Read page after page.
	 * @param operation what this is called where it is observed
	 * @param content reads the file of a page
	 * @param <R> what a file is read as
	 * @return what the files hold
	 */
	<R> Flux<R> pages(String operation, Function<BulkJob, Flux<R>> content) {
		return this.calls.observer().observe(operation(operation), Flux.defer(() -> {
			// 0 after the last page
			AtomicInteger next = new AtomicInteger(this.number);
			// none ahead: the next page is known when the one before has been prepared
			return Flux.<Integer>generate((sink) -> nextPage(next, sink))
				.concatMap((page) -> page(page, next::set, content), 0);
		}));
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

	private <R> Flux<R> page(int page, Consumer<Integer> next, Function<BulkJob, Flux<R>> content) {
		return create(page).flatMap((created) -> completed(created.id())).flatMapMany((job) -> {
			next.accept(job.hasNext() ? page + 1 : 0);
			return download(job, content);
		});
	}

	// the wait comes first: reading takes a thread
	private <R> Flux<R> download(BulkJob job, Function<BulkJob, Flux<R>> content) {
		return this.calls.turn().thenMany(Flux.defer(() -> content.apply(job)));
	}

	private Operation operation(String name) {
		return Operation.of(name, this.module);
	}

}
