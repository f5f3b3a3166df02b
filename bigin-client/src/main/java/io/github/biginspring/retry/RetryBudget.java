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

package io.github.biginspring.retry;

import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.util.Assert;

/**
 * Limits the repetitions of all calls together while the service fails, so that an outage
 * does not multiply the load on it. A repetition takes from the budget, a successful call
 * gives a little back, as in the AWS SDK. A 429 takes nothing: its repetition waits for
 * the rate limiter, which lets no more through than the service allows.
 *
 * @since 0.1.0
 */
public final class RetryBudget {

	private static final int COST = 5;

	private final int capacity;

	private final AtomicInteger available;

	/**
	 * Create a full budget.
	 * @param capacity how much it holds: a repetition takes {@value #COST}, a success
	 * gives back 1
	 */
	public RetryBudget(int capacity) {
		Assert.isTrue(capacity >= 0, "'capacity' must not be negative");
		this.capacity = capacity;
		this.available = new AtomicInteger(capacity);
	}

	/**
	 * Take a repetition's share.
	 * @return {@code false} if there is not enough left
	 */
	public boolean take() {
		return this.available.getAndUpdate((left) -> (left >= COST) ? left - COST : left) >= COST;
	}

	/**
	 * Give back what a call that succeeds is worth.
	 */
	public void succeeded() {
		// read first: in good times the budget is full, and nothing needs to be written
		if (this.available.get() < this.capacity) {
			this.available.updateAndGet((left) -> Math.min(left + 1, this.capacity));
		}
	}

	/**
	 * Return what is left.
	 * @return 0 up to the capacity
	 */
	public int available() {
		return this.available.get();
	}

}
