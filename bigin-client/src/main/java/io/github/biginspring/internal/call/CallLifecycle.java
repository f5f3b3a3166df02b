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

package io.github.biginspring.internal.call;

import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginShutdownException;

/**
 * Whether calls may be made, and how many are in flight. Once it is stopped no call goes
 * any more, those that wait end at once, and those in flight are waited for. A call that
 * need not wait costs two changes of a counter.
 */
public final class CallLifecycle {

	private static final long STOPPED = 1L << 62;

	// how much is in flight, and STOPPED
	private final AtomicLong state = new AtomicLong();

	private final Set<StoppableWait<?>> waits = ConcurrentHashMap.newKeySet();

	private final Queue<Runnable> whenIdle = new ConcurrentLinkedQueue<>();

	/**
	 * Let calls go again.
	 */
	public void start() {
		this.state.updateAndGet((current) -> current & ~STOPPED);
		tellIdle();
	}

	/**
	 * Let no further call go, and end those that wait.
	 * @param idle is called when nothing is in flight any more, or calls go again
	 */
	public void stop(Runnable idle) {
		this.whenIdle.add(idle);
		this.state.updateAndGet((current) -> current | STOPPED);
		this.waits.forEach(StoppableWait::stop);
		if (this.state.get() == STOPPED) {
			tellIdle();
		}
	}

	public boolean isStopped() {
		return (this.state.get() & STOPPED) != 0;
	}

	/**
	 * Make a call, unless calls have stopped, and count it as in flight to its end.
	 * @param call the call
	 * @param exchange makes it
	 * @param <T> what the response is read as
	 * @return what the response holds, or an error
	 */
	public <T> Mono<T> inFlight(BiginCall<?> call, Mono<T> exchange) {
		return Mono.defer(() -> begin() ? counted(exchange) : Mono.error(notSent(call)));
	}

	/**
	 * Do something that consists of calls and of more, which is waited for as a whole.
	 * @param work what is done
	 * @param otherwise what is done where calls have stopped already
	 * @return the work
	 */
	public Mono<Void> inFlight(Mono<Void> work, Mono<Void> otherwise) {
		return Mono.defer(() -> begin() ? counted(work) : otherwise);
	}

	private <T> Mono<T> counted(Mono<T> work) {
		return work.doFinally((signal) -> end());
	}

	private boolean begin() {
		for (long current = this.state.get(); (current & STOPPED) == 0; current = this.state.get()) {
			if (this.state.compareAndSet(current, current + 1)) {
				return true;
			}
		}
		return false;
	}

	private void end() {
		if (this.state.decrementAndGet() == STOPPED) {
			tellIdle();
		}
	}

	private void tellIdle() {
		for (Runnable idle = this.whenIdle.poll(); idle != null; idle = this.whenIdle.poll()) {
			idle.run();
		}
	}

	/**
	 * Let a call wait for something, and fail when calls stop in the meantime.
	 * @param call the call
	 * @param wait what it waits for
	 * @param late is given what comes when the call does not wait any more
	 * @param <T> what it waits for
	 * @return the wait
	 */
	public <T> Mono<T> whileWaiting(BiginCall<?> call, Mono<T> wait, Consumer<? super T> late) {
		return new StoppableWait.Source<>(wait, this, () -> notSent(call), late);
	}

	/**
	 * Wait between calls, and end without anything when calls stop in the meantime.
	 * @param wait what is waited for
	 * @param <T> what is waited for
	 * @return the wait
	 */
	public <T> Mono<T> untilStopped(Mono<T> wait) {
		return new StoppableWait.Source<>(wait, this, null, (late) -> {
		});
	}

	/**
	 * Pause between two calls, no longer than until calls stop: the next call then says
	 * so at once, as it is not sent.
	 * @param pause how long
	 * @return signals when the next call is to be made
	 */
	public Mono<Long> pause(Duration pause) {
		return pause(pause, Schedulers.parallel());
	}

	/**
	 * Pause between two calls, no longer than until calls stop.
	 * @param pause how long
	 * @param scheduler waits
	 * @return signals when the next call is to be made
	 */
	public Mono<Long> pause(Duration pause, Scheduler scheduler) {
		return untilStopped(Mono.delay(pause, scheduler)).defaultIfEmpty(0L);
	}

	void add(StoppableWait<?> wait) {
		this.waits.add(wait);
	}

	void remove(StoppableWait<?> wait) {
		this.waits.remove(wait);
	}

	private static BiginException notSent(BiginCall<?> call) {
		return new BiginShutdownException(call.notSent().message("the application is stopping").build());
	}

}
