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

package io.github.biginspring.internal;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * A loop that carries out changes one after another, on whichever thread brings one while
 * no other does; the others leave theirs behind and go on. Nothing ever blocks.
 */
public final class DrainLoop {

	private final AtomicInteger rounds = new AtomicInteger();

	private final Queue<Runnable> changes = new ConcurrentLinkedQueue<>();

	private final Runnable afterChanges;

	/**
	 * Create a loop with nothing to do.
	 * @param afterChanges is carried out whenever there are no changes left
	 */
	public DrainLoop(Runnable afterChanges) {
		this.afterChanges = afterChanges;
	}

	/**
	 * Carry out a change now, or leave it to the thread that is at work.
	 * @param change the change; what it fails with is dropped by Reactor's hook
	 */
	public void add(Runnable change) {
		if (tryEnter()) {
			// nobody else is here: no need to queue
			perform(change);
			leave();
			return;
		}
		this.changes.add(change);
		if (this.rounds.getAndIncrement() == 0) {
			finish();
		}
	}

	/**
	 * Become the thread at work, where there is none, for a change that is carried out
	 * without being handed over.
	 * @return whether this thread is the one; it must call {@link #leave()} in any case
	 */
	public boolean tryEnter() {
		return this.rounds.compareAndSet(0, 1);
	}

	/**
	 * Carry out what others have left behind since this thread {@linkplain #tryEnter()
	 * entered}.
	 */
	public void leave() {
		finish();
	}

	private void finish() {
		int done = 1;
		do {
			for (Runnable change = this.changes.poll(); change != null; change = this.changes.poll()) {
				perform(change);
			}
			perform(this.afterChanges);
			done = this.rounds.addAndGet(-done);
		}
		while (done != 0);
	}

	// what one change fails with must not keep the others, now or later, from their turn
	private static void perform(Runnable change) {
		try {
			change.run();
		}
		catch (Throwable ex) {
			Operators.onErrorDropped(ex, Context.empty());
		}
	}

}
