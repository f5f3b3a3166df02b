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
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Scheduler;
import reactor.util.context.Context;

import io.github.biginspring.internal.DrainLoop;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallTarget;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.limit.RateLimiterListener;
import io.github.biginspring.limit.TokenBucket;

/**
 * The rate limiter of one API key. All that it knows is changed by one thread at a time,
 * while the others leave their news behind and go on, so nothing ever blocks. A token is
 * taken when a call is first in line and could go: one that gives up takes none along.
 *
 * @since 0.1.0
 */
public final class QueueingRateLimiter implements RateLimiter {

	private static final String DEFAULT_CONNECTION = "";

	// no connection has this name
	private static final String CONTROL_PLANE = "/";

	private final RateLimit limit;

	private final NextToken token;

	private final LongSupplier clock;

	private final RateLimiterListeners listeners;

	private final RateFeedback feedback;

	private final DrainLoop loop = new DrainLoop(this::afterNews);

	private final Consumer<PendingCall> enter = (call) -> this.loop.add(() -> entered(call));

	private final Consumer<PendingCall> leave = (call) -> this.loop.add(() -> left(call));

	private final ConnectionQueues queues;

	private final WakeUpTimer timer;

	private int toldWaiting;

	private int toldInFlight;

	/**
	 * Create a rate limiter.
	 * @param limit the limits
	 * @param tokens counts the requests a second
	 * @param scheduler wakes the rate limiter; nothing blocks on it
	 * @param clock tells the time in nanoseconds, and never goes back, as the wall clock
	 * may
	 * @param maxPause how long a Retry-After is obeyed at most
	 * @param listeners are told what the rate limiter does
	 */
	public QueueingRateLimiter(RateLimit limit, TokenBucket tokens, Scheduler scheduler, LongSupplier clock,
			Duration maxPause, List<RateLimiterListener> listeners) {
		this.limit = limit;
		this.clock = clock;
		this.token = new NextToken(tokens, clock, this.loop);
		this.queues = new ConnectionQueues(limit.maxInFlight());
		this.listeners = new RateLimiterListeners(listeners);
		this.feedback = new RateFeedback(new AdaptiveRate(limit.requestsPerSecond(), maxPause),
				new WaitLimit(limit.maxWait()), this.listeners, clock);
		this.timer = new WakeUpTimer(scheduler, () -> this.loop.add(this::woken));
	}

	@Override
	public Mono<Permit> acquire(BiginCall<?> call) {
		return Mono.fromDirect((subscriber) -> subscriber
			.onSubscribe(new PendingCall(call, connection(call), subscriber, this.enter, this.leave)));
	}

	private static String connection(BiginCall<?> call) {
		if (call.target() == CallTarget.CONTROL) {
			return CONTROL_PLANE;
		}
		return (call.connectionId() != null) ? call.connectionId() : DEFAULT_CONNECTION;
	}

	private void entered(PendingCall call) {
		if (!call.isWaiting() || isNobodyWaiting() && goesAtOnce(call)) {
			return;
		}
		long now = now();
		call.setPausedBefore(this.feedback.pausedBy(now));
		this.queues.add(call, now);
		if (isFull(call)) {
			// unless it, or one before it, can go at once
			admit();
			if (isFull(call)) {
				refuse(call, this.limit.maxQueue()
						+ " calls wait already for their turn within the service's limits (bigin.rate-limit.max-queue)");
			}
		}
	}

	private boolean isNobodyWaiting() {
		return this.queues.waiting() == 0;
	}

	// what nearly every call takes: it never stands in a queue
	private boolean goesAtOnce(PendingCall call) {
		long now = now();
		if (!this.queues.isFree(call.connection()) || this.feedback.nextAt(now) > now || !this.token.take(now)) {
			return false;
		}
		call.lineUp(0, now);
		start(call, now);
		return true;
	}

	private boolean isFull(PendingCall call) {
		// while a token is on its way, one call is about to go
		int most = this.token.isAskedFor() ? this.limit.maxQueue() + 1 : this.limit.maxQueue();
		return this.queues.waiting(call.rank()) > most;
	}

	private void left(PendingCall call) {
		this.queues.remove(call);
	}

	private void woken() {
		this.timer.reset();
	}

	private void afterNews() {
		if (isNobodyWaiting()) {
			this.token.giveBack();
			tellLoad();
			return;
		}
		long at = admit();
		// one that was kept would let two calls go at once later
		this.token.giveBack();
		refuseOverdue();
		PendingCall oldest = this.queues.oldest();
		if (oldest != null) {
			this.timer.setTo(Math.min(at, this.feedback.waitsUntil(oldest)), now());
		}
		tellLoad();
	}

	// admits what can go, and returns when to try again
	private long admit() {
		for (PendingCall next = this.queues.next(); next != null; next = this.queues.next()) {
			long now = now();
			long at = this.feedback.nextAt(now);
			if (at > now) {
				return at;
			}
			if (now > this.feedback.waitsUntil(next)) {
				refuseOverdue(next);
			}
			else if (this.token.take(now)) {
				start(next, now);
			}
			else {
				return this.token.isAskedFor() ? WakeUpTimer.NEVER : this.token.askAgainAt();
			}
		}
		return WakeUpTimer.NEVER;
	}

	private void start(PendingCall call, long now) {
		if (!call.admit()) {
			this.queues.remove(call);
			return;
		}
		this.token.use();
		this.queues.start(call);
		boolean trial = this.feedback.isTrying();
		Permit permit = new QueuedPermit(call.connection(), this.feedback.started(now), trial, this.loop, this.queues,
				this.feedback);
		if (!this.listeners.isEmpty()) {
			Duration waited = Duration.ofNanos(now - call.since());
			this.listeners.tell((listener) -> listener.admitted(waited));
		}
		try {
			call.pass(permit);
		}
		catch (RuntimeException ex) {
			permit.abandoned();
			Operators.onErrorDropped(ex, Context.empty());
		}
	}

	private void refuseOverdue() {
		for (PendingCall oldest = this.queues.oldest(); oldest != null; oldest = this.queues.oldest()) {
			if (now() < this.feedback.waitsUntil(oldest)) {
				return;
			}
			refuseOverdue(oldest);
		}
	}

	private void refuseOverdue(PendingCall call) {
		refuse(call, "the call has waited " + this.limit.maxWait()
				+ " for its turn within the service's limits (bigin.rate-limit.max-wait), pauses after 429 not counted");
	}

	private void refuse(PendingCall call, String reason) {
		this.queues.remove(call);
		if (call.refuse(reason)) {
			this.listeners.tell(RateLimiterListener::rejected);
		}
	}

	private void tellLoad() {
		int waiting = this.queues.waiting();
		int inFlight = this.queues.inFlight();
		if (!this.listeners.isEmpty() && (waiting != this.toldWaiting || inFlight != this.toldInFlight)) {
			this.toldWaiting = waiting;
			this.toldInFlight = inFlight;
			this.listeners.tell((listener) -> listener.loadChanged(waiting, inFlight));
		}
	}

	private long now() {
		return this.clock.getAsLong();
	}

}
