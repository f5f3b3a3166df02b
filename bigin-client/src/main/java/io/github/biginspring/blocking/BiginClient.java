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

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.limit.CallPriority;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.progress.ProgressListener;
import io.github.biginspring.progress.ProgressOptions;

/**
 * The blocking operations of Bigin, for servlet applications, batch jobs and virtual
 * threads. Each does the same as the operation of that name in {@link BiginOperations},
 * with the same limits, repetitions and metrics, and returns when it is done.
 * Thread-safe.
 *
 * <pre class="code">
 * BiginClient client = BiginClient.of(bigin);
 * Optional&lt;Contact&gt; contact = client.findById(Contact.class, id);
 * try (Stream&lt;Contact&gt; contacts = client.query(Contact.class).all()) {
 *     contacts.forEach(export::write);
 * }
 * </pre>
 *
 * What holds for all of them:
 * <ul>
 * <li>On a thread that must not wait, such as an event loop, an operation is an
 * {@link IllegalStateException}, and nothing is sent.</li>
 * <li>A failed call throws its {@link io.github.biginspring.error.BiginException} itself.
 * The stack of the thread that waited is among its suppressed exceptions.</li>
 * <li>A {@link Stream} begins when its first element is wanted, and asks for one page at
 * a time. It is to be closed, by {@code try}, which cancels what is left of it. It is for
 * one thread, and no {@linkplain Stream#parallel() parallel} one.</li>
 * <li>Where the thread is interrupted, the call is cancelled and throws a
 * {@link io.github.biginspring.error.BiginInterruptedException}, or a
 * {@link java.util.concurrent.CancellationException} where it was between two calls. The
 * thread stays interrupted. Whether a write may have been carried out says
 * {@link io.github.biginspring.error.BiginException#isOutcomeUnknown()}.</li>
 * <li>The thread's observation is the parent of the operation's.</li>
 * </ul>
 *
 * @since 0.1.0
 */
public interface BiginClient extends BlockingQueryOperations, BlockingWriteOperations {

	/**
	 * Create a client.
	 * @param operations the operations to wait for, of which none is called yet
	 * @return the client
	 */
	static BiginClient of(BiginOperations operations) {
		return new DefaultBiginClient(operations);
	}

	/**
	 * The reactive operations, on the same connection and with the same priority.
	 * @return the operations
	 */
	BiginOperations reactive();

	/**
	 * Wait for any reactive operation, such as one that this client has no method for.
	 *
	 * <pre class="code">
	 * client.call((bigin) -&gt; bigin.mails().send(Contact.class, id, mail));
	 * </pre>
	 * @param operation the operation
	 * @param <T> the type of its result
	 * @return the result, or empty where there is none
	 */
	<T> Optional<T> call(Function<? super BiginOperations, ? extends Mono<T>> operation);

	/**
	 * Read what any reactive operation gives, element by element, such as the changes of
	 * records.
	 *
	 * <pre class="code">
	 * try (Stream&lt;Change&lt;Contact&gt;&gt; changes = client.stream((bigin) -&gt; bigin.changes(Contact.class)
	 *         .fromText(cursor)
	 *         .read())) {
	 *     changes.forEach(copy::apply);
	 * }
	 * </pre>
	 * @param operation the operation
	 * @param <T> the type of an element
	 * @return the elements, as a stream to be closed
	 */
	<T> Stream<T> stream(Function<? super BiginOperations, ? extends Flux<T>> operation);

	/**
	 * Start a bulk read of the records of a type.
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}
	 * @param <T> the type
	 * @return the bulk read
	 * @throws IllegalArgumentException if the type does not say its module
	 */
	<T> BlockingBulkRead<T> bulkRead(Class<T> type);

	/**
	 * Start a bulk read of the records of a module.
	 * @param module the API name of the module, which is case-sensitive
	 * @return the bulk read
	 * @throws IllegalArgumentException if it is not an API name
	 */
	BlockingBulkRead<BiginRecord> bulkRead(String module);

	/**
	 * The related lists of a record.
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}
	 * @param id the record id, digits as text
	 * @return the operations
	 * @throws IllegalArgumentException if it is not a record id
	 */
	BlockingRelatedOperations related(Class<?> type, String id);

	/**
	 * The related lists of a record of a module.
	 * @param module the API name of the module, which is case-sensitive
	 * @param id the record id, digits as text
	 * @return the operations
	 * @throws IllegalArgumentException if one of them cannot be what it should be
	 */
	BlockingRelatedOperations related(String module, String id);

	/**
	 * The notes on a record.
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}
	 * @param id the record id, digits as text
	 * @return the operations
	 * @throws IllegalArgumentException if it is not a record id
	 */
	BlockingNoteOperations notes(Class<?> type, String id);

	/**
	 * The notes on a record of a module.
	 * @param module the API name of the module, which is case-sensitive
	 * @param id the record id, digits as text
	 * @return the operations
	 * @throws IllegalArgumentException if one of them cannot be what it should be
	 */
	BlockingNoteOperations notes(String module, String id);

	/**
	 * The tags of modules and records.
	 * @return the operations
	 */
	BlockingTagOperations tags();

	/**
	 * The attachments of a record.
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}
	 * @param id the record id, digits as text
	 * @return the operations
	 * @throws IllegalArgumentException if it is not a record id
	 */
	BlockingAttachmentOperations attachments(Class<?> type, String id);

	/**
	 * The attachments of a record of a module.
	 * @param module the API name of the module, which is case-sensitive
	 * @param id the record id, digits as text
	 * @return the operations
	 * @throws IllegalArgumentException if one of them cannot be what it should be
	 */
	BlockingAttachmentOperations attachments(String module, String id);

	/**
	 * The photo of a record.
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}
	 * @param id the record id, digits as text
	 * @return the operations
	 * @throws IllegalArgumentException if it is not a record id
	 */
	BlockingPhotoOperations photo(Class<?> type, String id);

	/**
	 * The photo of a record of a module.
	 * @param module the API name of the module, which is case-sensitive
	 * @param id the record id, digits as text
	 * @return the operations
	 * @throws IllegalArgumentException if one of them cannot be what it should be
	 */
	BlockingPhotoOperations photo(String module, String id);

	/**
	 * The files that belong to no record.
	 * @return the operations
	 */
	BlockingUploadOperations uploads();

	/**
	 * What Bigin says of itself: modules, fields, layouts, users and so on.
	 * @return the operations
	 */
	BlockingMetadataOperations metadata();

	/**
	 * The connections that Maton keeps for the API key.
	 * @return the operations
	 */
	BlockingConnectionOperations connections();

	/**
	 * Call what there is no operation for.
	 * @param method the HTTP method
	 * @param path the path from {@code /bigin/} on, with its variables in braces
	 * @param variables the values of the variables, in order, not encoded
	 * @return the request
	 * @throws IllegalArgumentException if the path could lead elsewhere, or the variables
	 * do not fit it
	 */
	BlockingRequest request(HttpMethod method, String path, Object... variables);

	/**
	 * Use another connection, that is the data of another organisation or user.
	 * @param connectionId the id of the connection
	 * @return a client whose calls to Bigin all go on that connection; this one is not
	 * changed
	 * @throws IllegalArgumentException if it is not a connection id
	 */
	BiginClient withConnection(String connectionId);

	/**
	 * The connection that the calls to Bigin go on.
	 * @return the id of the connection, or {@code null} where Maton chooses it
	 */
	@Nullable String connectionId();

	/**
	 * Make calls with another priority.
	 * @param priority who goes first where calls have to wait for the service's limits
	 * @return a client whose calls all have that priority; this one is not changed
	 */
	BiginClient withPriority(CallPriority priority);

	/**
	 * Tell how far long reads and writes have come, about once a second.
	 * @param listener the listener to notify
	 * @return a client that tells the listener; this one is not changed
	 */
	default BiginClient withProgress(ProgressListener listener) {
		return withProgress(listener, ProgressOptions.defaults());
	}

	/**
	 * Tell how far long reads and writes have come. All that is done by the client
	 * returned counts together, so make a new one for each job.
	 * @param listener the listener to notify
	 * @param options how often it is notified, and how many records there are
	 * @return a client that tells the listener; this one is not changed
	 */
	BiginClient withProgress(ProgressListener listener, ProgressOptions options);

}
