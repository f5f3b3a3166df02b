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

package io.github.biginspring.simulator.fault;

import java.util.function.Predicate;

import io.github.biginspring.simulator.request.ReceivedRequest;
import io.github.biginspring.simulator.request.RequestPattern;

/**
 * A fault that applies to some of the following requests.
 *
 * @since 0.1.0
 */
public final class PlannedFault {

	private final Faults faults;

	private final Predicate<ReceivedRequest> condition;

	private final int times;

	private final Fault fault;

	private int happened;

	PlannedFault(Faults faults, Predicate<ReceivedRequest> condition, int times, Fault fault) {
		if (times < 1) {
			throw new IllegalArgumentException("A fault must be planned for at least one request, not " + times);
		}
		this.faults = faults;
		this.condition = condition;
		this.times = times;
		this.fault = fault;
	}

	/**
	 * How often the fault has happened.
	 * @return the number of requests that it befell
	 */
	public synchronized int happened() {
		return this.happened;
	}

	/**
	 * Let the fault not happen again.
	 */
	public void cancel() {
		this.faults.remove(this);
	}

	/**
	 * What happens.
	 * @return the fault
	 */
	public Fault fault() {
		return this.fault;
	}

	/**
	 * The requests that it applies to.
	 * @return their pattern, such as {@code POST /Contacts}, or that code chooses them
	 */
	public String requests() {
		return (this.condition instanceof RequestPattern pattern) ? pattern.toString() : "chosen by code";
	}

	/**
	 * The number of requests that it applies to in total.
	 * @return the number of requests, {@link Integer#MAX_VALUE} for all
	 */
	public int times() {
		return this.times;
	}

	synchronized boolean isOver() {
		return this.happened >= this.times;
	}

	synchronized boolean take(ReceivedRequest request) {
		if (isOver() || !this.condition.test(request)) {
			return false;
		}
		this.happened++;
		return true;
	}

}
