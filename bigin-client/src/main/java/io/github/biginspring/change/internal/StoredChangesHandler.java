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

package io.github.biginspring.change.internal;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.biginspring.change.Change;
import io.github.biginspring.change.Cursor;
import io.github.biginspring.change.CursorConflictException;
import io.github.biginspring.change.CursorStore;
import io.github.biginspring.change.CursorStore.StoredCursor;

/**
 * One reading whose cursor is stored. It begins by saving what it has found stored, under
 * the next version, so that whoever read before cannot save any more.
 */
final class StoredChangesHandler<T> {

	private static final int MAX_CLAIMS = 10;

	// keeps the cursor of a module that rests from getting too old
	private static final Duration SAVED_AT_LEAST_EVERY = Duration.ofHours(1);

	private final ChangeFeed<T> feed;

	private final CursorStore store;

	private final String name;

	private StoredCursor stored;

	private Cursor saved;

	private boolean handledSinceEnd;

	private StoredChangesHandler(ChangeFeed<T> feed, CursorStore store, String name, StoredCursor stored,
			Cursor saved) {
		this.feed = feed;
		this.store = store;
		this.name = name;
		this.stored = stored;
		this.saved = saved;
	}

	/**
	 * Handle the changes.
	 * @param feed where they come from
	 * @param first where to begin if no cursor is stored
	 * @param store where the cursor is
	 * @param name its name
	 * @param size how many changes are handled at once, at most
	 * @param handler handles changes
	 * @return ends when all have been handled, and fails with
	 * {@link CursorConflictException} when another has taken over
	 */
	static <T> Mono<Void> handle(ChangeFeed<T> feed, StartPosition first, CursorStore store, String name, int size,
			Function<List<Change<T>>, ? extends Publisher<Void>> handler) {
		return claim(feed, first, store, name, MAX_CLAIMS).flatMapMany((claim) -> {
			StartPosition start = claim.start();
			StoredChangesHandler<T> reading = new StoredChangesHandler<>(feed, store, name, claim.stored(),
					start.cursor());
			// none is taken before its turn, or it would be handled after a stop
			return batches(feed.steps(start), size).concatMap((steps) -> reading.handle(steps, handler), 0);
		}).then();
	}

	private static <T> Mono<Claim> claim(ChangeFeed<T> feed, StartPosition first, CursorStore store, String name,
			int tries) {
		return store.load(name).map(Optional::of).defaultIfEmpty(Optional.empty()).flatMap((found) -> {
			// an unusable cursor stays until its consumer has been told of it
			StoredCursor next = found.map((stored) -> stored.next(stored.text()))
				.orElseGet(() -> new StoredCursor(first.cursor().toString(), 1));
			StartPosition start = found.map((stored) -> feed.startAfter(stored.text())).orElse(first);
			return store.save(name, next).flatMap((saved) -> {
				if (saved) {
					return Mono.just(new Claim(next, start));
				}
				return (tries > 1) ? claim(feed, first, store, name, tries - 1)
						: Mono.error(new CursorConflictException(name));
			});
		});
	}

	private static <T> Flux<List<ChangeOrCheckpoint<T>>> batches(Flux<ChangeOrCheckpoint<T>> steps, int size) {
		if (size == 1) {
			return steps.map(List::of);
		}
		return Flux.defer(() -> {
			int[] count = new int[1];
			return steps.bufferUntil((step) -> {
				boolean full = step.isEnd() || ++count[0] == size;
				count[0] = full ? 0 : count[0];
				return full;
			});
		});
	}

	private Mono<Void> handle(List<ChangeOrCheckpoint<T>> steps,
			Function<List<Change<T>>, ? extends Publisher<Void>> handler) {
		ChangeOrCheckpoint<T> last = steps.get(steps.size() - 1);
		List<Change<T>> changes = steps.stream().map(ChangeOrCheckpoint::change).filter(Objects::nonNull).toList();
		Mono<Void> handled = changes.isEmpty() ? Mono.empty() : Mono.defer(() -> Mono.from(handler.apply(changes)));
		return handled.then(Mono.defer(() -> {
			boolean due = !changes.isEmpty() || this.handledSinceEnd || isOld(last.cursor());
			this.handledSinceEnd = !last.isEnd();
			return due ? save(last.cursor()) : Mono.empty();
		}));
	}

	private boolean isOld(Cursor next) {
		return this.saved.readAt().plus(SAVED_AT_LEAST_EVERY).isBefore(next.readAt());
	}

	private Mono<Void> save(Cursor cursor) {
		StoredCursor next = this.stored.next(cursor.toString());
		return this.store.save(this.name, next).flatMap((saved) -> {
			if (!saved) {
				return Mono.<Void>error(new CursorConflictException(this.name));
			}
			this.stored = next;
			this.saved = cursor;
			return Mono.empty();
		});
	}

	private record Claim(StoredCursor stored, StartPosition start) {

	}

}
