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

package io.github.biginspring.benchmarks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * The limit that the server keeps, to the nanosecond: no more requests in any second than
 * the limit, or a bucket of tokens that holds a tenth of a second's.
 */
final class StrictLimit {

	private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

	private final boolean window;

	private final int limit;

	private final Deque<Long> accepted = new ArrayDeque<>();

	private double tokens;

	private long filledAt;

	/**
	 * Create a limit.
	 * @param kind {@code window} or {@code bucket}
	 * @param limit requests a second; 0 for any number
	 * @param now the time in nanoseconds
	 */
	StrictLimit(String kind, int limit, long now) {
		this.window = kind.equals("window");
		this.limit = limit;
		this.tokens = capacity();
		this.filledAt = now;
	}

	private double capacity() {
		return Math.max(1, this.limit / 10.0);
	}

	synchronized boolean accepts(long now) {
		if (this.limit == 0) {
			return true;
		}
		return this.window ? windowAccepts(now) : bucketAccepts(now);
	}

	private boolean windowAccepts(long now) {
		for (Long first = this.accepted.peekFirst(); first != null
				&& now - first >= SECOND; first = this.accepted.peekFirst()) {
			this.accepted.removeFirst();
		}
		return this.accepted.size() < this.limit && this.accepted.add(now);
	}

	private boolean bucketAccepts(long now) {
		this.tokens = Math.min(capacity(), this.tokens + (double) (now - this.filledAt) / SECOND * this.limit);
		this.filledAt = now;
		if (this.tokens < 1) {
			return false;
		}
		this.tokens -= 1;
		return true;
	}

}
