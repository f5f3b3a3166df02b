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

package io.github.biginspring.write.internal;

import java.time.Duration;

import org.springframework.util.Assert;

import io.github.biginspring.write.WriteOperations;

/**
 * How a stream of records is cut into calls.
 *
 * @param size how many records a call carries at most
 * @param window how long a record waits for others at most
 * @param concurrency how many calls are under way at most
 * @param ordered whether results come in the order of the records
 */
record BatchSettings(int size, Duration window, int concurrency, boolean ordered) {

	// what Bigin takes at once of one connection
	private static final int MAX_CALLS = 10;

	static final BatchSettings DEFAULTS = new BatchSettings(WriteOperations.MAX_RECORDS, Duration.ofSeconds(1),
			MAX_CALLS, true);

	BatchSettings {
		Assert.isTrue(size >= 1 && size <= WriteOperations.MAX_RECORDS,
				() -> "A call takes 1 to " + WriteOperations.MAX_RECORDS + " records, not " + size);
		Assert.isTrue(window.compareTo(Duration.ZERO) > 0, () -> "'window' must be positive, not " + window);
		Assert.isTrue(concurrency >= 1, () -> "'concurrency' must be 1 or more, not " + concurrency);
	}

	BatchSettings withSize(int size) {
		return new BatchSettings(size, this.window, this.concurrency, this.ordered);
	}

	BatchSettings withWindow(Duration window) {
		return new BatchSettings(this.size, window, this.concurrency, this.ordered);
	}

	BatchSettings withConcurrency(int concurrency) {
		return new BatchSettings(this.size, this.window, concurrency, this.ordered);
	}

	BatchSettings unordered() {
		return new BatchSettings(this.size, this.window, this.concurrency, false);
	}

}
