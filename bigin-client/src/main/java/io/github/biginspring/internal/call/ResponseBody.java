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

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.util.Assert;

/**
 * The body of a response, left in the buffers in which it came, so that a large one is
 * parsed without being copied. It can be read until it is released, by one thread.
 *
 * @since 0.1.0
 */
public final class ResponseBody {

	// whether a small one reports a failure is looked at in any case, and takes the bytes
	private static final int SMALL = 8192;

	private final int size;

	private final int start;

	private @Nullable DataBuffer buffer;

	private byte @Nullable [] bytes;

	/**
	 * Create a body of bytes.
	 * @param bytes the bytes
	 */
	public ResponseBody(byte[] bytes) {
		this.bytes = bytes;
		this.size = bytes.length;
		this.start = 0;
	}

	/**
	 * Create a body in a buffer, which {@link #release()} releases.
	 * @param buffer the buffer
	 */
	public ResponseBody(DataBuffer buffer) {
		this.buffer = buffer;
		this.size = buffer.readableByteCount();
		this.start = buffer.readPosition();
	}

	/**
	 * Return the size.
	 * @return the number of bytes
	 */
	public int size() {
		return this.size;
	}

	/**
	 * Return the bytes, copied if need be. A parser that reads the body meanwhile goes on
	 * where it is.
	 * @return the bytes
	 */
	public byte[] bytes() {
		byte[] bytes = this.bytes;
		if (bytes == null) {
			DataBuffer buffer = this.buffer;
			Assert.state(buffer != null, "The body was released");
			bytes = new byte[this.size];
			int position = buffer.readPosition();
			buffer.readPosition(this.start).read(bytes);
			buffer.readPosition(position);
			this.bytes = bytes;
		}
		return bytes;
	}

	/**
	 * Return a parser of the body from its beginning. There may be one at a time.
	 * @param jsonMapper makes the parser
	 * @return the parser, to be closed
	 */
	public JsonParser parser(JsonMapper jsonMapper) {
		DataBuffer buffer = this.buffer;
		if (this.bytes != null || buffer == null || this.size <= SMALL) {
			return jsonMapper.createParser(bytes());
		}
		return jsonMapper.createParser(buffer.readPosition(this.start).asInputStream());
	}

	/**
	 * Release the buffer. What was copied of it can still be read.
	 */
	public void release() {
		if (this.buffer != null) {
			DataBufferUtils.release(this.buffer);
			this.buffer = null;
		}
	}

}
