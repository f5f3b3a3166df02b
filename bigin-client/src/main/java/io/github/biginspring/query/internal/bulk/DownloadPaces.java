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

package io.github.biginspring.query.internal.bulk;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import io.github.biginspring.internal.call.CallLifecycle;

/**
 * Lets no more downloads begin in any minute than Bigin allows (Bigin's documentation),
 * those of each connection for themselves. What lies more than a minute back holds nobody
 * up, and is forgotten.
 */
public final class DownloadPaces {

	private static final int MAX_DOWNLOADS = 10;

	private static final Duration PERIOD = Duration.ofMinutes(1);

	// no connection has an empty id
	private static final String NO_CONNECTION = "";

	// when the latest downloads of each connection begin, the last one at the end
	private final Map<String, Deque<Long>> paces = new HashMap<>();

	private final CallLifecycle lifecycle;

	private boolean forgetting;

	/**
	 * Create paces of connections that have not downloaded anything.
	 * @param lifecycle ends the waits
	 */
	public DownloadPaces(CallLifecycle lifecycle) {
		this.lifecycle = lifecycle;
	}

	/**
	 * Wait for the turn of a download. One that is cancelled while it waits has had its
	 * turn all the same.
	 * @param connectionId the connection, or {@code null} where none is named
	 * @return completes when it may begin
	 */
	Mono<Void> turn(@Nullable String connectionId) {
		return Mono.defer(() -> {
			Scheduler scheduler = Schedulers.parallel();
			Duration wait = reserve((connectionId != null) ? connectionId : NO_CONNECTION, scheduler);
			return wait.isZero() ? Mono.empty() : this.lifecycle.pause(wait, scheduler).then();
		});
	}

	private synchronized Duration reserve(String connectionId, Scheduler scheduler) {
		Deque<Long> latest = this.paces.computeIfAbsent(connectionId, (id) -> new ArrayDeque<>(MAX_DOWNLOADS));
		long now = scheduler.now(TimeUnit.MILLISECONDS);
		long begin = now;
		if (latest.size() == MAX_DOWNLOADS) {
			begin = Math.max(now, latest.removeFirst() + PERIOD.toMillis());
		}
		latest.addLast(begin);
		if (!this.forgetting) {
			this.forgetting = true;
			forgetLater(scheduler);
		}
		return Duration.ofMillis(begin - now);
	}

	private void forgetLater(Scheduler scheduler) {
		scheduler.schedule(() -> forget(scheduler), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
	}

	private synchronized void forget(Scheduler scheduler) {
		long now = scheduler.now(TimeUnit.MILLISECONDS);
		this.paces.values().removeIf((latest) -> latest.getLast() + PERIOD.toMillis() <= now);
		this.forgetting = !this.paces.isEmpty();
		if (this.forgetting) {
			forgetLater(scheduler);
		}
	}

	/**
	 * Return how many connections are known.
	 * @return the number
	 */
	synchronized int size() {
		return this.paces.size();
	}

}
