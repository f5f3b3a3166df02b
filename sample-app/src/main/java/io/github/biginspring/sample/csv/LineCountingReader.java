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

package io.github.biginspring.sample.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

import org.jspecify.annotations.Nullable;

/**
 * Decodes text, without a byte order mark, and knows on which line the bytes are that
 * cannot be decoded. What stands before them can still be read; the readers of the JDK
 * drop it.
 */
final class LineCountingReader extends Reader {

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private final InputStream content;

	private final CharsetDecoder decoder;

	private final ByteBuffer bytes = ByteBuffer.allocate(8192).flip();

	private long line = 1;

	private char last;

	private boolean begun;

	private boolean ended;

	private @Nullable UnreadableLineException failure;

	LineCountingReader(InputStream content, Charset charset) {
		this.content = content;
		this.decoder = charset.newDecoder();
	}

	@Override
	public int read(char[] target, int offset, int length) throws IOException {
		CharBuffer text = CharBuffer.wrap(target, offset, length).slice();
		while (text.position() == 0) {
			if (this.failure != null) {
				throw this.failure;
			}
			CoderResult result = this.decoder.decode(this.bytes, text, this.ended);
			count(text);
			if (result.isError()) {
				this.failure = new UnreadableLineException(this.line,
						"from here on it is not text in " + this.decoder.charset().name());
				// without it a parser would not know that the line before has ended
				if (text.hasRemaining()) {
					text.put('\uFFFD');
				}
			}
			else if (text.position() == 0 && this.ended) {
				return -1;
			}
			else if (result.isUnderflow()) {
				fill();
			}
		}
		return text.position();
	}

	private void count(CharBuffer text) {
		if (!this.begun && text.position() > 0) {
			this.begun = true;
			if (text.get(0) == BYTE_ORDER_MARK) {
				text.flip().position(1);
				text.compact();
			}
		}
		for (int i = 0; i < text.position(); i++) {
			char next = text.get(i);
			if (next == '\r' || (next == '\n' && this.last != '\r')) {
				this.line++;
			}
			this.last = next;
		}
	}

	private void fill() throws IOException {
		this.bytes.compact();
		int read = this.content.read(this.bytes.array(), this.bytes.position(), this.bytes.remaining());
		this.ended = read < 0;
		this.bytes.position(this.bytes.position() + Math.max(read, 0)).flip();
	}

	@Override
	public void close() throws IOException {
		this.content.close();
	}

}
