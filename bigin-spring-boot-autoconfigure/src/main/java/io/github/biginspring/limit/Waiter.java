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

import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.MonoSink;

import io.github.biginspring.call.BiginCall;
import io.github.biginspring.error.BiginOverloadException;
import io.github.biginspring.error.Failure;
import io.github.biginspring.limit.RequestGate.Permit;

/**
 * A call that waits for its turn. Whoever changes its state first decides: the gate that
 * admits it, the caller that gives up, or the time that runs out.
 */
final class Waiter {

	private enum State {

		WAITING, ADMITTED, GONE

	}

	private final BiginCall<?> call;

	private final MonoSink<Permit> sink;

	private final long since;

	private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

	private volatile @Nullable Disposable timer;

	Waiter(BiginCall<?> call, MonoSink<Permit> sink, long since) {
		this.call = call;
		this.sink = sink;
		this.since = since;
	}

	BiginCall<?> call() {
		return this.call;
	}

	long since() {
		return this.since;
	}

	boolean isWaiting() {
		return this.state.get() == State.WAITING;
	}

	/**
	 * Set what ends the wait when it gets too long.
	 * @param timer the running timer
	 */
	void endBy(Disposable timer) {
		this.timer = timer;
		if (!isWaiting()) {
			timer.dispose();
		}
	}

	boolean admit() {
		return leave(State.ADMITTED);
	}

	void pass(Permit permit) {
		this.sink.success(permit);
	}

	boolean giveUp() {
		return leave(State.GONE);
	}

	boolean refuse(String reason) {
		if (!leave(State.GONE)) {
			return false;
		}
		this.sink.error(new BiginOverloadException(
				Failure.notSent(this.call.method(), this.call.pathTemplate()).message(reason).build()));
		return true;
	}

	private boolean leave(State next) {
		if (!this.state.compareAndSet(State.WAITING, next)) {
			return false;
		}
		Disposable running = this.timer;
		if (running != null) {
			running.dispose();
		}
		return true;
	}

}
