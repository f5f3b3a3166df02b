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

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Scheduler;
import reactor.util.context.Context;

import io.github.biginspring.internal.DrainLoop;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallTarget;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.limit.RateLimiterListener;
import io.github.biginspring.limit.RateLimiterStatus;
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

	private final boolean listenedTo;

	private final AdaptiveRate rate;

	private final RateFeedback feedback;

	private final DrainLoop loop = new DrainLoop(this::afterNews);

	private final Consumer<PendingCall> enter = this::enter;

	private final Consumer<PendingCall> leave = (call) -> this.loop.add(() -> left(call));

	private final ConnectionQueues queues;

	private final WakeUpTimer timer;

	private final NotedLoad load;

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
		this.listenedTo = !listeners.isEmpty();
		this.load = new NotedLoad(this.listeners);
		this.rate = new AdaptiveRate(limit.requestsPerSecond(), maxPause);
		this.feedback = new RateFeedback(this.rate, new WaitLimit(limit.maxWait()), this.listeners, clock);
		this.timer = new WakeUpTimer(scheduler, () -> this.loop.add(this::woken));
	}

	@Override
	public Mono<Permit> acquire(BiginCall<?> call) {
		return Mono.fromDirect((subscriber) -> subscriber
			.onSubscribe(new PendingCall(call, connection(call), subscriber, this.enter, this.leave)));
	}

	// what nearly every call does: it goes at once
	@Override
	public @Nullable Permit tryAcquire(BiginCall<?> call) {
		if (!this.loop.tryEnter()) {
			return null;
		}
		try {
			String connection = connection(call);
			long now = now();
			if (!isFree(connection, now)) {
				return null;
			}
			this.token.use();
			return permit(connection, this.queues.startAtOnce(connection), now, 0);
		}
		finally {
			this.loop.leave();
		}
	}

	private static String connection(BiginCall<?> call) {
		if (call.target() == CallTarget.CONTROL) {
			return CONTROL_PLANE;
		}
		return (call.connectionId() != null) ? call.connectionId() : DEFAULT_CONNECTION;
	}

	// goes at once, or else is left to those at work
	private void enter(PendingCall call) {
		if (!this.loop.tryEnter()) {
			this.loop.add(() -> entered(call));
			return;
		}
		Permit permit = null;
		try {
			permit = permitAtOnce(call);
			if (permit == null) {
				lineUp(call);
			}
		}
		finally {
			this.loop.leave();
		}
		if (permit != null) {
			// others need not wait until it has been sent
			pass(call, permit);
		}
	}

	// a call never stands in a queue where nobody else does
	private @Nullable Permit permitAtOnce(PendingCall call) {
		long now = now();
		if (!isFree(call.connection(), now) || !call.admit()) {
			return null;
		}
		this.token.use();
		return permit(call.connection(), this.queues.startAtOnce(call.connection()), now, 0);
	}

	private boolean isFree(String connection, long now) {
		return this.queues.isFreeForAll(connection) && this.rate.nextAt(now) <= now && this.token.take(now);
	}

	private void entered(PendingCall call) {
		Permit permit = permitAtOnce(call);
		if (permit != null) {
			pass(call, permit);
		}
		else {
			lineUp(call);
		}
	}

	private void lineUp(PendingCall call) {
		if (!call.isWaiting()) {
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
		if (this.queues.waiting() > 0) {
			goOn();
		}
		else {
			this.token.giveBack();
		}
		this.load.note(this.queues);
	}

	private void goOn() {
		long at = admit();
		// one that was kept would let two calls go at once later
		this.token.giveBack();
		refuseOverdue();
		PendingCall oldest = this.queues.oldest();
		if (oldest != null) {
			this.timer.setTo(Math.min(at, this.feedback.waitsUntil(oldest)), now());
		}
	}

	// admits what can go, and returns when to try again
	private long admit() {
		for (PendingCall next = this.queues.next(); next != null; next = this.queues.next()) {
			long now = now();
			long at = this.rate.nextAt(now);
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
		pass(call, permit(call.connection(), this.queues.start(call), now, now - call.since()));
	}

	private Permit permit(String connection, ConnectionQueue queue, long now, long waitedNanos) {
		if (this.listenedTo) {
			Duration waited = Duration.ofNanos(waitedNanos);
			this.listeners.tell((listener) -> listener.admitted(waited));
		}
		boolean trial = this.rate.isTrying();
		return new QueuedPermit(connection, queue, this.rate.started(now), trial, this.loop, this.queues,
				this.feedback);
	}

	private static void pass(PendingCall call, Permit permit) {
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

	/**
	 * Return what the rate limiter does now. May be asked by any thread, and holds up
	 * none.
	 * @return the status, perhaps from just before a change that is under way
	 */
	public RateLimiterStatus status() {
		return new RateLimiterStatus(this.limit, this.rate.rate(), this.load.waiting(), this.load.inFlight(),
				this.rate.pausedFor(now()));
	}

	private long now() {
		return this.clock.getAsLong();
	}

}
