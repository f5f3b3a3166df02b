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

package io.github.biginspring.write;

import java.time.Duration;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * Writes any number of records of one module, a hundred in a call, and several calls at
 * once. Immutable: every step returns a copy.
 *
 * <pre class="code">
 * Flux&lt;WriteResult&lt;Contact&gt;&gt; results = bigin.batch(Contact.class)
 *     .concurrency(2)
 *     .create(contacts);
 * </pre>
 *
 * <strong>Every record that is taken from the source has one result</strong>, unless the
 * subscriber cancels. One that is rejected does not keep the others from being written,
 * nor does a call that is rejected or not made, whose records are
 * {@link WriteResult.Rejected}, nor one whose outcome is unknown, whose records are
 * {@link WriteResult.Unknown}. A record that cannot be sent, such as an update without an
 * id or a record without any field to send, is rejected alone and before any call.
 * <p>
 * <strong>The results end with an error</strong> where every further call would be
 * refused for the same reason: the key or the connection's authorisation is not good, a
 * scope or a permission is missing, the module does not exist, or the client's own limit
 * of credits is reached. Then no more is taken from the source; the results of the calls
 * in flight come first, and records that were taken and not sent yet are refused with
 * that same error. Where the source itself ends with an error, what came before it is
 * written, and the error comes after the results.
 * <p>
 * <strong>The source is asked for no more than can be sent at once</strong>: while
 * results wait to be taken, no further calls are made. Cancelling the results cancels the
 * source, and aborts the calls in flight: there is no result for their records, and
 * whether they were written is unknown.
 * <p>
 * Calls overtake each other. Where one record of the stream depends on another, as two
 * updates with the same id do, there must be one call at a time: {@link #concurrency(int)
 * concurrency(1)}. Records that must not hold up calls somebody waits for are written
 * with {@link io.github.biginspring.limit.CallPriority#BACKGROUND}.
 *
 * @param <T> the type of a record
 * @since 0.1.0
 */
public interface RecordWriter<T> {

	/**
	 * Set the maximum number of records in a call. Without this,
	 * {@value WriteOperations#MAX_RECORDS}.
	 * @param records 1 to {@value WriteOperations#MAX_RECORDS}
	 * @return a copy
	 * @throws IllegalArgumentException if it is out of that range
	 */
	RecordWriter<T> batchSize(int records);

	/**
	 * Set the maximum time that a record waits for others to go with it. Without this, 1
	 * second. A source that gives its records quickly never waits.
	 * @param window the time, from the first record of a call on
	 * @return a copy
	 * @throws IllegalArgumentException if it is not positive
	 */
	RecordWriter<T> window(Duration window);

	/**
	 * Set the maximum number of calls in flight. Without this, 10, which Bigin takes of
	 * one connection. All calls of a template keep to its limits besides: no further call
	 * is made while one of these waits for its turn, so more than the limits allow bring
	 * nothing, and keep no other calls waiting.
	 * @param calls 1 or more; with 1, records are written in their order
	 * @return a copy
	 * @throws IllegalArgumentException if it is less
	 */
	RecordWriter<T> concurrency(int calls);

	/**
	 * Emit each result as soon as it is available. Without this, results come in the
	 * order of the records, and wait for those before them.
	 * @return a copy
	 */
	RecordWriter<T> unordered();

	/**
	 * Create records. A call whose outcome is unknown is not repeated.
	 * @param records the records
	 * @return a result for each
	 */
	Flux<WriteResult<T>> create(Publisher<? extends T> records);

	/**
	 * Update records, as {@link WriteOperations#update(Object)} does.
	 * @param records the records, with their ids
	 * @return a result for each
	 */
	Flux<WriteResult<T>> update(Publisher<? extends T> records);

	/**
	 * Create or update records, as {@link WriteOperations#upsert(Object, String...)
	 * upsert} does.
	 * @param records the records
	 * @param checkFields the API names of the fields by which a record is found
	 * @return a result for each
	 * @throws IllegalArgumentException if one is not an API name
	 */
	Flux<WriteResult<T>> upsert(Publisher<? extends T> records, String... checkFields);

	/**
	 * Delete records.
	 * @param ids the record ids
	 * @return a result for each
	 */
	Flux<WriteResult<String>> delete(Publisher<String> ids);

}
