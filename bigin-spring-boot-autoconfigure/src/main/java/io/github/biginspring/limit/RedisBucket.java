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
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.lettuce.core.api.StatefulConnection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * A bucket in Redis, by Bucket4j and Lettuce, on a connection of its own that is made
 * when the first token is taken. Expires in Redis when nobody uses it.
 *
 * @since 0.1.0
 */
public final class RedisBucket implements SharedBucket {

	/**
	 * How old a token may be when it arrives. An older one is not used: if it were, a
	 * second could see more requests than the limit.
	 */
	static final Duration FRESH = Duration.ofMillis(15);

	// what the clocks of two processes may be apart, on top
	private static final Duration CLOCK_ERROR = Duration.ofMillis(5);

	// less than of one process: while a timer of one is late, another takes the token
	private static final double LATENESS = 0.005;

	private final BucketConfiguration configuration;

	private final String key;

	private final Callable<? extends StatefulConnection<byte[], byte[]>> connector;

	private final LongSupplier clock;

	private final AtomicReference<@Nullable CompletableFuture<RedisSession>> session = new AtomicReference<>();

	private volatile boolean closed;

	/**
	 * Create a bucket.
	 * @param limit the requests a second, and the burst
	 * @param key the key in Redis
	 * @param connector connects to Redis, and may block while it does
	 * @param clock tells the time in nanoseconds, and never goes back
	 */
	public RedisBucket(RateLimit limit, String key, Callable<? extends StatefulConnection<byte[], byte[]>> connector,
			LongSupplier clock) {
		// a second is longer by how much later than another a token may be used
		double window = 1 + FRESH.plus(CLOCK_ERROR).toNanos() / 1e9;
		this.configuration = BucketConfiguration.builder()
			.addLimit(LocalTokenBucket.bandwidth(limit, LATENESS, window))
			.build();
		this.key = key;
		this.connector = connector;
		this.clock = clock;
	}

	@Override
	public Mono<Long> take() {
		// once more, on a new connection: the other end may have closed the old one
		return attempt().onErrorResume((failure) -> attempt());
	}

	private Mono<Long> attempt() {
		return Mono.defer(() -> {
			CompletableFuture<RedisSession> current = session();
			return Mono.fromFuture(current, true)
				.flatMap(this::takeFresh)
				.doOnError((failure) -> drop(current))
				.doOnCancel(() -> drop(current));
		});
	}

	private Mono<Long> takeFresh(RedisSession from) {
		return Mono.defer(() -> {
			long askedAt = this.clock.getAsLong();
			return from.take().flatMap((probe) -> fresh(probe, askedAt, from));
		});
	}

	private Mono<Long> fresh(ConsumptionProbe probe, long askedAt, RedisSession from) {
		if (!probe.isConsumed()) {
			return Mono.just(Math.max(1, probe.getNanosToWaitForRefill()));
		}
		if (this.clock.getAsLong() - askedAt <= FRESH.toNanos()) {
			return Mono.just(0L);
		}
		return from.giveBack().then(takeFresh(from));
	}

	@Override
	public Mono<Void> giveBack() {
		return Mono.defer(() -> {
			CompletableFuture<RedisSession> current = this.session.get();
			return (current != null) ? Mono.fromFuture(current, true).flatMap(RedisSession::giveBack) : Mono.empty();
		});
	}

	private CompletableFuture<RedisSession> session() {
		CompletableFuture<RedisSession> current = this.session.get();
		if (current != null && !current.isCompletedExceptionally()) {
			return current;
		}
		if (this.closed) {
			return CompletableFuture.failedFuture(new IllegalStateException("The bucket is closed"));
		}
		CompletableFuture<RedisSession> next = new CompletableFuture<>();
		if (!this.session.compareAndSet(current, next)) {
			return session();
		}
		Mono.fromCallable(this.connector)
			.subscribeOn(Schedulers.boundedElastic())
			.flatMap((connection) -> RedisSession.open(connection, this.key, this.configuration, this.clock))
			.subscribe((opened) -> {
				next.complete(opened);
				if (this.closed) {
					opened.close();
				}
			}, next::completeExceptionally);
		return next;
	}

	// one that is still being opened is left to the next try
	private void drop(CompletableFuture<RedisSession> which) {
		if (which.isDone() && this.session.compareAndSet(which, null)) {
			closeOpened(which);
		}
	}

	private static void closeOpened(CompletableFuture<RedisSession> which) {
		which.whenComplete((opened, failure) -> {
			if (opened != null) {
				opened.close();
			}
		});
	}

	@Override
	public void close() {
		this.closed = true;
		CompletableFuture<RedisSession> current = this.session.getAndSet(null);
		if (current != null) {
			closeOpened(current);
		}
	}

}
