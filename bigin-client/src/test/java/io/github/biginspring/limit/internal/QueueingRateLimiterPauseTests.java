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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.github.biginspring.CapturedLog;
import io.github.biginspring.LogCaptureExtension;
import io.github.biginspring.limit.RateLimiterStatus;
import io.github.biginspring.limit.internal.VirtualRateLimiter.Passage;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what {@link QueueingRateLimiter} learns from 429.
 */
class QueueingRateLimiterPauseTests {

	private final VirtualRateLimiter limiter = new VirtualRateLimiter(VirtualRateLimiter.limit(100));

	@Test
	void allCallsPauseForAsLongAsTheServiceAsks() {
		Passage rejected = this.limiter.enter();
		rejected.permit().rateLimited(VirtualRateLimiter.rateLimited(Duration.ofSeconds(7)));
		Passage same = this.limiter.enter();
		Passage other = this.limiter.enter(VirtualRateLimiter.CALL.onConnection("other"));
		this.limiter.pass(Duration.ofMillis(6999));
		assertThat(same.isAdmitted()).isFalse();
		assertThat(other.isAdmitted()).isFalse();
		this.limiter.pass(Duration.ofMillis(1));
		assertThat(same.isAdmitted()).isTrue();
		assertThat(this.limiter.pauses).containsExactly(Duration.ofSeconds(7));
	}

	@Test
	void tellsWhatItDoes() {
		QueueingRateLimiter limiter = this.limiter.limiter;
		Passage first = this.limiter.enter();
		assertThat(limiter.status())
			.isEqualTo(new RateLimiterStatus(VirtualRateLimiter.limit(100), 100, 0, 1, Duration.ZERO));
		first.permit().rateLimited(VirtualRateLimiter.rateLimited(Duration.ofSeconds(7)));
		this.limiter.enter(3);
		this.limiter.pass(Duration.ofSeconds(2));
		assertThat(limiter.status())
			.isEqualTo(new RateLimiterStatus(VirtualRateLimiter.limit(100), 85, 3, 0, Duration.ofSeconds(5)));
		this.limiter.pass(Duration.ofSeconds(5));
		assertThat(limiter.status())
			.isEqualTo(new RateLimiterStatus(VirtualRateLimiter.limit(100), 85, 2, 1, Duration.ZERO));
	}

	@Test
	@ExtendWith(LogCaptureExtension.class)
	void saysOnceThatAllCallsPauseAndOnceThatTheyGoOn(CapturedLog output) {
		VirtualRateLimiter limiter = new VirtualRateLimiter(VirtualRateLimiter.limit(10).withBurst(100));
		for (int i = 0; i < 3; i++) {
			limiter.enter().permit().rateLimited(VirtualRateLimiter.rateLimited(Duration.ofSeconds(2)));
			limiter.pass(Duration.ofSeconds(3));
		}
		assertThat(output).containsOnlyOnce("All calls pause for 2000 ms")
			.contains("bigin.rate-limit.requests-per-second")
			.doesNotContain("again, after a pause");
		for (int i = 0; i < 40; i++) {
			limiter.enter().permit().succeeded();
			limiter.pass(Duration.ofSeconds(1));
		}
		assertThat(output).containsOnlyOnce("lets calls through again, after a pause");
	}

	@Test
	void doesNotPauseForLongerThanConfigured() {
		this.limiter.enter().permit().rateLimited(VirtualRateLimiter.rateLimited(Duration.ofHours(5)));
		Passage next = this.limiter.enter();
		this.limiter.pass(Duration.ofMillis(59_999));
		assertThat(next.isAdmitted()).isFalse();
		assertThat(this.limiter.pauses).containsExactly(Duration.ofMinutes(1));
	}

	@Test
	void guessesALongerPauseEachTimeUntilACallSucceeds() {
		for (int i = 0; i < 6; i++) {
			Passage probe = this.limiter.enter();
			this.limiter.pass(Duration.ofSeconds(3));
			probe.permit().rateLimited(VirtualRateLimiter.rateLimited(null));
		}
		assertThat(this.limiter.pauses).containsExactly(Duration.ofMillis(200), Duration.ofMillis(400),
				Duration.ofMillis(800), Duration.ofMillis(1600), Duration.ofSeconds(2), Duration.ofSeconds(2));
		this.limiter.pass(Duration.ofSeconds(3));
		this.limiter.enter().permit().succeeded();
		Passage next = this.limiter.enter();
		this.limiter.pass(Duration.ofSeconds(1));
		next.permit().rateLimited(VirtualRateLimiter.rateLimited(null));
		assertThat(this.limiter.pauses).last().isEqualTo(Duration.ofMillis(200));
	}

	@Test
	void aRetryAfterOfNothingIsNoLeaveToGoOn() {
		this.limiter.enter().permit().rateLimited(VirtualRateLimiter.rateLimited(Duration.ZERO));
		assertThat(this.limiter.pauses).containsExactly(Duration.ofMillis(200));
	}

	@Test
	void aPauseAsLongAsCallsMayWaitRejectsNone() {
		VirtualRateLimiter limiter = new VirtualRateLimiter(VirtualRateLimiter.limit(10));
		limiter.enter().permit().rateLimited(VirtualRateLimiter.rateLimited(Duration.ofMinutes(1)));
		List<Passage> waiting = limiter.enter(20);
		limiter.pass(Duration.ofMinutes(1));
		for (int i = 0; i < 20; i++) {
			limiter.pass(Duration.ofMillis(500));
			waiting.get(i).permit().succeeded();
		}
		assertThat(limiter.refusals).isZero();
	}

	@Test
	void pausesComeOnTopOfTheTimeThatACallMayWait() {
		VirtualRateLimiter limiter = new VirtualRateLimiter(
				VirtualRateLimiter.limit(100).withMaxInFlight(1).withMaxWait(Duration.ofSeconds(3)));
		limiter.enter();
		Passage early = limiter.enter();
		limiter.pass(Duration.ofSeconds(1));
		Passage other = limiter.enter(VirtualRateLimiter.CALL.onConnection("other"));
		other.permit().rateLimited(VirtualRateLimiter.rateLimited(Duration.ofSeconds(2)));
		limiter.pass(Duration.ofSeconds(1));
		Passage late = limiter.enter();
		limiter.pass(Duration.ofSeconds(20));
		assertThat(early.refusedAt).as("3 seconds, and 2 of the pause").isEqualTo(Duration.ofSeconds(5));
		assertThat(late.refusedAt).as("3 seconds, and 1 of the pause").isEqualTo(Duration.ofSeconds(6));
	}

	@Test
	void pausesAddNoMoreThanTheTimeThatACallMayWait() {
		VirtualRateLimiter limiter = new VirtualRateLimiter(
				VirtualRateLimiter.limit(100).withMaxWait(Duration.ofSeconds(5)));
		limiter.enter().permit().rateLimited(VirtualRateLimiter.rateLimited(Duration.ofMinutes(1)));
		Passage waiting = limiter.enter();
		limiter.pass(Duration.ofMinutes(1));
		assertThat(waiting.refusedAt).isEqualTo(Duration.ofSeconds(10));
		assertThat(waiting.refusal).hasMessageContaining("bigin.rate-limit.max-wait");
	}

	@Test
	void aPauseThatIsMadeLongerCountsOnce() {
		VirtualRateLimiter limiter = new VirtualRateLimiter(
				VirtualRateLimiter.limit(100).withMaxInFlight(2).withMaxWait(Duration.ofSeconds(10)));
		List<Passage> together = limiter.enter(2);
		limiter.pass(Duration.ofSeconds(1));
		Passage waiting = limiter.enter();
		Passage[] others = { limiter.enter(VirtualRateLimiter.CALL.onConnection("a")),
				limiter.enter(VirtualRateLimiter.CALL.onConnection("b")) };
		limiter.pass(Duration.ofSeconds(1));
		others[0].permit().rateLimited(VirtualRateLimiter.rateLimited(Duration.ofSeconds(3)));
		limiter.pass(Duration.ofSeconds(1));
		others[1].permit().rateLimited(VirtualRateLimiter.rateLimited(Duration.ofSeconds(4)));
		limiter.pass(Duration.ofMinutes(1));
		assertThat(together).allMatch(Passage::isAdmitted);
		assertThat(waiting.refusedAt).as("from 1, 10 seconds, and the pause from 2 to 7")
			.isEqualTo(Duration.ofSeconds(16));
	}

	@Test
	void triesOneCallAfterThePauseAndThenTwiceAsManyEachTime() {
		this.limiter.enter().permit().rateLimited(VirtualRateLimiter.rateLimited(Duration.ofSeconds(1)));
		List<Passage> waiting = this.limiter.enter(20);
		this.limiter.pass(Duration.ofSeconds(3));
		assertThat(admitted(waiting)).isEqualTo(1);
		waiting.get(0).permit().succeeded();
		this.limiter.pass(Duration.ofSeconds(1));
		assertThat(admitted(waiting)).isEqualTo(3);
		waiting.get(1).permit().succeeded();
		this.limiter.pass(Duration.ofSeconds(1));
		// 4 at once now: 1 that is under way, and 3 more
		assertThat(admitted(waiting)).isEqualTo(6);
	}

	@Test
	void aTrialThatWasLetThroughIsNotWaitedForUntilItsEnd() {
		VirtualRateLimiter limiter = new VirtualRateLimiter(VirtualRateLimiter.limit(100).withMaxInFlight(3));
		Passage rejected = limiter.enter();
		assertThat(rejected.permit().isTrial()).isFalse();
		rejected.permit().rateLimited(VirtualRateLimiter.rateLimited(Duration.ofSeconds(1)));
		List<Passage> waiting = limiter.enter(20);
		limiter.pass(Duration.ofSeconds(1));
		assertThat(admitted(waiting)).isEqualTo(1);
		assertThat(waiting.get(0).permit().isTrial()).isTrue();
		waiting.get(0).permit().letThrough();
		limiter.pass(Duration.ofSeconds(1));
		// it has its place among those of its connection as long as it is read
		assertThat(admitted(waiting)).isEqualTo(3);
		waiting.get(0).permit().succeeded();
		limiter.pass(Duration.ofSeconds(1));
		assertThat(admitted(waiting)).as("let through once and not twice").isEqualTo(3);
		waiting.get(1).permit().succeeded();
		limiter.pass(Duration.ofSeconds(1));
		assertThat(admitted(waiting)).isEqualTo(5);
	}

	@Test
	void aTrialThatBreaksOffAfterItWasLetThroughGivesItsPlaceBack() {
		VirtualRateLimiter limiter = new VirtualRateLimiter(VirtualRateLimiter.limit(100).withMaxInFlight(1));
		limiter.enter().permit().rateLimited(VirtualRateLimiter.rateLimited(Duration.ofSeconds(1)));
		List<Passage> waiting = limiter.enter(2);
		limiter.pass(Duration.ofSeconds(1));
		waiting.get(0).permit().letThrough();
		limiter.pass(Duration.ofSeconds(1));
		assertThat(admitted(waiting)).isEqualTo(1);
		waiting.get(0).permit().abandoned();
		limiter.pass(Duration.ofSeconds(1));
		assertThat(admitted(waiting)).isEqualTo(2);
	}

	@Test
	void aTrialWithoutAResponseMakesRoomForAnother() {
		this.limiter.enter().permit().rateLimited(VirtualRateLimiter.rateLimited(Duration.ofSeconds(1)));
		List<Passage> waiting = this.limiter.enter(3);
		this.limiter.pass(Duration.ofSeconds(1));
		waiting.get(0).permit().abandoned();
		this.limiter.pass(Duration.ofSeconds(1));
		assertThat(admitted(waiting)).isEqualTo(2);
	}

	@Test
	void slowCallsThatBeganBeforeThePauseDoNotDelayTheTrial() {
		List<Passage> slow = this.limiter.enter(5);
		this.limiter.pass(Duration.ofSeconds(1));
		slow.get(4).permit().rateLimited(VirtualRateLimiter.rateLimited(Duration.ofSeconds(1)));
		Passage trial = this.limiter.enter();
		this.limiter.pass(Duration.ofSeconds(1));
		assertThat(trial.isAdmitted()).isTrue();
		// nor does their success let more go
		slow.get(0).permit().succeeded();
		Passage next = this.limiter.enter();
		this.limiter.pass(Duration.ofSeconds(1));
		assertThat(next.isAdmitted()).isFalse();
	}

	@Test
	void callsThatWereUnderWayTogetherCutTheRateOnce() {
		List<Passage> together = this.limiter.enter(8);
		this.limiter.pass(Duration.ofSeconds(1));
		together.forEach((passage) -> passage.permit().rateLimited(VirtualRateLimiter.rateLimited(null)));
		assertThat(this.limiter.rates).containsExactly(85.0);
		assertThat(this.limiter.pauses).containsExactly(Duration.ofMillis(200));
	}

	@Test
	void aLongerPauseThatAnotherCallIsToldOfCounts() {
		List<Passage> together = this.limiter.enter(2);
		this.limiter.pass(Duration.ofSeconds(1));
		together.get(0).permit().rateLimited(VirtualRateLimiter.rateLimited(Duration.ofSeconds(1)));
		together.get(1).permit().rateLimited(VirtualRateLimiter.rateLimited(Duration.ofSeconds(4)));
		Passage next = this.limiter.enter();
		this.limiter.pass(Duration.ofMillis(3999));
		assertThat(next.isAdmitted()).isFalse();
		this.limiter.pass(Duration.ofMillis(1));
		assertThat(next.isAdmitted()).isTrue();
	}

	@Test
	void a429CostsOneCallHoweverManyWait() {
		VirtualService service = service((now) -> !between(now, 5, 8), Duration.ofSeconds(3));
		service.call(64);
		this.limiter.pass(Duration.ofSeconds(20));
		assertThat(service.rejected).isOne();
	}

	@Test
	void aGuessedPauseCostsACallForEachGuess() {
		VirtualService service = service((now) -> !between(now, 5, 8), null);
		service.call(64);
		this.limiter.pass(Duration.ofSeconds(20));
		// after 5, 5.05, 5.15, 5.35, 5.75 and 6.55 seconds; after 8 the service accepts
		// again
		assertThat(service.rejected).isEqualTo(6);
	}

	@Test
	void goesOnSoonAfterALongOutage() {
		VirtualService service = service((now) -> !between(now, 5, 35), null);
		service.call(64);
		this.limiter.pass(Duration.ofSeconds(35));
		int before = service.accepted;
		this.limiter.pass(Duration.ofSeconds(4));
		// 2 at most until the next trial, then at least the rate that was cut once
		assertThat(service.accepted - before).isGreaterThan(150);
		assertThat(service.rejected).isLessThan(25);
	}

	@Test
	void returnsToTheConfiguredRate() {
		VirtualService service = service((now) -> !between(now, 5, 6), null);
		service.call(64);
		this.limiter.pass(Duration.ofSeconds(7));
		assertThat(this.limiter.rates).first().isEqualTo(95.0);
		this.limiter.pass(Duration.ofSeconds(20));
		assertThat(this.limiter.rates).last().isEqualTo(100.0);
		int before = service.accepted;
		this.limiter.pass(Duration.ofSeconds(10));
		assertThat(service.accepted - before).isGreaterThanOrEqualTo(970);
	}

	@Test
	void findsALimitThatIsLowerThanTheConfiguredOne() {
		VirtualService service = service(new SlidingWindow(50), null);
		service.call(64);
		this.limiter.pass(Duration.ofSeconds(20));
		int acceptedBefore = service.accepted;
		int refusedBefore = service.rejected;
		this.limiter.pass(Duration.ofSeconds(100));
		assertThat(service.accepted - acceptedBefore).isGreaterThan(80 * 50);
		assertThat(service.rejected - refusedBefore).isLessThan(100);
	}

	@Test
	void a429NowAndThenCostsLittle() {
		AtomicInteger calls = new AtomicInteger();
		VirtualService service = new VirtualService(this.limiter, Duration.ofMillis(20),
				(now) -> calls.incrementAndGet() % 500 != 0, null);
		service.call(64);
		this.limiter.pass(Duration.ofSeconds(100));
		assertThat(service.rejected).isGreaterThan(15);
		assertThat(service.accepted).isGreaterThan(9500);
	}

	@Test
	void afterA429NowAndThenAShortPauseIsGuessedFirst() {
		for (int i = 0; i < 200; i++) {
			this.limiter.enter().permit().succeeded();
			this.limiter.pass(Duration.ofMillis(11));
		}
		for (int i = 0; i < 3; i++) {
			Passage probe = this.limiter.enter();
			this.limiter.pass(Duration.ofSeconds(1));
			probe.permit().rateLimited(VirtualRateLimiter.rateLimited(null));
		}
		assertThat(this.limiter.pauses).containsExactly(Duration.ofMillis(50), Duration.ofMillis(100),
				Duration.ofMillis(200));
		assertThat(this.limiter.limiter.status().requestsPerSecond()).isEqualTo(95);
	}

	@Test
	void isNeverSeenByAServiceThatKeepsTheSameLimit() {
		VirtualService service = service(new SlidingWindow(100), null);
		service.call(64);
		this.limiter.pass(Duration.ofSeconds(60));
		assertThat(service.rejected).isZero();
		assertThat(service.accepted).isGreaterThanOrEqualTo(97 * 60);
	}

	private VirtualService service(Predicate<Duration> accepts, Duration retryAfter) {
		return new VirtualService(this.limiter, Duration.ofMillis(5), accepts, retryAfter);
	}

	private static boolean between(Duration now, long from, long to) {
		return now.compareTo(Duration.ofSeconds(from)) >= 0 && now.compareTo(Duration.ofSeconds(to)) < 0;
	}

	private static long admitted(List<Passage> passages) {
		return passages.stream().filter(Passage::isAdmitted).count();
	}

	/**
	 * Accepts no more than the limit in any second.
	 */
	private static final class SlidingWindow implements Predicate<Duration> {

		private final Deque<Duration> accepted = new ArrayDeque<>();

		private final int limit;

		SlidingWindow(int limit) {
			this.limit = limit;
		}

		@Override
		public boolean test(Duration now) {
			while (!this.accepted.isEmpty()
					&& now.minus(this.accepted.peekFirst()).compareTo(Duration.ofSeconds(1)) >= 0) {
				this.accepted.removeFirst();
			}
			return this.accepted.size() < this.limit && this.accepted.add(now);
		}

	}

}
