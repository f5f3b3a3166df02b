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
import java.io.StreamCorruptedException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpMethod;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.error.ErrorDetailsBuilder;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.RecordOutcome;
import io.github.biginspring.internal.call.UnfitRecordException;
import io.github.biginspring.internal.mapping.Misfit;
import io.github.biginspring.internal.mapping.RecordMapping;
import io.github.biginspring.query.BulkJob;

/**
 * One reading of a result. Unzipping and parsing wait for bytes, so they have a thread
 * that may; a row is read when it is asked for, and bytes are asked for when a row needs
 * them.
 */
final class RowStream<T> {

	// how many pieces of the body may wait to be read, each of some kilobytes
	private static final int PIECES = 8;

	private static final int COUNTED_AT_ONCE = 1000;

	private final BodyInputStream content;

	private final RowReader reader;

	private final RecordMapping<T> mapping;

	private final OperationObserver observer;

	private final BulkJob.@Nullable Result announced;

	private long passed;

	private int uncounted;

	private volatile boolean cancelled;

	private RowStream(BodyInputStream content, RecordMapping<T> mapping, OperationObserver observer,
			BulkJob.@Nullable Result announced) {
		this.content = content;
		this.reader = new RowReader(content);
		this.mapping = mapping;
		this.observer = observer;
		this.announced = announced;
	}

	static <T> Flux<T> of(Flux<DataBuffer> content, RecordMapping<T> mapping, OperationObserver observer,
			BulkJob.@Nullable Result announced) {
		return Flux
			.deferContextual((context) -> new RowStream<>(BodyInputStream.of(content, PIECES, context), mapping,
					observer, announced)
				.rows())
			.subscribeOn(Schedulers.boundedElastic());
	}

	private Flux<T> rows() {
		Callable<RowStream<T>> state = () -> this;
		return Flux.<T, RowStream<T>>generate(state, (stream, sink) -> {
			stream.next(sink);
			return stream;
		}, RowStream::close).doOnCancel(this::cancel);
	}

	private void next(SynchronousSink<T> sink) {
		try {
			T record = read();
			if (record != null) {
				sink.next(record);
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

	private @Nullable T read() throws IOException {
		Map<String, @Nullable Object> row = this.reader.read();
		if (row == null) {
			requireAll();
			return null;
		}
		Object id = row.get("id");
		T record = readRow(row, (id != null) ? id.toString() : null);
		this.passed++;
		if (++this.uncounted == COUNTED_AT_ONCE) {
			count();
		}
		return record;
	}

	private T readRow(Map<String, @Nullable Object> row, @Nullable String id) {
		try {
			return this.mapping.readTexts(row);
		}
		catch (JacksonException ex) {
			throw new UnfitRecordException("row " + (this.passed + 1) + ((id != null) ? ", record " + id + "," : "")
					+ " cannot be read: " + Misfit.of(ex));
		}
	}

	// a file that is cut at a row looks whole
	private void requireAll() {
		if (this.announced != null && this.announced.count() != this.passed) {
			throw new BiginUnreadableResponseException(
					details("the file holds " + this.passed + " rows of the " + this.announced.count()
							+ " that the job announced")
						.nextStep("Read the rows of the job again.")
						.build());
		}
	}

	private void count() {
		if (this.uncounted > 0) {
			this.observer.records(this.mapping.module(), RecordOutcome.READ, this.uncounted);
			this.uncounted = 0;
		}
	}

	// neither a row nor Jackson's message: both can hold personal data
	private BiginException failure(Exception exception) {
		for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
			if (cause instanceof BiginException failure) {
				return failure;
			}
			if (cause instanceof IOException broken) {
				return new BiginUnreadableResponseException(details(
						"the ZIP file is damaged or cut short after " + this.passed + " rows: " + reason(broken))
					.nextStep("Read the rows of the job again.")
					.foreignCause(broken)
					.build());
			}
		}
		return new BiginUnreadableResponseException(details((exception instanceof UnfitRecordException unfit)
				? unfit.getMessage() : "row " + (this.passed + 1) + " is not as expected")
			.nextStep("Check that the type that the rows are read as fits the module.")
			.build());
	}

	// those of our own hold nothing of the file
	private static String reason(IOException broken) {
		return (broken instanceof StreamCorruptedException) ? String.valueOf(broken.getMessage())
				: broken.getClass().getSimpleName();
	}

	private ErrorDetailsBuilder details(@Nullable String message) {
		return ErrorDetails.responded(HttpMethod.GET, BulkCalls.RESULT_PATH, 200)
			.module(this.mapping.module())
			.message(message);
	}

	// may come while another thread reads, which the content bears and the unzipping not
	private void cancel() {
		this.cancelled = true;
		this.content.cancel();
	}

	private void close() {
		count();
		try {
			this.reader.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Closing what is read from memory cannot fail", ex);
		}
	}

}
