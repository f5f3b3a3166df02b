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

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.publisher.Operators;

import io.github.biginspring.error.BiginOverloadException;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.limit.internal.RateLimiter.Permit;

/**
 * A call that waits for its turn. Whoever changes its state first decides: the rate
 * limiter that admits or refuses it, or the caller that gives up. A caller that gives up
 * once the call is admitted gets the permit nevertheless, and has to give it back.
 */
final class PendingCall implements Subscription {

	private enum State {

		NEW, WAITING, ADMITTED, GONE

	}

	private final BiginCall<?> call;

	private final String connection;

	private final Rank rank;

	private final Subscriber<? super Permit> subscriber;

	private final Consumer<PendingCall> enter;

	private final Consumer<PendingCall> leave;

	private final AtomicReference<State> state = new AtomicReference<>(State.NEW);

	private long number;

	private long since;

	private long pausedBefore;

	/**
	 * Create a pending call that has not entered yet.
	 * @param call the call
	 * @param connection what it shares the limit on calls under way with
	 * @param subscriber is given the permit
	 * @param enter is called when the subscriber asks for the permit
	 * @param leave is called when the subscriber gives up
	 */
	PendingCall(BiginCall<?> call, String connection, Subscriber<? super Permit> subscriber,
			Consumer<PendingCall> enter, Consumer<PendingCall> leave) {
		this.call = call;
		this.connection = connection;
		this.rank = Rank.of(call);
		this.subscriber = subscriber;
		this.enter = enter;
		this.leave = leave;
	}

	BiginCall<?> call() {
		return this.call;
	}

	Rank rank() {
		return this.rank;
	}

	String connection() {
		return this.connection;
	}

	/**
	 * Note where in the line the call stands.
	 * @param number how many came before it
	 * @param since when the wait began, in nanoseconds
	 */
	void lineUp(long number, long since) {
		this.number = number;
		this.since = since;
	}

	/**
	 * Note how long calls had paused when the wait began.
	 * @param pausedBefore the nanoseconds
	 */
	void setPausedBefore(long pausedBefore) {
		this.pausedBefore = pausedBefore;
	}

	long pausedBefore() {
		return this.pausedBefore;
	}

	long number() {
		return this.number;
	}

	long since() {
		return this.since;
	}

	boolean isWaiting() {
		return this.state.get() == State.WAITING;
	}

	boolean admit() {
		return this.state.compareAndSet(State.WAITING, State.ADMITTED);
	}

	void pass(Permit permit) {
		this.subscriber.onNext(permit);
		this.subscriber.onComplete();
	}

	boolean refuse(String reason) {
		if (!this.state.compareAndSet(State.WAITING, State.GONE)) {
			return false;
		}
		this.subscriber.onError(new BiginOverloadException(this.call.notSent().message(reason).build()));
		return true;
	}

	@Override
	public void request(long count) {
		if (Operators.validate(count) && this.state.compareAndSet(State.NEW, State.WAITING)) {
			this.enter.accept(this);
		}
	}

	@Override
	public void cancel() {
		if (this.state.compareAndSet(State.WAITING, State.GONE)) {
			this.leave.accept(this);
		}
		else {
			this.state.compareAndSet(State.NEW, State.GONE);
		}
	}

}
