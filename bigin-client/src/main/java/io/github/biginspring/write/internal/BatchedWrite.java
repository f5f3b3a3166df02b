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
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import io.github.biginspring.error.BiginAuthenticationException;
import io.github.biginspring.error.BiginCreditLimitException;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.error.BiginNotFoundException;
import io.github.biginspring.error.BiginPermissionException;
import io.github.biginspring.error.BiginScopeException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.error.ErrorDetailsBuilder;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.PacedFlux;
import io.github.biginspring.internal.call.Turns;
import io.github.biginspring.write.WriteResult;
import io.github.biginspring.write.WriteResults;
import io.github.biginspring.write.internal.WriteVerb.Entry;

/**
 * Writes the records of a stream for one subscriber.
 */
final class BatchedWrite<T, C> {

	private final CallExchange exchange;

	private final OperationObserver observer;

	private final WriteVerb<T, C> verb;

	private final BatchSettings settings;

	private final Sinks.Empty<Void> stop = Sinks.empty();

	/**
	 * What the results end with, of the source or of a call, whichever came first.
	 */
	private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

	/**
	 * Why no further call is made.
	 */
	private volatile @Nullable BiginException refusal;

	BatchedWrite(CallExchange exchange, OperationObserver observer, WriteVerb<T, C> verb, BatchSettings settings) {
		this.exchange = exchange;
		this.observer = observer;
		this.verb = verb;
		this.settings = settings;
	}

	Flux<WriteResult<T>> results(Publisher<? extends T> source) {
		Flux<T> records = Flux.<T>from(source).takeUntilOther(this.stop.asMono());
		// an error of the source waits until all calls have ended
		Flux<Batch<T>> batches = new BatchFlux<>(records, this.settings.size(), this.settings.window())
			.onErrorResume((ex) -> {
				this.failure.compareAndSet(null, ex);
				return Mono.empty();
			});
		return PacedFlux.of(batches, this::written)
			.flatMapIterable((results) -> results, 1)
			.concatWith(Mono.defer(this::end));
	}

	private Flux<List<WriteResult<T>>> written(Flux<Batch<T>> batches, Turns turns) {
		int calls = this.settings.concurrency();
		return this.settings.ordered() ? batches.flatMapSequential((batch) -> turns.of(write(batch)), calls, 1)
				: batches.flatMap((batch) -> turns.of(write(batch)), calls, 1);
	}

	private Mono<WriteResult<T>> end() {
		Throwable failure = this.failure.get();
		return (failure != null) ? Mono.error(failure) : Mono.empty();
	}

	/**
	 * Write the records of a batch.
	 * @param batch the batch
	 * @return a result for each, in order; never an error
	 */
	private Mono<List<WriteResult<T>>> write(Batch<T> batch) {
		Outgoing<T, C> outgoing = Outgoing.of(this.verb, batch.records(),
				(index, ex) -> unfit(batch.first() + index, ex));
		return send(outgoing.entries()).map(outgoing::merged).doOnNext(this::ended);
	}

	// the one place that every call passes when it has ended, with a result for each
	// record
	private void ended(List<WriteResult<T>> results) {
		CallOutcome.count(this.observer, this.verb.module(), results);
	}

	private Mono<List<WriteResult<T>>> send(List<Entry<T, C>> entries) {
		BiginException refusal = this.refusal;
		if (entries.isEmpty() || refusal != null) {
			return Mono.just((refusal != null) ? failed(entries, refusal) : List.of());
		}
		return Mono.defer(() -> this.exchange.exchange(this.verb.call(entries)))
			.map(WriteResults::all)
			.switchIfEmpty(Mono.error(() -> withoutResponse("there is no result").toException()))
			.onErrorResume((ex) -> Mono.just(failed(entries, asFailure(ex))));
	}

	/**
	 * Return what an error of a call says of its records, and go no further where it says
	 * something of those to come.
	 */
	private BiginException asFailure(Throwable error) {
		if (error instanceof BiginException failure) {
			if (!failure.isOutcomeUnknown() && concernsAllCalls(failure)) {
				stop(failure, failure);
			}
			return failure;
		}
		// a fault of the application's, such as in a listener: nobody knows what was sent
		BiginException failure = withoutResponse(error.getClass().getName()).cause(error).toException();
		stop(error, failure);
		return failure;
	}

	private static boolean concernsAllCalls(BiginException failure) {
		return failure instanceof BiginAuthenticationException || failure instanceof BiginScopeException
				|| failure instanceof BiginPermissionException || failure instanceof BiginNotFoundException
				|| failure instanceof BiginCreditLimitException;
	}

	private void stop(Throwable error, BiginException refusal) {
		this.refusal = refusal;
		this.failure.compareAndSet(null, error);
		// the source is cancelled, what was taken from it goes on, to be refused
		this.stop.tryEmitEmpty();
	}

	private List<WriteResult<T>> failed(List<Entry<T, C>> entries, BiginException failure) {
		return entries.stream().map((entry) -> CallOutcome.failed(entry.input(), failure)).toList();
	}

	private ErrorDetailsBuilder withoutResponse(String message) {
		return ErrorDetails.responseLost(this.verb.method(), this.verb.path()).message(message);
	}

	private BiginException unfit(long index, RuntimeException ex) {
		// only the client's own messages are known to hold no values
		String reason = (ex instanceof IllegalArgumentException && ex.getCause() == null) ? ex.getMessage()
				: "it cannot be mapped, " + ex.getClass().getName();
		return new BiginInvalidRequestException(ErrorDetails.notSent(this.verb.method(), this.verb.path())
			.message("record " + index + " of the stream, counted from 0: " + reason)
			.build());
	}

}
