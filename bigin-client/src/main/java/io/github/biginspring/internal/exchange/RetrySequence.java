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
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Schedulers;

import org.springframework.retry.RetryCallback;
import org.springframework.retry.RetryContext;
import org.springframework.retry.RetryListener;
import org.springframework.retry.RetryPolicy;
import org.springframework.retry.backoff.BackOffPolicy;
import org.springframework.retry.policy.SimpleRetryPolicy;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginRateLimitException;
import io.github.biginspring.error.RequestState;
import io.github.biginspring.internal.ListenerFailures;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallEffect;

/**
 * The attempts at one call by one subscriber: calls Spring Retry's policies and listeners
 * in the order in which its own template calls them.
 */
final class RetrySequence {

	private final BiginCall<?> call;

	private final RetryPolicy policy;

	private final BackOffPolicy backOffPolicy;

	private final Duration maxRateLimited;

	private final List<RetryListener> listeners;

	// opened for the first attempt, or for the first failure where nobody can tell
	private @Nullable RetryContext opened;

	private @Nullable RetryCallback<Object, Exception> callback;

	private final ListenerFailures listenerFailures = new ListenerFailures();

	private @Nullable RetryPause pause;

	private @Nullable Throwable lastFailure;

	private @Nullable BiginException unsettled;

	private @Nullable Long rateLimitedSince;

	RetrySequence(BiginCall<?> call, RetryPolicy policy, BackOffPolicy backOffPolicy, Duration maxRateLimited,
			List<RetryListener> listeners) {
		this.call = call;
		this.policy = policy;
		this.backOffPolicy = backOffPolicy;
		this.maxRateLimited = maxRateLimited;
		this.listeners = listeners;
	}

	private RetryContext context() {
		RetryContext context = this.opened;
		if (context == null) {
			context = this.policy.open(null);
			context.setAttribute(RetryContext.NAME, this.call.toString());
			this.opened = context;
		}
		return context;
	}

	private RetryCallback<Object, Exception> callback() {
		RetryCallback<Object, Exception> label = this.callback;
		if (label == null) {
			label = new LabelledCallback(this.call.toString());
			this.callback = label;
		}
		return label;
	}

	boolean open() {
		if (isOpenedInVain()) {
			return true;
		}
		for (RetryListener listener : this.listeners) {
			if (!opens(listener)) {
				return false;
			}
		}
		begin();
		return hasNext();
	}

	// Spring Retry's own policy notes nothing before there is a failure, and takes more
	// than all else of an attempt that succeeds
	private boolean isOpenedInVain() {
		return this.listeners.isEmpty() && this.policy.getClass() == SimpleRetryPolicy.class
				&& this.policy.getMaxAttempts() > 0 && RetryPause.isStartedInVain(this.backOffPolicy);
	}

	private void begin() {
		RetryContext context = context();
		if (!context.hasAttribute(RetryContext.MAX_ATTEMPTS)) {
			context.setAttribute(RetryContext.MAX_ATTEMPTS, this.policy.getMaxAttempts());
		}
		this.pause = RetryPause.start(this.backOffPolicy, context);
	}

	private boolean opens(RetryListener listener) {
		try {
			return listener.open(context(), callback());
		}
		catch (Throwable ex) {
			this.listenerFailures.failed(listener, ex);
			return true;
		}
	}

	private void tell(Consumer<RetryListener> news) {
		for (int i = this.listeners.size() - 1; i >= 0; i--) {
			RetryListener listener = this.listeners.get(i);
			this.listenerFailures.guard(listener, () -> news.accept(listener));
		}
	}

	void succeeded(@Nullable Object result) {
		this.lastFailure = null;
		tell((listener) -> listener.onSuccess(context(), callback(), result));
	}

	void failed(Throwable failure) {
		if (this.pause == null) {
			begin();
		}
		this.lastFailure = failure;
		if (failure instanceof BiginException exception && exception.isOutcomeUnknown()) {
			this.unsettled = exception;
		}
		if (!(failure instanceof BiginRateLimitException) || usesUpAnAttempt(failure)) {
			this.policy.registerThrowable(context(), failure);
		}
		tell((listener) -> listener.onError(context(), callback(), failure));
	}

	private boolean usesUpAnAttempt(Throwable rateLimited) {
		long now = Schedulers.parallel().now(TimeUnit.NANOSECONDS);
		if (this.rateLimitedSince == null) {
			this.rateLimitedSince = now;
		}
		return Duration.ofNanos(now - this.rateLimitedSince).compareTo(this.maxRateLimited) >= 0
				|| !isRepeatedAtAll(rateLimited);
	}

	// a policy that would not make a single further attempt has the last word
	private boolean isRepeatedAtAll(Throwable rateLimited) {
		RetryContext asked = this.policy.open(null);
		try {
			this.policy.registerThrowable(asked, rateLimited);
			return this.policy.canRetry(asked);
		}
		finally {
			this.policy.close(asked);
		}
	}

	boolean hasNext() {
		return this.policy.canRetry(context()) && !context().isExhaustedOnly();
	}

	/**
	 * Whether one of the attempts so far may have been carried out.
	 * @return {@code true} if so
	 */
	boolean isOutcomeUnknown() {
		return this.unsettled != null;
	}

	/**
	 * Return the failure that the caller receives. Where an earlier attempt may have
	 * changed something, no failure of a later one settles that: whatever this one was
	 * refused for, that one may have been carried out. Of a call that changes nothing the
	 * last failure is reported, unless it was not sent, or refused for its rate alone.
	 * @param failure what the last attempt failed with
	 * @return that, or what an earlier attempt failed with
	 */
	Throwable toTell(Throwable failure) {
		BiginException open = this.unsettled;
		if (open == null || open == failure || !leavesEarlierOnesOpen(failure)) {
			return failure;
		}
		open.addSuppressed(failure);
		return open;
	}

	private boolean leavesEarlierOnesOpen(Throwable failure) {
		return this.call.effect() != CallEffect.READ || failure instanceof BiginRateLimitException
				|| failure instanceof BiginException last
						&& last.getErrorDetails().requestState() == RequestState.NOT_SENT;
	}

	Duration nextPause() {
		return (this.pause != null) ? this.pause.next() : Duration.ZERO;
	}

	void exhausted() {
		context().setAttribute(RetryContext.EXHAUSTED, true);
	}

	void close() {
		RetryContext context = this.opened;
		if (context == null) {
			// there is no listener either
			return;
		}
		this.policy.close(context);
		context.setAttribute(RetryContext.CLOSED, true);
		tell((listener) -> listener.close(context(), callback(), this.lastFailure));
	}

	private record LabelledCallback(String label) implements RetryCallback<Object, Exception> {

		@Override
		public Object doWithRetry(RetryContext context) {
			throw new IllegalStateException("The call is made by Reactor and not by this callback");
		}

		@Override
		public String getLabel() {
			return this.label;
		}

	}

}
