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
import java.util.ArrayList;
import java.util.List;

import io.lettuce.core.KillArgs;
import io.lettuce.core.RedisClient;
import io.lettuce.core.codec.ByteArrayCodec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * Tests for {@link RedisBucket} with a real Redis, and a clock that moves only when it is
 * told to.
 */
class RedisBucketTests {

	private static final String KEY = "bigin:rate-limit:test";

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final SteppingClock clock = new SteppingClock();

	private final List<RedisBucket> buckets = new ArrayList<>();

	private RedisServer redis;

	private RedisClient client;

	@BeforeEach
	void start() {
		this.redis = RedisServer.start();
		this.client = RedisClient.create(this.redis.uri());
	}

	@AfterEach
	void stop() {
		this.buckets.forEach(RedisBucket::close);
		if (this.client != null) {
			this.client.shutdown();
		}
		if (this.redis != null) {
			this.redis.close();
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 3, 10, 40 })
	void noSecondSeesMoreThanTheLimitWhoeverTakes(int limit) {
		RedisBucket one = bucket(limit);
		RedisBucket two = bucket(limit);
		List<Long> granted = new ArrayList<>();
		freezeInStepWithRedis(one, two);
		for (int step = 0; step < 2_000; step++, this.clock.step(Duration.ofMillis(5))) {
			// as late as a token may be used
			long usedAt = this.clock.getAsLong() + (step * 7 % 16) * 1_000_000L;
			for (RedisBucket bucket : List.of(one, two)) {
				if (take(bucket) == 0) {
					granted.add(usedAt);
				}
			}
		}
		granted.sort(null);
		assertThat(granted).hasSizeGreaterThan((int) (10 * limit * 0.95));
		for (int i = limit; i < granted.size(); i++) {
			assertThat(granted.get(i) - granted.get(i - limit)).isGreaterThanOrEqualTo(Duration.ofSeconds(1).toNanos());
		}
	}

	@Test
	void tellsHowLongToWait() {
		RedisBucket bucket = bucket(10);
		freezeInStepWithRedis(bucket);
		drain(bucket);
		long wait = take(bucket);
		this.clock.step(Duration.ofNanos(wait).minusMillis(1));
		assertThat(take(bucket)).isPositive();
		this.clock.step(Duration.ofMillis(2));
		assertThat(take(bucket)).isZero();
	}

	@Test
	void aTokenThatIsGivenBackCanBeTakenByAnother() {
		RedisBucket one = bucket(10);
		RedisBucket two = bucket(10);
		freezeInStepWithRedis(one, two);
		drain(one);
		assertThat(take(two)).isPositive();
		one.giveBack().block(PATIENCE);
		assertThat(take(two)).isZero();
	}

	@Test
	void aTokenThatArrivesTooLateIsGivenBack() {
		RedisBucket bucket = bucket(1);
		freezeInStepWithRedis(bucket);
		drain(bucket);
		this.clock.step(Duration.ofMillis(1_100));
		this.clock.stepOnRead(RedisBucket.FRESH.plusMillis(1), 12);
		assertThat(take(bucket)).isZero();
		assertThat(take(bucket)).isPositive();
	}

	@Test
	void theLimitOfTheLastToConnectHolds() {
		RedisBucket old = bucket(10);
		take(old);
		freezeInStepWithRedis(old, bucket(2));
		drain(old);
		this.clock.step(Duration.ofNanos(take(old)).plusMillis(1));
		assertThat(take(old)).isZero();
		assertThat(take(old)).isGreaterThan(Duration.ofMillis(400).toNanos());
	}

	@Test
	void anUnusedBucketExpires() {
		take(bucket(10));
		assertThat(this.redis.<Long>ask((commands) -> commands.pttl(KEY))).isBetween(1L,
				Duration.ofMinutes(11).toMillis());
	}

	@Test
	void connectsOnceAndOnlyWhenATokenIsTaken() {
		RedisBucket bucket = bucket(10);
		assertThat(connections()).isZero();
		take(bucket);
		take(bucket);
		assertThat(connections()).isOne();
		bucket.close();
		assertTimeoutPreemptively(PATIENCE, () -> {
			while (connections() > 0) {
				Thread.onSpinWait();
			}
		});
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> take(bucket))
			.withMessage("The bucket is closed");
	}

	@Test
	void connectsAnewWhenRedisHasClosedTheConnection() {
		RedisBucket bucket = bucket(10);
		take(bucket);
		this.redis.ask((commands) -> commands.clientKill(KillArgs.Builder.typeNormal()));
		assertThat(take(bucket)).isNotNegative();
	}

	@Test
	void failsWhenRedisIsGoneAndWorksWhenItIsBack() throws Exception {
		RedisBucket bucket = bucket(10);
		take(bucket);
		this.redis.kill();
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> bucket.take().block(Duration.ofSeconds(1)));
		this.redis.restart();
		assertThat(take(bucket)).isNotNegative();
	}

	private long connections() {
		return this.redis.<String>ask((commands) -> commands.clientList())
			.lines()
			.filter((line) -> !line.contains("cmd=client"))
			.count();
	}

	// until then each bucket has compared the time with that of Redis, on a warm
	// connection
	private void freezeInStepWithRedis(RedisBucket... buckets) {
		for (RedisBucket bucket : buckets) {
			for (int i = 0; i < 20; i++) {
				take(bucket);
			}
		}
		this.clock.freeze();
	}

	private void drain(RedisBucket bucket) {
		while (take(bucket) == 0) {
			// until there is none left
		}
	}

	private RedisBucket bucket(int limit) {
		RedisBucket bucket = new RedisBucket(RateLimit.defaults().withRequestsPerSecond(limit), KEY,
				() -> this.client.connect(ByteArrayCodec.INSTANCE), this.clock);
		this.buckets.add(bucket);
		return bucket;
	}

	private static long take(RedisBucket bucket) {
		Long wait = bucket.take().block(PATIENCE);
		assertThat(wait).isNotNull();
		return wait;
	}

}
