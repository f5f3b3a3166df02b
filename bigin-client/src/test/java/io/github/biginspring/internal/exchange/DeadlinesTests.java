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

package io.github.biginspring.internal.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Hooks;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Deadlines}.
 */
class DeadlinesTests {

	private static final Duration TIME = Duration.ofSeconds(10);

	private final VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet(true);

	private final Deadlines deadlines = new Deadlines(TIME);

	private final List<String> missed = new ArrayList<>();

	@AfterEach
	void resetTime() {
		VirtualTimeScheduler.reset();
		Hooks.resetOnErrorDropped();
	}

	@Test
	void fallDueInTheOrderInWhichTheyWereSet() {
		set("a");
		pass(4);
		set("b");
		set("c");
		pass(5);
		assertThat(this.missed).isEmpty();
		pass(1);
		assertThat(this.missed).containsExactly("a");
		pass(3);
		assertThat(this.missed).containsExactly("a");
		pass(1);
		assertThat(this.missed).containsExactly("a", "b", "c");
		assertThat(this.deadlines.waiting()).isZero();
	}

	@Test
	void oneThatIsMetIsNotMissed() {
		Deadlines.Deadline first = set("first");
		Deadlines.Deadline middle = set("middle");
		set("other");
		Deadlines.Deadline last = set("last");
		middle.met();
		last.met();
		first.met();
		first.met();
		assertThat(this.deadlines.waiting()).isOne();
		pass(10);
		assertThat(this.missed).containsExactly("other");
		last.met();
		assertThat(this.deadlines.waiting()).isZero();
	}

	@Test
	void oneTimerServesAllAndHoldsNothingThatIsMet() {
		for (int i = 0; i < 1000; i++) {
			set("call " + i).met();
			this.time.advanceTimeBy(Duration.ofMillis(1));
		}
		assertThat(this.deadlines.waiting()).isZero();
		assertThat(this.time.getScheduledTaskCount()).isOne();
		pass(20);
		assertThat(this.missed).isEmpty();
		set("later");
		assertThat(this.time.getScheduledTaskCount()).isEqualTo(2);
		pass(10);
		assertThat(this.missed).containsExactly("later");
	}

	@Test
	void whatOneFailsWithDoesNotKeepTheOthersFromFallingDue() {
		List<Throwable> dropped = new ArrayList<>();
		Hooks.onErrorDropped(dropped::add);
		this.deadlines.set(() -> {
			throw new IllegalStateException("first");
		});
		set("second");
		pass(10);
		assertThat(this.missed).containsExactly("second");
		assertThat(dropped).singleElement().satisfies((failure) -> assertThat(failure).hasMessage("first"));
		set("third");
		pass(10);
		assertThat(this.missed).containsExactly("second", "third");
	}

	@Test
	void aDeadlineCanBeSetWhenAnotherIsMissed() {
		this.deadlines.set(() -> set("next"));
		pass(10);
		assertThat(this.missed).isEmpty();
		pass(10);
		assertThat(this.missed).containsExactly("next");
	}

	@Test
	void beginAnewWithAnotherClock() {
		set("of a test before");
		VirtualTimeScheduler.reset();
		VirtualTimeScheduler other = VirtualTimeScheduler.getOrSet(true);
		set("own");
		other.advanceTimeBy(TIME.minusNanos(1));
		assertThat(this.missed).isEmpty();
		other.advanceTimeBy(Duration.ofNanos(1));
		assertThat(this.missed).containsExactly("own");
		assertThat(this.deadlines.waiting()).isZero();
	}

	@Test
	void aVeryLongTimeIsTakenForOneThatDoesNotEnd() {
		Deadlines endless = new Deadlines(Duration.ofSeconds(Long.MAX_VALUE));
		endless.set(() -> this.missed.add("ended"));
		this.time.advanceTimeBy(Duration.ofDays(10_000));
		assertThat(this.missed).isEmpty();
		assertThat(endless.waiting()).isOne();
	}

	@Test
	@Timeout(60)
	void areMetAndMissedByManyThreads() throws InterruptedException {
		VirtualTimeScheduler.reset();
		Deadlines many = new Deadlines(Duration.ofMillis(1));
		AtomicInteger fallen = new AtomicInteger();
		CountDownLatch left = new CountDownLatch(2000);
		Runnable setting = () -> {
			for (int i = 0; i < 1000; i++) {
				many.set(() -> {
					fallen.incrementAndGet();
					left.countDown();
				});
				many.set(() -> {
				}).met();
			}
		};
		Thread other = new Thread(setting);
		other.start();
		setting.run();
		other.join();
		assertThat(left.await(30, TimeUnit.SECONDS)).isTrue();
		assertThat(fallen).hasValue(2000);
		assertThat(many.waiting()).isZero();
	}

	private Deadlines.Deadline set(String name) {
		return this.deadlines.set(() -> this.missed.add(name));
	}

	private void pass(int seconds) {
		this.time.advanceTimeBy(Duration.ofSeconds(seconds));
	}

}
