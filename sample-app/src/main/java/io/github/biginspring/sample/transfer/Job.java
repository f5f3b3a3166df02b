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

package io.github.biginspring.sample.transfer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.progress.Progress;
import io.github.biginspring.sample.Explanation;
import io.github.biginspring.sample.csv.UnreadableLineException;
import io.github.biginspring.write.UpsertAction;
import io.github.biginspring.write.WriteResult;

/**
 * An import or export that goes on while nobody looks: it counts what became of its rows,
 * and can be asked to stop.
 */
class Job {

	/**
	 * How many rows that failed are kept.
	 */
	static final int MAX_KEPT_ROWS = 1000;

	private static final Logger logger = LoggerFactory.getLogger(Job.class);

	private final String id = UUID.randomUUID().toString();

	private final Sinks.Empty<Void> stop = Sinks.empty();

	private final List<FailedRow> failed = new ArrayList<>();

	private final JobKind kind;

	private final String name;

	private final @Nullable Long total;

	private final Clock clock;

	private final Instant started;

	private JobState state = JobState.RUNNING;

	private @Nullable Instant ended;

	private @Nullable String problem;

	private Duration waited = Duration.ZERO;

	private long done;

	private long created;

	private long updated;

	private long rejected;

	private long unknown;

	Job(JobKind kind, String name, @Nullable Long total, Clock clock) {
		this.kind = kind;
		this.name = name;
		this.total = total;
		this.clock = clock;
		this.started = clock.instant();
	}

	String id() {
		return this.id;
	}

	/**
	 * Ask the job to stop. It takes no further row, and ends when the call that is under
	 * way has: only then is it known what was written.
	 */
	void stop() {
		synchronized (this) {
			if (this.state != JobState.RUNNING) {
				return;
			}
			this.state = JobState.STOPPING;
		}
		this.stop.tryEmitEmpty();
	}

	/**
	 * Return a signal for the source of the rows.
	 * @return completes when the job is to stop
	 */
	Mono<Void> stopped() {
		return this.stop.asMono();
	}

	synchronized void progress(Progress progress) {
		this.waited = progress.waited();
		if (this.kind == JobKind.EXPORT) {
			this.done = progress.read();
		}
	}

	synchronized void count(WriteResult<ImportedContact> result) {
		this.done++;
		if (result instanceof WriteResult.Rejected<ImportedContact> refused) {
			this.rejected++;
			keep(FailedRow.of(refused.input(), refused.error()));
		}
		else if (result instanceof WriteResult.Unknown<ImportedContact> lost) {
			this.unknown++;
			keep(FailedRow.ofUnknown(lost.input(), lost.error()));
		}
		else if (result instanceof WriteResult.Written<ImportedContact> written
				&& UpsertAction.UPDATE.equals(written.action())) {
			this.updated++;
		}
		else {
			this.created++;
		}
	}

	synchronized void count(ImportedContact checked, @Nullable RowProblem found) {
		this.done++;
		if (found != null) {
			this.rejected++;
			keep(FailedRow.of(checked, found));
		}
	}

	private void keep(FailedRow row) {
		if (this.failed.size() < MAX_KEPT_ROWS) {
			this.failed.add(row);
		}
	}

	synchronized void complete() {
		boolean all = this.total != null && this.done >= this.total;
		end((this.state == JobState.STOPPING && !all) ? JobState.STOPPED : JobState.DONE);
	}

	synchronized void cancel() {
		if (!this.state.isEnd()) {
			end(JobState.STOPPED);
		}
	}

	synchronized void fail(Throwable error) {
		if (error instanceof BiginException failure) {
			Explanation explanation = Explanation.of(failure);
			this.problem = explanation.title() + ". " + explanation.advice();
		}
		else if (error instanceof UnreadableLineException) {
			this.problem = error.getMessage() + ". Correct the file, then import it again.";
		}
		else {
			logger.warn("An import or export has failed", error);
			this.problem = "The application failed. Its log says why.";
		}
		end(JobState.FAILED);
	}

	private void end(JobState end) {
		this.state = end;
		this.ended = this.clock.instant();
	}

	synchronized List<FailedRow> failedRows() {
		return List.copyOf(this.failed);
	}

	synchronized JobView view() {
		Instant now = (this.ended != null) ? this.ended : this.clock.instant();
		double seconds = Math.max(Duration.between(this.started, now).toMillis(), 1) / 1000.0;
		return new JobView(this.id, this.kind, this.name, this.state, this.started, this.ended, this.done, this.total,
				this.created, this.updated, this.rejected, this.unknown, Math.round(this.done / seconds * 10) / 10.0,
				this.waited.toMillis() / 1000.0, this.failed.size(), this.problem);
	}

}
