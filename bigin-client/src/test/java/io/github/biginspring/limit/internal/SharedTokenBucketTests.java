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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.limit.RateLimiterListener;
import io.github.biginspring.limit.internal.RedisRateLimiter.Permit;
import io.github.biginspring.limit.internal.RedisRateLimiter.Reservation;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SharedTokenBucket}: which bucket counts, and when that changes.
 */
class SharedTokenBucketTests {

	private static final RateLimit TEN_A_SECOND = RateLimit.defaults();

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private final TestLimiter limiter = new TestLimiter();

	private final List<String> changes = new ArrayList<>();

	private final SharedTokenBucket source = source(0.25);

	private long response;

	@Test
	void takesFromTheSharedLimitAlone() {
		for (int i = 0; i < 5; i++) {
			assertThat(take()).isZero();
		}
		this.limiter.reserve(7);
		assertThat(take()).isEqualTo(7);
		assertThat(this.limiter.asked).isEqualTo(6);
		assertThat(this.changes).isEmpty();
	}

	@Test
	void usesWhatItHasReservedWhenThatIsDue() {
		this.limiter.reserve(30_000_000, 0, 10_000_000, 20_000_000);
		assertThat(take()).isZero();
		assertThat(take()).isEqualTo(10_000_000);
		pass(Duration.ofMillis(9));
		assertThat(take()).isEqualTo(1_000_000);
		pass(Duration.ofMillis(1));
		assertThat(take()).isZero();
		// the third has become too late
		pass(Duration.ofMillis(26));
		this.limiter.reserve(5_000_000, 3_000_000);
		assertThat(take()).isEqualTo(3_000_000);
	}

	@Test
	void reservesSeveralOnlyWhileCallsWait() {
		assertThat(take()).isZero();
		pass(Duration.ofSeconds(1));
		assertThat(take()).isZero();
		assertThat(this.limiter.several).containsExactly(false, false);
		assertThat(take()).isZero();
		assertThat(this.limiter.several).containsExactly(false, false, true);
	}

	@ParameterizedTest
	@CsvSource({ "10, 1, 0", "10, 1, 10", "10, 1, 20", "10, 4, 20", "100, 1, 1", "100, 1, 10", "100, 1, 20",
			"100, 2, 20", "100, 4, 1", "100, 4, 20", "100, 4, 80", "500, 3, 10" })
	void processesTogetherReachTheLimitHoweverFarRedisIsAway(int limit, int processes, int roundTripMillis) {
		Line line = new Line(Duration.ofMillis(roundTripMillis));
		List<Long> granted = new ArrayList<>();
		for (int i = 0; i < processes; i++) {
			RateLimit rateLimit = TEN_A_SECOND.withRequestsPerSecond(limit);
			RedisRateLimiter redis = new RedisRateLimiter(rateLimit, line::reserve, Schedulers.immediate(), this::now);
			SharedTokenBucket source = new SharedTokenBucket(rateLimit, redis::reserve, 0.25, Duration.ofMillis(100),
					this.time, this::now, List.of(listener()));
			callWithoutARest(source, granted);
		}
		pass(Duration.ofSeconds(15));
		long since = now() - Duration.ofSeconds(10).toNanos();
		assertThat(granted.stream().filter((time) -> time > since)).hasSizeBetween((int) (10 * limit * 0.97),
				10 * limit);
		assertNoSecondSeesMoreThan(limit, granted);
		assertThat(this.changes).isEmpty();
	}

	@Test
	void isQuietForASecondBeforeTheLocalShareTakesOver() {
		assertThat(take()).isZero();
		pass(Duration.ofMillis(300));
		this.limiter.fail();
		assertThat(take()).isEqualTo(Duration.ofMillis(700).toNanos());
		pass(Duration.ofMillis(699));
		assertThat(take()).isEqualTo(Duration.ofMillis(1).toNanos());
		pass(Duration.ofMillis(1));
		assertThat(take()).isZero();
		assertThat(this.changes).containsExactly("alone");
	}

	@ParameterizedTest
	@CsvSource({ "0.25, 2", "0.39, 3", "1, 10" })
	void neverTakesMoreThanItsShareWhileAlone(double share, int limit) {
		SharedTokenBucket source = source(share);
		this.limiter.fail();
		List<Long> granted = grantsWithin(source, Duration.ofSeconds(20));
		assertThat(granted).hasSizeGreaterThan((int) (20 * limit * 0.9));
		assertNoSecondSeesMoreThan(limit, granted);
	}

	@Test
	void keepsToItsShareUntilTheOthersMustBeBackToo() {
		this.limiter.fail();
		grantsWithin(this.source, Duration.ofSeconds(5));
		this.limiter.recover();
		List<Long> granted = grantsWithin(this.source, Duration.ofSeconds(4));
		assertThat(this.changes).containsExactly("alone", "sharing");
		assertNoSecondSeesMoreThan(2, granted);
		pass(Duration.ofSeconds(10));
		for (int i = 0; i < 5; i++) {
			assertThat(take()).isZero();
		}
	}

	@Test
	void asksTheFailingBucketLessAndLessOften() {
		this.limiter.fail();
		grantsWithin(this.source, Duration.ofSeconds(60));
		// at 0, 1, 3, 7, 15, 25, 35, 45 and 55 seconds
		assertThat(this.limiter.asked).isEqualTo(9);
		assertThat(this.changes).containsExactly("alone");
	}

	@Test
	void aSilentBucketHoldsACallUpNoLongerThanTheTimeout() {
		assertThat(take()).isZero();
		this.limiter.response = Mono.never();
		assertThat(take()).isEqualTo(-1);
		pass(Duration.ofMillis(99));
		assertThat(this.response).isEqualTo(-1);
		pass(Duration.ofMillis(1));
		assertThat(this.response).isPositive();
		assertThat(this.limiter.cancelled).isOne();
		assertThat(this.changes).containsExactly("alone");
	}

	@Test
	void theFirstTokenWaitsForTheConnection() {
		this.limiter.response = this.limiter.response.delaySubscription(Duration.ofMillis(900), this.time);
		take();
		pass(Duration.ofMillis(900));
		assertThat(this.response).isZero();
		assertThat(this.changes).isEmpty();
	}

	@Test
	void aPermitThatIsGivenBackIsUsedByTheNextCall() {
		assertThat(take()).isZero();
		this.source.giveBack();
		this.limiter.fail();
		assertThat(take()).isZero();
		assertThat(this.limiter.asked).isOne();
		assertThat(take()).isPositive();
	}

	@Test
	void givesBackItsOwnTokenAsWell() {
		this.limiter.fail();
		for (int i = 0; i < 3; i++) {
			assertThat(take()).isZero();
			this.source.giveBack();
		}
		assertThat(take()).isZero();
		this.limiter.recover();
		pass(Duration.ofSeconds(2));
		// back, and taken from both
		for (int i = 0; i < 3; i++) {
			assertThat(take()).isZero();
			this.source.giveBack();
		}
		assertThat(take()).isZero();
		assertThat(take()).isPositive();
	}

	@Test
	void keepsItsOwnTokenWhileNoPermitIsDue() {
		this.limiter.fail();
		take();
		pass(Duration.ofSeconds(2));
		this.limiter.reserve(5);
		assertThat(take()).isEqualTo(5);
		this.limiter.recover();
		pass(Duration.ofNanos(5));
		assertThat(take()).isZero();
	}

	private void callWithoutARest(SharedTokenBucket source, List<Long> granted) {
		source.take((wait) -> {
			if (wait == 0) {
				granted.add(now());
			}
			this.time.schedule(() -> callWithoutARest(source, granted), wait, TimeUnit.NANOSECONDS);
		});
	}

	private SharedTokenBucket source(double localShare) {
		return new SharedTokenBucket(TEN_A_SECOND, (several) -> {
			this.limiter.several.add(several);
			return this.limiter.take();
		}, localShare, Duration.ofMillis(100), this.time, this::now, List.of(listener()));
	}

	private RateLimiterListener listener() {
		return new RateLimiterListener() {

			@Override
			public void sharingChanged(boolean sharing) {
				SharedTokenBucketTests.this.changes.add(sharing ? "sharing" : "alone");
			}

		};
	}

	private long now() {
		return this.time.now(TimeUnit.NANOSECONDS);
	}

	private void pass(Duration duration) {
		this.time.advanceTimeBy(duration);
	}

	private long take() {
		return take(this.source);
	}

	private long take(SharedTokenBucket source) {
		this.response = -1;
		source.take((wait) -> this.response = wait);
		this.time.advanceTime();
		return this.response;
	}

	private List<Long> grantsWithin(SharedTokenBucket source, Duration duration) {
		List<Long> granted = new ArrayList<>();
		for (long end = now() + duration.toNanos(); now() < end; pass(Duration.ofMillis(10))) {
			if (take(source) == 0) {
				granted.add(now());
			}
		}
		return granted;
	}

	private static void assertNoSecondSeesMoreThan(int limit, List<Long> granted) {
		for (int i = limit; i < granted.size(); i++) {
			assertThat(granted.get(i) - granted.get(i - limit)).isGreaterThanOrEqualTo(Duration.ofSeconds(1).toNanos());
		}
	}

	private final class TestLimiter {

		private final List<Boolean> several = new ArrayList<>();

		private Mono<Reservation> response = granting();

		private int asked;

		private int cancelled;

		void fail() {
			this.response = Mono.error(new IllegalStateException("gone"));
		}

		void recover() {
			this.response = granting();
		}

		private Mono<Reservation> granting() {
			return Mono.fromSupplier(() -> reservation(0, 0));
		}

		void reserve(long askAgainAfter, long... dueAfter) {
			this.response = Mono.fromSupplier(() -> reservation(askAgainAfter, dueAfter));
		}

		private Reservation reservation(long askAgainAfter, long... dueAfter) {
			return new Reservation(LongStream.of(dueAfter)
				.map((wait) -> now() + wait)
				.mapToObj((from) -> new Permit(from, from + RedisRateLimiter.MAX_LATENESS.toNanos()))
				.toList(), now() + askAgainAfter);
		}

		Mono<Reservation> take() {
			this.asked++;
			return this.response.doOnCancel(() -> this.cancelled++);
		}

	}

	/**
	 * What the script does, some way off.
	 */
	private final class Line {

		private final Duration way;

		private long free;

		Line(Duration roundTrip) {
			this.way = roundTrip.dividedBy(2);
		}

		Mono<Long> reserve(List<String> arguments) {
			return Mono.fromSupplier(() -> {
				long[] numbers = arguments.stream().mapToLong(Long::parseLong).toArray();
				long now = TimeUnit.NANOSECONDS.toMicros(now());
				this.free = Math.max(now + numbers[3], this.free);
				long delay = this.free - numbers[2] - now;
				this.free += (delay <= numbers[3] + numbers[4]) ? numbers[1] * numbers[0] : 0;
				return delay;
			})
				.delaySubscription(this.way, SharedTokenBucketTests.this.time)
				.delayElement(this.way, SharedTokenBucketTests.this.time);
		}

	}

}
