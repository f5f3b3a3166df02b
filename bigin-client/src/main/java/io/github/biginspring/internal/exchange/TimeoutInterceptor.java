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
import java.util.concurrent.TimeoutException;

import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginTimeoutException;
import io.github.biginspring.error.ErrorDetailsBuilder;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.InterruptibleCalls;
import io.github.biginspring.internal.call.LateFailures;

/**
 * Bounds the whole time of a call: waiting for its turn, every attempt, and the pauses
 * between them. Where a body is streamed, it bounds the time in which nothing moves, so
 * that a long body is read to its end: the time up to the first buffer, and then every
 * gap, which can last twice as long before it is noticed. A gap because the caller asks
 * for nothing is none, and has a bound of its own: as long as it lasts, the call is in
 * flight, and keeps another one from its turn.
 */
public final class TimeoutInterceptor implements ExchangeInterceptor {

	private final Duration timeout;

	private final Duration maxReaderPause;

	private final Deadlines deadlines;

	/**
	 * Create an interceptor.
	 * @param timeout how long a call may take
	 * @param maxReaderPause how long the reader of a streamed body may ask for nothing
	 */
	public TimeoutInterceptor(Duration timeout, Duration maxReaderPause) {
		Assert.isTrue(timeout.compareTo(Duration.ZERO) > 0, "'timeout' must be positive");
		Assert.isTrue(maxReaderPause.compareTo(Duration.ZERO) > 0, "'maxReaderPause' must be positive");
		this.timeout = timeout;
		this.maxReaderPause = maxReaderPause;
		this.deadlines = new Deadlines(timeout);
	}

	@Override
	public <T> Mono<T> intercept(BiginCall<T> call, Chain chain) {
		return Mono.deferContextual((around) -> {
			CallProgress progress = new CallProgress();
			LateFailures lateFailures = new LateFailures(around);
			Mono<T> bounded = call.isStreamed() ? boundedWhileSilent(call, chain, progress, lateFailures)
					: new TimedCall<>(chain.proceed(call), this.deadlines, progress, lateFailures,
							() -> timedOut(call, progress));
			InterruptibleCalls waitedFor = around.getOrDefault(InterruptibleCalls.class, null);
			return (waitedFor != null) ? waitedFor.track(call, progress::isOutcomeUnknown, bounded) : bounded;
		});
	}

	private <T> Mono<T> boundedWhileSilent(BiginCall<T> call, Chain chain, CallProgress progress,
			LateFailures lateFailures) {
		BodyProgress body = new BodyProgress();
		Mono<T> response = lateFailures.watch(chain.proceed(call))
			.contextWrite((context) -> context.put(CallProgress.class, progress).put(BodyProgress.class, body));
		return lateFailures.takeFrom(response.timeout(body.silence(this.timeout))
			.timeout(body.readerPause(this.maxReaderPause), Mono.error(() -> notRead(call)))
			.onErrorMap(TimeoutException.class, (ex) -> timedOut(call, progress)));
	}

	private BiginException notRead(BiginCall<?> call) {
		return new BiginTimeoutException(call.responseLost()
			.message("the reader has asked for nothing more of the body for " + this.maxReaderPause
					+ " (bigin.max-reader-pause)")
			.nextStep("Read faster, or raise bigin.max-reader-pause.")
			.build());
	}

	private BiginException timedOut(BiginCall<?> call, CallProgress progress) {
		ErrorDetailsBuilder failure = progress.isOutcomeUnknown() ? call.responseLost() : call.notSent();
		return new BiginTimeoutException(failure
			.message((call.isStreamed() ? "nothing moved for " : "not done within ") + this.timeout
					+ ", waits and repetitions included")
			.build());
	}

}
