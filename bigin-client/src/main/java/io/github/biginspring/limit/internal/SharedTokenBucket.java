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

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.util.Assert;

import io.github.biginspring.internal.DrainLoop;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.limit.RateLimiterListener;
import io.github.biginspring.limit.TokenBucket;
import io.github.biginspring.limit.internal.RedisRateLimiter.Permit;
import io.github.biginspring.limit.internal.RedisRateLimiter.Reservation;

/**
 * Counts the requests of several processes together, in Redis. While that cannot be
 * reached, each process counts its own, up to a share of the limit. The source of one
 * rate limiter, which asks for one token at a time.
 *
 * @since 0.1.0
 */
public final class SharedTokenBucket implements TokenBucket {

	private static final Log logger = LogFactory.getLog(SharedTokenBucket.class);

	private static final long WINDOW = Duration.ofSeconds(1).toNanos();

	private static final long MAX_PAUSE = Duration.ofSeconds(10).toNanos();

	// the first token of all waits for a connection to be made
	private static final Duration FIRST_TIMEOUT = Duration.ofSeconds(1);

	// when one call asks so soon after another went, more are likely to wait
	private static final long BUSY = Duration.ofMillis(10).toNanos();

	private static final long PENDING = -1;

	private final Function<Boolean, Mono<Reservation>> limiter;

	private final LocalTokenBucket local;

	private final double localRate;

	private final Duration timeout;

	private final Scheduler scheduler;

	private final LongSupplier clock;

	private final List<RateLimiterListener> listeners;

	private final DrainLoop work = new DrainLoop(() -> {
	});

	private final Deque<Permit> reserved = new ArrayDeque<>();

	private @Nullable LongConsumer pending;

	private boolean everAsked;

	private boolean asking;

	private long askAgainAt;

	private boolean sharing = true;

	private long failedAt;

	private long pause;

	private long quietUntil;

	private long cappedUntil;

	private long lastSharedAt;

	private @Nullable Permit taken;

	private boolean tookLocal;

	private long localWait;

	/**
	 * Create a source.
	 * @param limit the requests a second of all processes together, and the burst
	 * @param redis runs the script that counts them
	 * @param key the key in Redis, the same for all processes
	 * @param localShare what part of the limit this process uses while it is on its own,
	 * above 0 and up to 1; rounded down to whole requests a second
	 * @param timeout how long a call waits for Redis at most
	 * @param listeners are told when sharing ends and is resumed
	 */
	public SharedTokenBucket(RateLimit limit, ReactiveStringRedisTemplate redis, String key, double localShare,
			Duration timeout, List<RateLimiterListener> listeners) {
		this(limit,
				new RedisRateLimiter(limit, RedisRateLimiter.script(RedisRateLimiter.SCRIPT, redis, key),
						Schedulers.boundedElastic(), System::nanoTime)::reserve,
				localShare, timeout, Schedulers.parallel(), System::nanoTime, listeners);
	}

	SharedTokenBucket(RateLimit limit, Function<Boolean, Mono<Reservation>> limiter, double localShare,
			Duration timeout, Scheduler scheduler, LongSupplier clock, List<RateLimiterListener> listeners) {
		Assert.isTrue(localShare > 0 && localShare <= 1,
				() -> "'localShare' must be above 0 and up to 1, not " + localShare);
		Assert.isTrue(timeout.toNanos() > 0, () -> "'timeout' must be positive, not " + timeout);
		this.limiter = limiter;
		this.localRate = localRate(limit.requestsPerSecond() * localShare);
		this.local = new LocalTokenBucket(
				limit.withRequestsPerSecond(this.localRate).withBurst((int) (limit.burst() * localShare)), clock);
		this.timeout = timeout;
		this.scheduler = scheduler;
		this.clock = clock;
		this.listeners = List.copyOf(listeners);
		long now = clock.getAsLong();
		this.lastSharedAt = now - WINDOW;
		this.askAgainAt = now;
		this.quietUntil = now;
		this.cappedUntil = now;
	}

	// 2.5 requests a second would see 3 in some seconds
	private static double localRate(double requestsPerSecond) {
		return (requestsPerSecond >= 1) ? Math.floor(requestsPerSecond) : Math.max(requestsPerSecond, 0.1);
	}

	@Override
	public void take(LongConsumer response) {
		this.work.add(() -> response(response));
	}

	private void response(LongConsumer response) {
		long wait = take();
		if (wait == PENDING) {
			this.pending = response;
		}
		else {
			response.accept(wait);
		}
	}

	private long take() {
		long now = now();
		if (this.quietUntil - now > 0) {
			return this.quietUntil - now;
		}
		// the processes do not come back all at once: until they have, those that share
		// again keep to their part, so that the others have theirs
		boolean capped = !this.sharing || this.cappedUntil - now > 0;
		long wait = capped ? takeLocal() : 0;
		this.taken = null;
		if (wait == 0 && (this.sharing || this.askAgainAt - now <= 0)) {
			wait = takeShared(now);
			if (wait != 0 && capped) {
				this.local.giveBack();
			}
		}
		this.tookLocal = capped && wait == 0;
		return wait;
	}

	private long takeLocal() {
		this.local.take((wait) -> this.localWait = wait);
		return this.localWait;
	}

	private long takeShared(long now) {
		this.reserved.removeIf((permit) -> permit.until() - now < 0);
		Permit next = this.reserved.peek();
		if (next != null && next.from() - now <= 0) {
			this.taken = this.reserved.remove();
			this.lastSharedAt = now;
			return 0;
		}
		boolean busy = now - this.lastSharedAt <= BUSY;
		if (!this.asking && this.askAgainAt - now <= 0 && (next == null || busy)) {
			reserve(busy);
		}
		if (next != null) {
			return next.from() - now;
		}
		return this.asking ? PENDING : this.askAgainAt - now;
	}

	private void reserve(boolean several) {
		Duration patience = (this.everAsked || this.timeout.compareTo(FIRST_TIMEOUT) > 0) ? this.timeout
				: FIRST_TIMEOUT;
		this.everAsked = true;
		this.asking = true;
		Mono.defer(() -> this.limiter.apply(several))
			.timeout(patience, Mono.error(TimeoutException::new), this.scheduler)
			.publishOn(this.scheduler)
			.subscribe((reservation) -> this.work.add(() -> reserved(reservation)),
					(failure) -> this.work.add(() -> failed(failure)));
	}

	private void reserved(Reservation reservation) {
		this.reserved.addAll(reservation.permits());
		this.askAgainAt = reservation.askAgainAt();
		if (!this.sharing) {
			this.sharing = true;
			long now = now();
			// the pause of a process that failed at the same time is no longer than that
			this.cappedUntil = now + Math.min(now - this.failedAt + WINDOW, MAX_PAUSE) + WINDOW;
			logger.info("The rate limit is shared again");
			this.listeners.forEach((listener) -> listener.sharingChanged(true));
		}
		asked();
	}

	private void failed(Throwable failure) {
		long now = now();
		this.pause = this.sharing ? WINDOW : Math.min(this.pause * 2, MAX_PAUSE);
		this.askAgainAt = now + this.pause;
		if (this.sharing) {
			this.sharing = false;
			this.failedAt = now;
			this.reserved.clear();
			// what the others see of this process's last second is counted no more
			this.quietUntil = this.lastSharedAt + WINDOW;
			// its class alone: a message could tell where Redis is, and who asks
			logger.warn("The rate limit is not shared for the time being, since Redis cannot be used ("
					+ failure.getClass().getSimpleName() + "): this instance makes up to " + this.localRate
					+ " requests a second");
			this.listeners.forEach((listener) -> listener.sharingChanged(false));
		}
		asked();
	}

	private void asked() {
		this.asking = false;
		LongConsumer response = this.pending;
		this.pending = null;
		if (response != null) {
			response(response);
		}
	}

	@Override
	public void giveBack() {
		this.work.add(() -> {
			if (this.tookLocal) {
				this.local.giveBack();
			}
			if (this.taken != null) {
				this.reserved.addFirst(this.taken);
			}
			this.tookLocal = false;
			this.taken = null;
		});
	}

	private long now() {
		return this.clock.getAsLong();
	}

}
