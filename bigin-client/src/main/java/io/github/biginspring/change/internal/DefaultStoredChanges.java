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
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

import io.github.biginspring.change.Change;
import io.github.biginspring.change.CursorStore;
import io.github.biginspring.change.LeaseProvider;
import io.github.biginspring.change.StoredChanges;
import io.github.biginspring.error.BiginShutdownException;
import io.github.biginspring.internal.call.CallLifecycle;

/**
 * The handling of changes that is being built.
 */
record DefaultStoredChanges<T>(ChangeFeed<T> feed, Function<ChangeFeed<T>, StartPosition> first, CursorStore store,
		@Nullable LeaseProvider leases, String name, @Nullable Duration lockAtMostFor) implements StoredChanges<T> {

	static final int MAX_NAME_LENGTH = 50;

	private static final Duration LOCK_AT_MAX_FOR = Duration.ofSeconds(30);

	private static final String LOCK_PREFIX = "bigin-cursor:";

	@Override
	public StoredChanges<T> exclusive() {
		return exclusive(LOCK_AT_MAX_FOR);
	}

	@Override
	public StoredChanges<T> exclusive(Duration lockAtMostFor) {
		Assert.notNull(lockAtMostFor, "'lockAtMostFor' must not be null");
		Assert.isTrue(lockAtMostFor.compareTo(Duration.ofSeconds(1)) >= 0,
				() -> "'lockAtMostFor' must be at least a second, not " + lockAtMostFor);
		Assert.state(this.leases != null,
				"There is nothing to lock with: add ShedLock, as by 'net.javacrumbs.shedlock:shedlock-provider-jdbc-template'"
						+ " or '...:shedlock-provider-redis-spring', or define a bean of type LockProvider, or give the"
						+ " template a LeaseProvider");
		return new DefaultStoredChanges<>(this.feed, this.first, this.store, this.leases, this.name, lockAtMostFor);
	}

	@Override
	public Mono<Void> handle(Function<? super Change<T>, ? extends Publisher<Void>> handler) {
		Assert.notNull(handler, "'handler' must not be null");
		return handling(1, (changes) -> handler.apply(changes.get(0)));
	}

	@Override
	public Mono<Void> handleBatches(int size, Function<? super List<Change<T>>, ? extends Publisher<Void>> handler) {
		Assert.notNull(handler, "'handler' must not be null");
		Assert.isTrue(size >= 1, () -> "'size' must be at least 1, not " + size);
		return handling(size, handler::apply);
	}

	private Mono<Void> handling(int size, Function<List<Change<T>>, ? extends Publisher<Void>> handler) {
		Mono<Void> reading = Mono.defer(() -> StoredChangesHandler.handle(this.feed, this.first.apply(this.feed),
				this.store, this.name, size, handler));
		CallLifecycle lifecycle = this.feed.lifecycle();
		if (!this.feed.isFollowing()) {
			Mono<Void> whole = exclusively(reading);
			return lifecycle.inFlight(whole, whole);
		}
		// a handler may make calls as well
		return lifecycle.inFlight(exclusively(reading.onErrorComplete(BiginShutdownException.class)), Mono.empty());
	}

	private Mono<Void> exclusively(Mono<Void> reading) {
		if (this.leases == null || this.lockAtMostFor == null) {
			return reading;
		}
		return new ExclusiveRun(this.leases, LOCK_PREFIX + this.name, this.lockAtMostFor, this.feed.timing(),
				this.feed.isFollowing(), this.feed.lifecycle())
			.of(reading);
	}

}
