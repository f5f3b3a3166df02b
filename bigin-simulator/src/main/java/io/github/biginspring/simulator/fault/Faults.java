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
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.clock.DurationText;
import io.github.biginspring.simulator.request.ReceivedRequest;
import io.github.biginspring.simulator.request.RequestPattern;

/**
 * Plans the faults of the simulator. If several faults match a request, the one that was
 * planned first applies. Safe for use by several threads. <pre class="code">
 * faults.next(Fault.connectionReset());
 * faults.on("POST /Contacts").next(2, Fault.rateLimited());
 * faults.limitRate(10, Duration.ofSeconds(1));
 * </pre>
 *
 * @since 0.1.0
 */
public final class Faults {

	private static final Duration MAX_LATENCY = Duration.ofHours(1);

	private final InstantSource clock;

	private final List<PlannedFault> planned = new CopyOnWriteArrayList<>();

	private final Consumer<Faults> initial;

	private volatile @Nullable TokenBucket rate;

	private volatile Duration latency = Duration.ZERO;

	/**
	 * No faults at first.
	 * @param clock where the time comes from
	 */
	public Faults(InstantSource clock) {
		this(clock, (faults) -> {
		});
	}

	/**
	 * Some faults at first, and again after each {@link #reset()}.
	 * @param clock where the time comes from
	 * @param initial plans them
	 */
	public Faults(InstantSource clock, Consumer<Faults> initial) {
		this.clock = clock;
		this.initial = initial;
		initial.accept(this);
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
	 * Refuse requests above a rate with status 429 and without {@code Retry-After}.
	 * @param rate how many requests in which time, such as {@code 10/s}, {@code 100/m} or
	 * {@code 1000/10m}
	 * @throws IllegalArgumentException if the text is of another form
	 */
	public void limitRate(String rate) {
		int slash = rate.indexOf('/');
		String period = rate.substring(slash + 1).trim();
		try {
			int count = Integer.parseInt(rate.substring(0, Math.max(0, slash)).trim());
			limitRate(count, DurationText.parse(Character.isDigit(period.charAt(0)) ? period : "1" + period));
		}
		catch (IllegalArgumentException | StringIndexOutOfBoundsException ex) {
			throw new IllegalArgumentException(
					"'" + rate + "' is no rate: write requests and time like 10/s, 100/m or 1000/10m", ex);
		}
	}

	/**
	 * Delay all responses, including those with other faults.
	 * @param latency how late, {@link Duration#ZERO} for at once
	 * @throws IllegalArgumentException if it is negative, or more than an hour
	 */
	public void latency(Duration latency) {
		if (latency == null || latency.isNegative() || latency.compareTo(MAX_LATENCY) > 0) {
			throw new IllegalArgumentException(
					"Responses cannot be late by " + latency + ": give a duration from PT0S to " + MAX_LATENCY);
		}
		this.latency = latency;
	}

	/**
	 * Forget all faults, those under way, the rate limit and the latency.
	 */
	public void clear() {
		this.planned.clear();
		this.rate = null;
		this.latency = Duration.ZERO;
	}

	/**
	 * Go back to the faults of the beginning.
	 */
	public void reset() {
		clear();
		this.initial.accept(this);
	}

	/**
	 * The faults that are still to come.
	 * @return the planned faults, in the order in which they were told
	 */
	public List<PlannedFault> planned() {
		return List.copyOf(this.planned);
	}

	/**
	 * The rate above which requests are refused.
	 * @return the rate, such as {@code 10 in PT1S}, or {@code null} where there is none
	 */
	public @Nullable String rateLimit() {
		TokenBucket bucket = this.rate;
		return (bucket != null) ? bucket.toString() : null;
	}

	/**
	 * How late all responses come.
	 * @return the latency, {@link Duration#ZERO} for at once
	 */
	public Duration latency() {
		return this.latency;
	}

	/**
	 * The fault that applies to a request, which is then used up.
	 * @param request the request
	 * @return the fault, or {@code null} where all is well
	 */
	public @Nullable Fault take(ReceivedRequest request) {
		Fault fault = befalling(request);
		Duration late = this.latency;
		if (late.isZero()) {
			return fault;
		}
		return (fault != null) ? fault.delayed(fault.delay().plus(late)) : Fault.latency(late);
	}

	private @Nullable Fault befalling(ReceivedRequest request) {
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
