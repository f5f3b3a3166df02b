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
import java.util.function.Function;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

import org.springframework.util.Assert;

import io.github.biginspring.internal.DuplicateCheck;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.mapping.RecordMapping;
import io.github.biginspring.observation.Operation;
import io.github.biginspring.write.RecordWriter;
import io.github.biginspring.write.WriteResult;

/**
 * {@link RecordWriter} by calls to Bigin.
 */
record BatchingRecordWriter<T>(CallExchange exchange, OperationObserver observer, WriteVerbs verbs, String module,
		Function<T, RecordMapping<T>> mapping, BatchSettings settings) implements RecordWriter<T> {

	@Override
	public RecordWriter<T> batchSize(int records) {
		return with(this.settings.withSize(records));
	}

	@Override
	public RecordWriter<T> window(Duration window) {
		Assert.notNull(window, "'window' must not be null");
		return with(this.settings.withWindow(window));
	}

	@Override
	public RecordWriter<T> concurrency(int calls) {
		return with(this.settings.withConcurrency(calls));
	}

	@Override
	public RecordWriter<T> unordered() {
		return with(this.settings.unordered());
	}

	private RecordWriter<T> with(BatchSettings settings) {
		return new BatchingRecordWriter<>(this.exchange, this.observer, this.verbs, this.module, this.mapping,
				settings);
	}

	@Override
	public Flux<WriteResult<T>> create(Publisher<? extends T> records) {
		return write(this.verbs.create(this.module, this.mapping), records);
	}

	@Override
	public Flux<WriteResult<T>> update(Publisher<? extends T> records) {
		return write(this.verbs.update(this.module, this.mapping), records);
	}

	@Override
	public Flux<WriteResult<T>> upsert(Publisher<? extends T> records, String... checkFields) {
		Assert.notNull(checkFields, "'checkFields' must not be null");
		return write(this.verbs.upsert(this.module, this.mapping, DuplicateCheck.by(checkFields)), records);
	}

	@Override
	public Flux<WriteResult<String>> delete(Publisher<String> ids) {
		return write(this.verbs.delete(this.module), ids);
	}

	private <I> Flux<WriteResult<I>> write(WriteVerb<I, ?> verb, Publisher<? extends I> source) {
		Assert.notNull(source, "The source of the records must not be null");
		// a stream lasts as long as its source, and would spoil the times of single calls
		Operation operation = Operation.of(verb.name() + ".stream", this.module);
		return new GuardedFlux<>(this.observer.observe(operation, Flux
			.defer(() -> new BatchedWrite<>(this.exchange, this.observer, verb, this.settings).results(source))));
	}

}
