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

package io.github.biginspring.internal.exchange;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

import org.springframework.retry.RetryCallback;
import org.springframework.retry.RetryContext;
import org.springframework.retry.RetryListener;
import org.springframework.retry.RetryPolicy;
import org.springframework.retry.backoff.BackOffContext;
import org.springframework.retry.backoff.BackOffInterruptedException;
import org.springframework.retry.backoff.Sleeper;
import org.springframework.retry.backoff.SleepingBackOffPolicy;

/**
 * A policy, a back-off policy and listeners that keep what they were called for.
 */
final class RecordingPolicies {

	private final List<String> events = new CopyOnWriteArrayList<>();

	List<String> events() {
		return this.events;
	}

	void event(String event) {
		this.events.add(event);
	}

	RetryPolicy policy(RetryPolicy delegate) {
		return new RecordingRetryPolicy(delegate);
	}

	SleepingBackOffPolicy<?> backOff() {
		return new RecordingBackOffPolicy((millis) -> {
		});
	}

	RetryListener listener(String name, boolean opens) {
		return new RecordingListener(name, opens);
	}

	private static String state(RetryContext context) {
		return context.getRetryCount() + (context.hasAttribute(RetryContext.CLOSED) ? " closed" : "")
				+ (context.hasAttribute(RetryContext.EXHAUSTED) ? " exhausted" : "");
	}

	@SuppressWarnings("serial") // never serialized
	private final class RecordingRetryPolicy implements RetryPolicy {

		private final RetryPolicy delegate;

		RecordingRetryPolicy(RetryPolicy delegate) {
			this.delegate = delegate;
		}

		@Override
		public boolean canRetry(RetryContext context) {
			boolean response = this.delegate.canRetry(context);
			event("canRetry " + response + " " + state(context));
			return response;
		}

		@Override
		public RetryContext open(@Nullable RetryContext parent) {
			event("policy.open");
			return this.delegate.open(parent);
		}

		@Override
		public void close(RetryContext context) {
			event("policy.close " + state(context));
			this.delegate.close(context);
		}

		@Override
		public void registerThrowable(RetryContext context, Throwable throwable) {
			this.delegate.registerThrowable(context, throwable);
			event("register " + state(context));
		}

		@Override
		public int getMaxAttempts() {
			return this.delegate.getMaxAttempts();
		}

	}

	private final class RecordingBackOffPolicy implements SleepingBackOffPolicy<RecordingBackOffPolicy> {

		private final Sleeper sleeper;

		RecordingBackOffPolicy(Sleeper sleeper) {
			this.sleeper = sleeper;
		}

		@Override
		public RecordingBackOffPolicy withSleeper(Sleeper sleeper) {
			return new RecordingBackOffPolicy(sleeper);
		}

		@Override
		public @Nullable BackOffContext start(RetryContext context) {
			event("backOff.start " + context.getAttribute(RetryContext.MAX_ATTEMPTS));
			return null;
		}

		@Override
		public void backOff(@Nullable BackOffContext context) throws BackOffInterruptedException {
			event("backOff");
			try {
				this.sleeper.sleep(10);
			}
			catch (InterruptedException ex) {
				throw new BackOffInterruptedException("never", ex);
			}
		}

	}

	private final class RecordingListener implements RetryListener {

		private final String name;

		private final boolean opens;

		RecordingListener(String name, boolean opens) {
			this.name = name;
			this.opens = opens;
		}

		@Override
		public <T, E extends Throwable> boolean open(RetryContext context, RetryCallback<T, E> callback) {
			event(this.name + ".open " + state(context) + " " + callback.getLabel());
			return this.opens;
		}

		@Override
		public <T, E extends Throwable> void close(RetryContext context, RetryCallback<T, E> callback,
				@Nullable Throwable throwable) {
			event(this.name + ".close " + state(context) + " "
					+ ((throwable != null) ? throwable.getClass().getSimpleName() : "none"));
		}

		@Override
		public <T, E extends Throwable> void onSuccess(RetryContext context, RetryCallback<T, E> callback, T result) {
			event(this.name + ".onSuccess " + state(context) + " " + result);
		}

		@Override
		public <T, E extends Throwable> void onError(RetryContext context, RetryCallback<T, E> callback,
				Throwable throwable) {
			event(this.name + ".onError " + state(context) + " " + throwable.getClass().getSimpleName());
		}

	}

}
