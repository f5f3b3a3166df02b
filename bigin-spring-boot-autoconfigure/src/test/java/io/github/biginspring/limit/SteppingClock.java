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
import java.util.function.LongSupplier;

/**
 * A clock in nanoseconds that runs until it is frozen, and then moves when it is told to.
 */
final class SteppingClock implements LongSupplier {

	private boolean frozen;

	private long now;

	private long onRead;

	private int reads;

	synchronized void freeze() {
		this.now = getAsLong();
		this.frozen = true;
	}

	synchronized void step(Duration by) {
		this.now += by.toNanos();
	}

	/**
	 * Step each time the clock is read.
	 */
	synchronized void stepOnRead(Duration by, int reads) {
		this.onRead = by.toNanos();
		this.reads = reads;
	}

	@Override
	public synchronized long getAsLong() {
		if (!this.frozen) {
			return System.nanoTime();
		}
		if (this.reads > 0) {
			this.reads--;
			this.now += this.onRead;
		}
		return this.now;
	}

}
