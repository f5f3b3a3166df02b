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

package io.github.biginspring.change;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * A query for changes whose cursor is stored in a {@link CursorStore}. Immutable: every
 * step returns a copy.
 * <p>
 * If the handler fails, the stream ends with its error, and the change is handled again
 * in the next run. To continue automatically, add a retry, as in
 * {@code handle(...).retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofSeconds(5)))}.
 * <p>
 * The reader that starts last takes the cursor over: a previous reader, in this process
 * or another, ends with a {@link CursorConflictException} after it has handled its next
 * change, and stores nothing more.
 *
 * <pre class="code">
 * Disposable copying = bigin.changes(Contact.class)
 *     .pollEvery(Duration.ofMinutes(1))
 *     .checkpointName("contacts")
 *     .exclusive()
 *     .handleBatches(200, copy::apply)
 *     .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofSeconds(5)))
 *     .subscribe();
 * </pre>
 *
 * @param <T> the type of a record
 * @since 0.1.0
 */
public interface StoredChanges<T> {

	/**
	 * Let one instance at a time handle the changes, under a lock of 30 seconds.
	 * @return a copy
	 * @throws IllegalStateException if there is nothing to lock with
	 * @see #exclusive(Duration)
	 */
	StoredChanges<T> exclusive();

	/**
	 * Let only one instance at a time handle the changes. It extends its lock while it
	 * works, and stops at once if it cannot. Other instances that keep following wait,
	 * and take over when the lock is free: at once if the instance has stopped, and after
	 * the given time if it has died. Other instances that do not keep following complete
	 * without doing anything.
	 * @param lockAtMostFor how long the lock outlives an instance that has died, at least
	 * a second
	 * @return a copy
	 * @throws IllegalStateException if there is nothing to lock with
	 */
	StoredChanges<T> exclusive(Duration lockAtMostFor);

	/**
	 * Handle the changes one after another. The cursor is stored after each.
	 * @param handler handles a change; it may see one again that it has handled, so it
	 * should store by id, and delete what may not be there
	 * @return completes when all changes up to now were handled, or, if it keeps
	 * following, when the template stops
	 */
	Mono<Void> handle(Function<? super Change<T>, ? extends Publisher<Void>> handler);

	/**
	 * Handle the changes in batches. The cursor is stored after each batch.
	 * @param size the maximum number of changes in a batch; an incomplete batch is handed
	 * over when no change is waiting
	 * @param handler handles a batch, which is never empty
	 * @return as {@link #handle(Function)}
	 */
	Mono<Void> handleBatches(int size, Function<? super List<Change<T>>, ? extends Publisher<Void>> handler);

}
