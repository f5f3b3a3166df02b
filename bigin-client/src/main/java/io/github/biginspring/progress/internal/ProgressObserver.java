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

package io.github.biginspring.progress.internal;

import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.internal.call.AdmissionListener;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.RecordOutcome;
import io.github.biginspring.observation.Operation;
import io.github.biginspring.progress.ProgressListener;
import io.github.biginspring.progress.ProgressOptions;

/**
 * Tells a {@link ProgressListener} how far all operations together have come that it
 * watches.
 *
 * @since 0.1.0
 */
public final class ProgressObserver implements OperationObserver {

	private final OperationObserver delegate;

	private final ProgressTracker tracker;

	/**
	 * Create an observer.
	 * @param delegate watches the operations too
	 * @param listener the listener to notify
	 * @param options how often, and how many records there are
	 * @param clock tells the time in nanoseconds, and never goes back
	 */
	public ProgressObserver(OperationObserver delegate, ProgressListener listener, ProgressOptions options,
			LongSupplier clock) {
		Assert.notNull(listener, "'listener' must not be null");
		Assert.notNull(options, "'options' must not be null");
		this.delegate = delegate;
		this.tracker = new ProgressTracker(listener, options, clock);
	}

	private ProgressObserver(OperationObserver delegate, ProgressTracker tracker) {
		this.delegate = delegate;
		this.tracker = tracker;
	}

	@Override
	public <T> Mono<T> observe(Operation operation, Mono<T> source) {
		return this.delegate.observe(operation, Mono.defer(() -> {
			Runnable end = this.tracker.begin();
			return source.doOnTerminate(end)
				.doOnCancel(end)
				.contextWrite((context) -> context.put(AdmissionListener.class, this.tracker));
		}));
	}

	@Override
	public <T> Flux<T> observe(Operation operation, Flux<T> source) {
		return this.delegate.observe(operation, Flux.defer(() -> {
			Runnable end = this.tracker.begin();
			return source.doOnTerminate(end)
				.doOnCancel(end)
				.contextWrite((context) -> context.put(AdmissionListener.class, this.tracker));
		}));
	}

	@Override
	public OperationObserver onOtherConnection() {
		return new ProgressObserver(this.delegate.onOtherConnection(), this.tracker);
	}

	@Override
	public void records(@Nullable String module, RecordOutcome outcome, int count) {
		this.delegate.records(module, outcome, count);
		this.tracker.records(outcome, count);
	}

	@Override
	public void retried(BiginException failure) {
		this.delegate.retried(failure);
	}

}
