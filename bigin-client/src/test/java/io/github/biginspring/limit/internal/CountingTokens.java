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

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;

import io.github.biginspring.limit.TokenBucket;

/**
 * Counts the tokens that were taken and not given back.
 */
final class CountingTokens implements TokenBucket {

	private final TokenBucket delegate;

	private final AtomicInteger taken = new AtomicInteger();

	CountingTokens(TokenBucket delegate) {
		this.delegate = delegate;
	}

	@Override
	public void take(LongConsumer response) {
		this.delegate.take((wait) -> {
			if (wait == 0) {
				this.taken.incrementAndGet();
			}
			response.accept(wait);
		});
	}

	@Override
	public void giveBack() {
		this.taken.decrementAndGet();
		this.delegate.giveBack();
	}

	int taken() {
		return this.taken.get();
	}

}
