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

package io.github.biginspring.write.internal;

import java.time.Duration;

import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;
import reactor.core.scheduler.Schedulers;

/**
 * Cuts a stream into batches: of so many records, or of those that came within some time
 * from the first one on. Unlike {@link Flux#bufferTimeout(int, Duration)} it asks the
 * source for no more than the batches hold that were asked for, and gives the records
 * that came before an error.
 */
final class BatchFlux<T> extends FluxOperator<T, Batch<T>> {

	private final int size;

	private final Duration window;

	BatchFlux(Flux<T> source, int size, Duration window) {
		super(source);
		this.size = size;
		this.window = window;
	}

	@Override
	public void subscribe(CoreSubscriber<? super Batch<T>> actual) {
		this.source.subscribe(new BatchSubscriber<>(actual, this.size, this.window, Schedulers.parallel()));
	}

}
