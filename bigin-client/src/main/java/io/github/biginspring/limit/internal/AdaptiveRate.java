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

package io.github.biginspring.limit.internal;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What a rate limiter has learnt from 429: a pause, after it one call to try, then twice
 * as many under way with each that succeeds, and a rate that was cut and grows again.
 * Used by one thread at a time.
 */
final class AdaptiveRate {

	/**
	 * What a 429 leaves of the rate.
	 */
	static final double CUT = 0.85;

	/**
	 * What a rare 429 leaves of the rate: calls have come closer together on their way,
	 * or the limit is only just missed.
	 */
	static final double RARE_CUT = 0.95;

	/**
	 * The shortest guess of a pause; each that was too short is doubled.
	 */
	static final Duration FIRST_GUESS = Duration.ofMillis(200);

	/**
	 * The shortest guess after a rare 429.
	 */
	static final Duration RARE_GUESS = Duration.ofMillis(50);

	// a 429 is rare after the calls of so many seconds without one
	private static final int RARE_SECONDS = 2;

	/**
	 * The longest guess: what an outage costs at its end. A call every other second is
	 * nothing to a service that responses it with 429.
	 */
	static final Duration MAX_GUESS = Duration.ofSeconds(2);

	// what is added in a second of success, of the configured rate
	private static final double FAST = 0.1;

	private static final double SLOW = 0.02;

	// how near the rate that was refused last growth is slow, to stay below it for long
	private static final double NEAR = 0.05;

	private static final double LOWEST_SHARE = 0.01;

	// how late a timer may be without a call being lost; the tokens still bound what goes
	private static final long LATEST = Duration.ofMillis(100).toNanos();

	private final double configuredRate;

	private final Duration longestPause;

	// as is the next: who asks for the status is another thread
	private volatile double rate;

	private double refusedRate;

	private volatile long resumeAt = Long.MIN_VALUE;

	private long nextAt = Long.MIN_VALUE;

	private long guessNanos = FIRST_GUESS.toNanos();

	// since the last cut
	private long successes;

	// counts cuts: a call that began before the last one tells nothing new
	private int epoch;

	private int inFlight;

	private int maxInFlight = Integer.MAX_VALUE;

	AdaptiveRate(double configuredRate, Duration longestPause) {
		this.configuredRate = configuredRate;
		this.longestPause = longestPause;
		this.rate = configuredRate;
		this.refusedRate = configuredRate;
	}

	double rate() {
		return this.rate;
	}

	/**
	 * Return for how long all calls still pause. May be asked by any thread.
	 * @param now the time in nanoseconds
	 * @return the time, zero where they do not
	 */
	Duration pausedFor(long now) {
		long resume = this.resumeAt;
		return (resume > now) ? Duration.ofNanos(resume - now) : Duration.ZERO;
	}

	/**
	 * Return when the next call may go.
	 * @param now the time in nanoseconds
	 * @return a time, not after now where it may go at once, or {@link Long#MAX_VALUE}
	 * until a call that is under way has ended
	 */
	long nextAt(long now) {
		if (now < this.resumeAt) {
			return this.resumeAt;
		}
		if (this.inFlight >= this.maxInFlight) {
			return Long.MAX_VALUE;
		}
		return (this.rate < this.configuredRate) ? this.nextAt : now;
	}

	/**
	 * A call is made.
	 * @param now the time in nanoseconds
	 * @return the epoch that it belongs to
	 */
	int started(long now) {
		this.inFlight++;
		if (this.rate < this.configuredRate) {
			// from when it was due, so that late timers cost nothing
			this.nextAt = Math.max(now - LATEST, this.nextAt) + (long) (1e9 / this.rate);
		}
		return this.epoch;
	}

	/**
	 * Whether calls are held back until those under way are told that they were let
	 * through.
	 * @return {@code true} after a 429
	 */
	boolean isTrying() {
		return this.maxInFlight < Integer.MAX_VALUE;
	}

	/**
	 * A call has ended, however.
	 * @param epoch its epoch
	 */
	void ended(int epoch) {
		if (epoch == this.epoch) {
			this.inFlight--;
		}
	}

	/**
	 * A call returned 429.
	 * @param now the time in nanoseconds
	 * @param epoch its epoch
	 * @param retryAfter how long the service asks to wait, or {@code null}
	 * @return how long all calls now pause, or {@code null} where that has not changed
	 */
	@Nullable Duration rateLimited(long now, int epoch, @Nullable Duration retryAfter) {
		boolean asked = retryAfter != null && retryAfter.toNanos() > 0;
		// calls that were under way together are told of one and the same excess
		boolean news = epoch == this.epoch;
		if (news) {
			cut();
		}
		if (!news && !asked) {
			return null;
		}
		long pause = Math.min((retryAfter != null && asked) ? retryAfter.toNanos() : guess(),
				this.longestPause.toNanos());
		if (now + pause <= this.resumeAt) {
			return null;
		}
		this.resumeAt = now + pause;
		return Duration.ofNanos(pause);
	}

	private void cut() {
		// a single call that is refused says that the pause was short, not the rate high
		if (this.maxInFlight > 1) {
			boolean rare = this.successes >= RARE_SECONDS * this.rate;
			this.refusedRate = this.rate;
			this.rate = Math.max(this.rate * (rare ? RARE_CUT : CUT), this.configuredRate * LOWEST_SHARE);
			this.guessNanos = (rare ? RARE_GUESS : FIRST_GUESS).toNanos();
		}
		this.successes = 0;
		this.epoch++;
		this.inFlight = 0;
		this.maxInFlight = 1;
	}

	private long guess() {
		long guess = this.guessNanos;
		this.guessNanos = Math.min(guess * 2, MAX_GUESS.toNanos());
		return guess;
	}

	/**
	 * A call was let through.
	 * @param epoch its epoch
	 * @return whether the rate has changed
	 */
	boolean succeeded(int epoch) {
		if (epoch != this.epoch) {
			return false;
		}
		this.successes++;
		this.guessNanos = FIRST_GUESS.toNanos();
		this.maxInFlight = (this.maxInFlight > Integer.MAX_VALUE / 2) ? Integer.MAX_VALUE : this.maxInFlight * 2;
		if (this.rate >= this.configuredRate) {
			return false;
		}
		boolean near = Math.abs(this.rate - this.refusedRate) < NEAR * this.refusedRate;
		double perSecond = this.configuredRate * (near ? SLOW : FAST);
		this.rate = Math.min(this.configuredRate, this.rate + perSecond / Math.max(this.rate, 1));
		return true;
	}

}
