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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;

import io.github.biginspring.call.BiginCall;
import io.github.biginspring.call.CallTarget;
import io.github.biginspring.error.BiginRateLimitException;

/**
 * The gate of one API key. All that it knows is changed in one loop, which one thread
 * runs at a time while the others leave their news in a queue, so nothing ever blocks. A
 * token is taken when a call is first in line and could go: one that gives up takes none
 * along.
 *
 * @since 0.1.0
 */
public final class AccountGate implements RequestGate {

	private static final String DEFAULT_CONNECTION = "";

	private static final String CONTROL = "control";

	private static final long NO_ANSWER = -1;

	private final RateLimit limit;

	private final TokenSource tokens;

	private final Scheduler scheduler;

	private final LongSupplier clock;

	private final List<GateListener> listeners;

	private final AtomicInteger working = new AtomicInteger();

	private final Queue<Runnable> news = new ConcurrentLinkedQueue<>();

	private final AtomicInteger queued = new AtomicInteger();

	private final WaitingCalls waiting = new WaitingCalls();

	private final Map<String, Integer> underWay = new HashMap<>();

	private final RatePacing pacing;

	private int allUnderWay;

	private boolean asking;

	private boolean hasToken;

	private Disposable timer = () -> {
	};

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
		this.tokens = tokens;
		this.scheduler = scheduler;
		this.clock = clock;
		this.pacing = new RatePacing(limit.requestsPerSecond(), longestPause);
		this.listeners = List.copyOf(listeners);
	}

	@Override
	public Mono<Permit> acquire(BiginCall<?> call) {
		return Mono.create((sink) -> enter(call, sink));
	}

	private void enter(BiginCall<?> call, MonoSink<Permit> sink) {
		Waiter waiter = new Waiter(call, sink, now());
		if (this.queued.incrementAndGet() > this.limit.maxQueue() + 1) {
			this.queued.decrementAndGet();
			waiter.refuse(this.limit.maxQueue()
					+ " calls wait already for their turn within the service's limits (bigin.rate-limit.max-queue)");
			this.listeners.forEach(GateListener::refused);
			return;
		}
		sink.onCancel(() -> leave(waiter, waiter.giveUp()));
		tell(() -> this.waiting.add(waiter));
		if (waiter.isWaiting()) {
			waiter.endBy(this.scheduler.schedule(() -> timeOut(waiter), this.limit.maxWait().toNanos(),
					TimeUnit.NANOSECONDS));
		}
	}

	private void timeOut(Waiter waiter) {
		boolean refused = waiter.refuse("the call has waited " + this.limit.maxWait()
				+ " for its turn within the service's limits (bigin.rate-limit.max-wait)");
		leave(waiter, refused);
		if (refused) {
			this.listeners.forEach(GateListener::refused);
		}
	}

	private void leave(Waiter waiter, boolean left) {
		if (left) {
			this.queued.decrementAndGet();
			tell(() -> this.waiting.remove(waiter));
		}
	}

	private void tell(Runnable change) {
		this.news.add(change);
		work();
	}

	private void work() {
		if (this.working.getAndIncrement() != 0) {
			return;
		}
		int rounds = 1;
		do {
			for (Runnable change = this.news.poll(); change != null; change = this.news.poll()) {
				change.run();
			}
			admit();
			giveBackWhatNobodyNeeds();
			rounds = this.working.addAndGet(-rounds);
		}
		while (rounds != 0);
	}

	private void admit() {
		for (Waiter first = first(); first != null; first = first()) {
			long now = now();
			long wait = this.pacing.waitFor(now, this.allUnderWay);
			if (wait != 0) {
				workLater(wait);
				return;
			}
			if (!takeToken(now)) {
				return;
			}
			if (first.admit()) {
				this.hasToken = false;
				this.queued.decrementAndGet();
				start(first, now);
			}
			this.waiting.remove(first);
		}
	}

	// a token that was kept would let two calls go at once later
	private void giveBackWhatNobodyNeeds() {
		if (this.hasToken) {
			this.hasToken = false;
			this.tokens.giveBack();
		}
	}

	private @Nullable Waiter first() {
		return this.waiting
			.peek((waiter) -> this.underWay.getOrDefault(key(waiter.call()), 0) < this.limit.maxInFlight());
	}

	// whether there is one; else it has been asked for, and its answer is news
	private boolean takeToken(long now) {
		if (this.hasToken) {
			return true;
		}
		if (!this.asking) {
			this.asking = true;
			this.tokens.take((wait) -> tell(() -> tokenAnswered(wait)));
		}
		return false;
	}

	private void tokenAnswered(long wait) {
		if (wait == 0) {
			this.asking = false;
			this.hasToken = true;
		}
		else {
			this.scheduler.schedule(() -> tell(() -> this.asking = false), wait, TimeUnit.NANOSECONDS);
		}
	}

	private void workLater(long wait) {
		if (wait > 0) {
			this.timer.dispose();
			this.timer = this.scheduler.schedule(this::work, wait, TimeUnit.NANOSECONDS);
		}
	}

	private void start(Waiter waiter, long now) {
		String key = key(waiter.call());
		this.underWay.merge(key, 1, Integer::sum);
		this.allUnderWay++;
		this.pacing.started(now);
		if (!this.listeners.isEmpty()) {
			Duration waited = Duration.ofNanos(now - waiter.since());
			this.listeners.forEach((listener) -> listener.admitted(waited));
		}
		waiter.pass(new AccountPermit(key, now));
	}

	private void ended(String key) {
		this.underWay.merge(key, -1, (count, less) -> (count + less > 0) ? count + less : null);
		this.allUnderWay--;
	}

	private static String key(BiginCall<?> call) {
		if (call.target() == CallTarget.CONTROL) {
			return CONTROL;
		}
		return (call.connectionId() != null) ? call.connectionId() : DEFAULT_CONNECTION;
	}

	private long now() {
		return this.clock.getAsLong();
	}

	private final class AccountPermit implements Permit {

		private final String key;

		private final long startedAt;

		AccountPermit(String key, long startedAt) {
			this.key = key;
			this.startedAt = startedAt;
		}

		@Override
		public void succeeded() {
			tell(() -> {
				ended(this.key);
				if (AccountGate.this.pacing.succeeded(this.startedAt)) {
					rateChanged();
				}
			});
		}

		@Override
		public void rateLimited(BiginRateLimitException failure) {
			tell(() -> {
				ended(this.key);
				Duration pause = AccountGate.this.pacing.rateLimited(now(), this.startedAt, failure.getRetryAfter());
				if (pause != null) {
					AccountGate.this.listeners.forEach((listener) -> listener.paused(pause));
				}
				rateChanged();
			});
		}

		@Override
		public void abandoned() {
			tell(() -> ended(this.key));
		}

		private void rateChanged() {
			double rate = AccountGate.this.pacing.rate();
			AccountGate.this.listeners.forEach((listener) -> listener.rateChanged(rate));
		}

	}

}
