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

package io.github.biginspring.query.internal.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * A body as an input stream, for one thread that may wait. Only that thread ever waits:
 * the one that brings the pieces is an event loop, and takes no lock here, as it would
 * with {@link DataBufferUtils#subscriberInputStream}.
 */
final class BodyInputStream extends InputStream implements CoreSubscriber<DataBuffer> {

	private final int mostPieces;

	private final Context context;

	private final Queue<DataBuffer> pieces = new ConcurrentLinkedQueue<>();

	private volatile @Nullable Subscription subscription;

	private volatile @Nullable Thread reader;

	private volatile boolean ended;

	private volatile boolean closed;

	// written before the end
	private @Nullable Throwable failure;

	private @Nullable DataBuffer current;

	private BodyInputStream(int mostPieces, ContextView context) {
		this.mostPieces = mostPieces;
		this.context = Context.of(context);
	}

	/**
	 * Subscribe to a body.
	 * @param body the body
	 * @param mostPieces how many pieces may wait to be read
	 * @param context what the body is to see as the context of its subscriber
	 * @return the stream, which throws what the body fails with and releases what was not
	 * read when it is closed
	 */
	static BodyInputStream of(Flux<DataBuffer> body, int mostPieces, ContextView context) {
		BodyInputStream stream = new BodyInputStream(mostPieces, context);
		body.subscribe(stream);
		return stream;
	}

	@Override
	public Context currentContext() {
		return this.context;
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		if (Operators.validate(this.subscription, subscription)) {
			this.subscription = subscription;
			if (this.closed) {
				subscription.cancel();
			}
			else {
				subscription.request(this.mostPieces);
			}
		}
	}

	@Override
	public void onNext(DataBuffer piece) {
		this.pieces.add(piece);
		if (this.closed) {
			releasePieces();
		}
		wakeReader();
	}

	@Override
	public void onError(Throwable failure) {
		this.failure = failure;
		onComplete();
	}

	@Override
	public void onComplete() {
		this.ended = true;
		wakeReader();
	}

	private void wakeReader() {
		Thread waiting = this.reader;
		if (waiting != null) {
			LockSupport.unpark(waiting);
		}
	}

	@Override
	public int read() throws IOException {
		DataBuffer piece = readable();
		return (piece != null) ? piece.read() & 0xff : -1;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		Objects.checkFromIndexSize(offset, length, bytes.length);
		if (length == 0) {
			return 0;
		}
		DataBuffer piece = readable();
		if (piece == null) {
			return -1;
		}
		int count = Math.min(length, piece.readableByteCount());
		piece.read(bytes, offset, count);
		return count;
	}

	@Override
	public int available() {
		return (this.current != null) ? this.current.readableByteCount() : 0;
	}

	private @Nullable DataBuffer readable() throws IOException {
		DataBuffer piece = this.current;
		while (piece == null || piece.readableByteCount() == 0) {
			if (piece != null) {
				this.current = null;
				DataBufferUtils.release(piece);
				Objects.requireNonNull(this.subscription).request(1);
			}
			piece = next();
			if (piece == null) {
				return null;
			}
			this.current = piece;
		}
		return piece;
	}

	private @Nullable DataBuffer next() throws IOException {
		while (true) {
			// before the pieces are looked at: none comes after the end
			boolean last = this.ended;
			DataBuffer piece = this.pieces.poll();
			if (piece != null) {
				return piece;
			}
			if (this.closed) {
				throw new IOException("The stream is closed");
			}
			if (last) {
				if (this.failure != null) {
					throw Exceptions.propagate(this.failure);
				}
				return null;
			}
			await();
		}
	}

	private void await() throws IOException {
		this.reader = Thread.currentThread();
		try {
			while (this.pieces.isEmpty() && !this.ended && !this.closed) {
				LockSupport.park(this);
				if (Thread.interrupted()) {
					throw new InterruptedIOException("Interrupted while waiting for the body");
				}
			}
		}
		finally {
			this.reader = null;
		}
	}

	/**
	 * Cancel the body. Can be called while another thread reads, whose reading then
	 * fails; it has to {@linkplain #close() close} the stream nevertheless.
	 */
	void cancel() {
		this.closed = true;
		Subscription body = this.subscription;
		if (body != null) {
			body.cancel();
		}
		releasePieces();
		wakeReader();
	}

	/**
	 * Cancel what was not read. Not while another thread reads.
	 */
	@Override
	public void close() {
		cancel();
		DataBuffer piece = this.current;
		this.current = null;
		DataBufferUtils.release(piece);
	}

	// by whichever thread finds that nobody will read them
	private void releasePieces() {
		for (DataBuffer piece = this.pieces.poll(); piece != null; piece = this.pieces.poll()) {
			DataBufferUtils.release(piece);
		}
	}

}
