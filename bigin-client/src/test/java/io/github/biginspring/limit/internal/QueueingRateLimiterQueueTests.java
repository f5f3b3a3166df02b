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
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;

import io.github.biginspring.error.BiginOverloadException;
import io.github.biginspring.error.RequestState;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.limit.RateLimiterListener;
import io.github.biginspring.limit.TokenBucket;
import io.github.biginspring.limit.internal.RateLimiter.Permit;
import io.github.biginspring.limit.internal.VirtualRateLimiter.Passage;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for how calls wait at an {@link QueueingRateLimiter}.
 */
class QueueingRateLimiterQueueTests {

	private final List<Throwable> dropped = new ArrayList<>();

	@BeforeEach
	void collectDropped() {
		Hooks.onErrorDropped(this.dropped::add);
	}

	@AfterEach
	void resetHooks() {
		Hooks.resetOnErrorDropped();
	}

	@Test
	void admitsInTheOrderOfArrival() {
		VirtualRateLimiter limiter = new VirtualRateLimiter(VirtualRateLimiter.limit(10));
		List<Passage> passages = limiter.enter(30);
		limiter.pass(Duration.ofSeconds(10));
		List<Duration> admitted = passages.stream().map((passage) -> passage.admittedAt).toList();
		assertThat(admitted).doesNotContainNull().isSorted();
	}

	@Test
	void aCallThatIsBeingSentKeepsNoOtherWaiting() {
		VirtualRateLimiter limiter = new VirtualRateLimiter(VirtualRateLimiter.limit(10).withBurst(1));
		AtomicBoolean admittedMeanwhile = new AtomicBoolean();
		limiter.limiter.acquire(VirtualRateLimiter.CALL).subscribe((permit) -> {
			// on a thread of its own, while this one is still about to send
			Passage other = CompletableFuture.supplyAsync(limiter::enter).join();
			admittedMeanwhile.set(other.isAdmitted());
		});
		assertThat(admittedMeanwhile).isTrue();
	}

	@Test
	void admitsInTheOrderOfArrivalAlsoAcrossConnections() {
		VirtualRateLimiter limiter = new VirtualRateLimiter(VirtualRateLimiter.limit(10));
		List<Passage> passages = new ArrayList<>();
		for (int i = 0; i < 30; i++) {
			passages.add(limiter.enter(VirtualRateLimiter.CALL.onConnection("connection" + i % 7)));
		}
		limiter.pass(Duration.ofSeconds(10));
		assertThat(passages.stream().map((passage) -> passage.admittedAt).toList()).doesNotContainNull().isSorted();
	}

	@Test
	void anInteractiveCallPassesBulkCalls() {
		VirtualRateLimiter limiter = new VirtualRateLimiter(VirtualRateLimiter.limit(10));
		limiter.enter();
		Passage firstBulk = limiter.enter(VirtualRateLimiter.BACKGROUND_CALL);
		Passage secondBulk = limiter.enter(VirtualRateLimiter.BACKGROUND_CALL);
		Passage interactive = limiter.enter();
		limiter.pass(Duration.ofMillis(110));
		assertThat(interactive.isAdmitted()).isTrue();
		assertThat(firstBulk.isAdmitted()).isFalse();
		limiter.pass(Duration.ofMillis(110));
		assertThat(firstBulk.isAdmitted()).isTrue();
		assertThat(secondBulk.isAdmitted()).isFalse();
	}

	@Test
	void aHealthCheckPassesAllCallsThatWait() {
		VirtualRateLimiter limiter = new VirtualRateLimiter(VirtualRateLimiter.limit(10).withMaxQueue(20));
		List<Passage> interactive = limiter.enter(21);
		Passage background = limiter.enter(VirtualRateLimiter.BACKGROUND_CALL);
		Passage probe = limiter.enter(VirtualRateLimiter.BACKGROUND_CALL.probing());
		assertThat(probe.refusal).as("though the queue is full").isNull();
		limiter.pass(Duration.ofMillis(110));
		assertThat(probe.isAdmitted()).isTrue();
		for (int i = 0; i < 500 && !background.isAdmitted(); i++) {
			limiter.pass(Duration.ofMillis(10));
		}
		// the first one did not wait; of those that did, as many as ever go before it
		assertThat(interactive).filteredOn(Passage::isAdmitted).hasSize(1 + ConnectionQueues.MAX_INTERACTIVE_IN_A_ROW);
	}

	@Test
	void aHealthCheckWaitsForTheEndOfAPauseAndGoesFirstThen() {
		VirtualRateLimiter limiter = new VirtualRateLimiter(VirtualRateLimiter.limit(10));
		Passage first = limiter.enter();
		Passage second = limiter.enter();
		first.permit().rateLimited(VirtualRateLimiter.rateLimited(Duration.ofSeconds(20)));
		Passage probe = limiter.enter(VirtualRateLimiter.CALL.probing());
		limiter.pass(Duration.ofSeconds(19));
		assertThat(probe.isAdmitted()).isFalse();
		limiter.pass(Duration.ofSeconds(3));
		assertThat(probe.isAdmitted()).isTrue();
		assertThat(second.isAdmitted()).as("waits for what the service says to the first one").isFalse();
	}

	@Test
	void aBusyConnectionDoesNotHoldUpAnother() {
		VirtualRateLimiter limiter = new VirtualRateLimiter(VirtualRateLimiter.limit(100).withMaxInFlight(2));
		BiginCall<Void> busy = VirtualRateLimiter.CALL.onConnection("busy");
		List<Passage> onBusy = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			onBusy.add(limiter.enter(busy));
		}
		Passage onOther = limiter.enter(VirtualRateLimiter.CALL.onConnection("other"));
		Passage onDefault = limiter.enter();
		Passage onControlPlane = limiter
			.enter(BiginCall.control(CallEffect.READ, HttpMethod.GET, "/connections").discardResponse());
		limiter.pass(Duration.ofSeconds(1));
		assertThat(onBusy).filteredOn(Passage::isAdmitted).hasSize(2);
		assertThat(onOther.isAdmitted()).isTrue();
		assertThat(onDefault.isAdmitted()).isTrue();
		assertThat(onControlPlane.isAdmitted()).isTrue();
		assertThat(limiter.inFlight).isEqualTo(5);
		onBusy.get(1).permit().abandoned();
		assertThat(onBusy.get(2).isAdmitted()).isTrue();
		assertThat(onBusy.get(3).isAdmitted()).isFalse();
	}

	@Test
	void whoGivesUpTakesNoTokenAlong() {
		VirtualRateLimiter limiter = new VirtualRateLimiter(VirtualRateLimiter.limit(10));
		List<Passage> passages = limiter.enter(10);
		passages.subList(1, 9).forEach((passage) -> passage.subscription.dispose());
		assertThat(limiter.waiting).isOne();
		limiter.pass(Duration.ofMillis(110));
		assertThat(passages.get(9).isAdmitted()).isTrue();
		assertThat(limiter.tokens.taken()).isEqualTo(2);
	}

	@Test
	void whoGivesUpWhileATokenIsOnItsWayLeavesItToTheOthers() {
		AsyncTokens tokens = new AsyncTokens();
		VirtualRateLimiter time = new VirtualRateLimiter(VirtualRateLimiter.limit(10));
		QueueingRateLimiter limiter = new QueueingRateLimiter(VirtualRateLimiter.limit(10), tokens, time.time,
				() -> time.now().toNanos(), Duration.ofMinutes(1), List.of());
		var first = limiter.acquire(VirtualRateLimiter.CALL).subscribe();
		List<Permit> second = new ArrayList<>();
		limiter.acquire(VirtualRateLimiter.CALL).subscribe(second::add);
		assertThat(tokens.questions).hasSize(1);
		first.dispose();
		tokens.response(0);
		assertThat(second).hasSize(1);
		assertThat(tokens.givenBack).isZero();
		// and where nobody is left it goes back
		var third = limiter.acquire(VirtualRateLimiter.CALL).subscribe();
		third.dispose();
		tokens.response(0);
		assertThat(tokens.givenBack).isOne();
	}

	@Test
	void waitsNoLongerThanMayBe() {
		VirtualRateLimiter limiter = new VirtualRateLimiter(
				VirtualRateLimiter.limit(1).withMaxWait(Duration.ofMillis(2500)), new Random(1));
		List<Passage> passages = limiter.enter(5);
		limiter.pass(Duration.ofMillis(2499));
		assertThat(passages).allMatch((passage) -> passage.refusal == null);
		limiter.pass(Duration.ofMillis(10));
		assertThat(passages).filteredOn(Passage::isAdmitted).hasSize(3);
		assertThat(passages.subList(3, 5)).allSatisfy((passage) -> {
			assertThat(passage.refusal).isInstanceOfSatisfying(BiginOverloadException.class, (refusal) -> {
				assertThat(refusal.getErrorDetails().requestState()).isEqualTo(RequestState.NOT_SENT);
				assertThat(refusal.isOutcomeUnknown()).isFalse();
				assertThat(refusal).hasMessageContaining("PT2.5S").hasMessageContaining("bigin.rate-limit.max-wait");
			});
			assertThat(passage.refusedAt).isLessThanOrEqualTo(Duration.ofMillis(2505));
		});
		assertThat(limiter.refusals).isEqualTo(2);
		assertThat(limiter.waiting).isZero();
		assertThat(limiter.tokens.taken()).isEqualTo(3);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void isNotAdmittedByATimerThatFiresPastTheDeadline(long seed) {
		// the second token is due just before the deadline
		Duration maxWait = Duration.ofMillis(1021);
		VirtualRateLimiter limiter = new VirtualRateLimiter(VirtualRateLimiter.limit(1).withMaxWait(maxWait),
				new Random(seed));
		limiter.enter();
		Passage second = limiter.enter();
		limiter.pass(Duration.ofSeconds(2));
		assertThat(second.isAdmitted() == (second.refusal == null)).isTrue();
		if (second.isAdmitted()) {
			assertThat(second.admittedAt).isLessThanOrEqualTo(maxWait);
		}
	}

	@Test
	void waitsNoLongerThanMayBeForABusyConnection() {
		VirtualRateLimiter limiter = new VirtualRateLimiter(
				VirtualRateLimiter.limit(100).withMaxInFlight(1).withMaxWait(Duration.ofSeconds(3)));
		limiter.enter();
		Passage second = limiter.enter();
		limiter.pass(Duration.ofSeconds(3));
		assertThat(second.refusal).isInstanceOf(BiginOverloadException.class);
	}

	@Test
	void refusesAtOnceWhereTooManyWait() {
		VirtualRateLimiter limiter = new VirtualRateLimiter(VirtualRateLimiter.limit(10).withMaxQueue(3));
		List<Passage> passages = limiter.enter(5);
		assertThat(passages.subList(0, 4)).allMatch((passage) -> passage.refusal == null);
		assertThat(passages.get(4).refusal).isInstanceOf(BiginOverloadException.class)
			.hasMessageContaining("3 calls wait")
			.hasMessageContaining("bigin.rate-limit.max-queue");
		assertThat(limiter.refusals).isOne();
		// the place of one that gives up is free again
		passages.get(2).subscription.dispose();
		assertThat(limiter.enter().refusal).isNull();
		assertThat(limiter.enter().refusal).isNotNull();
	}

	@Test
	void letsGoWhatNeedNotWaitWhereNoneMayWait() {
		VirtualRateLimiter limiter = new VirtualRateLimiter(VirtualRateLimiter.limit(10).withMaxQueue(0).withBurst(1));
		assertThat(limiter.enter(3)).extracting(Passage::isAdmitted).containsExactly(true, true, false);
		limiter.pass(Duration.ofSeconds(1));
		assertThat(limiter.enter().isAdmitted()).isTrue();
	}

	@Test
	void bulkCallsLeaveRoomInTheQueueForInteractiveOnes() {
		VirtualRateLimiter limiter = new VirtualRateLimiter(VirtualRateLimiter.limit(10).withMaxQueue(2));
		limiter.enter();
		List<Passage> bulk = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			bulk.add(limiter.enter(VirtualRateLimiter.BACKGROUND_CALL));
		}
		assertThat(bulk.get(2).refusal).isNotNull();
		assertThat(limiter.enter().refusal).isNull();
	}

	@Test
	void bulkCallsHaveAShareWhereInteractiveOnesTakeAll() {
		VirtualRateLimiter limiter = new VirtualRateLimiter(VirtualRateLimiter.limit(10));
		limiter.time.schedulePeriodically(limiter::enter, 0, 83, TimeUnit.MILLISECONDS);
		List<Passage> bulk = new ArrayList<>();
		for (int i = 0; i < 60; i++) {
			limiter.pass(Duration.ofSeconds(1));
			bulk.add(limiter.enter(VirtualRateLimiter.BACKGROUND_CALL));
		}
		limiter.pass(Duration.ofSeconds(10));
		assertThat(bulk).filteredOn(Passage::isAdmitted).hasSizeGreaterThan(55);
		assertThat(bulk).allMatch((passage) -> passage.refusal == null);
	}

	@Test
	void eachSubscriptionHasItsOwnTurn() {
		VirtualRateLimiter limiter = new VirtualRateLimiter(VirtualRateLimiter.limit(10));
		Mono<Permit> acquire = limiter.limiter.acquire(VirtualRateLimiter.CALL);
		List<Permit> permits = new ArrayList<>();
		assertThat(limiter.tokens.taken()).isZero();
		acquire.subscribe(permits::add);
		acquire.subscribe(permits::add);
		assertThat(permits).hasSize(1);
		limiter.pass(Duration.ofMillis(110));
		assertThat(permits).hasSize(2).doesNotHaveDuplicates();
		assertThat(limiter.tokens.taken()).isEqualTo(2);
	}

	@Test
	void aPermitIsGivenBackOnlyOnce() {
		VirtualRateLimiter limiter = new VirtualRateLimiter(VirtualRateLimiter.limit(1000).withMaxInFlight(1));
		Passage first = limiter.enter();
		first.permit().succeeded();
		first.permit().abandoned();
		List<Passage> next = limiter.enter(2);
		limiter.pass(Duration.ofSeconds(1));
		assertThat(next).filteredOn(Passage::isAdmitted).hasSize(1);
		assertThat(limiter.inFlight).isOne();
	}

	@Test
	void aListenerOrCallerThatFailsHarmsNoOtherCall() {
		VirtualRateLimiter time = new VirtualRateLimiter(VirtualRateLimiter.limit(10));
		RateLimiterListener broken = new RateLimiterListener() {
			@Override
			public void admitted(Duration waited) {
				throw new IllegalStateException("broken listener");
			}
		};
		QueueingRateLimiter limiter = new QueueingRateLimiter(VirtualRateLimiter.limit(10).withMaxInFlight(1),
				time.tokens, time.time, () -> time.now().toNanos(), Duration.ofMinutes(1), List.of(broken));
		limiter.acquire(VirtualRateLimiter.CALL).subscribe(new BrokenSubscriber());
		List<Permit> permits = new ArrayList<>();
		limiter.acquire(VirtualRateLimiter.CALL).subscribe(permits::add);
		time.pass(Duration.ofSeconds(1));
		assertThat(permits).hasSize(1);
		assertThat(this.dropped).extracting(Throwable::getMessage)
			.as("what the listener throws is logged")
			.containsExactly("broken subscriber");
	}

	@Test
	void asksAgainWhereTheSourceOfTokensFails() {
		VirtualRateLimiter time = new VirtualRateLimiter(VirtualRateLimiter.limit(10));
		List<LongConsumer> asked = new ArrayList<>();
		TokenBucket failing = new TokenBucket() {
			@Override
			public void take(LongConsumer response) {
				asked.add(response);
				if (asked.size() == 1) {
					throw new IllegalStateException("no tokens");
				}
				response.accept(0);
			}

			@Override
			public void giveBack() {
			}
		};
		QueueingRateLimiter limiter = new QueueingRateLimiter(VirtualRateLimiter.limit(10), failing, time.time,
				() -> time.now().toNanos(), Duration.ofMinutes(1), List.of());
		List<Permit> permits = new ArrayList<>();
		limiter.acquire(VirtualRateLimiter.CALL).subscribe(permits::add);
		assertThat(permits).isEmpty();
		time.pass(Duration.ofSeconds(1));
		assertThat(permits).hasSize(1);
		assertThat(this.dropped).hasSize(1);
	}

	@Test
	void manyThatGiveUpInAnyOrderLeaveNothingBehind() {
		VirtualRateLimiter limiter = new VirtualRateLimiter(VirtualRateLimiter.limit(1));
		List<Passage> passages = limiter.enter(10_000);
		List<Passage> shuffled = new ArrayList<>(passages);
		Collections.shuffle(shuffled, new Random(1));
		shuffled.forEach((passage) -> passage.subscription.dispose());
		assertThat(limiter.waiting).isZero();
		assertThat(limiter.enter().refusal).isNull();
	}

	private static final class AsyncTokens implements TokenBucket {

		private final List<LongConsumer> questions = new ArrayList<>();

		private int givenBack;

		@Override
		public void take(LongConsumer response) {
			this.questions.add(response);
		}

		@Override
		public void giveBack() {
			this.givenBack++;
		}

		private void response(long wait) {
			this.questions.remove(0).accept(wait);
		}

	}

}
