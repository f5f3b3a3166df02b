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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.http.HttpMethod;

import io.github.biginspring.error.BiginRateLimitException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.limit.CallPriority;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.limit.RateLimiterListener;
import io.github.biginspring.limit.internal.RateLimiter.Permit;

/**
 * A rate limiter in virtual time, and what it did.
 */
final class VirtualRateLimiter implements RateLimiterListener {

	static final BiginCall<Void> CALL = BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/org")
		.discardResponse();

	static final BiginCall<Void> BACKGROUND_CALL = CALL.withPriority(CallPriority.BACKGROUND);

	final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	final CountingTokens tokens;

	final QueueingRateLimiter limiter;

	final List<Duration> admissions = new ArrayList<>();

	final List<Duration> pauses = new ArrayList<>();

	final List<Double> rates = new ArrayList<>();

	int refusals;

	int waiting;

	int inFlight;

	VirtualRateLimiter(RateLimit limit) {
		this(limit, null);
	}

	/**
	 * Create a rate limiter.
	 * @param limit the limits
	 * @param lateness how late timers fire, or {@code null} for none that are late
	 */
	VirtualRateLimiter(RateLimit limit, @Nullable Random lateness) {
		this.tokens = new CountingTokens(new LocalTokenBucket(limit, this::nanoTime));
		Scheduler scheduler = (lateness != null) ? new LateScheduler(this.time, lateness) : this.time;
		this.limiter = new QueueingRateLimiter(limit, this.tokens, scheduler, this::nanoTime, Duration.ofMinutes(1),
				List.of(this));
	}

	static RateLimit limit(double requestsPerSecond) {
		return RateLimit.defaults().withRequestsPerSecond(requestsPerSecond).withMaxInFlight(1000);
	}

	static BiginRateLimitException rateLimited(@Nullable Duration retryAfter) {
		return new BiginRateLimitException(
				ErrorDetails.responded(HttpMethod.GET, "/bigin/v2/org", 429).retryAfter(retryAfter).build());
	}

	Passage enter() {
		return enter(CALL);
	}

	Passage enter(BiginCall<?> call) {
		return new Passage(call);
	}

	List<Passage> enter(int count) {
		List<Passage> passages = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			passages.add(enter());
		}
		return passages;
	}

	void pass(Duration duration) {
		this.time.advanceTimeBy(duration);
	}

	Duration now() {
		return Duration.ofNanos(nanoTime());
	}

	private long nanoTime() {
		return this.time.now(TimeUnit.NANOSECONDS);
	}

	@Override
	public void admitted(Duration waited) {
		this.admissions.add(now());
	}

	@Override
	public void rejected() {
		this.refusals++;
	}

	@Override
	public void loadChanged(int waiting, int inFlight) {
		this.waiting = waiting;
		this.inFlight = inFlight;
	}

	@Override
	public void paused(Duration pause) {
		this.pauses.add(pause);
	}

	@Override
	public void rateChanged(double requestsPerSecond) {
		this.rates.add(requestsPerSecond);
	}

	/**
	 * A call that passes the rate limiter.
	 */
	final class Passage {

		final Disposable subscription;

		@Nullable Duration admittedAt;

		@Nullable Permit permit;

		@Nullable Throwable refusal;

		@Nullable Duration refusedAt;

		Passage(BiginCall<?> call) {
			this.subscription = VirtualRateLimiter.this.limiter.acquire(call).subscribe((permit) -> {
				this.permit = permit;
				this.admittedAt = now();
			}, (failure) -> {
				this.refusal = failure;
				this.refusedAt = now();
			});
		}

		boolean isAdmitted() {
			return this.permit != null;
		}

		Permit permit() {
			if (this.permit == null) {
				throw new IllegalStateException("Not admitted");
			}
			return this.permit;
		}

	}

}
