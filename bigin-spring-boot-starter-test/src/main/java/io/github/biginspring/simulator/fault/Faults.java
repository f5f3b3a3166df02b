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

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.request.ReceivedRequest;
import io.github.biginspring.simulator.request.RequestPattern;

/**
 * Tells the simulator to misbehave. Where several faults could befall a request, the one
 * that was told first does. Safe for use by several threads. <pre class="code">
 * faults.next(Fault.connectionReset());
 * faults.on("POST /Contacts").next(2, Fault.rateLimited());
 * faults.limitRate(10, Duration.ofSeconds(1));
 * </pre>
 *
 * @since 0.1.0
 */
public final class Faults {

	private final InstantSource clock;

	private final List<PlannedFault> planned = new CopyOnWriteArrayList<>();

	private volatile @Nullable TokenBucket rate;

	/**
	 * No faults at first.
	 * @param clock where the time comes from
	 */
	public Faults(InstantSource clock) {
		this.clock = clock;
	}

	/**
	 * Choose the requests that misbehave.
	 * @param pattern the pattern of the requests, such as {@code "POST /Contacts"}; see
	 * {@link RequestPattern}
	 * @return the choice, on which to say what happens
	 */
	public Target on(String pattern) {
		return on(RequestPattern.of(pattern));
	}

	/**
	 * Choose the requests that misbehave.
	 * @param condition tells which requests
	 * @return the choice, on which to say what happens
	 */
	public Target on(Predicate<ReceivedRequest> condition) {
		return new Target(this, condition);
	}

	/**
	 * Let the next request, whatever it is, misbehave.
	 * @param fault what happens
	 * @return the planned fault
	 */
	public PlannedFault next(Fault fault) {
		return on(RequestPattern.any()).next(fault);
	}

	/**
	 * Let the next requests, whatever they are, misbehave.
	 * @param count how many requests
	 * @param fault what happens
	 * @return the planned fault
	 */
	public PlannedFault next(int count, Fault fault) {
		return on(RequestPattern.any()).next(count, fault);
	}

	/**
	 * Let all requests misbehave.
	 * @param fault what happens
	 * @return the planned fault
	 */
	public PlannedFault always(Fault fault) {
		return on(RequestPattern.any()).always(fault);
	}

	/**
	 * Refuse requests above a rate with status 429 and without {@code Retry-After}. Up to
	 * {@code count} requests can come at once; then they become free evenly.
	 * @param count how many requests
	 * @param period in which time
	 */
	public void limitRate(int count, Duration period) {
		limitRate(count, period, Fault.rateLimited());
	}

	/**
	 * Refuse requests above a rate. Up to {@code count} requests can come at once; then
	 * they become free evenly.
	 * @param count how many requests
	 * @param period in which time
	 * @param fault what happens to those above
	 */
	public void limitRate(int count, Duration period, Fault fault) {
		this.rate = new TokenBucket(count, period, this.clock, fault);
	}

	/**
	 * Forget all faults, those under way and the rate limit.
	 */
	public void clear() {
		this.planned.clear();
		this.rate = null;
	}

	/**
	 * The fault that befalls a request, which counts as having happened.
	 * @param request the request
	 * @return the fault, or {@code null} where all is well
	 */
	public @Nullable Fault take(ReceivedRequest request) {
		TokenBucket bucket = this.rate;
		if (bucket != null && !bucket.take()) {
			return bucket.fault();
		}
		for (PlannedFault fault : this.planned) {
			if (fault.take(request)) {
				if (fault.isOver()) {
					this.planned.remove(fault);
				}
				return fault.fault();
			}
		}
		return null;
	}

	void remove(PlannedFault fault) {
		this.planned.remove(fault);
	}

	private PlannedFault plan(PlannedFault fault) {
		this.planned.add(fault);
		return fault;
	}

	/**
	 * Requests that are to misbehave.
	 */
	public static final class Target {

		private final Faults faults;

		private final Predicate<ReceivedRequest> condition;

		private Target(Faults faults, Predicate<ReceivedRequest> condition) {
			this.faults = faults;
			this.condition = condition;
		}

		/**
		 * Let the next of the requests misbehave.
		 * @param fault what happens
		 * @return the planned fault
		 */
		public PlannedFault next(Fault fault) {
			return next(1, fault);
		}

		/**
		 * Let the next few of the requests misbehave.
		 * @param count how many of them
		 * @param fault what happens
		 * @return the planned fault
		 */
		public PlannedFault next(int count, Fault fault) {
			return this.faults.plan(new PlannedFault(this.faults, this.condition, count, fault));
		}

		/**
		 * Let all of the requests misbehave.
		 * @param fault what happens
		 * @return the planned fault
		 */
		public PlannedFault always(Fault fault) {
			return next(Integer.MAX_VALUE, fault);
		}

		/**
		 * Let the requests misbehave while a condition holds.
		 * @param condition the condition, asked at each request
		 * @param fault what happens
		 * @return the planned fault
		 */
		public PlannedFault during(BooleanSupplier condition, Fault fault) {
			Predicate<ReceivedRequest> both = this.condition.and((request) -> condition.getAsBoolean());
			return this.faults.plan(new PlannedFault(this.faults, both, Integer.MAX_VALUE, fault));
		}

	}

}
