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

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.retry.RetryCallback;
import org.springframework.retry.RetryContext;
import org.springframework.stereotype.Component;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginRateLimitException;
import io.github.biginspring.limit.RateLimiterListener;
import io.github.biginspring.retry.BiginRetryListener;
import io.github.biginspring.sample.Explanation;

/**
 * Keeps the last things that went wrong, and what the starter did about them, in words
 * for people. It learns of them as a listener of the retries and of the rate limiter.
 */
@Component
class CallLog implements BiginRetryListener, RateLimiterListener {

	private static final int KEPT = 12;

	private static final int ALIKE = 5;

	// answers also where a connection does not work
	private static final String CONTROL_PLANE = "/connections";

	private static final String FAILURES = CallLog.class.getName() + ".FAILURES";

	private static final String START = CallLog.class.getName() + ".START";

	private final Deque<LiveSnapshot.Entry> entries = new ArrayDeque<>();

	private final double fullRate;

	private double rate;

	private long number;

	private long refused;

	private int failuresInARow;

	private @Nullable Long latency;

	CallLog(@Value("${bigin.rate-limit.requests-per-second:10}") double fullRate) {
		this.fullRate = fullRate;
		this.rate = fullRate;
	}

	// tag::log[]
	@Override
	public <T, E extends Throwable> boolean open(RetryContext context, RetryCallback<T, E> callback) {
		context.setAttribute(START, System.nanoTime());
		return true;
	}

	@Override
	public synchronized <T, E extends Throwable> void onError(RetryContext context, RetryCallback<T, E> callback,
			Throwable failure) {
		if (failure instanceof BiginRateLimitException) {
			// the rate limiter tells what follows from it
			this.refused++;
		}
		else if (failure instanceof BiginException problem) {
			this.failuresInARow++;
			context.setAttribute(FAILURES, true);
			add("warn", Explanation.of(problem).title() + " while " + Explanation.subject(problem));
		}
	}

	@Override
	public synchronized <T, E extends Throwable> void onSuccess(RetryContext context, RetryCallback<T, E> callback,
			T result) {
		if (callback.getLabel() != null && callback.getLabel().contains(CONTROL_PLANE)) {
			return;
		}
		this.failuresInARow = 0;
		if (context.getAttribute(START) instanceof Long start) {
			this.latency = Duration.ofNanos(System.nanoTime() - start).toMillis();
		}
		if (context.hasAttribute(FAILURES)) {
			add("good", "Repeated, and done");
		}
	}

	@Override
	public synchronized <T, E extends Throwable> void close(RetryContext context, RetryCallback<T, E> callback,
			@Nullable Throwable failure) {
		// one that was cancelled after a failure is not exhausted
		if (failure instanceof BiginException problem && context.hasAttribute(RetryContext.EXHAUSTED)) {
			Explanation explanation = Explanation.of(problem);
			add("bad", "Given up " + Explanation.subject(problem) + ": " + explanation.title() + ". "
					+ explanation.advice());
		}
	}

	@Override
	public synchronized void paused(Duration pause) {
		add("warn", "429: all calls pause for " + oneDigit(pause.toMillis() / 1000.0) + "\u00a0s");
	}

	@Override
	public synchronized void rateChanged(double requestsPerSecond) {
		if (requestsPerSecond < this.rate) {
			add("warn", "Rate cut to " + oneDigit(requestsPerSecond) + " requests a second");
		}
		else if (requestsPerSecond >= this.fullRate) {
			add("good", "Rate back at " + oneDigit(requestsPerSecond) + " requests a second");
		}
		this.rate = requestsPerSecond;
	}
	// end::log[]

	/**
	 * Return what happened last.
	 * @return the entries, latest first
	 */
	synchronized List<LiveSnapshot.Entry> latest() {
		return List.copyOf(this.entries);
	}

	/**
	 * Return how many calls were answered with 429.
	 * @return the number since the start
	 */
	synchronized long refused() {
		return this.refused;
	}

	/**
	 * Whether nothing has succeeded lately.
	 * @return {@code true} after some failures without a success between them
	 */
	synchronized boolean isFailing() {
		return this.failuresInARow >= 3;
	}

	/**
	 * Return how long the last call that succeeded took.
	 * @return the milliseconds, or {@code null} where there was none
	 */
	synchronized @Nullable Long latency() {
		return this.latency;
	}

	// many calls that fail alike, among others, are one piece of news
	private void add(String kind, String text) {
		int times = 1;
		Optional<LiveSnapshot.Entry> alike = this.entries.stream()
			.limit(ALIKE)
			.filter((entry) -> entry.text().equals(text))
			.findFirst();
		if (alike.isPresent()) {
			this.entries.remove(alike.get());
			times += alike.get().times();
		}
		this.entries.addFirst(new LiveSnapshot.Entry(this.number++, Instant.now().toEpochMilli(), kind, text, times));
		while (this.entries.size() > KEPT) {
			this.entries.removeLast();
		}
	}

	private static String oneDigit(double value) {
		return String.format(Locale.ROOT, "%.1f", value);
	}

}
