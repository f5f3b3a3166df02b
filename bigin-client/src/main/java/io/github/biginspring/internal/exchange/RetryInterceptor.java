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
import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.retry.RetryListener;
import org.springframework.retry.RetryPolicy;
import org.springframework.retry.backoff.BackOffPolicy;
import org.springframework.util.Assert;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginRateLimitException;
import io.github.biginspring.error.BiginShutdownException;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallLifecycle;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.retry.RetryBudget;

/**
 * Makes a call again when it has failed and may be repeated: after 429 always, because
 * nothing was carried out; after a 5xx or a broken connection only where it is idempotent
 * or never left. Within that the {@link RetryPolicy} decides whether, and the
 * {@link BackOffPolicy} how long to wait, unless the service has said so by Retry-After.
 * For some time a 429 uses up no attempt: while all calls pause, the one that tries would
 * use up its own for the others. No thread sleeps.
 * <p>
 * Each subscription counts its own attempts. Listeners are called as by Spring Retry's
 * template, on whichever thread the response came; they must not block. The callback that
 * they are given has a label, such as {@code GET /bigin/v2/{module}}, and cannot be
 * called.
 */
public final class RetryInterceptor implements ExchangeInterceptor {

	private static final Log logger = LogFactory.getLog(RetryInterceptor.class);

	private final RetryPolicy retryPolicy;

	private final BackOffPolicy backOffPolicy;

	private final Duration maxRetryAfter;

	private final Duration maxRateLimited;

	private final RetryBudget budget;

	private final List<RetryListener> listeners;

	private final OperationObserver observer;

	private final CallLifecycle lifecycle;

	/**
	 * Create an interceptor.
	 * @param retryPolicy says whether there is another attempt
	 * @param backOffPolicy says how long to wait for it; a
	 * {@link org.springframework.retry.backoff.SleepingBackOffPolicy} or
	 * {@link org.springframework.retry.backoff.NoBackOffPolicy}
	 * @param maxRetryAfter how long a Retry-After is obeyed at most
	 * @param maxRateLimited for how long a 429 uses up no attempt, from the first one of
	 * a call on
	 * @param budget bounds the repetitions of all calls together while the service fails
	 * @param listeners are told of attempts
	 * @param observer is told of repetitions
	 * @param lifecycle ends the waits when calls stop
	 * @throws io.github.biginspring.retry.UnsupportedBackOffPolicyException if the policy
	 * could only sleep
	 */
	public RetryInterceptor(RetryPolicy retryPolicy, BackOffPolicy backOffPolicy, Duration maxRetryAfter,
			Duration maxRateLimited, RetryBudget budget, List<RetryListener> listeners, OperationObserver observer,
			CallLifecycle lifecycle) {
		Assert.isTrue(!maxRetryAfter.isNegative(), "'maxRetryAfter' must not be negative");
		Assert.isTrue(!maxRateLimited.isNegative(), "'maxRateLimited' must not be negative");
		RetryPause.check(backOffPolicy);
		this.retryPolicy = retryPolicy;
		this.backOffPolicy = backOffPolicy;
		this.maxRetryAfter = maxRetryAfter;
		this.maxRateLimited = maxRateLimited;
		this.budget = budget;
		this.listeners = List.copyOf(listeners);
		this.observer = observer;
		this.lifecycle = lifecycle;
	}

	@Override
	public <T> Mono<T> intercept(BiginCall<T> call, Chain chain) {
		// everything that an attempt changes is made once for each subscription
		return new RetriedCall<>(() -> new Attempts<>(call, chain,
				new RetrySequence(call, this.retryPolicy, this.backOffPolicy, this.maxRateLimited, this.listeners)));
	}

	/**
	 * Wait for the next attempt, or fail where there is none.
	 */
	private Mono<Long> awaitNext(BiginCall<?> call, RetrySequence sequence, Throwable error) {
		sequence.failed(error);
		if (!(error instanceof BiginException failure) || !RetryRule.allows(call, failure) || !sequence.hasNext()
				|| !withinBudget(failure)) {
			return exhausted(sequence, error);
		}
		Duration pause = pause(sequence, failure);
		if (!this.lifecycle.isStopped()) {
			this.observer.retried(failure);
			if (logger.isDebugEnabled()) {
				logger.debug("Made again in " + pause.toMillis() + " ms: " + failure.getMessage());
			}
		}
		return this.lifecycle.whileWaiting(call, Mono.delay(pause), (tick) -> {
		})
			// time has passed, which a policy may go by
			.filter((tick) -> sequence.hasNext())
			.switchIfEmpty(exhausted(sequence, failure))
			.onErrorResume(BiginShutdownException.class, (stopped) -> exhausted(sequence, stopped));
	}

	private static Mono<Long> exhausted(RetrySequence sequence, Throwable failure) {
		return Mono.error(() -> {
			sequence.exhausted();
			return sequence.toTell(failure);
		});
	}

	private boolean withinBudget(BiginException failure) {
		return failure instanceof BiginRateLimitException || this.budget.take();
	}

	private Duration pause(RetrySequence sequence, BiginException failure) {
		Duration asked = failure.getErrorDetails().retryAfter();
		if (asked == null) {
			return sequence.nextPause();
		}
		return (asked.compareTo(this.maxRetryAfter) < 0) ? asked : this.maxRetryAfter;
	}

	private static BiginException rejected(BiginCall<?> call) {
		return call.notSent().message("the retry policy or a retry listener allows no attempt").toException();
	}

	private final class Attempts<T> implements RetriedCall.Sequence<T> {

		private final BiginCall<T> call;

		private final Chain chain;

		private final RetrySequence sequence;

		Attempts(BiginCall<T> call, Chain chain, RetrySequence sequence) {
			this.call = call;
			this.chain = chain;
			this.sequence = sequence;
		}

		@Override
		public @Nullable Throwable open() {
			return this.sequence.open() ? null : rejected(this.call);
		}

		@Override
		public Mono<T> attempt() {
			return this.chain.proceed(this.sequence.isOutcomeUnknown() ? this.call.repeated() : this.call);
		}

		@Override
		public void succeeded(@Nullable T result) {
			RetryInterceptor.this.budget.succeeded();
			this.sequence.succeeded(result);
		}

		@Override
		public Mono<Long> awaitNext(Throwable failure) {
			return RetryInterceptor.this.awaitNext(this.call, this.sequence, failure);
		}

		@Override
		public void close() {
			this.sequence.close();
		}

	}

}
