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

package io.github.biginspring.sample.lab;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Counts in one run. Calls end on several threads.
 */
final class RunTally {

	private final int total;

	private final long start = System.nanoTime();

	private int written;

	private int failed;

	private int sent;

	private int refused;

	private @Nullable Long searchMillis;

	private boolean searchFailed;

	RunTally(int total) {
		this.total = total;
	}

	synchronized void count(int contacts, boolean written) {
		if (written) {
			this.written += contacts;
		}
		else {
			this.failed += contacts;
		}
	}

	synchronized void sent() {
		this.sent++;
	}

	synchronized void refused() {
		this.refused++;
	}

	synchronized void searched(Duration duration) {
		this.searchMillis = duration.toMillis();
		this.searchFailed = false;
	}

	synchronized void searchFailed() {
		this.searchFailed = true;
	}

	synchronized RunProgress progress() {
		return new RunProgress(this.total, this.written, this.failed, this.sent, this.refused, this.searchMillis,
				this.searchFailed, Duration.ofNanos(System.nanoTime() - this.start).toMillis(), null);
	}

}
