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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce.LettuceBasedProxyManagerBuilder;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import reactor.core.publisher.Mono;

/**
 * A bucket on one connection to Redis.
 */
final class RedisSession {

	private static final Duration EXPIRY = Duration.ofMinutes(10);

	private final StatefulConnection<byte[], byte[]> connection;

	private final RedisClock clock;

	private final AsyncBucketProxy bucket;

	private RedisSession(StatefulConnection<byte[], byte[]> connection, RedisClock clock, AsyncBucketProxy bucket) {
		this.connection = connection;
		this.clock = clock;
		this.bucket = bucket;
	}

	static Mono<RedisSession> open(StatefulConnection<byte[], byte[]> connection, String key,
			BucketConfiguration configuration, LongSupplier nanoTime) {
		RedisClusterAsyncCommands<byte[], byte[]> commands = commands(connection);
		RedisClock clock = new RedisClock(commands::time, nanoTime);
		// with no timeout of its own, which would take a lock on the event loop
		AsyncBucketProxy bucket = builder(connection).clientClock(clock)
			.expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(EXPIRY))
			.build()
			.asAsync()
			.builder()
			.build(key.getBytes(StandardCharsets.US_ASCII), () -> CompletableFuture.completedFuture(configuration));
		RedisSession session = new RedisSession(connection, clock, bucket);
		// a bucket that is in use keeps the limit it was made with
		return clock.synchronize()
			.then(Mono.fromFuture(() -> bucket.replaceConfiguration(configuration, TokensInheritanceStrategy.AS_IS)))
			.timeout(Duration.ofSeconds(10))
			.doOnError((failure) -> session.close())
			.thenReturn(session);
	}

	private static RedisClusterAsyncCommands<byte[], byte[]> commands(StatefulConnection<byte[], byte[]> connection) {
		if (connection instanceof StatefulRedisClusterConnection<byte[], byte[]> cluster) {
			return cluster.async();
		}
		return single(connection).async();
	}

	private static LettuceBasedProxyManagerBuilder<byte[]> builder(StatefulConnection<byte[], byte[]> connection) {
		if (connection instanceof StatefulRedisClusterConnection<byte[], byte[]> cluster) {
			return Bucket4jLettuce.casBasedBuilder(cluster);
		}
		return Bucket4jLettuce.casBasedBuilder(single(connection));
	}

	private static StatefulRedisConnection<byte[], byte[]> single(StatefulConnection<byte[], byte[]> connection) {
		if (connection instanceof StatefulRedisConnection<byte[], byte[]> single) {
			return single;
		}
		throw new IllegalStateException("Not a connection to Redis or a cluster: " + connection.getClass().getName());
	}

	Mono<ConsumptionProbe> take() {
		this.clock.synchronizeIfDue();
		return Mono.fromFuture(() -> this.bucket.tryConsumeAndReturnRemaining(LocalTokenBucket.TOKENS_PER_REQUEST));
	}

	Mono<Void> giveBack() {
		return Mono.fromFuture(() -> this.bucket.addTokens(LocalTokenBucket.TOKENS_PER_REQUEST));
	}

	void close() {
		this.connection.closeAsync();
	}

}
