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

package io.github.biginspring.write;

import reactor.core.publisher.Mono;

import io.github.biginspring.call.BiginCall;
import io.github.biginspring.call.CallExchange;
import io.github.biginspring.call.Operation;
import io.github.biginspring.call.OperationObserver;
import io.github.biginspring.call.RecordOutcome;
import io.github.biginspring.write.WriteResult.Refused;
import io.github.biginspring.write.WriteResult.Written;

/**
 * A call that writes records, made as one operation, with one result or with many.
 */
record WriteCall<T>(CallExchange exchange, OperationObserver observer, Operation operation,
		BiginCall<WriteResults<T>> call) {

	/**
	 * Make the call for its one record.
	 * @return the result, an error where the record was refused
	 */
	Mono<Written<T>> single() {
		return this.observer.observe(this.operation, results().handle((results, sink) -> {
			if (results.all().get(0) instanceof Refused<T> refused) {
				sink.error(refused.error());
			}
			else {
				sink.next(results.written().get(0));
			}
		}));
	}

	/**
	 * Make the call for several records.
	 * @return the results
	 */
	Mono<WriteResults<T>> all() {
		return this.observer.observe(this.operation, results());
	}

	private Mono<WriteResults<T>> results() {
		return this.exchange.exchange(this.call).doOnNext(this::count);
	}

	private void count(WriteResults<T> results) {
		int written = (int) results.all().stream().filter(WriteResult::isWritten).count();
		int refused = results.all().size() - written;
		if (written > 0) {
			this.observer.records(this.operation.module(), RecordOutcome.WRITTEN, written);
		}
		if (refused > 0) {
			this.observer.records(this.operation.module(), RecordOutcome.REFUSED, refused);
		}
	}

}
