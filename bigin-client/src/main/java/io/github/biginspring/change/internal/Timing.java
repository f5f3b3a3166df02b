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

package io.github.biginspring.change.internal;

import java.time.InstantSource;
import java.util.function.LongSupplier;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The clocks of this machine.
 *
 * @param scheduler waits; nothing blocks on it
 * @param nanoTime measures durations
 * @param wallClock tells how old a cursor is
 */
record Timing(Scheduler scheduler, LongSupplier nanoTime, InstantSource wallClock) {

	static Timing of(InstantSource wallClock) {
		return new Timing(Schedulers.parallel(), System::nanoTime, wallClock);
	}

}
