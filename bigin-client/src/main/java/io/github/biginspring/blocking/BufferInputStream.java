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

package io.github.biginspring.blocking;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * A download as a stream, of which one buffer is held at a time. For one thread.
 */
final class BufferInputStream extends InputStream {

	private final BlockingSubscriber<DataBuffer> buffers = new BlockingSubscriber<>(1);

	private @Nullable DataBuffer current;

	private boolean closed;

	/**
	 * Create a stream, and wait for its first buffer, so that a download that is refused
	 * fails at once.
	 * @param content the content
	 */
	BufferInputStream(Flux<DataBuffer> content) {
		CallerThread.requireMayBlock();
		this.buffers.subscribeTo(content);
		this.current = this.buffers.next();
	}

	@Override
	public int read() throws IOException {
		DataBuffer buffer = readable();
		return (buffer != null) ? buffer.read() & 0xff : -1;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		Objects.checkFromIndexSize(offset, length, bytes.length);
		if (length == 0) {
			return 0;
		}
		DataBuffer buffer = readable();
		if (buffer == null) {
			return -1;
		}
		int count = Math.min(length, buffer.readableByteCount());
		buffer.read(bytes, offset, count);
		return count;
	}

	@Override
	public int available() {
		return (this.current != null) ? this.current.readableByteCount() : 0;
	}

	private @Nullable DataBuffer readable() throws IOException {
		if (this.closed) {
			throw new IOException("The stream is closed");
		}
		DataBuffer buffer = this.current;
		while (buffer == null || buffer.readableByteCount() == 0) {
			release();
			// after a failure this fails again, so that what came is not taken for all
			buffer = this.buffers.next();
			if (buffer == null) {
				return null;
			}
			this.current = buffer;
		}
		return buffer;
	}

	private void release() {
		DataBuffer buffer = this.current;
		this.current = null;
		if (buffer != null) {
			DataBufferUtils.release(buffer);
		}
	}

	@Override
	public void close() {
		this.closed = true;
		release();
		this.buffers.cancel();
	}

}
