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

package io.github.biginspring.sample.live;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is to be seen on every screen.
 *
 * @param time when this was, in milliseconds since 1970
 * @param simulator whether this is the simulator with its made-up data
 * @param health whether Bigin can be reached
 * @param credits what calls have cost
 * @param limiter what the rate limiter does
 * @param log what happened last, latest first
 */
record LiveSnapshot(long time, boolean simulator, Health health, Credits credits, Limiter limiter, List<Entry> log) {

	/**
	 * Whether Bigin can be reached.
	 *
	 * @param status the status of the health indicator, such as {@code UP}
	 * @param failing whether calls fail all the same
	 * @param action what to do about it, or {@code null}
	 * @param circuitBreaker the state of the circuit breaker, or {@code null} where there
	 * is none
	 * @param latency how long the last call that succeeded took with its waits and
	 * repetitions, in milliseconds, or {@code null} where there was none
	 */
	record Health(String status, boolean failing, @Nullable String action, @Nullable String circuitBreaker,
			@Nullable Long latency) {

	}

	/**
	 * What calls have cost.
	 *
	 * @param used the credits of the last 24 hours, as far as this application knows
	 * @param limit how many there are, or {@code null} where nobody has said
	 */
	record Credits(long used, @Nullable Long limit) {

	}

	/**
	 * What the rate limiter does.
	 *
	 * @param rate how many requests a second it allows now
	 * @param waiting how many calls wait for their turn
	 * @param inFlight how many are under way
	 * @param sent how many have got their turn since the start
	 * @param refused how many were answered with 429
	 * @param paused whether all calls wait because of a 429
	 */
	record Limiter(double rate, int waiting, int inFlight, long sent, long refused, boolean paused) {

	}

	/**
	 * Something that happened.
	 *
	 * @param number tells entries apart
	 * @param time when it was, in milliseconds since 1970
	 * @param kind {@code good}, {@code warn} or {@code bad}
	 * @param text what happened
	 * @param times how often, one time after the other
	 */
	record Entry(long number, long time, String kind, String text, int times) {

	}

}
