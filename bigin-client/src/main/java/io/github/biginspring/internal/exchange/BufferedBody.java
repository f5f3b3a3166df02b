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

package io.github.biginspring.internal.exchange;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Scannable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

import io.github.biginspring.internal.call.ResponseBody;

/**
 * Reads a body to its end, and then what is in it. A small one, as that of a single
 * record, is copied as it comes; of a larger one the buffers are kept until it has been
 * read, or the call was given up.
 *
 * @param <T> what it is read as
 */
final class BufferedBody<T> extends Mono<T> implements Scannable {

	/**
	 * Takes a body of any size.
	 */
	static final int UNLIMITED = -1;

	private final Flux<DataBuffer> content;

	private final long expected;

	private final int limit;

	private final Reader<T> reader;

	/**
	 * Create.
	 * @param content the body
	 * @param expected how many bytes it is said to have, or less than 0 where nobody says
	 * @param limit how many bytes it may have, or {@link #UNLIMITED}
	 * @param reader reads it
	 */
	BufferedBody(Flux<DataBuffer> content, long expected, int limit, Reader<T> reader) {
		this.content = content;
		this.expected = expected;
		this.limit = limit;
		this.reader = reader;
	}

	@Override
	public void subscribe(CoreSubscriber<? super T> actual) {
		this.content.subscribe(new Collector<>(actual, this));
	}

	@Override
	@SuppressWarnings("rawtypes") // of the method that is implemented
	public @Nullable Object scanUnsafe(Attr key) {
		if (key == Attr.PARENT) {
			return this.content;
		}
		return (key == Attr.RUN_STYLE) ? Attr.RunStyle.SYNC : null;
	}

	/**
	 * Reads what is in a body.
	 *
	 * @param <T> what it is read as
	 */
	interface Reader<T> {

		/**
		 * Read the body.
		 * @param body the body, empty where there is none; it is released afterwards
		 * @return what it holds, or {@code null} for nothing
		 */
		@Nullable T read(ResponseBody body);

		/**
		 * Return what reading a body fails with that is larger than it may be.
		 * @param limit how many bytes it may have
		 * @return the failure
		 */
		Throwable tooLarge(int limit);

	}

	private static final class Collector<T> implements CoreSubscriber<DataBuffer>, Subscription, Scannable {

		private final CoreSubscriber<? super T> actual;

		private final BufferedBody<T> body;

		private Subscription upstream = Operators.emptySubscription();

		private final ReceivedBuffers buffers;

		private boolean done;

		Collector(CoreSubscriber<? super T> actual, BufferedBody<T> body) {
			this.actual = actual;
			this.body = body;
			this.buffers = new ReceivedBuffers(body.expected, body.limit);
		}

		@Override
		public Context currentContext() {
			return this.actual.currentContext();
		}

		@Override
		public void onSubscribe(Subscription subscription) {
			this.upstream = subscription;
			this.actual.onSubscribe(this);
		}

		@Override
		public void request(long count) {
			if (Operators.validate(count)) {
				this.upstream.request(Long.MAX_VALUE);
			}
		}

		@Override
		public void cancel() {
			this.upstream.cancel();
			this.buffers.release();
		}

		@Override
		public void onNext(DataBuffer buffer) {
			if (this.done) {
				DataBufferUtils.release(buffer);
			}
			else if (!this.buffers.add(buffer)) {
				this.upstream.cancel();
				onError(this.body.reader.tooLarge(this.body.limit));
			}
		}

		@Override
		public void onError(Throwable failure) {
			if (this.done) {
				Operators.onErrorDropped(failure, currentContext());
				return;
			}
			this.done = true;
			this.buffers.release();
			this.actual.onError(failure);
		}

		@Override
		public void onComplete() {
			if (this.done) {
				return;
			}
			this.done = true;
			T value;
			ResponseBody content = this.buffers.take();
			try {
				value = this.body.reader.read(content);
			}
			catch (Throwable ex) {
				// one that is thrown past the subscriber would let it wait for ever
				this.actual.onError(ex);
				return;
			}
			finally {
				content.release();
			}
			if (value != null) {
				this.actual.onNext(value);
			}
			this.actual.onComplete();
		}

		@Override
		@SuppressWarnings("rawtypes") // of the method that is implemented
		public @Nullable Object scanUnsafe(Attr key) {
			if (key == Attr.PARENT) {
				return this.upstream;
			}
			if (key == Attr.ACTUAL) {
				return this.actual;
			}
			if (key == Attr.TERMINATED) {
				return this.done;
			}
			return (key == Attr.RUN_STYLE) ? Attr.RunStyle.SYNC : null;
		}

	}

}
