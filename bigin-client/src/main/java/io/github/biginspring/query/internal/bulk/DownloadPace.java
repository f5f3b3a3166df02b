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
import java.util.concurrent.TimeUnit;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Lets no more downloads begin in any minute than Bigin allows (Bigin's documentation).
 */
final class DownloadPace {

	private static final int MAX_DOWNLOADS = 10;

	private static final Duration PERIOD = Duration.ofMinutes(1);

	private final Deque<Long> latest = new ArrayDeque<>(MAX_DOWNLOADS);

	/**
	 * Wait for the turn of a download. One that is cancelled while it waits has had its
	 * turn all the same.
	 * @return completes when it may begin
	 */
	Mono<Void> turn() {
		return Mono.defer(() -> {
			Duration wait = reserve(Schedulers.parallel().now(TimeUnit.MILLISECONDS));
			return wait.isZero() ? Mono.empty() : Mono.delay(wait).then();
		});
	}

	private synchronized Duration reserve(long now) {
		long begin = now;
		if (this.latest.size() == MAX_DOWNLOADS) {
			begin = Math.max(now, this.latest.removeFirst() + PERIOD.toMillis());
		}
		this.latest.addLast(begin);
		return Duration.ofMillis(begin - now);
	}

}
