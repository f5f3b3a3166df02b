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
import java.io.PushbackInputStream;
import java.io.StreamCorruptedException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.zip.ZipInputStream;

import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.error.ErrorDetails;

/**
 * The one file in a ZIP file, unzipped on the way. Unzipping waits for bytes, so it has a
 * thread that may; what is not asked for is not downloaded.
 */
final class UnzippedStream {

	private static final int PIECES = 8;

	private static final int CHUNK_SIZE = 16 * 1024;

	private final BodyInputStream body;

	private final PushbackInputStream content;

	private final ZipInputStream zip;

	private final String module;

	private final byte[] chunk = new byte[CHUNK_SIZE];

	private boolean open;

	private long passed;

	private volatile boolean cancelled;

	private UnzippedStream(BodyInputStream body, String module) {
		this.body = body;
		this.content = new PushbackInputStream(body);
		this.zip = new ZipInputStream(this.content, StandardCharsets.UTF_8);
		this.module = module;
	}

	/**
	 * Unzip a file.
	 * @param zipped the ZIP file; one without a byte is an empty file
	 * @param module the module that the file is of
	 * @return the content of the file in it
	 */
	static Flux<DataBuffer> of(Flux<DataBuffer> zipped, String module) {
		return Flux
			.deferContextual(
					(context) -> new UnzippedStream(BodyInputStream.of(zipped, PIECES, context), module).buffers())
			.subscribeOn(Schedulers.boundedElastic());
	}

	private Flux<DataBuffer> buffers() {
		Callable<UnzippedStream> state = () -> this;
		return Flux.<DataBuffer, UnzippedStream>generate(state, (stream, sink) -> {
			stream.next(sink);
			return stream;
		}, UnzippedStream::close).doOnCancel(this::cancel);
	}

	private void next(SynchronousSink<DataBuffer> sink) {
		try {
			int count = read();
			if (count > 0) {
				this.passed += count;
				sink.next(DefaultDataBufferFactory.sharedInstance.wrap(Arrays.copyOf(this.chunk, count)));
			}
			else {
				sink.complete();
			}
		}
		catch (IOException | RuntimeException ex) {
			if (this.cancelled) {
				// what was cut is no failure
				sink.complete();
			}
			else {
				sink.error(failure(ex));
			}
		}
	}

	private int read() throws IOException {
		if (!this.open) {
			int first = this.content.read();
			if (first < 0) {
				// no content: there is nothing to give
				return -1;
			}
			this.content.unread(first);
			if (this.zip.getNextEntry() == null) {
				throw new StreamCorruptedException("no file in it");
			}
			this.open = true;
		}
		int count = this.zip.read(this.chunk);
		if (count <= 0 && this.zip.getNextEntry() != null) {
			throw new StreamCorruptedException("more than one file in it");
		}
		return count;
	}

	// not the message of another's exception: it can hold personal data
	private Throwable failure(Exception exception) {
		if (exception instanceof BiginException) {
			return exception;
		}
		String reason = (exception instanceof StreamCorruptedException) ? String.valueOf(exception.getMessage())
				: exception.getClass().getSimpleName();
		return new BiginUnreadableResponseException(ErrorDetails.responded(HttpMethod.GET, BulkCalls.RESULT_PATH, 200)
			.module(this.module)
			.message("the ZIP file is damaged or cut short after " + this.passed + " unzipped bytes: " + reason)
			.nextStep("Read the content of the job again.")
			.foreignCause(exception)
			.build());
	}

	// may come while another thread reads, which the content bears and the unzipping not
	private void cancel() {
		this.cancelled = true;
		this.body.cancel();
	}

	private void close() {
		try {
			this.zip.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Closing what is read from memory cannot fail", ex);
		}
	}

}
