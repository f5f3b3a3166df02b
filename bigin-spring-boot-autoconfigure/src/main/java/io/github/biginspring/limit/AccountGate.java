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
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Scheduler;
import reactor.util.context.Context;

import io.github.biginspring.call.BiginCall;
import io.github.biginspring.call.CallTarget;
import io.github.biginspring.error.BiginRateLimitException;

/**
 * The gate of one API key. All that it knows is changed by one thread at a time, while
 * the others leave their news behind and go on, so nothing ever blocks. A token is taken
 * when a call is first in line and could go: one that gives up takes none along.
 *
 * @since 0.1.0
 */
public final class AccountGate implements RequestGate {

	private static final String DEFAULT_CONNECTION = "";

	// no connection has this name
	private static final String CONTROL_PLANE = "/";

	// what a call that need not wait takes on its way through
	private static final long SHORTEST_WAIT_NANOS = Duration.ofMillis(1).toNanos();

	private final RateLimit limit;

	private final long maxWaitNanos;

	private final NextToken token;

	private final LongSupplier clock;

	private final GateListeners listeners;

	private final SerialWork work = new SerialWork(this::afterNews);

	private final Consumer<Waiter> enter = (waiter) -> this.work.add(() -> entered(waiter));

	private final Consumer<Waiter> leave = (waiter) -> this.work.add(() -> left(waiter));

	private final Lanes lanes;

	private final RatePacing pacing;

	private final Alarm alarm;

	private int toldWaiting;

	private int toldUnderWay;

	/**
	 * Create a gate.
	 * @param limit the limits
	 * @param tokens counts the requests a second
	 * @param scheduler wakes the gate; nothing blocks on it
	 * @param clock tells the time in nanoseconds, and never goes back, as the wall clock
	 * may
	 * @param longestPause how long a Retry-After is obeyed at most
	 * @param listeners are told what the gate does
	 */
	public AccountGate(RateLimit limit, TokenSource tokens, Scheduler scheduler, LongSupplier clock,
			Duration longestPause, List<GateListener> listeners) {
		this.limit = limit;
		this.maxWaitNanos = Math.max(limit.maxWait().toNanos(), SHORTEST_WAIT_NANOS);
		this.clock = clock;
		this.token = new NextToken(tokens, clock, this.work);
		this.lanes = new Lanes(limit.maxInFlight());
		this.pacing = new RatePacing(limit.requestsPerSecond(), longestPause);
		this.listeners = new GateListeners(listeners);
		this.alarm = new Alarm(scheduler, () -> this.work.add(this::woken));
	}

	@Override
	public Mono<Permit> acquire(BiginCall<?> call) {
		return Mono.fromDirect((subscriber) -> subscriber
			.onSubscribe(new Waiter(call, connection(call), subscriber, this.enter, this.leave)));
	}

	private static String connection(BiginCall<?> call) {
		if (call.target() == CallTarget.CONTROL) {
			return CONTROL_PLANE;
		}
		return (call.connectionId() != null) ? call.connectionId() : DEFAULT_CONNECTION;
	}

	private void entered(Waiter waiter) {
		if (!waiter.isWaiting()) {
			return;
		}
		this.lanes.add(waiter, now());
		if (isFull(waiter)) {
			// unless it, or one before it, can go at once
			admit();
			if (isFull(waiter)) {
				refuse(waiter, this.limit.maxQueue()
						+ " calls wait already for their turn within the service's limits (bigin.rate-limit.max-queue)");
			}
		}
	}

	private boolean isFull(Waiter waiter) {
		// while a token is on its way, one call is about to go
		int most = this.token.isAskedFor() ? this.limit.maxQueue() + 1 : this.limit.maxQueue();
		return this.lanes.waiting(waiter.call().priority()) > most;
	}

	private void left(Waiter waiter) {
		this.lanes.remove(waiter);
	}

	private void woken() {
		this.alarm.reset();
	}

	private void afterNews() {
		long at = admit();
		// one that was kept would let two calls go at once later
		this.token.giveBack();
		refuseOverdue();
		Waiter oldest = this.lanes.oldest();
		if (oldest != null) {
			this.alarm.setTo(Math.min(at, oldest.since() + this.maxWaitNanos), now());
		}
		tellLoad();
	}

	// admits what can go, and returns when to try again
	private long admit() {
		for (Waiter next = this.lanes.next(); next != null; next = this.lanes.next()) {
			long now = now();
			long at = this.pacing.nextAt(now);
			if (at > now) {
				return at;
			}
			if (now - next.since() > this.maxWaitNanos) {
				refuseOverdue(next);
			}
			else if (this.token.take(now)) {
				start(next, now);
			}
			else {
				return this.token.isAskedFor() ? Alarm.NEVER : this.token.askAgainAt();
			}
		}
		return Alarm.NEVER;
	}

	private void start(Waiter waiter, long now) {
		if (!waiter.admit()) {
			this.lanes.remove(waiter);
			return;
		}
		this.token.use();
		this.lanes.start(waiter);
		AccountPermit permit = new AccountPermit(waiter.connection(), this.pacing.started(now));
		if (!this.listeners.isEmpty()) {
			Duration waited = Duration.ofNanos(now - waiter.since());
			this.listeners.tell((listener) -> listener.admitted(waited));
		}
		try {
			waiter.pass(permit);
		}
		catch (RuntimeException ex) {
			permit.abandoned();
			Operators.onErrorDropped(ex, Context.empty());
		}
	}

	private void refuseOverdue() {
		for (Waiter oldest = this.lanes.oldest(); oldest != null; oldest = this.lanes.oldest()) {
			if (now() - oldest.since() < this.maxWaitNanos) {
				return;
			}
			refuseOverdue(oldest);
		}
	}

	private void refuseOverdue(Waiter waiter) {
		refuse(waiter, "the call has waited " + this.limit.maxWait()
				+ " for its turn within the service's limits (bigin.rate-limit.max-wait)");
	}

	private void refuse(Waiter waiter, String reason) {
		this.lanes.remove(waiter);
		if (waiter.refuse(reason)) {
			this.listeners.tell(GateListener::refused);
		}
	}

	private void tellLoad() {
		int waiting = this.lanes.waiting();
		int underWay = this.lanes.underWay();
		if (!this.listeners.isEmpty() && (waiting != this.toldWaiting || underWay != this.toldUnderWay)) {
			this.toldWaiting = waiting;
			this.toldUnderWay = underWay;
			this.listeners.tell((listener) -> listener.loadChanged(waiting, underWay));
		}
	}

	private long now() {
		return this.clock.getAsLong();
	}

	private final class AccountPermit implements Permit {

		private final String connection;

		private final int epoch;

		private boolean ended;

		AccountPermit(String connection, int epoch) {
			this.connection = connection;
			this.epoch = epoch;
		}

		@Override
		public void succeeded() {
			AccountGate.this.work.add(() -> {
				if (end() && AccountGate.this.pacing.succeeded(this.epoch)) {
					rateChanged();
				}
			});
		}

		@Override
		public void rateLimited(BiginRateLimitException failure) {
			AccountGate.this.work.add(() -> {
				if (!end()) {
					return;
				}
				double before = AccountGate.this.pacing.rate();
				Duration pause = AccountGate.this.pacing.rateLimited(now(), this.epoch, failure.getRetryAfter());
				if (pause != null) {
					AccountGate.this.listeners.tell((listener) -> listener.paused(pause));
				}
				if (AccountGate.this.pacing.rate() != before) {
					rateChanged();
				}
			});
		}

		@Override
		public void abandoned() {
			AccountGate.this.work.add(this::end);
		}

		private boolean end() {
			if (this.ended) {
				return false;
			}
			this.ended = true;
			AccountGate.this.lanes.ended(this.connection);
			AccountGate.this.pacing.ended(this.epoch);
			return true;
		}

		private void rateChanged() {
			double rate = AccountGate.this.pacing.rate();
			AccountGate.this.listeners.tell((listener) -> listener.rateChanged(rate));
		}

	}

}
