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

package io.github.biginspring.blocking;

import java.io.IOException;
import java.io.UncheckedIOException;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.netty.util.concurrent.FastThreadLocalThread;
import reactor.core.Exceptions;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

import org.springframework.util.ClassUtils;

/**
 * The thread that calls and waits: whether it may, what it brings along, and how it
 * appears in what is thrown.
 */
final class CallerThread {

	private static final boolean NETTY = ClassUtils.isPresent("io.netty.util.concurrent.FastThreadLocalThread",
			CallerThread.class.getClassLoader());

	private CallerThread() {
	}

	/**
	 * Check that the current thread may wait. One that serves many connections would stop
	 * them all, and perhaps the one that it waits for.
	 * @throws IllegalStateException if it must not
	 */
	static void requireMayBlock() {
		if (Schedulers.isInNonBlockingThread() || NETTY && NettyThread.isCurrent()) {
			throw new IllegalStateException("BiginClient waits, which thread '" + Thread.currentThread().getName()
					+ "' must not, as others depend on it. Nothing was sent. Use BiginOperations here, which"
					+ " BiginClient.reactive() returns, or call on a thread that may wait, such as by"
					+ " Mono.fromCallable(..).subscribeOn(Schedulers.boundedElastic()).");
		}
	}

	/**
	 * Return the context that the current thread's observation is found in, with or
	 * without the library for context propagation.
	 * @return the context
	 */
	static Context context() {
		Observation current = ObservationRegistry.create().getCurrentObservation();
		return (current != null) ? Context.of(ObservationThreadLocalAccessor.KEY, current) : Context.empty();
	}

	/**
	 * Return what to throw for a failure: itself where that is possible, with the current
	 * thread's stack as a suppressed exception.
	 * @param failure the failure
	 * @return the exception
	 */
	static RuntimeException thrown(Throwable failure) {
		Throwable unwrapped = Exceptions.unwrap(failure);
		unwrapped.addSuppressed(new CallerStack());
		if (unwrapped instanceof Error error) {
			throw error;
		}
		return (unwrapped instanceof IOException ex) ? new UncheckedIOException(ex) : Exceptions.propagate(unwrapped);
	}

	/**
	 * The stack of the thread that waited, as the failure itself was made on another.
	 */
	private static final class CallerStack extends Exception {

		private static final long serialVersionUID = 1L;

		CallerStack() {
			super("The call was waited for here");
		}

	}

	/**
	 * Keeps Netty's classes away from an application that does not have them.
	 */
	private static final class NettyThread {

		static boolean isCurrent() {
			return Thread.currentThread() instanceof FastThreadLocalThread thread && !thread.permitBlockingCalls();
		}

	}

}
