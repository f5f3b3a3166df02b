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
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.model.Contact;
import io.github.biginspring.write.WriteResult;

/**
 * Counts in one run. Calls end on several threads.
 */
final class RunTally {

	private final int total;

	private final long start = System.nanoTime();

	private int written;

	private int failed;

	private final Set<String> rejected = new HashSet<>();

	private final Set<String> unknown = new HashSet<>();

	private boolean stopped;

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

	synchronized void count(WriteResult<Contact> result) {
		String name = String.valueOf(result.input().getLastName());
		if (result instanceof WriteResult.Rejected) {
			this.rejected.add(name);
		}
		else if (result instanceof WriteResult.Unknown) {
			this.unknown.add(name);
		}
		else {
			this.written++;
		}
	}

	/**
	 * The writer has ended with an error, and begins with no further contact.
	 */
	synchronized void stopped() {
		this.stopped = true;
	}

	synchronized int unsent() {
		return this.stopped ? this.total - this.written - this.failed - this.rejected.size() - this.unknown.size() : 0;
	}

	/**
	 * The contacts that were reported as not written.
	 * @return their last names, as they are now
	 */
	synchronized Set<String> rejected() {
		return new HashSet<>(this.rejected);
	}

	/**
	 * The contacts that were reported as perhaps written.
	 * @return their last names, as they are now
	 */
	synchronized Set<String> unknown() {
		return new HashSet<>(this.unknown);
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
		return new RunProgress(this.total, this.written, this.failed, this.rejected.size(), this.unknown.size(),
				unsent(), this.sent, this.refused, this.searchMillis, this.searchFailed,
				Duration.ofNanos(System.nanoTime() - this.start).toMillis(), null);
	}

}
