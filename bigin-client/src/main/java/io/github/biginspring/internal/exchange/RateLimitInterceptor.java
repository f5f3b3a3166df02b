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

import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginRateLimitException;
import io.github.biginspring.error.BiginServerException;
import io.github.biginspring.error.RequestState;
import io.github.biginspring.internal.call.AdmissionListener;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallListener;
import io.github.biginspring.internal.call.HealthProbe;
import io.github.biginspring.limit.internal.RateLimiter;
import io.github.biginspring.limit.internal.RateLimiter.Permit;

/**
 * Makes each call, and each repetition of it, when the rate limiter lets it pass. The
 * permit is held until the response was read; whether the call was let through is told
 * when its status is there.
 */
public final class RateLimitInterceptor implements ExchangeInterceptor {

	private static final Runnable NOTHING = () -> {
	};

	private final RateLimiter rateLimiter;

	/**
	 * Create an interceptor.
	 * @param rateLimiter lets them pass
	 */
	public RateLimitInterceptor(RateLimiter rateLimiter) {
		this.rateLimiter = rateLimiter;
	}

	@Override
	public <T> Mono<T> intercept(BiginCall<T> call, Chain chain) {
		return Mono.deferContextual((context) -> {
			AdmissionListener listener = context.getOrDefault(AdmissionListener.class, null);
			Runnable turn = (listener != null) ? listener.waiting() : NOTHING;
			HealthProbe probe = context.getOrDefault(HealthProbe.class, null);
			if (probe != null) {
				return limited(call.probing(), chain, turn, probe);
			}
			Permit permit = this.rateLimiter.tryAcquire(call);
			return (permit != null) ? atOnce(call, chain, turn, permit) : limited(call, chain, turn);
		});
	}

	// what nearly every call does where nobody waits
	private static <T> Mono<T> atOnce(BiginCall<T> call, Chain chain, Runnable turn, Permit permit) {
		return new Permitted(permit).around(() -> {
			turn.run();
			return permit.isTrial() ? proceed(call, chain, permit) : chain.proceed(call);
		});
	}

	private <T> Mono<T> limited(BiginCall<T> call, Chain chain, Runnable turn, HealthProbe probe) {
		probe.waits();
		return limited(call, chain, () -> {
			probe.goes();
			turn.run();
		}).doOnError(BiginRateLimitException.class, (failure) -> probe.waits());
	}

	private <T> Mono<T> limited(BiginCall<T> call, Chain chain, Runnable turn) {
		return Mono.usingWhen(this.rateLimiter.acquire(call), (permit) -> {
			turn.run();
			return permit.isTrial() ? proceed(call, chain, permit) : chain.proceed(call);
		}, (permit) -> Mono.fromRunnable(permit::succeeded),
				(permit, failure) -> Mono.fromRunnable(() -> failed(permit, failure)),
				(permit) -> Mono.fromRunnable(permit::abandoned));
	}

	private static <T> Mono<T> proceed(BiginCall<T> call, Chain chain, Permit permit) {
		return chain.proceed(call)
			.contextWrite((context) -> context.put(CallListener.class,
					new StatusListener(
							context.hasKey(CallListener.class) ? context.get(CallListener.class) : CallListener.NONE,
							(status) -> tellTrial(permit, status))));
	}

	private static void tellTrial(Permit permit, int status) {
		if (status != HttpStatus.TOO_MANY_REQUESTS.value() && status < 500) {
			permit.letThrough();
		}
	}

	private static void failed(Permit permit, Throwable failure) {
		if (failure instanceof BiginRateLimitException rateLimit && isOfAllCalls(rateLimit)) {
			permit.rateLimited(rateLimit);
		}
		else if (hasResponse(failure)) {
			permit.succeeded();
		}
		else {
			permit.abandoned();
		}
	}

	// too many bulk jobs, a 400, say nothing of other calls
	private static boolean isOfAllCalls(BiginRateLimitException failure) {
		Integer status = failure.getStatus();
		return status != null && status == HttpStatus.TOO_MANY_REQUESTS.value();
	}

	// a 404, say, was let through as well as a success; a server that fails may have
	// other reasons to let calls through
	private static boolean hasResponse(Throwable failure) {
		return failure instanceof BiginException responded && !(failure instanceof BiginServerException)
				&& responded.getErrorDetails().requestState() == RequestState.RESPONDED;
	}

	private record Permitted(Permit permit) implements Bracket {

		@Override
		public void succeeded() {
			this.permit.succeeded();
		}

		@Override
		public void failed(Throwable failure) {
			RateLimitInterceptor.failed(this.permit, failure);
		}

		@Override
		public void abandoned() {
			this.permit.abandoned();
		}

	}

}
