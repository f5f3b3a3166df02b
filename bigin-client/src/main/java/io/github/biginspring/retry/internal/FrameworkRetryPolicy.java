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

package io.github.biginspring.retry.internal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Schedulers;

import org.springframework.retry.RetryContext;
import org.springframework.retry.RetryPolicy;
import org.springframework.retry.backoff.BackOffContext;
import org.springframework.retry.backoff.BackOffInterruptedException;
import org.springframework.retry.backoff.Sleeper;
import org.springframework.retry.backoff.SleepingBackOffPolicy;
import org.springframework.retry.context.RetryContextSupport;
import org.springframework.util.backoff.BackOffExecution;

/**
 * A retry policy of Spring Framework in the shape of Spring Retry's: whether, for how
 * long and after what pauses a call is made again. It can make retries rarer, and never
 * allows one that is not safe.
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial") // never serialized
public final class FrameworkRetryPolicy implements RetryPolicy {

	private final org.springframework.core.retry.RetryPolicy policy;

	/**
	 * Create a policy.
	 * @param policy Spring Framework's
	 */
	public FrameworkRetryPolicy(org.springframework.core.retry.RetryPolicy policy) {
		this.policy = policy;
	}

	/**
	 * Return the pauses of the policy. Serves the sequences of this policy alone.
	 * @return the pauses
	 */
	public SleepingBackOffPolicy<?> backOffPolicy() {
		return new Pauses((millis) -> {
		});
	}

	@Override
	public RetryContext open(@Nullable RetryContext parent) {
		return new Attempts(parent, this.policy.getBackOff().start(), now());
	}

	@Override
	public boolean canRetry(RetryContext context) {
		Attempts attempts = (Attempts) context;
		Throwable last = attempts.getLastThrowable();
		return last == null
				|| attempts.pause != BackOffExecution.STOP && !isOver(attempts) && this.policy.shouldRetry(last);
	}

	private boolean isOver(Attempts attempts) {
		Duration timeout = this.policy.getTimeout();
		return !timeout.isZero() && attempts.nextAt - attempts.since > timeout.toNanos();
	}

	private static long now() {
		return Schedulers.parallel().now(TimeUnit.NANOSECONDS);
	}

	@Override
	public void registerThrowable(RetryContext context, @Nullable Throwable failure) {
		((Attempts) context).failed(failure);
	}

	@Override
	public void close(RetryContext context) {
	}

	/**
	 * What has come of the attempts at one call so far.
	 */
	private static final class Attempts extends RetryContextSupport implements BackOffContext {

		private final BackOffExecution execution;

		private final long since;

		// before the next attempt, in milliseconds, or STOP
		private long pause;

		// in nanoseconds
		private long nextAt;

		Attempts(@Nullable RetryContext parent, BackOffExecution execution, long since) {
			super(parent);
			this.execution = execution;
			this.since = since;
		}

		void failed(@Nullable Throwable failure) {
			registerThrowable(failure);
			if (failure != null) {
				this.pause = this.execution.nextBackOff();
				this.nextAt = now() + TimeUnit.MILLISECONDS.toNanos(this.pause);
			}
		}

	}

	private final class Pauses implements SleepingBackOffPolicy<Pauses> {

		private final Sleeper sleeper;

		Pauses(Sleeper sleeper) {
			this.sleeper = sleeper;
		}

		@Override
		public Pauses withSleeper(Sleeper sleeper) {
			return new Pauses(sleeper);
		}

		@Override
		public BackOffContext start(RetryContext context) {
			return (Attempts) context;
		}

		@Override
		public void backOff(@Nullable BackOffContext context) {
			// of a 429, which uses up no attempt, the policy is told nothing
			long pause = (context instanceof Attempts attempts && attempts.getLastThrowable() != null) ? attempts.pause
					: FrameworkRetryPolicy.this.policy.getBackOff().start().nextBackOff();
			try {
				this.sleeper.sleep(Math.max(0, pause));
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new BackOffInterruptedException("Interrupted while waiting for the next attempt", ex);
			}
		}

	}

}
