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
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.LongConsumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;

import io.github.biginspring.call.BiginCall;
import io.github.biginspring.error.BiginOverloadException;
import io.github.biginspring.error.RequestState;
import io.github.biginspring.limit.RequestGate.Permit;
import io.github.biginspring.limit.VirtualGate.Passage;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for how calls wait at an {@link AccountGate}.
 */
class AccountGateQueueTests {

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
		VirtualGate gate = new VirtualGate(VirtualGate.limit(10));
		List<Passage> passages = gate.enter(30);
		gate.pass(Duration.ofSeconds(10));
		List<Duration> admitted = passages.stream().map((passage) -> passage.admittedAt).toList();
		assertThat(admitted).doesNotContainNull().isSorted();
	}

	@Test
	void admitsInTheOrderOfArrivalAlsoAcrossConnections() {
		VirtualGate gate = new VirtualGate(VirtualGate.limit(10));
		List<Passage> passages = new ArrayList<>();
		for (int i = 0; i < 30; i++) {
			passages.add(gate.enter(VirtualGate.CALL.onConnection("connection" + i % 7)));
		}
		gate.pass(Duration.ofSeconds(10));
		assertThat(passages.stream().map((passage) -> passage.admittedAt).toList()).doesNotContainNull().isSorted();
	}

	@Test
	void anInteractiveCallPassesBulkCalls() {
		VirtualGate gate = new VirtualGate(VirtualGate.limit(10));
		gate.enter();
		Passage firstBulk = gate.enter(VirtualGate.BULK_CALL);
		Passage secondBulk = gate.enter(VirtualGate.BULK_CALL);
		Passage interactive = gate.enter();
		gate.pass(Duration.ofMillis(110));
		assertThat(interactive.isAdmitted()).isTrue();
		assertThat(firstBulk.isAdmitted()).isFalse();
		gate.pass(Duration.ofMillis(110));
		assertThat(firstBulk.isAdmitted()).isTrue();
		assertThat(secondBulk.isAdmitted()).isFalse();
	}

	@Test
	void aBusyConnectionDoesNotHoldUpAnother() {
		VirtualGate gate = new VirtualGate(VirtualGate.limit(100).withMaxInFlight(2));
		BiginCall<Void> busy = VirtualGate.CALL.onConnection("busy");
		List<Passage> onBusy = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			onBusy.add(gate.enter(busy));
		}
		Passage onOther = gate.enter(VirtualGate.CALL.onConnection("other"));
		Passage onDefault = gate.enter();
		Passage onControlPlane = gate.enter(BiginCall.control(HttpMethod.GET, "/connections").discardAnswer());
		gate.pass(Duration.ofSeconds(1));
		assertThat(onBusy).filteredOn(Passage::isAdmitted).hasSize(2);
		assertThat(onOther.isAdmitted()).isTrue();
		assertThat(onDefault.isAdmitted()).isTrue();
		assertThat(onControlPlane.isAdmitted()).isTrue();
		assertThat(gate.underWay).isEqualTo(5);
		onBusy.get(1).permit().abandoned();
		assertThat(onBusy.get(2).isAdmitted()).isTrue();
		assertThat(onBusy.get(3).isAdmitted()).isFalse();
	}

	@Test
	void whoGivesUpTakesNoTokenAlong() {
		VirtualGate gate = new VirtualGate(VirtualGate.limit(10));
		List<Passage> passages = gate.enter(10);
		passages.subList(1, 9).forEach((passage) -> passage.subscription.dispose());
		assertThat(gate.waiting).isOne();
		gate.pass(Duration.ofMillis(110));
		assertThat(passages.get(9).isAdmitted()).isTrue();
		assertThat(gate.tokens.taken()).isEqualTo(2);
	}

	@Test
	void whoGivesUpWhileATokenIsOnItsWayLeavesItToTheOthers() {
		AsyncTokens tokens = new AsyncTokens();
		VirtualGate time = new VirtualGate(VirtualGate.limit(10));
		AccountGate gate = new AccountGate(VirtualGate.limit(10), tokens, time.time, () -> time.now().toNanos(),
				Duration.ofMinutes(1), List.of());
		var first = gate.acquire(VirtualGate.CALL).subscribe();
		List<Permit> second = new ArrayList<>();
		gate.acquire(VirtualGate.CALL).subscribe(second::add);
		assertThat(tokens.questions).hasSize(1);
		first.dispose();
		tokens.answer(0);
		assertThat(second).hasSize(1);
		assertThat(tokens.givenBack).isZero();
		// and where nobody is left it goes back
		var third = gate.acquire(VirtualGate.CALL).subscribe();
		third.dispose();
		tokens.answer(0);
		assertThat(tokens.givenBack).isOne();
	}

	@Test
	void waitsNoLongerThanMayBe() {
		VirtualGate gate = new VirtualGate(VirtualGate.limit(1).withMaxWait(Duration.ofMillis(2500)), new Random(1));
		List<Passage> passages = gate.enter(5);
		gate.pass(Duration.ofMillis(2499));
		assertThat(passages).allMatch((passage) -> passage.refusal == null);
		gate.pass(Duration.ofMillis(10));
		assertThat(passages).filteredOn(Passage::isAdmitted).hasSize(3);
		assertThat(passages.subList(3, 5)).allSatisfy((passage) -> {
			assertThat(passage.refusal).isInstanceOfSatisfying(BiginOverloadException.class, (refusal) -> {
				assertThat(refusal.getErrorDetails().requestState()).isEqualTo(RequestState.NOT_SENT);
				assertThat(refusal.isOutcomeUnknown()).isFalse();
				assertThat(refusal).hasMessageContaining("PT2.5S").hasMessageContaining("bigin.rate-limit.max-wait");
			});
			assertThat(passage.refusedAt).isLessThanOrEqualTo(Duration.ofMillis(2505));
		});
		assertThat(gate.refusals).isEqualTo(2);
		assertThat(gate.waiting).isZero();
		assertThat(gate.tokens.taken()).isEqualTo(3);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void isNotAdmittedByATimerThatFiresPastTheDeadline(long seed) {
		// the second token is due just before the deadline
		Duration maxWait = Duration.ofMillis(1021);
		VirtualGate gate = new VirtualGate(VirtualGate.limit(1).withMaxWait(maxWait), new Random(seed));
		gate.enter();
		Passage second = gate.enter();
		gate.pass(Duration.ofSeconds(2));
		assertThat(second.isAdmitted() == (second.refusal == null)).isTrue();
		if (second.isAdmitted()) {
			assertThat(second.admittedAt).isLessThanOrEqualTo(maxWait);
		}
	}

	@Test
	void waitsNoLongerThanMayBeForABusyConnection() {
		VirtualGate gate = new VirtualGate(
				VirtualGate.limit(100).withMaxInFlight(1).withMaxWait(Duration.ofSeconds(3)));
		gate.enter();
		Passage second = gate.enter();
		gate.pass(Duration.ofSeconds(3));
		assertThat(second.refusal).isInstanceOf(BiginOverloadException.class);
	}

	@Test
	void refusesAtOnceWhereTooManyWait() {
		VirtualGate gate = new VirtualGate(VirtualGate.limit(10).withMaxQueue(3));
		List<Passage> passages = gate.enter(5);
		assertThat(passages.subList(0, 4)).allMatch((passage) -> passage.refusal == null);
		assertThat(passages.get(4).refusal).isInstanceOf(BiginOverloadException.class)
			.hasMessageContaining("3 calls wait")
			.hasMessageContaining("bigin.rate-limit.max-queue");
		assertThat(gate.refusals).isOne();
		// the place of one that gives up is free again
		passages.get(2).subscription.dispose();
		assertThat(gate.enter().refusal).isNull();
		assertThat(gate.enter().refusal).isNotNull();
	}

	@Test
	void letsGoWhatNeedNotWaitWhereNoneMayWait() {
		VirtualGate gate = new VirtualGate(VirtualGate.limit(10).withMaxQueue(0).withBurst(1));
		assertThat(gate.enter(3)).extracting(Passage::isAdmitted).containsExactly(true, true, false);
		gate.pass(Duration.ofSeconds(1));
		assertThat(gate.enter().isAdmitted()).isTrue();
	}

	@Test
	void bulkCallsLeaveRoomInTheQueueForInteractiveOnes() {
		VirtualGate gate = new VirtualGate(VirtualGate.limit(10).withMaxQueue(2));
		gate.enter();
		List<Passage> bulk = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			bulk.add(gate.enter(VirtualGate.BULK_CALL));
		}
		assertThat(bulk.get(2).refusal).isNotNull();
		assertThat(gate.enter().refusal).isNull();
	}

	@Test
	void eachSubscriptionHasItsOwnTurn() {
		VirtualGate gate = new VirtualGate(VirtualGate.limit(10));
		Mono<Permit> acquire = gate.gate.acquire(VirtualGate.CALL);
		List<Permit> permits = new ArrayList<>();
		assertThat(gate.tokens.taken()).isZero();
		acquire.subscribe(permits::add);
		acquire.subscribe(permits::add);
		assertThat(permits).hasSize(1);
		gate.pass(Duration.ofMillis(110));
		assertThat(permits).hasSize(2).doesNotHaveDuplicates();
		assertThat(gate.tokens.taken()).isEqualTo(2);
	}

	@Test
	void aPermitIsGivenBackOnlyOnce() {
		VirtualGate gate = new VirtualGate(VirtualGate.limit(1000).withMaxInFlight(1));
		Passage first = gate.enter();
		first.permit().succeeded();
		first.permit().abandoned();
		List<Passage> next = gate.enter(2);
		gate.pass(Duration.ofSeconds(1));
		assertThat(next).filteredOn(Passage::isAdmitted).hasSize(1);
		assertThat(gate.underWay).isOne();
	}

	@Test
	void aListenerOrCallerThatFailsHarmsNoOtherCall() {
		VirtualGate time = new VirtualGate(VirtualGate.limit(10));
		GateListener broken = new GateListener() {
			@Override
			public void admitted(Duration waited) {
				throw new IllegalStateException("broken listener");
			}
		};
		AccountGate gate = new AccountGate(VirtualGate.limit(10).withMaxInFlight(1), time.tokens, time.time,
				() -> time.now().toNanos(), Duration.ofMinutes(1), List.of(broken));
		gate.acquire(VirtualGate.CALL).subscribe(new BrokenSubscriber());
		List<Permit> permits = new ArrayList<>();
		gate.acquire(VirtualGate.CALL).subscribe(permits::add);
		time.pass(Duration.ofSeconds(1));
		assertThat(permits).hasSize(1);
		assertThat(this.dropped).extracting(Throwable::getMessage)
			.containsExactly("broken listener", "broken subscriber", "broken listener");
	}

	@Test
	void asksAgainWhereTheSourceOfTokensFails() {
		VirtualGate time = new VirtualGate(VirtualGate.limit(10));
		List<LongConsumer> asked = new ArrayList<>();
		TokenSource failing = new TokenSource() {
			@Override
			public void take(LongConsumer answer) {
				asked.add(answer);
				if (asked.size() == 1) {
					throw new IllegalStateException("no tokens");
				}
				answer.accept(0);
			}

			@Override
			public void giveBack() {
			}
		};
		AccountGate gate = new AccountGate(VirtualGate.limit(10), failing, time.time, () -> time.now().toNanos(),
				Duration.ofMinutes(1), List.of());
		List<Permit> permits = new ArrayList<>();
		gate.acquire(VirtualGate.CALL).subscribe(permits::add);
		assertThat(permits).isEmpty();
		time.pass(Duration.ofSeconds(1));
		assertThat(permits).hasSize(1);
		assertThat(this.dropped).hasSize(1);
	}

	@Test
	void manyThatGiveUpInAnyOrderLeaveNothingBehind() {
		VirtualGate gate = new VirtualGate(VirtualGate.limit(1));
		List<Passage> passages = gate.enter(10_000);
		List<Passage> shuffled = new ArrayList<>(passages);
		Collections.shuffle(shuffled, new Random(1));
		shuffled.forEach((passage) -> passage.subscription.dispose());
		assertThat(gate.waiting).isZero();
		assertThat(gate.enter().refusal).isNull();
	}

	private static final class AsyncTokens implements TokenSource {

		private final List<LongConsumer> questions = new ArrayList<>();

		private int givenBack;

		@Override
		public void take(LongConsumer answer) {
			this.questions.add(answer);
		}

		@Override
		public void giveBack() {
			this.givenBack++;
		}

		private void answer(long wait) {
			this.questions.remove(0).accept(wait);
		}

	}

}
