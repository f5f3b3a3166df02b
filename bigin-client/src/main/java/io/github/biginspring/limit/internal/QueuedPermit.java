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

import io.github.biginspring.error.BiginRateLimitException;
import io.github.biginspring.internal.DrainLoop;

/**
 * The permit of a call that a {@link QueueingRateLimiter} has admitted. What becomes of
 * the call is told to the loop of the rate limiter, which alone changes the permit.
 */
final class QueuedPermit implements RateLimiter.Permit {

	private final String connection;

	private final ConnectionQueue queue;

	private final int epoch;

	private final boolean trial;

	private final DrainLoop loop;

	private final ConnectionQueues queues;

	private final RateFeedback feedback;

	// what becomes of it is known to the rate, though its connection is not free yet
	private boolean settled;

	private boolean ended;

	QueuedPermit(String connection, ConnectionQueue queue, int epoch, boolean trial, DrainLoop loop,
			ConnectionQueues queues, RateFeedback feedback) {
		this.connection = connection;
		this.queue = queue;
		this.epoch = epoch;
		this.trial = trial;
		this.loop = loop;
		this.queues = queues;
		this.feedback = feedback;
	}

	@Override
	public boolean isTrial() {
		return this.trial;
	}

	@Override
	public void letThrough() {
		this.loop.add(() -> {
			if (!this.ended) {
				settleWithSuccess();
			}
		});
	}

	@Override
	public void succeeded() {
		this.loop.add(() -> {
			if (end()) {
				settleWithSuccess();
			}
		});
	}

	private void settleWithSuccess() {
		if (settle()) {
			this.feedback.succeeded(this.epoch);
		}
	}

	@Override
	public void rateLimited(BiginRateLimitException failure) {
		this.loop.add(() -> {
			if (end()) {
				settle();
				this.feedback.rateLimited(this.epoch, failure.getRetryAfter());
			}
		});
	}

	@Override
	public void abandoned() {
		this.loop.add(() -> {
			if (end()) {
				settle();
			}
		});
	}

	private boolean end() {
		if (this.ended) {
			return false;
		}
		this.ended = true;
		this.queues.ended(this.connection, this.queue);
		return true;
	}

	private boolean settle() {
		if (this.settled) {
			return false;
		}
		this.settled = true;
		this.feedback.ended(this.epoch);
		return true;
	}

}
