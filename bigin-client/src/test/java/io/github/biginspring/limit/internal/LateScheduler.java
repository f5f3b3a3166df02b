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

import java.util.Random;
import java.util.concurrent.TimeUnit;

import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/**
 * Its timers fire up to 5 ms late, as they do on a busy machine.
 */
final class LateScheduler implements Scheduler {

	private static final long LATEST = TimeUnit.MILLISECONDS.toNanos(5);

	private final Scheduler delegate;

	private final Random random;

	LateScheduler(Scheduler delegate, Random random) {
		this.delegate = delegate;
		this.random = random;
	}

	@Override
	public Disposable schedule(Runnable task) {
		return this.delegate.schedule(task);
	}

	@Override
	public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
		return this.delegate.schedule(task, unit.toNanos(delay) + this.random.nextLong(LATEST), TimeUnit.NANOSECONDS);
	}

	@Override
	public Worker createWorker() {
		return this.delegate.createWorker();
	}

}
