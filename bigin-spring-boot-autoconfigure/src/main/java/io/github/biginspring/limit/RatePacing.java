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

package io.github.biginspring.limit;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What a gate has learnt from 429: a pause, after it one call to try, then twice as many
 * under way with each that succeeds, and a rate that was cut and grows again. Used by one
 * thread at a time.
 */
final class RatePacing {

	private static final double CUT = 0.7;

	// from a cut rate back to the configured one in about this many seconds of success
	private static final double RECOVERY_SECONDS = 20;

	private static final double LOWEST_SHARE = 0.01;

	private static final Duration FIRST_GUESS = Duration.ofSeconds(1);

	private static final Duration LONGEST_GUESS = Duration.ofSeconds(30);

	private final double configuredRate;

	private final Duration longestPause;

	private double rate;

	private long resumeAt = Long.MIN_VALUE;

	private long nextAt = Long.MIN_VALUE;

	private long cutAt = Long.MIN_VALUE;

	private long guessNanos = FIRST_GUESS.toNanos();

	private int mayBeUnderWay = Integer.MAX_VALUE;

	RatePacing(double configuredRate, Duration longestPause) {
		this.configuredRate = configuredRate;
		this.longestPause = longestPause;
		this.rate = configuredRate;
	}

	double rate() {
		return this.rate;
	}

	/**
	 * Return how long to wait before the next call.
	 * @param now the time in nanoseconds
	 * @param underWay how many calls are under way
	 * @return nanoseconds, 0 for none, or -1 until a call that is under way has ended
	 */
	long waitFor(long now, int underWay) {
		if (now < this.resumeAt) {
			return this.resumeAt - now;
		}
		if (underWay >= this.mayBeUnderWay) {
			return -1;
		}
		return (this.rate < this.configuredRate && now < this.nextAt) ? this.nextAt - now : 0;
	}

	void started(long now) {
		if (this.rate < this.configuredRate) {
			this.nextAt = Math.max(now, this.nextAt) + (long) (1e9 / this.rate);
		}
	}

	/**
	 * A call was answered with 429.
	 * @param now the time in nanoseconds
	 * @param startedAt when the call was made
	 * @param retryAfter how long the service asks to wait, or {@code null}
	 * @return how long all calls now pause, or {@code null} where that has not changed
	 */
	@Nullable Duration rateLimited(long now, long startedAt, @Nullable Duration retryAfter) {
		// calls that were under way together are told of one and the same excess
		boolean news = startedAt > this.cutAt;
		if (news) {
			this.cutAt = now;
			this.rate = Math.max(this.rate * CUT, this.configuredRate * LOWEST_SHARE);
			this.mayBeUnderWay = 1;
		}
		if (!news && retryAfter == null) {
			return null;
		}
		long pause = (retryAfter != null) ? Math.min(retryAfter.toNanos(), this.longestPause.toNanos()) : guess();
		if (now + pause <= this.resumeAt) {
			return null;
		}
		this.resumeAt = now + pause;
		return Duration.ofNanos(pause);
	}

	private long guess() {
		long guess = this.guessNanos;
		this.guessNanos = Math.min(guess * 2, LONGEST_GUESS.toNanos());
		return guess;
	}

	/**
	 * A call has succeeded.
	 * @param startedAt when the call was made
	 * @return whether the rate has changed
	 */
	boolean succeeded(long startedAt) {
		if (startedAt <= this.cutAt) {
			return false;
		}
		this.guessNanos = FIRST_GUESS.toNanos();
		this.mayBeUnderWay = (this.mayBeUnderWay > Integer.MAX_VALUE / 2) ? Integer.MAX_VALUE : this.mayBeUnderWay * 2;
		if (this.rate >= this.configuredRate) {
			return false;
		}
		// a fixed amount in a second, whatever the rate
		this.rate = Math.min(this.configuredRate,
				this.rate + this.configuredRate / RECOVERY_SECONDS / Math.max(this.rate, 1));
		return true;
	}

}
