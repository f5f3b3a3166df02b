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

import java.util.Arrays;
import java.util.Locale;

/**
 * How long the requests of one thread took.
 */
final class Latencies {

	private long[] nanos = new long[1024];

	private int count;

	private long first = Long.MAX_VALUE;

	private long last = Long.MIN_VALUE;

	/**
	 * Add a request that has just ended.
	 * @param nanos how long it took
	 */
	void add(long nanos) {
		long now = System.nanoTime();
		this.first = Math.min(this.first, now - nanos);
		this.last = Math.max(this.last, now);
		room(1);
		this.nanos[this.count++] = nanos;
	}

	void addAll(Latencies others) {
		this.first = Math.min(this.first, others.first);
		this.last = Math.max(this.last, others.last);
		room(others.count);
		System.arraycopy(others.nanos, 0, this.nanos, this.count, others.count);
		this.count += others.count;
	}

	private void room(int more) {
		if (this.count + more > this.nanos.length) {
			this.nanos = Arrays.copyOf(this.nanos, Math.max(this.count + more, 2 * this.nanos.length));
		}
	}

	int count() {
		return this.count;
	}

	@Override
	public String toString() {
		long[] sorted = Arrays.copyOf(this.nanos, this.count);
		Arrays.sort(sorted);
		return String.format(Locale.ROOT, "%,d | %,.0f | %.1f ms | %.1f ms | %.1f ms", this.count,
				this.count * 1e9 / (this.last - this.first), sorted[this.count / 2] / 1e6,
				sorted[(int) (0.99 * (this.count - 1))] / 1e6, sorted[this.count - 1] / 1e6);
	}

}
