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

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Stores cursors in memory. After a restart of the process, all records are read again,
 * and deletions made meanwhile are not emitted.
 *
 * @since 0.1.0
 */
public final class InMemoryCursorStore implements CursorStore {

	private final Map<String, StoredCursor> cursors = new ConcurrentHashMap<>();

	/**
	 * Create a store without cursors.
	 */
	public InMemoryCursorStore() {
	}

	@Override
	public Mono<StoredCursor> load(String name) {
		Assert.notNull(name, "'name' must not be null");
		return Mono.fromSupplier(() -> this.cursors.get(name));
	}

	@Override
	public Mono<Boolean> save(String name, StoredCursor cursor) {
		Assert.notNull(name, "'name' must not be null");
		Assert.notNull(cursor, "'cursor' must not be null");
		return Mono.fromSupplier(() -> {
			if (cursor.version() == 1) {
				return this.cursors.putIfAbsent(name, cursor) == null;
			}
			StoredCursor stored = this.cursors.get(name);
			return stored != null && cursor.version() == stored.version() + 1
					&& this.cursors.replace(name, stored, cursor);
		});
	}

}
