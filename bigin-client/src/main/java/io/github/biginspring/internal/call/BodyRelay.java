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

import java.util.concurrent.atomic.AtomicBoolean;

import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

import io.github.biginspring.error.BiginUnreadableResponseException;

/**
 * Passes the body of a response on to a subscriber, as it asks for it, while the call is
 * still under way. Up to the first buffer a failure is one of the call, which may be made
 * again; after it there is no way back, and the failure says so.
 */
final class BodyRelay implements StreamedResponseReader<Void> {

	private final BiginCall<?> call;

	private final FluxSink<DataBuffer> sink;

	// keeps what was asked for before there is a body to ask
	private final Operators.DeferredSubscription demand = new Operators.DeferredSubscription();

	private BodyRelay(BiginCall<?> call, FluxSink<DataBuffer> sink) {
		this.call = call;
		this.sink = sink;
	}

	static Flux<DataBuffer> stream(CallExchange exchange, BiginCall<?> call) {
		return Flux.<DataBuffer>create((sink) -> {
			BodyRelay relay = new BodyRelay(call, sink);
			sink.onRequest(relay.demand::request);
			sink.onDispose(exchange.exchange(call.streamed(relay)).subscribe((nothing) -> {
			}, sink::error, sink::complete, Context.of(sink.contextView())));
		}).doOnDiscard(DataBuffer.class, DataBufferUtils::release);
	}

	@Override
	public Mono<Void> read(StreamedResponse response) {
		return Mono.create((done) -> {
			Passage passage = new Passage(response.status(), done);
			done.onDispose(passage);
			response.content().subscribe(passage);
		});
	}

	private final class Passage extends BaseSubscriber<DataBuffer> {

		private final int status;

		private final MonoSink<Void> done;

		private boolean begun;

		private long bytes;

		Passage(int status, MonoSink<Void> done) {
			this.status = status;
			this.done = done;
		}

		@Override
		public Context currentContext() {
			return Context.of(this.done.contextView());
		}

		@Override
		protected void hookOnSubscribe(Subscription subscription) {
			subscription.request(1);
		}

		@Override
		protected void hookOnNext(DataBuffer buffer) {
			if (isDisposed() || BodyRelay.this.sink.isCancelled()) {
				DataBufferUtils.release(buffer);
				return;
			}
			boolean first = !this.begun;
			this.begun = true;
			this.bytes += buffer.readableByteCount();
			BodyRelay.this.sink.next(buffer);
			if (first) {
				BodyRelay.this.demand.set(new Rest(upstream()));
			}
		}

		@Override
		protected void hookOnComplete() {
			this.done.success();
		}

		@Override
		protected void hookOnError(Throwable failure) {
			if (!this.begun) {
				this.done.error(failure);
				return;
			}
			Throwable cause = (failure.getCause() != null) ? failure.getCause() : failure;
			this.done.error(new BiginUnreadableResponseException(BodyRelay.this.call.responded(this.status)
				.message("its body broke off after " + this.bytes + " bytes, which were passed on: "
						+ cause.getClass().getSimpleName())
				.foreignCause(cause)
				.build()));
		}

	}

	/**
	 * What is asked for beyond the first buffer, which was there before anybody asked.
	 */
	private static final class Rest implements Subscription {

		private final Subscription upstream;

		private final AtomicBoolean firstCounted = new AtomicBoolean();

		Rest(Subscription upstream) {
			this.upstream = upstream;
		}

		@Override
		public void request(long count) {
			boolean first = this.firstCounted.compareAndSet(false, true);
			long more = (first && count != Long.MAX_VALUE) ? count - 1 : count;
			if (more > 0) {
				this.upstream.request(more);
			}
		}

		@Override
		public void cancel() {
			this.upstream.cancel();
		}

	}

}
