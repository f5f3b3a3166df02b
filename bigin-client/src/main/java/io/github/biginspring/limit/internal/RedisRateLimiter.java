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
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

import io.github.biginspring.limit.RateLimit;

/**
 * A rate limiter in Redis: the permits of all processes stand in one line, evenly spaced,
 * and a process reserves the next ones. The script goes by the clock of Redis, and tells
 * in how many microseconds a permit is due, so that the clocks of the processes do not
 * matter.
 */
final class RedisRateLimiter {

	/**
	 * How late a permit may be used. If it were later, a second could see more requests
	 * than the limit.
	 */
	static final Duration MAX_LATENESS = Duration.ofMillis(15);

	// what the paths to Redis and back may differ by, on top
	private static final Duration CLOCK_ERROR = Duration.ofMillis(5);

	// what a busy process takes to ask, on top of the way to Redis and back
	private static final long SLACK = Duration.ofMillis(10).toNanos();

	// no permit is reserved that is due later than that: what was reserved and is not
	// used is lost to all
	private static final long MAX_AHEAD = Duration.ofMillis(250).toNanos();

	// by how much the shortest round trip is believed to have grown at once
	private static final long GROWTH = Duration.ofMillis(2).toNanos();

	/**
	 * Reserves permits where the first one is due soon enough, and returns in how many
	 * microseconds that is. A clock that goes back is set right by what it went back, and
	 * the line goes on from where it was.
	 */
	static final String SCRIPT = """
			local time = redis.call('TIME')
			local interval, permits, burst = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
			local lead, ahead = tonumber(ARGV[4]), tonumber(ARGV[5])
			local state = redis.call('HMGET', KEYS[1], 'free', 'now', 'skew')
			local skew = tonumber(state[3] or 0)
			local now = time[1] * 1000000 + time[2] + skew
			local back = tonumber(state[2] or now) - now
			if back > 0 then
				skew = skew + back
				now = now + back
			end
			local free = math.max(now + lead, tonumber(state[1] or 0))
			local delay = free - burst - now
			if delay <= lead + ahead then
				free = free + permits * interval
			end
			redis.call('HSET', KEYS[1], 'free', string.format('%.0f', free), 'now', string.format('%.0f', now),
				'skew', string.format('%.0f', skew))
			redis.call('PEXPIRE', KEYS[1], 600000 + math.ceil((free - now) / 1000))
			return delay
			""";

	private final Function<List<String>, Mono<Long>> script;

	private final Scheduler scheduler;

	private final LongSupplier clock;

	private final long interval;

	private final long burst;

	// the shortest of the last round trips: what another takes on top may have been lost
	// on the way there or back
	private volatile long roundTrip;

	/**
	 * Create a limiter.
	 * @param limit the requests a second, and the burst
	 * @param script runs the script with the arguments
	 * @param scheduler where it is run, which may block until Redis is connected
	 * @param clock tells the time in nanoseconds, and never goes back
	 */
	RedisRateLimiter(RateLimit limit, Function<List<String>, Mono<Long>> script, Scheduler scheduler,
			LongSupplier clock) {
		// a second is longer by how much later than another a permit may be used
		double window = 1 + MAX_LATENESS.plus(CLOCK_ERROR).toNanos() / 1e9;
		this.interval = 1_000 * (long) Math.ceil(1e6 * window / limit.requestsPerSecond());
		this.burst = limit.burst() * this.interval;
		this.script = script;
		this.scheduler = scheduler;
		this.clock = clock;
	}

	static Function<List<String>, Mono<Long>> script(String text, ReactiveStringRedisTemplate redis, String key) {
		RedisScript<Long> script = RedisScript.of(text, Long.class);
		return (arguments) -> redis.execute(script, List.of(key), arguments).single();
	}

	/**
	 * Reserve the next permits.
	 * @param several whether to reserve as many as all processes together may use until
	 * the next response of Redis, or one
	 * @return what was reserved
	 */
	Mono<Reservation> reserve(boolean several) {
		return Mono.defer(() -> {
			long permits = several ? 1 + (this.roundTrip + SLACK) / this.interval : 1;
			long lead = this.roundTrip / 2_000 * 1_000;
			long askedAt = this.clock.getAsLong();
			return this.script
				.apply(List.of(micros(this.interval), Long.toString(permits), micros(this.burst), micros(lead),
						micros(MAX_AHEAD)))
				.map((delay) -> reservation(askedAt, TimeUnit.MICROSECONDS.toNanos(delay), permits, lead));
		}).subscribeOn(this.scheduler);
	}

	private static String micros(long nanos) {
		return Long.toString(nanos / 1_000);
	}

	private Reservation reservation(long askedAt, long delay, long permits, long lead) {
		long respondedAt = this.clock.getAsLong();
		this.roundTrip = Math.min(respondedAt - askedAt, this.roundTrip + GROWTH);
		if (delay > lead + MAX_AHEAD) {
			return new Reservation(List.of(), respondedAt + delay - lead - MAX_AHEAD);
		}
		// Redis has run the script between these two
		long earliest = askedAt + this.roundTrip / 2;
		long latest = respondedAt - this.roundTrip / 2;
		List<Permit> reserved = LongStream.range(0, permits)
			.map((i) -> Math.max(lead, delay + i * this.interval))
			.mapToObj((due) -> new Permit(latest + due, earliest + due + MAX_LATENESS.toNanos()))
			.toList();
		return new Reservation(reserved, reserved.get(reserved.size() - 1).from() - this.roundTrip - SLACK);
	}

	/**
	 * What was reserved.
	 *
	 * @param permits the permits, the first one first; none where all that are due soon
	 * are reserved already
	 * @param askAgainAt when to reserve the next ones, in nanoseconds
	 */
	record Reservation(List<Permit> permits, long askAgainAt) {

	}

	/**
	 * Lets one request go.
	 *
	 * @param from when it may go, in nanoseconds
	 * @param until when it may not go any more
	 */
	record Permit(long from, long until) {

	}

}
