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

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallLifecycle;
import io.github.biginspring.limit.internal.RateLimiter;

/**
 * A rate limiter of which no call waits any more once calls have stopped.
 */
public final class StoppableRateLimiter implements RateLimiter {

	private final RateLimiter delegate;

	private final CallLifecycle lifecycle;

	/**
	 * Create a rate limiter.
	 * @param delegate lets calls pass
	 * @param lifecycle tells when calls stop
	 */
	public StoppableRateLimiter(RateLimiter delegate, CallLifecycle lifecycle) {
		this.delegate = delegate;
		this.lifecycle = lifecycle;
	}

	@Override
	public Mono<Permit> acquire(BiginCall<?> call) {
		return this.lifecycle.whileWaiting(call, this.delegate.acquire(call), Permit::abandoned);
	}

	@Override
	public @Nullable Permit tryAcquire(BiginCall<?> call) {
		return this.lifecycle.isStopped() ? null : this.delegate.tryAcquire(call);
	}

}
