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
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SharedTokenSource}: which bucket counts, and when that changes.
 */
class SharedTokenSourceTests {

	private static final RateLimit TEN_A_SECOND = RateLimit.defaults();

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private final TestBucket bucket = new TestBucket();

	private final List<String> changes = new ArrayList<>();

	private final SharedTokenSource source = source(0.25);

	private long answer;

	@Test
	void takesFromTheSharedBucketAlone() {
		for (int i = 0; i < 5; i++) {
			assertThat(take()).isZero();
		}
		this.bucket.answer = Mono.just(7L);
		assertThat(take()).isEqualTo(7);
		assertThat(this.bucket.asked).isEqualTo(6);
		assertThat(this.changes).isEmpty();
	}

	@Test
	void isQuietForASecondBeforeTheLocalShareTakesOver() {
		assertThat(take()).isZero();
		pass(Duration.ofMillis(300));
		this.bucket.fail();
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
		SharedTokenSource source = source(share);
		this.bucket.fail();
		List<Long> granted = grantsWithin(source, Duration.ofSeconds(20));
		assertThat(granted).hasSizeGreaterThan((int) (20 * limit * 0.9));
		assertNoSecondSeesMoreThan(limit, granted);
	}

	@Test
	void keepsToItsShareUntilTheOthersMustBeBackToo() {
		this.bucket.fail();
		grantsWithin(this.source, Duration.ofSeconds(5));
		this.bucket.recover();
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
		this.bucket.fail();
		grantsWithin(this.source, Duration.ofSeconds(60));
		// at 0, 1, 3, 7, 15, 25, 35, 45 and 55 seconds
		assertThat(this.bucket.asked).isEqualTo(9);
		assertThat(this.changes).containsExactly("alone");
	}

	@Test
	void aSilentBucketHoldsACallUpNoLongerThanTheTimeout() {
		assertThat(take()).isZero();
		this.bucket.answer = Mono.never();
		assertThat(take()).isEqualTo(-1);
		pass(Duration.ofMillis(99));
		assertThat(this.answer).isEqualTo(-1);
		pass(Duration.ofMillis(1));
		assertThat(this.answer).isPositive();
		assertThat(this.bucket.cancelled).isOne();
		assertThat(this.changes).containsExactly("alone");
	}

	@Test
	void theFirstTokenWaitsForTheConnection() {
		this.bucket.answer = Mono.delay(Duration.ofMillis(900), this.time).thenReturn(0L);
		take();
		pass(Duration.ofMillis(900));
		assertThat(this.answer).isZero();
		assertThat(this.changes).isEmpty();
	}

	@Test
	void givesBackToWhereTheTokenCameFrom() {
		assertThat(take()).isZero();
		this.source.giveBack();
		assertThat(this.bucket.givenBack).isOne();
		this.bucket.fail();
		take();
		pass(Duration.ofSeconds(1));
		// alone: tries the bucket, and takes its own token
		assertThat(take()).isZero();
		this.source.giveBack();
		assertThat(this.bucket.givenBack).isOne();
		assertThat(take()).isZero();
		assertThat(take()).isPositive();
		this.bucket.recover();
		pass(Duration.ofSeconds(2));
		// back, and taken from both
		assertThat(take()).isZero();
		this.source.giveBack();
		assertThat(this.bucket.givenBack).isEqualTo(2);
		assertThat(take()).isZero();
		assertThat(take()).isPositive();
	}

	@Test
	void keepsItsOwnTokenWhenTheSharedBucketIsEmpty() {
		this.bucket.fail();
		take();
		pass(Duration.ofSeconds(2));
		this.bucket.answer = Mono.just(5L);
		assertThat(take()).isEqualTo(5);
		this.bucket.recover();
		assertThat(take()).isZero();
	}

	@Test
	void letsGoOfTheBucketWhenClosed() {
		this.source.close();
		assertThat(this.bucket.closed).isTrue();
	}

	private SharedTokenSource source(double localShare) {
		RateLimiterListener listener = new RateLimiterListener() {

			@Override
			public void sharingChanged(boolean sharing) {
				SharedTokenSourceTests.this.changes.add(sharing ? "sharing" : "alone");
			}

		};
		return new SharedTokenSource(TEN_A_SECOND, this.bucket, localShare, Duration.ofMillis(100), this.time,
				this::now, List.of(listener));
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

	private long take(SharedTokenSource source) {
		this.answer = -1;
		source.take((wait) -> this.answer = wait);
		this.time.advanceTime();
		return this.answer;
	}

	private List<Long> grantsWithin(SharedTokenSource source, Duration duration) {
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

	private static final class TestBucket implements SharedBucket {

		private Mono<Long> answer = Mono.just(0L);

		private int asked;

		private int cancelled;

		private int givenBack;

		private boolean closed;

		void fail() {
			this.answer = Mono.error(new IllegalStateException("gone"));
		}

		void recover() {
			this.answer = Mono.just(0L);
		}

		@Override
		public Mono<Long> take() {
			this.asked++;
			return this.answer.doOnCancel(() -> this.cancelled++);
		}

		@Override
		public Mono<Void> giveBack() {
			return Mono.fromRunnable(() -> this.givenBack++);
		}

		@Override
		public void close() {
			this.closed = true;
		}

	}

}
