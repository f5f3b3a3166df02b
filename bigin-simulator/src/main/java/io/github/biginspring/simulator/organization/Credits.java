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

package io.github.biginspring.simulator.organization;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What the calls on an organisation cost over the last 24 hours, and what they may cost.
 * Safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class Credits {

	/**
	 * No limit.
	 */
	public static final long UNLIMITED = Long.MAX_VALUE;

	private static final Duration PERIOD = Duration.ofHours(24);

	private final long initialLimit;

	private final InstantSource clock;

	private final Deque<Spending> spendings = new ArrayDeque<>();

	private long limit;

	private long spent;

	Credits(long limit, InstantSource clock) {
		this.initialLimit = limit;
		this.limit = limit;
		this.clock = clock;
	}

	/**
	 * Change what the calls of 24 hours may cost.
	 * @param limit the credits
	 */
	public synchronized void limit(long limit) {
		this.limit = limit;
	}

	/**
	 * Pay for a call.
	 * @param cost what it costs
	 * @return whether enough was left; otherwise nothing is paid
	 */
	public synchronized boolean spend(int cost) {
		forget();
		if (this.limit != UNLIMITED && this.spent + cost > this.limit) {
			return false;
		}
		Instant second = Instant.ofEpochSecond(this.clock.instant().getEpochSecond());
		Spending last = this.spendings.peekLast();
		if (last != null && last.at().equals(second)) {
			this.spendings.removeLast();
			this.spendings.addLast(new Spending(second, last.cost() + cost));
		}
		else {
			this.spendings.addLast(new Spending(second, cost));
		}
		this.spent += cost;
		return true;
	}

	/**
	 * What the calls of the last 24 hours cost.
	 * @return the credits
	 */
	public synchronized long spent() {
		forget();
		return this.spent;
	}

	/**
	 * What further calls may cost.
	 * @return the credits, {@link #UNLIMITED} where there is no limit
	 */
	public synchronized long remaining() {
		forget();
		return (this.limit != UNLIMITED) ? Math.max(0, this.limit - this.spent) : UNLIMITED;
	}

	/**
	 * Whether so much is spent that Bigin tells what remains.
	 * @return whether half of the credits are spent
	 */
	public synchronized boolean isRunningLow() {
		return this.limit != UNLIMITED && spent() * 2 >= this.limit;
	}

	synchronized void reset() {
		this.limit = this.initialLimit;
		this.spendings.clear();
		this.spent = 0;
	}

	private void forget() {
		Instant end = this.clock.instant().minus(PERIOD);
		Spending first = this.spendings.peekFirst();
		while (first != null && !first.at().isAfter(end)) {
			this.spent -= first.cost();
			this.spendings.removeFirst();
			first = this.spendings.peekFirst();
		}
	}

	private record Spending(Instant at, long cost) {
	}

}
