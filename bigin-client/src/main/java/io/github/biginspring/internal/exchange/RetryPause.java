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

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.retry.RetryContext;
import org.springframework.retry.backoff.BackOffContext;
import org.springframework.retry.backoff.BackOffPolicy;
import org.springframework.retry.backoff.ExponentialBackOffPolicy;
import org.springframework.retry.backoff.ExponentialRandomBackOffPolicy;
import org.springframework.retry.backoff.FixedBackOffPolicy;
import org.springframework.retry.backoff.NoBackOffPolicy;
import org.springframework.retry.backoff.Sleeper;
import org.springframework.retry.backoff.SleepingBackOffPolicy;
import org.springframework.retry.backoff.UniformRandomBackOffPolicy;

import io.github.biginspring.retry.UnsupportedBackOffPolicyException;

/**
 * Asks a {@link BackOffPolicy} how long it would sleep, without letting it sleep. One
 * instance serves one sequence of attempts.
 */
final class RetryPause {

	private final RecordingSleeper sleeper;

	private final BackOffPolicy policy;

	private final @Nullable BackOffContext context;

	private RetryPause(RecordingSleeper sleeper, BackOffPolicy policy, RetryContext retryContext) {
		this.sleeper = sleeper;
		this.policy = policy;
		this.context = policy.start(retryContext);
	}

	static RetryPause start(BackOffPolicy policy, RetryContext retryContext) {
		RecordingSleeper sleeper = new RecordingSleeper();
		BackOffPolicy recorded = (policy instanceof SleepingBackOffPolicy<?> sleeping) ? sleeping.withSleeper(sleeper)
				: policy;
		return new RetryPause(sleeper, recorded, retryContext);
	}

	/**
	 * Whether it makes no difference when a policy is started.
	 * @param policy the policy
	 * @return {@code true} for those of Spring Retry itself
	 */
	static boolean isStartedInVain(BackOffPolicy policy) {
		Class<?> type = policy.getClass();
		return type == ExponentialRandomBackOffPolicy.class || type == ExponentialBackOffPolicy.class
				|| type == FixedBackOffPolicy.class || type == UniformRandomBackOffPolicy.class
				|| type == NoBackOffPolicy.class;
	}

	/**
	 * Refuse a policy whose pauses cannot be had without sleeping.
	 * @param policy the policy
	 */
	static void check(BackOffPolicy policy) {
		if (!(policy instanceof SleepingBackOffPolicy<?>) && !(policy instanceof NoBackOffPolicy)) {
			throw new UnsupportedBackOffPolicyException(policy.getClass());
		}
	}

	Duration next() {
		this.sleeper.millis = 0;
		this.policy.backOff(this.context);
		return Duration.ofMillis(this.sleeper.millis);
	}

	@SuppressWarnings("serial") // never serialized
	private static final class RecordingSleeper implements Sleeper {

		private long millis;

		@Override
		public void sleep(long backOffPeriod) {
			this.millis = backOffPeriod;
		}

	}

}
