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
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import org.springframework.util.Assert;

/**
 * Counts the requests of several processes together, in a {@link SharedBucket}. While
 * that cannot be reached, each process counts its own, up to a share of the limit. The
 * source of one rate limiter, which asks for one token at a time.
 *
 * @since 0.1.0
 */
public final class SharedTokenSource implements TokenBucket, AutoCloseable {

	private static final Log logger = LogFactory.getLog(SharedTokenSource.class);

	private static final long WINDOW = Duration.ofSeconds(1).toNanos();

	private static final long LONGEST_PAUSE = Duration.ofSeconds(10).toNanos();

	// the first token of all waits for a connection to be made
	private static final Duration FIRST_TIMEOUT = Duration.ofSeconds(1);

	private final SharedBucket shared;

	private final LocalTokenBucket local;

	private final double localRate;

	private final Duration timeout;

	private final Scheduler scheduler;

	private final LongSupplier clock;

	private final List<RateLimiterListener> listeners;

	private boolean everAsked;

	private boolean sharing = true;

	private long failedAt;

	private long pause;

	private long tryAgainAt;

	private long quietUntil;

	private long cappedUntil;

	private long lastSharedAt;

	private boolean tookShared;

	private boolean tookLocal;

	/**
	 * Create a source.
	 * @param limit the requests a second of all processes together, and the burst
	 * @param shared what the processes share
	 * @param localShare what part of the limit this process uses while it is on its own,
	 * above 0 and up to 1; rounded down to whole requests a second
	 * @param timeout how long a call waits for the shared bucket at most
	 * @param scheduler where answers are passed on; nothing blocks on it
	 * @param clock tells the time in nanoseconds, and never goes back
	 * @param listeners are told when sharing ends and is resumed
	 */
	public SharedTokenSource(RateLimit limit, SharedBucket shared, double localShare, Duration timeout,
			Scheduler scheduler, LongSupplier clock, List<RateLimiterListener> listeners) {
		Assert.isTrue(localShare > 0 && localShare <= 1,
				() -> "'localShare' must be above 0 and up to 1, not " + localShare);
		Assert.isTrue(timeout.toNanos() > 0, () -> "'timeout' must be positive, not " + timeout);
		this.shared = shared;
		this.localRate = localRate(limit.requestsPerSecond() * localShare);
		this.local = new LocalTokenBucket(
				limit.withRequestsPerSecond(this.localRate).withBurst((int) (limit.burst() * localShare)), clock);
		this.timeout = timeout;
		this.scheduler = scheduler;
		this.clock = clock;
		this.listeners = List.copyOf(listeners);
		long now = clock.getAsLong();
		this.lastSharedAt = now - WINDOW;
		this.quietUntil = now;
		this.cappedUntil = now;
	}

	// 2.5 requests a second would see 3 in some seconds
	private static double localRate(double requestsPerSecond) {
		return (requestsPerSecond >= 1) ? Math.floor(requestsPerSecond) : Math.max(requestsPerSecond, 0.1);
	}

	@Override
	public void take(LongConsumer answer) {
		long now = now();
		if (this.quietUntil - now > 0) {
			answer.accept(this.quietUntil - now);
		}
		else if (this.sharing && this.cappedUntil - now <= 0) {
			takeShared(answer);
		}
		else {
			this.local.take((wait) -> {
				if (wait != 0) {
					answer.accept(wait);
				}
				else if (this.sharing || this.tryAgainAt - now <= 0) {
					takeSharedToo(answer);
				}
				else {
					grant(answer, false, true);
				}
			});
		}
	}

	private void takeShared(LongConsumer answer) {
		ask().subscribe((wait) -> {
			if (wait == 0) {
				grant(answer, true, false);
			}
			else {
				answer.accept(wait);
			}
		}, (failure) -> {
			// what the others see of this process's last second is counted no more
			this.quietUntil = this.lastSharedAt + WINDOW;
			failed(failure);
			answer.accept(Math.max(1, this.quietUntil - now()));
		});
	}

	// the processes do not come back all at once: until they have, those that share again
	// keep to their part, so that the others have theirs
	private void takeSharedToo(LongConsumer answer) {
		ask().subscribe((wait) -> {
			succeeded();
			if (wait == 0) {
				grant(answer, true, true);
			}
			else {
				this.local.giveBack();
				answer.accept(wait);
			}
		}, (failure) -> {
			failed(failure);
			grant(answer, false, true);
		});
	}

	private Mono<Long> ask() {
		Duration patience = (this.everAsked || this.timeout.compareTo(FIRST_TIMEOUT) > 0) ? this.timeout
				: FIRST_TIMEOUT;
		this.everAsked = true;
		return Mono.defer(this.shared::take)
			.timeout(patience, Mono.error(TimeoutException::new), this.scheduler)
			.publishOn(this.scheduler);
	}

	private void grant(LongConsumer answer, boolean fromShared, boolean fromLocal) {
		this.tookShared = fromShared;
		this.tookLocal = fromLocal;
		if (fromShared) {
			this.lastSharedAt = now();
		}
		answer.accept(0);
	}

	private void failed(Throwable failure) {
		long now = now();
		if (!this.sharing) {
			this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
			this.tryAgainAt = now + this.pause;
			return;
		}
		this.sharing = false;
		this.failedAt = now;
		this.pause = WINDOW;
		this.tryAgainAt = now + this.pause;
		// its class alone: a message could tell where Redis is, and who asks
		logger.warn("The rate limit is not shared for the time being, since the shared bucket cannot be used ("
				+ failure.getClass().getSimpleName() + "): this instance makes up to " + this.localRate
				+ " requests a second");
		this.listeners.forEach((listener) -> listener.sharingChanged(false));
	}

	private void succeeded() {
		if (this.sharing) {
			return;
		}
		this.sharing = true;
		long now = now();
		// the pause of a process that failed at the same time is no longer than that
		this.cappedUntil = now + Math.min(now - this.failedAt + WINDOW, LONGEST_PAUSE) + WINDOW;
		logger.info("The rate limit is shared again");
		this.listeners.forEach((listener) -> listener.sharingChanged(true));
	}

	@Override
	public void giveBack() {
		if (this.tookLocal) {
			this.local.giveBack();
		}
		if (this.tookShared) {
			// where that fails, the token is lost, which only ever slows down
			this.shared.giveBack().onErrorComplete().subscribe();
		}
		this.tookLocal = false;
		this.tookShared = false;
	}

	private long now() {
		return this.clock.getAsLong();
	}

	@Override
	public void close() {
		this.shared.close();
	}

}
