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

package io.github.biginspring.change.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;

import io.github.biginspring.change.CursorConflictException;
import io.github.biginspring.internal.call.CallLifecycle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ExclusiveRun}, in virtual time.
 */
class ExclusiveRunTests {

	private static final Duration LOCK = Duration.ofSeconds(30);

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private final VirtualLeases leases = new VirtualLeases(this.time);

	private final Work one = new Work();

	private final Work two = new Work();

	@Test
	void oneWorksAndTheOtherWaitsForAsLongAsItTakes() {
		Run first = run(this.one, true);
		Run second = run(this.two, true);
		pass(Duration.ofHours(10));
		assertThat(this.one.begun).isEqualTo(1);
		assertThat(this.two.begun).isZero();
		this.one.end();
		assertThat(first.completed).isTrue();
		assertThat(this.leases.releases).isEqualTo(1);
		pass(LOCK.dividedBy(3));
		assertThat(this.two.begun).as("takes over as soon as it looks").isEqualTo(1);
		this.two.end();
		assertThat(second.completed).isTrue();
	}

	@Test
	void takesOverFromOneThatIsCancelled() {
		Run first = run(this.one, true);
		run(this.two, true);
		first.stop();
		assertThat(this.one.cancelled).isEqualTo(1);
		assertThat(this.leases.releases).isEqualTo(1);
		pass(LOCK.dividedBy(3));
		assertThat(this.two.begun).isEqualTo(1);
	}

	@Test
	void takesOverFromOneThatHasDiedButNotBeforeItsLockIsOver() {
		Run first = run(this.one, true);
		run(this.two, true);
		pass(Duration.ofMinutes(5));
		this.leases.die();
		first.stop();
		pass(LOCK.dividedBy(2));
		assertThat(this.two.begun).isZero();
		pass(LOCK);
		assertThat(this.two.begun).isEqualTo(1);
	}

	@Test
	void oneThatDoesNotFollowDoesNothingWhereAnotherWorks() {
		run(this.one, true);
		Run second = run(this.two, false);
		assertThat(second.completed).isTrue();
		assertThat(this.two.begun).isZero();
	}

	@Test
	void stopsWhereItCannotExtendAndTriesAgain() {
		run(this.one, true);
		this.leases.extension = Mono.just(false);
		pass(LOCK.dividedBy(3));
		assertThat(this.one.cancelled).isEqualTo(1);
		assertThat(this.leases.releases).as("it may be another's by now").isZero();
		this.leases.extension = null;
		pass(LOCK.multipliedBy(2));
		assertThat(this.one.begun).isEqualTo(2);
	}

	@Test
	void stopsBeforeItsLockIsOverWhereAnExtensionFailsOrHangs() {
		for (Mono<Boolean> extension : List.<Mono<Boolean>>of(Mono.error(new IllegalStateException("down")),
				Mono.never())) {
			VirtualLeases own = new VirtualLeases(this.time);
			own.extension = extension;
			Work work = new Work();
			Run run = new Run(new ExclusiveRun(own, "name", LOCK, timing(), true, new CallLifecycle()).of(work.mono()));
			pass(LOCK);
			assertThat(work.cancelled).isEqualTo(1);
			run.stop();
		}
	}

	@Test
	void workThatFailsGivesTheLeaseBackAndItsErrorOn() {
		Run first = run(this.one, true);
		this.one.sink.tryEmitError(new IllegalStateException("handler"));
		assertThat(first.failure).hasMessage("handler");
		assertThat(this.leases.releases).isEqualTo(1);
	}

	@Test
	void oneWhoseCursorWasTakenOverWaitsForItsTurn() {
		Run first = run(this.one, true);
		this.one.sink.tryEmitError(new CursorConflictException("copy"));
		assertThat(first.isOver()).isFalse();
		assertThat(this.leases.releases).isZero();
		this.one.sink = Sinks.empty();
		pass(LOCK.multipliedBy(2));
		assertThat(this.one.begun).isEqualTo(2);
	}

	@Test
	void leasesThatCannotBeHadAreAnError() {
		this.leases.failure = new IllegalStateException("no database");
		assertThat(run(this.one, true).failure).hasMessage("no database");
		assertThat(this.one.begun).isZero();
	}

	private Run run(Work work, boolean waiting) {
		return new Run(
				new ExclusiveRun(this.leases, "name", LOCK, timing(), waiting, new CallLifecycle()).of(work.mono()));
	}

	private Timing timing() {
		return new Timing(this.time, () -> this.time.now(TimeUnit.NANOSECONDS),
				() -> Instant.ofEpochMilli(this.time.now(TimeUnit.MILLISECONDS)));
	}

	private void pass(Duration duration) {
		this.time.advanceTimeBy(duration);
	}

	/**
	 * What lasts until it is ended.
	 */
	private static final class Work {

		private Sinks.Empty<Void> sink = Sinks.empty();

		private int begun;

		private int cancelled;

		Mono<Void> mono() {
			return Mono.defer(() -> {
				this.begun++;
				return this.sink.asMono();
			}).doOnCancel(() -> this.cancelled++);
		}

		void end() {
			this.sink.tryEmitEmpty();
		}

	}

}
