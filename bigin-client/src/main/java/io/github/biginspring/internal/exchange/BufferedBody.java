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

import java.util.Arrays;

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

/**
 * Reads a body to its end, and then what is in it. Each buffer is copied and released
 * when it comes, so that a call that is given up leaves none behind.
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
		 * @param body the body, empty where there is none
		 * @return what it holds, or {@code null} for nothing
		 */
		@Nullable T read(byte[] body);

		/**
		 * Return what reading a body fails with that is larger than it may be.
		 * @param limit how many bytes it may have
		 * @return the failure
		 */
		Throwable tooLarge(int limit);

	}

	private static final class Collector<T> implements CoreSubscriber<DataBuffer>, Subscription, Scannable {

		private static final byte[] EMPTY = new byte[0];

		private final CoreSubscriber<? super T> actual;

		private final BufferedBody<T> body;

		private Subscription upstream = Operators.emptySubscription();

		private byte[] bytes = EMPTY;

		private int length;

		private boolean done;

		Collector(CoreSubscriber<? super T> actual, BufferedBody<T> body) {
			this.actual = actual;
			this.body = body;
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
		}

		@Override
		public void onNext(DataBuffer buffer) {
			boolean fits = false;
			try {
				fits = this.done || add(buffer);
			}
			finally {
				DataBufferUtils.release(buffer);
			}
			if (!fits) {
				this.upstream.cancel();
				onError(this.body.reader.tooLarge(this.body.limit));
			}
		}

		private boolean add(DataBuffer buffer) {
			int count = buffer.readableByteCount();
			if (this.body.limit != UNLIMITED && count > this.body.limit - this.length) {
				return false;
			}
			int needed = this.length + count;
			if (needed > this.bytes.length) {
				this.bytes = Arrays.copyOf(this.bytes, capacity(needed));
			}
			buffer.read(this.bytes, this.length, count);
			this.length = needed;
			return true;
		}

		private int capacity(int needed) {
			if (this.length == 0) {
				// what a header says is taken for a hint, and never for more than may
				// come
				long most = (this.body.limit != UNLIMITED) ? this.body.limit : needed;
				return (int) Math.max(needed, Math.min(this.body.expected, most));
			}
			return (int) Math.max(needed, Math.min(2L * this.bytes.length, Integer.MAX_VALUE - 8));
		}

		@Override
		public void onError(Throwable failure) {
			if (this.done) {
				Operators.onErrorDropped(failure, currentContext());
				return;
			}
			this.done = true;
			this.actual.onError(failure);
		}

		@Override
		public void onComplete() {
			if (this.done) {
				return;
			}
			this.done = true;
			T value;
			try {
				value = this.body.reader
					.read((this.length == this.bytes.length) ? this.bytes : Arrays.copyOf(this.bytes, this.length));
			}
			catch (Throwable ex) {
				// one that is thrown past the subscriber would let it wait for ever
				this.actual.onError(ex);
				return;
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
