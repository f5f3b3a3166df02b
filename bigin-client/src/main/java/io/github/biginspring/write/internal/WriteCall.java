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

import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.observation.Operation;
import io.github.biginspring.write.WriteResult;
import io.github.biginspring.write.WriteResult.Rejected;
import io.github.biginspring.write.WriteResult.Unknown;
import io.github.biginspring.write.WriteResult.Written;
import io.github.biginspring.write.WriteResults;

/**
 * A call that writes records, made as one operation, with one result or with many.
 *
 * @param call the call, or {@code null} where no record can be sent
 * @param merge adds the results of the records that cannot be sent
 * @param sent the records that the call carries
 */
record WriteCall<T>(CallExchange exchange, OperationObserver observer, String name, String module,
		@Nullable BiginCall<WriteResults<T>> call, UnaryOperator<List<WriteResult<T>>> merge, List<T> sent) {

	/**
	 * Make the call for its one record.
	 * @return the result, an error where the record was not written, or may not have been
	 */
	Mono<Written<T>> single() {
		return observed(results().handle((results, sink) -> {
			WriteResult<T> result = results.all().get(0);
			if (result instanceof Written<T> written) {
				sink.next(written);
			}
			else if (result instanceof Rejected<T> rejected) {
				sink.error(rejected.error());
			}
			else if (result instanceof Unknown<T> unknown) {
				sink.error(unknown.error());
			}
		}));
	}

	/**
	 * Make the call for several records.
	 * @return the results
	 */
	Mono<WriteResults<T>> all() {
		return observed(results());
	}

	private <R> Mono<R> observed(Mono<R> results) {
		return this.observer.observe(Operation.of(this.name, this.module), results);
	}

	private Mono<WriteResults<T>> results() {
		return written().doOnError(BiginException.class, (failure) -> count(
				this.merge.apply(this.sent.stream().map((input) -> CallOutcome.failed(input, failure)).toList())));
	}

	private Mono<WriteResults<T>> written() {
		return (this.call != null) ? this.exchange.exchange(this.call).map(this::complete)
				: Mono.fromSupplier(() -> complete(new WriteResults<>(List.of())));
	}

	private WriteResults<T> complete(WriteResults<T> written) {
		List<WriteResult<T>> merged = this.merge.apply(written.all());
		WriteResults<T> complete = (merged == written.all()) ? written : new WriteResults<>(merged);
		count(complete.all());
		return complete;
	}

	private void count(List<WriteResult<T>> results) {
		CallOutcome.count(this.observer, this.module, results);
	}

}
