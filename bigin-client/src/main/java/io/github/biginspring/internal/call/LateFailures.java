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

package io.github.biginspring.internal.call;

import java.util.function.Consumer;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

import io.github.biginspring.error.BiginException;

/**
 * What an operation or a call fails with when nobody waits for it any more, because it
 * was cancelled, has timed out, or has failed already: that is no news, and no error in
 * the log. Reactor logs every failure as an error that comes too late; this takes its
 * place. What a call fails with is known by its type, so that it need not be known when
 * an operator has stopped waiting for it. Anything else is left to whatever takes such
 * failures around the operation, or to Reactor.
 *
 * @since 0.1.0
 */
public final class LateFailures implements Consumer<Throwable> {

	private static final Log logger = LogFactory.getLog(LateFailures.class);

	// where Reactor looks for what takes such failures, before it logs them
	private static final String HOOK = "reactor.onErrorDropped.local";

	private final ContextView around;

	private volatile boolean givenUp;

	/**
	 * Create what takes late failures.
	 * @param around the context around the operation or the call
	 */
	public LateFailures(ContextView around) {
		this.around = around;
	}

	/**
	 * Take the late failures of the calls of an operation.
	 * @param context the context around the operation
	 * @return the context of the operation
	 */
	public static Context taken(Context context) {
		return context.put(HOOK, new LateFailures(context));
	}

	/**
	 * Notice that a call is given up.
	 * @param call the call
	 * @param <T> what its response is read as
	 * @return the same call
	 */
	public <T> Mono<T> watch(Mono<T> call) {
		return call.doOnCancel(this::giveUp);
	}

	/**
	 * Take it that the call is given up.
	 */
	public void giveUp() {
		this.givenUp = true;
	}

	/**
	 * Take the late failures of a call, of whatever type once it is given up.
	 * @param call the call
	 * @param <T> what its response is read as
	 * @return the same call
	 */
	public <T> Mono<T> takeFrom(Mono<T> call) {
		return watch(call).contextWrite(this::takeFrom);
	}

	/**
	 * Take the late failures of a call.
	 * @param context the context around the call
	 * @return the context of the call
	 */
	public Context takeFrom(Context context) {
		return context.put(HOOK, this);
	}

	@Override
	public void accept(Throwable failure) {
		if (!this.givenUp && !(failure instanceof BiginException)) {
			Operators.onErrorDropped(failure, Context.of(this.around));
		}
		else if (logger.isDebugEnabled()) {
			logger.debug("A call has failed after it was given up: " + failure.getClass().getName());
		}
	}

}
