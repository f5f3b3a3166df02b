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

import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.stream.Stream;

import reactor.core.publisher.Flux;

import org.springframework.util.Assert;

import io.github.biginspring.write.RecordWriter;
import io.github.biginspring.write.WriteOperations;
import io.github.biginspring.write.WriteResult;

/**
 * Writes any number of records of one module, as described by {@link RecordWriter}: a
 * hundred in a call, and several calls at once. Immutable: every step returns a copy.
 *
 * <pre class="code">
 * try (Stream&lt;Contact&gt; contacts = repository.streamAll();
 *         Stream&lt;WriteResult&lt;Contact&gt;&gt; results = client.batch(Contact.class).create(contacts)) {
 *     results.forEach(this::report);
 * }
 * </pre>
 *
 * <strong>Nothing is written before the results are taken</strong>, and no more than
 * their taker keeps up with: one that takes no more has to close them, which aborts the
 * calls in flight. The records come from their source on the thread that takes the
 * results, so the source may block, and may be bound to that thread, as a query in a
 * transaction is.
 *
 * @param <T> the type of a record
 * @since 0.1.0
 */
public final class BlockingRecordWriter<T> {

	private final RecordWriter<T> writer;

	BlockingRecordWriter(RecordWriter<T> writer) {
		this.writer = writer;
	}

	/**
	 * Set the maximum number of records in a call. Without this,
	 * {@value WriteOperations#MAX_RECORDS}.
	 * @param records 1 to {@value WriteOperations#MAX_RECORDS}
	 * @return a copy
	 * @throws IllegalArgumentException if it is out of that range
	 */
	public BlockingRecordWriter<T> batchSize(int records) {
		return new BlockingRecordWriter<>(this.writer.batchSize(records));
	}

	/**
	 * Set the maximum time that a record waits for others to go with it. Without this, 1
	 * second.
	 * @param window the time, from the first record of a call on
	 * @return a copy
	 * @throws IllegalArgumentException if it is not positive
	 */
	public BlockingRecordWriter<T> window(Duration window) {
		return new BlockingRecordWriter<>(this.writer.window(window));
	}

	/**
	 * Set the maximum number of calls in flight. Without this, 4.
	 * @param calls 1 or more; with 1, records are written in their order
	 * @return a copy
	 * @throws IllegalArgumentException if it is less
	 */
	public BlockingRecordWriter<T> concurrency(int calls) {
		return new BlockingRecordWriter<>(this.writer.concurrency(calls));
	}

	/**
	 * Emit each result as soon as it is available. Without this, results come in the
	 * order of the records, and wait for those before them.
	 * @return a copy
	 */
	public BlockingRecordWriter<T> unordered() {
		return new BlockingRecordWriter<>(this.writer.unordered());
	}

	/**
	 * Create records. A call whose outcome is unknown is not repeated.
	 * @param records the records
	 * @return a result for each, as a stream to be closed
	 */
	public Stream<WriteResult<T>> create(Iterable<? extends T> records) {
		return results(this.writer.create(source(records)));
	}

	/**
	 * Create records, as {@link #create(Iterable)} does.
	 * @param records the records, which are closed with the results
	 * @return a result for each, as a stream to be closed
	 */
	public Stream<WriteResult<T>> create(Stream<? extends T> records) {
		return results(this.writer.create(source(records))).onClose(records::close);
	}

	/**
	 * Update records, as {@link BlockingWriteOperations#update(Object)} does.
	 * @param records the records, with their ids
	 * @return a result for each, as a stream to be closed
	 */
	public Stream<WriteResult<T>> update(Iterable<? extends T> records) {
		return results(this.writer.update(source(records)));
	}

	/**
	 * Update records, as {@link #update(Iterable)} does.
	 * @param records the records, with their ids, which are closed with the results
	 * @return a result for each, as a stream to be closed
	 */
	public Stream<WriteResult<T>> update(Stream<? extends T> records) {
		return results(this.writer.update(source(records))).onClose(records::close);
	}

	/**
	 * Create or update records, as
	 * {@link BlockingWriteOperations#upsert(Object, String...)} does.
	 * @param records the records
	 * @param checkFields the API names of the fields by which a record is found
	 * @return a result for each, as a stream to be closed
	 * @throws IllegalArgumentException if one is not an API name
	 */
	public Stream<WriteResult<T>> upsert(Iterable<? extends T> records, String... checkFields) {
		return results(this.writer.upsert(source(records), checkFields));
	}

	/**
	 * Create or update records, as {@link #upsert(Iterable, String...)} does.
	 * @param records the records, which are closed with the results
	 * @param checkFields the API names of the fields by which a record is found
	 * @return a result for each, as a stream to be closed
	 * @throws IllegalArgumentException if one is not an API name
	 */
	public Stream<WriteResult<T>> upsert(Stream<? extends T> records, String... checkFields) {
		return results(this.writer.upsert(source(records), checkFields)).onClose(records::close);
	}

	/**
	 * Delete records.
	 * @param ids the record ids
	 * @return a result for each, as a stream to be closed
	 */
	public Stream<WriteResult<String>> delete(Iterable<String> ids) {
		return results(this.writer.delete(source("ids", ids)));
	}

	/**
	 * Delete records, as {@link #delete(Iterable)} does.
	 * @param ids the record ids, which are closed with the results
	 * @return a result for each, as a stream to be closed
	 */
	public Stream<WriteResult<String>> delete(Stream<String> ids) {
		Assert.notNull(ids, "'ids' must not be null");
		return results(this.writer.delete(source("ids", ids::iterator))).onClose(ids::close);
	}

	private static <R> Stream<WriteResult<R>> results(Flux<WriteResult<R>> results) {
		return Blocking.stream(results, Blocking.RECORDS);
	}

	private static <S> Flux<S> source(Stream<S> records) {
		Assert.notNull(records, "'records' must not be null");
		return source("records", records::iterator);
	}

	private static <S> Flux<S> source(Iterable<S> records) {
		return source("records", records);
	}

	private static <S> Flux<S> source(String name, Iterable<S> records) {
		Assert.notNull(records, () -> "'" + name + "' must not be null");
		if (records instanceof Collection<S> collection) {
			Assert.noNullElements(collection, () -> "'" + name + "' must not contain null elements");
		}
		return BlockingSubscriber.onCallerThread(Flux.fromIterable(() -> withoutNull(name, records.iterator())));
	}

	// what is not held in memory can only be looked at as it comes
	private static <S> Iterator<S> withoutNull(String name, Iterator<S> elements) {
		return new Iterator<>() {

			@Override
			public boolean hasNext() {
				return elements.hasNext();
			}

			@Override
			public S next() {
				S next = elements.next();
				Assert.notNull(next, () -> "'" + name + "' must not contain null elements");
				return next;
			}

		};
	}

}
