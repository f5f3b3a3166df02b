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

import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

import io.github.biginspring.internal.DrainLoop;
import io.github.biginspring.limit.TokenBucket;

/**
 * The token that the next call needs: not there, asked for, or there. Changed by one
 * thread at a time; a source may respond on any.
 */
final class NextToken {

	private static final long SOURCE_FAILED_NANOS = Duration.ofSeconds(1).toNanos();

	private final TokenBucket source;

	private final LongSupplier clock;

	private final DrainLoop loop;

	private final LongConsumer response = this::responded;

	private boolean askedFor;

	private boolean there;

	private long askAgainAt = Long.MIN_VALUE;

	// set while the source is asked, so that a response at once needs no round of its own
	private @Nullable Thread askingThread;

	/**
	 * Create with no token.
	 * @param source gives tokens
	 * @param clock tells the time in nanoseconds
	 * @param loop takes the responses of other threads
	 */
	NextToken(TokenBucket source, LongSupplier clock, DrainLoop loop) {
		this.source = source;
		this.clock = clock;
		this.loop = loop;
	}

	/**
	 * Ask for the token where that is due.
	 * @param now the time in nanoseconds
	 * @return whether it is there
	 */
	boolean take(long now) {
		if (!this.there && !this.askedFor && now >= this.askAgainAt) {
			this.askedFor = true;
			this.askingThread = Thread.currentThread();
			try {
				this.source.take(this.response);
			}
			catch (RuntimeException ex) {
				arrived(SOURCE_FAILED_NANOS);
				Operators.onErrorDropped(ex, Context.empty());
			}
			finally {
				this.askingThread = null;
			}
		}
		return this.there;
	}

	private void responded(long wait) {
		if (this.askingThread == Thread.currentThread()) {
			arrived(wait);
		}
		else {
			this.loop.add(() -> arrived(wait));
		}
	}

	private void arrived(long wait) {
		this.askedFor = false;
		if (wait == 0) {
			this.there = true;
		}
		else {
			this.askAgainAt = this.clock.getAsLong() + wait;
		}
	}

	boolean isAskedFor() {
		return this.askedFor;
	}

	/**
	 * Return when a token can be had at the earliest.
	 * @return the time in nanoseconds
	 */
	long askAgainAt() {
		return this.askAgainAt;
	}

	void use() {
		this.there = false;
	}

	void giveBack() {
		if (this.there) {
			this.there = false;
			this.source.giveBack();
		}
	}

}
