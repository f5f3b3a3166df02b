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

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Operators;

import org.springframework.http.HttpMethod;

import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.limit.CallPriority;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectionQueuesTests {

	private static final BiginCall<Void> CALL = BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/org")
		.discardResponse();

	private final ConnectionQueues queues = new ConnectionQueues(1);

	@Test
	void forgetsConnectionsThatHaveNothingToDo() {
		for (int i = 0; i < 100; i++) {
			PendingCall started = call("started" + i, CallPriority.INTERACTIVE);
			ConnectionQueue queue = this.queues.start(started);
			PendingCall gone = call("gone" + i, CallPriority.BACKGROUND);
			this.queues.add(gone, 0);
			this.queues.remove(gone);
			this.queues.ended(started.connection(), queue);
		}
		assertThat(this.queues.connections()).isZero();
		assertThat(this.queues.inFlight()).isZero();
		assertThat(this.queues.next()).isNull();
	}

	@Test
	void choosesTheFirstCallOfTheHighestPriorityWhoseConnectionIsFree() {
		PendingCall background = add("a", CallPriority.BACKGROUND);
		PendingCall first = add("a", CallPriority.INTERACTIVE);
		PendingCall second = add("a", CallPriority.INTERACTIVE);
		PendingCall other = add("b", CallPriority.INTERACTIVE);
		PendingCall last = add("c", CallPriority.BACKGROUND);
		assertThat(this.queues.next()).isSameAs(first);
		ConnectionQueue queue = this.queues.start(first);
		assertThat(next()).isSameAs(other);
		assertThat(next()).isSameAs(last);
		assertThat(this.queues.next()).isNull();
		assertThat(this.queues.oldest()).isSameAs(background);
		this.queues.ended("a", queue);
		assertThat(this.queues.next()).isSameAs(second);
		this.queues.remove(second);
		assertThat(next()).isSameAs(background);
		assertThat(this.queues.waiting()).isZero();
	}

	@Test
	void isFreeForAllWhereNobodyWaitsAndTheConnectionIsFree() {
		assertThat(this.queues.isFreeForAll("a")).isTrue();
		ConnectionQueue queue = this.queues.startAtOnce("a");
		assertThat(this.queues.inFlight()).isEqualTo(1);
		assertThat(this.queues.isFreeForAll("a")).as("in flight").isFalse();
		assertThat(this.queues.isFreeForAll("b")).as("another connection").isTrue();
		PendingCall waiting = add("a", CallPriority.BACKGROUND);
		assertThat(this.queues.waiting()).isEqualTo(1);
		assertThat(this.queues.isFreeForAll("b")).as("another connection's call waits").isFalse();
		assertThat(this.queues.next()).isNull();
		this.queues.ended("a", queue);
		assertThat(next()).isSameAs(waiting);
		assertThat(this.queues.isFreeForAll("b")).as("the one that waited is in flight").isTrue();
	}

	@Test
	void everyTenthTurnIsThatOfACallThatIsNotInteractive() {
		ConnectionQueue busy = this.queues.start(call("busy", CallPriority.INTERACTIVE));
		PendingCall onBusyConnection = add("busy", CallPriority.BACKGROUND);
		PendingCall background = add("background", CallPriority.BACKGROUND);
		for (int i = 0; i < 20; i++) {
			add("interactive" + i, CallPriority.INTERACTIVE);
		}
		for (int i = 0; i < 9; i++) {
			assertThat(next().call().priority()).isEqualTo(CallPriority.INTERACTIVE);
		}
		assertThat(this.queues.next()).as("asked once more").isSameAs(background);
		assertThat(next()).isSameAs(background);
		// the other one cannot go, and is not owed anything for it
		for (int i = 0; i < 11; i++) {
			assertThat(next().call().priority()).isEqualTo(CallPriority.INTERACTIVE);
		}
		assertThat(this.queues.next()).isNull();
		this.queues.ended("busy", busy);
		add("interactive", CallPriority.INTERACTIVE);
		assertThat(next().call().priority()).isEqualTo(CallPriority.INTERACTIVE);
		assertThat(next()).isSameAs(onBusyConnection);
	}

	private PendingCall next() {
		PendingCall next = this.queues.next();
		this.queues.start(next);
		return next;
	}

	private PendingCall add(String connection, CallPriority priority) {
		PendingCall call = call(connection, priority);
		this.queues.add(call, 0);
		return call;
	}

	private static PendingCall call(String connection, CallPriority priority) {
		return new PendingCall(CALL.withPriority(priority), connection, Operators.emptySubscriber(), (call) -> {
		}, (call) -> {
		});
	}

}
