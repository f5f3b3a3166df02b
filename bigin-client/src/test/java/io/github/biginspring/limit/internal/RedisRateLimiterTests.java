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
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.scheduler.Schedulers;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.limit.internal.RedisRateLimiter.Permit;
import io.github.biginspring.limit.internal.RedisRateLimiter.Reservation;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RedisRateLimiter}, with a real Redis whose clock the test sets.
 */
class RedisRateLimiterTests {

	private static final String KEY = "bigin:rate-limit:test";

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final long MILLISECOND = Duration.ofMillis(1).toNanos();

	private static final Duration HOUR = Duration.ofHours(1);

	private RedisServer redis;

	private LettuceConnectionFactory connections;

	private ReactiveStringRedisTemplate template;

	private long now;

	private Duration redisAhead = Duration.ofSeconds(1_800_000_000);

	private long roundTrip;

	@BeforeEach
	void start() {
		this.redis = RedisServer.start();
		this.connections = new LettuceConnectionFactory("127.0.0.1", this.redis.port());
		this.connections.afterPropertiesSet();
		this.connections.start();
		this.template = new ReactiveStringRedisTemplate(this.connections);
	}

	@AfterEach
	void stop() {
		if (this.connections != null) {
			this.connections.destroy();
		}
		if (this.redis != null) {
			this.redis.close();
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 3, 10, 40, 100 })
	void noSecondSeesMoreThanTheLimitWhoeverTakes(int limit) {
		List<Process> processes = List.of(new Process(limit), new Process(limit));
		run(processes, Duration.ofSeconds(4));
		assertNoSecondSeesMoreThan(limit, processes);
		assertThat(used(processes)).hasSizeGreaterThanOrEqualTo((int) (4 * limit * 0.97));
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 60, 3_600 })
	void goesOnWhenTheClockOfRedisGoesBack(long seconds) {
		List<Process> processes = List.of(new Process(20), new Process(20));
		run(processes, Duration.ofSeconds(1));
		this.redisAhead = this.redisAhead.minusSeconds(seconds);
		run(processes, Duration.ofSeconds(2));
		this.redisAhead = this.redisAhead.plusSeconds(seconds);
		run(processes, Duration.ofSeconds(1));
		assertThat(used(processes)).hasSizeGreaterThanOrEqualTo((int) (4 * 20 * 0.97));
		assertThat(used(processes).stream().filter((time) -> time < 3_000 * MILLISECOND))
			.hasSizeGreaterThanOrEqualTo((int) (3 * 20 * 0.97));
	}

	@Test
	void noSecondSeesMoreThanTheLimitWhileTheClockOfRedisGoesBack() {
		List<Process> processes = List.of(new Process(20), new Process(20));
		for (int i = 1; i < 6; i++) {
			run(processes, Duration.ofMillis(500));
			this.redisAhead = this.redisAhead.minusSeconds(i);
		}
		assertNoSecondSeesMoreThan(20, processes);
	}

	@Test
	void goesOnWhenTheClockOfRedisGoesAhead() {
		List<Process> processes = List.of(new Process(20), new Process(20));
		run(processes, Duration.ofSeconds(1));
		this.redisAhead = this.redisAhead.plus(HOUR);
		run(processes, Duration.ofSeconds(2));
		// two that were reserved before may go as well
		assertThat(used(processes)).hasSizeBetween((int) (3 * 20 * 0.97), 3 * 20 + 2);
	}

	@Test
	void tellsWhenPermitsAreDue() {
		RedisRateLimiter limiter = limiter(RateLimit.defaults().withRequestsPerSecond(1_000));
		List<Permit> permits = reserve(limiter, true).permits();
		assertThat(permits).hasSizeGreaterThan(5);
		for (int i = 0; i < permits.size(); i++) {
			assertThat(permits.get(i).from()).isEqualTo(this.now + i * 1_020_000L);
			assertThat(permits.get(i).until()).isEqualTo(permits.get(i).from() + 15 * MILLISECOND);
		}
		assertThat(reserve(limiter, false).permits()).singleElement()
			.returns(this.now + permits.size() * 1_020_000L, Permit::from);
	}

	@Test
	void someMoreMayGoAtOnceAfterARest() {
		RedisRateLimiter limiter = limiter(RateLimit.defaults().withBurst(2));
		List<Long> due = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			due.add(reserve(limiter, false).permits().get(0).from());
		}
		assertThat(due).containsExactly(0L, 0L, 0L, 102 * MILLISECOND);
	}

	@Test
	void reservesNothingThatIsDueTooLate() {
		RedisRateLimiter limiter = limiter(RateLimit.defaults());
		for (int i = 0; i < 3; i++) {
			assertThat(reserve(limiter, false).permits()).hasSize(1);
		}
		Reservation none = reserve(limiter, false);
		assertThat(none.permits()).isEmpty();
		this.now = none.askAgainAt() - MILLISECOND;
		assertThat(reserve(limiter, false).permits()).isEmpty();
		this.now = none.askAgainAt();
		assertThat(reserve(limiter, false).permits()).singleElement().returns(306 * MILLISECOND, Permit::from);
	}

	@Test
	void aPermitThatArrivesTooLateIsUsedOnlyWhenRedisIsKnownToBeFarAway() {
		RedisRateLimiter limiter = limiter(RateLimit.defaults().withRequestsPerSecond(1_000));
		this.roundTrip = 40 * MILLISECOND;
		Permit first = reserve(limiter, false).permits().get(0);
		assertThat(first.until()).isLessThan(first.from());
		for (int i = 0; i < 20; i++) {
			reserve(limiter, false);
		}
		Permit later = reserve(limiter, false).permits().get(0);
		assertThat(later.from()).isGreaterThanOrEqualTo(this.now);
		assertThat(later.until()).isEqualTo(later.from() + 15 * MILLISECOND);
	}

	@Test
	void anUnusedKeyExpires() {
		reserve(limiter(RateLimit.defaults()), false);
		assertThat(this.redis.<Long>ask((commands) -> commands.pttl(KEY))).isBetween(1L,
				Duration.ofMinutes(11).toMillis());
	}

	@Test
	void goesByTheClockOfRedis() {
		RedisRateLimiter.script(RedisRateLimiter.SCRIPT, this.template, KEY)
			.apply(List.of("100000", "1", "0", "0", "0"))
			.block(PATIENCE);
		long seconds = TimeUnit.MICROSECONDS
			.toSeconds(Long.parseLong(this.redis.<String>ask((commands) -> commands.hget(KEY, "now"))));
		long time = Long.parseLong(this.redis.<List<String>>ask((commands) -> commands.time()).get(0));
		assertThat(seconds).isBetween(time - PATIENCE.toSeconds(), time);
	}

	private void run(List<Process> processes, Duration duration) {
		for (long end = this.now + duration.toNanos(); this.now < end; this.now += 5 * MILLISECOND) {
			processes.forEach(Process::step);
		}
	}

	private static List<Long> used(List<Process> processes) {
		return processes.stream().flatMap((process) -> process.used.stream()).sorted().toList();
	}

	private static void assertNoSecondSeesMoreThan(int limit, List<Process> processes) {
		List<Long> used = used(processes);
		for (int i = limit; i < used.size(); i++) {
			assertThat(used.get(i) - used.get(i - limit)).isGreaterThanOrEqualTo(Duration.ofSeconds(1).toNanos());
		}
	}

	private RedisRateLimiter limiter(RateLimit limit) {
		String script = RedisRateLimiter.SCRIPT.replace("redis.call('TIME')",
				"redis.call('HMGET', 'clock', 'seconds', 'micros')");
		assertThat(script).isNotEqualTo(RedisRateLimiter.SCRIPT);
		return new RedisRateLimiter(limit, RedisRateLimiter.script(script, this.template, KEY), Schedulers.immediate(),
				this::readClock);
	}

	// the limiter reads it before and after it asks
	private long readClock() {
		long time = this.now;
		this.now += this.roundTrip;
		return time;
	}

	private Reservation reserve(RedisRateLimiter limiter, boolean several) {
		Duration time = this.redisAhead.plusNanos(this.now + this.roundTrip / 2);
		this.template.<String, String>opsForHash()
			.putAll("clock",
					Map.of("seconds", Long.toString(time.toSeconds()), "micros",
							Long.toString(time.toNanosPart() / 1_000)))
			.block(PATIENCE);
		Reservation reservation = limiter.reserve(several).block(PATIENCE);
		assertThat(reservation).isNotNull();
		// the second reading
		this.now -= this.roundTrip;
		return reservation;
	}

	/**
	 * Always has calls to make, and makes each as early or late as it may.
	 */
	private final class Process {

		private final RedisRateLimiter limiter;

		private final Deque<Permit> permits = new ArrayDeque<>();

		private final List<Long> used = new ArrayList<>();

		private long askAgainAt;

		Process(int limit) {
			this.limiter = limiter(RateLimit.defaults().withRequestsPerSecond(limit));
		}

		void step() {
			long now = RedisRateLimiterTests.this.now;
			while (!this.permits.isEmpty() && this.permits.peek().from() < now + 5 * MILLISECOND) {
				Permit permit = this.permits.remove();
				this.used.add((this.used.size() % 3 == 0) ? permit.until() : permit.from());
			}
			if (this.askAgainAt <= now && this.permits.size() < 2) {
				Reservation reservation = reserve(this.limiter, true);
				this.permits.addAll(reservation.permits());
				this.askAgainAt = reservation.askAgainAt();
			}
		}

	}

}
