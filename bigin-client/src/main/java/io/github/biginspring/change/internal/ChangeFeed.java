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
import java.time.temporal.ChronoUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

import io.github.biginspring.change.Change;
import io.github.biginspring.change.Cursor;
import io.github.biginspring.error.BiginShutdownException;
import io.github.biginspring.internal.call.CallLifecycle;

/**
 * How the changes of a module are read, and when.
 *
 * @param source where changes are read from
 * @param sizes how lists are cut
 * @param timing the clocks
 * @param watermarkDelay how long after its second a change is read
 * @param maxAge how old a cursor may be
 * @param pollInterval how long to wait after each round, or {@code null} to end when all
 * is told
 * @param signs of changes, or {@code null}
 * @param lifecycle ends a reading that would never end
 */
public record ChangeFeed<T>(ChangeSource<T> source, PageSizes sizes, Timing timing, Duration watermarkDelay,
		Duration maxAge, @Nullable Duration pollInterval, @Nullable Publisher<?> signs, CallLifecycle lifecycle) {

	private static final Log logger = LogFactory.getLog(ChangeFeed.class);

	public ChangeFeed {
		Assert.isTrue(!watermarkDelay.isNegative(),
				() -> "'watermarkDelay' must not be negative, as is " + watermarkDelay);
		Assert.isTrue(maxAge.compareTo(Duration.ZERO) > 0, () -> "'maxAge' must be positive, not " + maxAge);
	}

	ChangeFeed<T> withSource(ChangeSource<T> source) {
		return new ChangeFeed<>(source, this.sizes, this.timing, this.watermarkDelay, this.maxAge, this.pollInterval,
				this.signs, this.lifecycle);
	}

	ChangeFeed<T> withWatermarkDelay(Duration watermarkDelay) {
		return new ChangeFeed<>(this.source, this.sizes, this.timing, watermarkDelay, this.maxAge, this.pollInterval,
				this.signs, this.lifecycle);
	}

	ChangeFeed<T> withMaxAge(Duration maxAge) {
		return new ChangeFeed<>(this.source, this.sizes, this.timing, this.watermarkDelay, maxAge, this.pollInterval,
				this.signs, this.lifecycle);
	}

	ChangeFeed<T> withPollInterval(Duration pollInterval) {
		return new ChangeFeed<>(this.source, this.sizes, this.timing, this.watermarkDelay, this.maxAge, pollInterval,
				this.signs, this.lifecycle);
	}

	ChangeFeed<T> withSigns(Publisher<?> signs) {
		return new ChangeFeed<>(this.source, this.sizes, this.timing, this.watermarkDelay, this.maxAge,
				this.pollInterval, signs, this.lifecycle);
	}

	boolean isFollowing() {
		return this.pollInterval != null;
	}

	public StartPosition beginning(@Nullable Instant since) {
		Instant second = (since != null) ? since.truncatedTo(ChronoUnit.SECONDS) : null;
		return new StartPosition(new Cursor(this.source.module(), second, null, now(), null), null);
	}

	StartPosition startAfter(String cursor) {
		try {
			return startAfter(Cursor.parse(cursor));
		}
		catch (IllegalArgumentException ex) {
			return restart(Change.Reason.UNREADABLE_CURSOR, "is not one that can be read");
		}
	}

	StartPosition startAfter(Cursor cursor) {
		if (!cursor.module().equals(this.source.module())) {
			return restart(Change.Reason.CURSOR_OF_ANOTHER_MODULE, "is one of " + cursor.module());
		}
		if (cursor.readAt().isBefore(now().minus(this.maxAge))) {
			return restart(Change.Reason.OLD_CURSOR, "was made at " + cursor.readAt());
		}
		return new StartPosition(cursor, null);
	}

	private StartPosition restart(Change.Reason reason, String fault) {
		logger.warn("All records of " + this.source.module() + " are read again, since the cursor " + fault
				+ ": deletions may have been missed");
		return new StartPosition(beginning(null).cursor(), reason);
	}

	private Instant now() {
		return this.timing.wallClock().instant();
	}

	/**
	 * Read the changes.
	 * @param start where to begin
	 * @return the changes, with an end after each round
	 */
	Flux<ChangeOrCheckpoint<T>> steps(StartPosition start) {
		Flux<ChangeOrCheckpoint<T>> steps = Flux.using(
				() -> Triggers.of((this.signs != null) ? this.signs : Flux.never(), this.timing.scheduler()),
				(signs) -> rounds(start.cursor(), signs), Triggers::dispose);
		if (isFollowing()) {
			// what is left of the round comes again, after the cursor that was stored
			steps = steps.takeWhile((step) -> !this.lifecycle.isStopped())
				.onErrorComplete(BiginShutdownException.class);
		}
		return (start.restarted() != null)
				? steps.startWith(ChangeOrCheckpoint.of(new Change.Reset<>(start.restarted(), start.cursor()))) : steps;
	}

	private Flux<ChangeOrCheckpoint<T>> rounds(Cursor start, Triggers signs) {
		Watermark clock = new Watermark(this.watermarkDelay, this.timing.nanoTime());
		ChangeSubscription<T> reading = new ChangeSubscription<>(this.source, this.sizes, clock,
				this.timing.wallClock(), start);
		return (this.pollInterval != null)
				? reading.round().repeatWhen((ends) -> follow(ends, reading, signs, this.pollInterval))
				: reading.round()
					.repeatWhen((ends) -> ends.takeWhile((end) -> !reading.hasReachedTarget())
						.concatMap((end) -> settled(reading), 1));
	}

	private Mono<Long> settled(ChangeSubscription<T> reading) {
		Duration rest = reading.untilSettled();
		return this.lifecycle.pause((rest != null) ? rest : Duration.ZERO, this.timing.scheduler());
	}

	// a sign may be quicker than what it is a sign of
	private Flux<Boolean> follow(Flux<Long> ends, ChangeSubscription<T> reading, Triggers signs, Duration interval) {
		Duration second = this.watermarkDelay.plusSeconds(1);
		boolean[] lookAgain = new boolean[1];
		return ends.concatMap((end) -> {
			Duration pause = lookAgain[0] ? shorter(second, interval) : interval;
			Duration rest = reading.untilSettled();
			return this.lifecycle.untilStopped(signs.await((rest != null) ? shorter(rest, pause) : pause))
				.defaultIfEmpty(false)
				.doOnNext((signed) -> lookAgain[0] = signed);
		}, 1).takeWhile((signed) -> !this.lifecycle.isStopped());
	}

	private static Duration shorter(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

}
