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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

import io.github.biginspring.internal.call.ResponseBody;

/**
 * The buffers of a body, as they come. A body that is said to be small is copied into
 * bytes of its size. Whoever takes the body, or gives it up, may do so while the next
 * buffer comes: each is released once.
 */
final class ReceivedBuffers {

	// as much as a single record takes: to keep buffers costs more than to copy them
	private static final int SMALL = 8192;

	private static final byte[] EMPTY = new byte[0];

	private final int limit;

	private final byte @Nullable [] bytes;

	private @Nullable List<DataBuffer> kept;

	private int length;

	private boolean released;

	/**
	 * Create.
	 * @param expected how many bytes the body is said to have, or less than 0 where
	 * nobody says
	 * @param limit how many bytes it may have, or {@link BufferedBody#UNLIMITED}
	 */
	ReceivedBuffers(long expected, int limit) {
		this.limit = limit;
		this.bytes = (expected > 0 && expected <= SMALL) ? new byte[(int) expected] : null;
	}

	/**
	 * Take a buffer over.
	 * @param buffer the buffer, which is released here where it is not kept
	 * @return {@code false} if the body has more bytes than it may
	 */
	synchronized boolean add(DataBuffer buffer) {
		int count = buffer.readableByteCount();
		boolean fits = this.limit == BufferedBody.UNLIMITED || count <= this.limit - this.length;
		if (this.released || !fits) {
			DataBufferUtils.release(buffer);
			return fits;
		}
		if (this.bytes != null && this.kept == null && count <= this.bytes.length - this.length) {
			buffer.read(this.bytes, this.length, count);
			DataBufferUtils.release(buffer);
		}
		else {
			keep(buffer);
		}
		this.length += count;
		return true;
	}

	private void keep(DataBuffer buffer) {
		List<DataBuffer> buffers = this.kept;
		if (buffers == null) {
			buffers = new ArrayList<>();
			if (this.bytes != null && this.length > 0) {
				// it has more than it was said to
				buffers.add(buffer.factory().wrap(Arrays.copyOf(this.bytes, this.length)));
			}
			this.kept = buffers;
		}
		buffers.add(buffer);
	}

	/**
	 * Hand the body over.
	 * @return the body, to be released; empty where it was given up before
	 */
	synchronized ResponseBody take() {
		List<DataBuffer> buffers = this.kept;
		this.kept = null;
		if (this.released || this.length == 0) {
			return new ResponseBody(EMPTY);
		}
		if (buffers != null) {
			return new ResponseBody((buffers.size() == 1) ? buffers.get(0) : buffers.get(0).factory().join(buffers));
		}
		byte[] copied = (this.bytes != null) ? this.bytes : EMPTY;
		return new ResponseBody((copied.length == this.length) ? copied : Arrays.copyOf(copied, this.length));
	}

	/**
	 * Release what is kept, and whatever comes from now on.
	 */
	synchronized void release() {
		this.released = true;
		List<DataBuffer> buffers = this.kept;
		this.kept = null;
		if (buffers != null) {
			buffers.forEach(DataBufferUtils::release);
		}
	}

}
