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
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import org.springframework.http.HttpMethod;

import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.sample.Refusal;
import io.github.biginspring.sample.csv.CsvRow;
import io.github.biginspring.write.WriteResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Jobs} and {@link Job}.
 */
class JobsTests {

	private final Jobs jobs = new Jobs();

	@Test
	void forgetsTheOldestJobThatHasEnded() {
		Job running = this.jobs.add(job(10));
		List<Job> ended = IntStream.range(1, Jobs.MAX_JOBS).mapToObj((i) -> this.jobs.add(job(0))).toList();
		ended.forEach(Job::complete);
		Job newest = this.jobs.add(job(10));
		assertThat(this.jobs.all()).hasSize(Jobs.MAX_JOBS)
			.extracting(JobView::id)
			.startsWith(newest.id())
			.endsWith(running.id())
			.doesNotContain(ended.get(0).id());
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.jobs.get(ended.get(0).id()));
	}

	@Test
	void refusesAJobWhereAllOthersAreRunning() {
		IntStream.range(0, Jobs.MAX_JOBS).forEach((i) -> this.jobs.add(job(10)));
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.jobs.add(job(10)))
			.withMessageContaining("Too many jobs are running.");
	}

	@Test
	void tellsOfWhatHasChangedAlone() {
		Job job = this.jobs.add(job(2));
		job.complete();
		StepVerifier.withVirtualTime(this.jobs::updates)
			.assertNext((all) -> assertThat(all).extracting(JobView::done).containsExactly(0L))
			.expectNoEvent(Duration.ofSeconds(1))
			.then(() -> job.count(written()))
			.thenAwait(Duration.ofSeconds(1))
			.assertNext((all) -> assertThat(all).extracting(JobView::done).containsExactly(1L))
			.thenCancel()
			.verify(Duration.ofSeconds(10));
	}

	@Test
	void keepsSomeOfManyRowsThatFailed() {
		Job job = job(2000);
		IntStream.range(0, 1500).forEach((i) -> job.count(rejected(i)));
		assertThat(job.view()).returns(1500L, JobView::rejected).returns(Job.MAX_KEPT_ROWS, JobView::repeatable);
	}

	@Test
	void isDoneAlthoughItWasToStopWhereNothingWasLeft() {
		Job job = job(1);
		job.count(written());
		job.stop();
		assertThat(job.view().state()).isEqualTo(JobState.STOPPING);
		job.complete();
		assertThat(job.view().state()).isEqualTo(JobState.DONE);
	}

	@Test
	void isStoppedWhereSomethingWasLeft() {
		Job job = job(2);
		StepVerifier.create(job.stopped()).then(job::stop).verifyComplete();
		job.count(written());
		job.complete();
		assertThat(job.view()).returns(JobState.STOPPED, JobView::state).returns(1L, JobView::created);
	}

	@Test
	void keepsAnUnexpectedErrorToItself() {
		Job job = job(1);
		job.fail(new IllegalStateException("secret"));
		assertThat(job.view()).returns(JobState.FAILED, JobView::state)
			.returns("The application failed. Its log says why.", JobView::problem);
	}

	private static Job job(long total) {
		return new Job(JobKind.IMPORT, "nurses.csv", total, Clock.systemUTC());
	}

	private static WriteResult<ImportedContact> written() {
		return new WriteResult.Written<>(ImportedContact.at(2), "1", Map.of());
	}

	private static WriteResult<ImportedContact> rejected(int line) {
		return new WriteResult.Rejected<>(ImportedContact.of(new CsvRow(line, List.of("x"))),
				ErrorDetails.responded(HttpMethod.POST, "/bigin/v2/{module}/upsert", 400)
					.code("INVALID_DATA")
					.toException());
	}

}
