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
import java.time.Instant;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

import org.springframework.util.Assert;

import io.github.biginspring.change.Change;
import io.github.biginspring.change.ChangeQuery;
import io.github.biginspring.change.Cursor;
import io.github.biginspring.change.CursorStore;
import io.github.biginspring.change.LeaseProvider;
import io.github.biginspring.change.StoredChanges;

/**
 * A query for changes that is being built.
 *
 * @param fields names the fields: gives a source that reads them
 * @param feed how the changes are read
 * @param first where to begin
 * @param store where cursors are kept
 * @param leases lets one instance at a time handle changes
 * @param onOneConnection whether all changes come from one connection, to which a cursor
 * belongs
 */
public record DefaultChangeQuery<T>(Function<String[], ChangeSource<T>> fields, ChangeFeed<T> feed,
		Function<ChangeFeed<T>, StartPosition> first, @Nullable CursorStore store, @Nullable LeaseProvider leases,
		boolean onOneConnection) implements ChangeQuery<T> {

	private static final Duration POLL_INTERVAL_BESIDE_SIGNS = Duration.ofMinutes(5);

	@Override
	public ChangeQuery<T> since(Instant time) {
		Assert.notNull(time, "'time' must not be null");
		return beginning((feed) -> feed.beginning(time));
	}

	@Override
	public ChangeQuery<T> from(Cursor cursor) {
		Assert.notNull(cursor, "'cursor' must not be null");
		return beginning((feed) -> feed.startAfter(cursor));
	}

	@Override
	public ChangeQuery<T> fromText(@Nullable String text) {
		return (text != null) ? beginning((feed) -> feed.startAfter(text)) : this;
	}

	private ChangeQuery<T> beginning(Function<ChangeFeed<T>, StartPosition> first) {
		return new DefaultChangeQuery<>(this.fields, this.feed, first, this.store, this.leases, this.onOneConnection);
	}

	@Override
	public ChangeQuery<T> fields(String... names) {
		Assert.notNull(names, "'names' must not be null");
		Assert.noNullElements(names, "'names' must not contain null elements");
		return with(this.feed.withSource(this.fields.apply(names)));
	}

	@Override
	public ChangeQuery<T> maxAge(Duration maxAge) {
		Assert.notNull(maxAge, "'maxAge' must not be null");
		return with(this.feed.withMaxAge(maxAge));
	}

	@Override
	public ChangeQuery<T> watermarkDelay(Duration watermarkDelay) {
		Assert.notNull(watermarkDelay, "'watermarkDelay' must not be null");
		return with(this.feed.withWatermarkDelay(watermarkDelay));
	}

	@Override
	public ChangeQuery<T> pollEvery(Duration pollInterval) {
		Assert.notNull(pollInterval, "'pollInterval' must not be null");
		Assert.isTrue(pollInterval.compareTo(Duration.ZERO) > 0,
				() -> "'pollInterval' must be positive, not " + pollInterval);
		return with(this.feed.withPollInterval(pollInterval));
	}

	@Override
	public ChangeQuery<T> triggeredBy(Publisher<?> signs) {
		Assert.notNull(signs, "'signs' must not be null");
		ChangeFeed<T> driven = this.feed.withSigns(signs);
		return with(driven.isFollowing() ? driven : driven.withPollInterval(POLL_INTERVAL_BESIDE_SIGNS));
	}

	private ChangeQuery<T> with(ChangeFeed<T> feed) {
		return new DefaultChangeQuery<>(this.fields, feed, this.first, this.store, this.leases, this.onOneConnection);
	}

	@Override
	public StoredChanges<T> checkpointName(String name) {
		Assert.hasText(name, "'name' must not be empty");
		Assert.isTrue(name.length() <= DefaultStoredChanges.MAX_NAME_LENGTH, () -> "The name of a cursor has at most "
				+ DefaultStoredChanges.MAX_NAME_LENGTH + " characters, not " + name.length());
		Assert.state(this.store != null,
				"There is nowhere to keep a cursor: give the template a CursorStore, such as JdbcCursorStore");
		Assert.state(this.onOneConnection,
				() -> "A cursor belongs to one connection, and a ConnectionResolver tells"
						+ " another one for each tenant: name it by withConnection, and keep cursor '" + name
						+ "' for it alone");
		return new DefaultStoredChanges<>(this.feed, this.first, this.store, this.leases, name, null);
	}

	@Override
	public Flux<Change<T>> read() {
		return Flux.defer(() -> this.feed.steps(this.first.apply(this.feed)).mapNotNull(ChangeOrCheckpoint::change));
	}

}
