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

import reactor.core.publisher.Mono;

import io.github.biginspring.change.CursorConflictException;
import io.github.biginspring.change.LeaseProvider;
import io.github.biginspring.change.LeaseProvider.Lease;
import io.github.biginspring.internal.call.CallLifecycle;
import io.github.biginspring.internal.call.LateFailures;

/**
 * Runs something while it holds a lease, and tries again to get one when it has lost it.
 */
final class ExclusiveRun {

	private final LeaseProvider leases;

	private final String name;

	private final Duration duration;

	private final Timing timing;

	private final boolean waiting;

	private final CallLifecycle lifecycle;

	/**
	 * Create a run.
	 * @param leases gives leases
	 * @param name what the lease is for
	 * @param duration how long a lease holds where it is not extended
	 * @param timing the clocks
	 * @param waiting whether to wait for the lease where another instance has it
	 * @param lifecycle ends the wait
	 */
	ExclusiveRun(LeaseProvider leases, String name, Duration duration, Timing timing, boolean waiting,
			CallLifecycle lifecycle) {
		this.leases = leases;
		this.name = name;
		this.duration = duration;
		this.timing = timing;
		this.waiting = waiting;
		this.lifecycle = lifecycle;
	}

	Mono<Void> of(Mono<Void> work) {
		return attempt(work).filter((outcome) -> outcome == Outcome.DONE || (outcome == Outcome.TAKEN && !this.waiting))
			.repeatWhenEmpty(
					(attempts) -> attempts.concatMap((attempt) -> this.lifecycle.pause(step(), this.timing.scheduler()))
						.takeWhile((tick) -> !this.lifecycle.isStopped()))
			.then()
			.contextWrite(LateFailures::taken);
	}

	private Duration step() {
		return this.duration.dividedBy(3);
	}

	private Mono<Outcome> attempt(Mono<Void> work) {
		return Mono.defer(() -> {
			long askedAt = this.timing.nanoTime().getAsLong();
			return Mono.usingWhen(
					this.leases.tryAcquire(this.name, this.duration).map((lease) -> new Held(lease, askedAt)),
					(held) -> held.during(work), Held::release, (held, failure) -> held.release(), Held::release);
		}).defaultIfEmpty(Outcome.TAKEN);
	}

	private enum Outcome {

		DONE, LOST, TAKEN

	}

	/**
	 * A lease, which is not trusted longer than it was asked for.
	 */
	private final class Held {

		private final Lease lease;

		private volatile long until;

		private volatile boolean lost;

		Held(Lease lease, long askedAt) {
			this.lease = lease;
			this.until = askedAt + ExclusiveRun.this.duration.toNanos();
		}

		Mono<Outcome> during(Mono<Void> work) {
			return Mono
				.firstWithSignal(work.thenReturn(Outcome.DONE).onErrorResume(CursorConflictException.class, (ex) -> {
					// another holds the lease as well: it is the other's to release
					this.lost = true;
					return Mono.just(Outcome.LOST);
				}), loss().thenReturn(Outcome.LOST));
		}

		private Mono<Void> loss() {
			return Mono.delay(step(), ExclusiveRun.this.timing.scheduler())
				.then(Mono.defer(this::extend))
				.repeat()
				.takeWhile((extended) -> extended)
				.then(Mono.fromRunnable(() -> this.lost = true));
		}

		private Mono<Boolean> extend() {
			long now = now();
			if (now - this.until >= 0) {
				return Mono.just(false);
			}
			return this.lease.extend(ExclusiveRun.this.duration)
				.timeout(Duration.ofNanos(this.until - now), ExclusiveRun.this.timing.scheduler())
				.onErrorReturn(false)
				.defaultIfEmpty(false)
				.doOnNext(
						(extended) -> this.until = extended ? now + ExclusiveRun.this.duration.toNanos() : this.until);
		}

		private long now() {
			return ExclusiveRun.this.timing.nanoTime().getAsLong();
		}

		Mono<Void> release() {
			return Mono.defer(() -> (this.lost || now() - this.until >= 0) ? Mono.empty()
					: this.lease.release().onErrorComplete());
		}

	}

}
