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

import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Stores cursors by name. Saving requires the version that was read, so that a late
 * writer overwrites nothing.
 *
 * @since 0.1.0
 */
public interface CursorStore {

	/**
	 * Load a cursor.
	 * @param name its name, up to 50 characters
	 * @return the cursor, or empty where there is none
	 */
	Mono<StoredCursor> load(String name);

	/**
	 * Save a cursor, if its version is the one after that which is stored, or 1 where
	 * none is. To check and to save must be one step.
	 * @param name its name, up to 50 characters
	 * @param cursor the cursor
	 * @return {@code false} if another version is stored, and nothing was saved
	 */
	Mono<Boolean> save(String name, StoredCursor cursor);

	/**
	 * A cursor as it is stored.
	 *
	 * @param text the text, up to 3,000 ASCII characters
	 * @param version how often it was saved
	 */
	record StoredCursor(String text, long version) {

		/**
		 * Check the parts.
		 * @param text the text, up to 3,000 ASCII characters
		 * @param version how often it was saved
		 */
		public StoredCursor {
			Assert.notNull(text, "'text' must not be null");
			Assert.isTrue(version >= 1, () -> "'version' must be at least 1, not " + version);
		}

		/**
		 * Return the version that follows this one.
		 * @param text its text
		 * @return what can be saved when this is what is stored
		 */
		public StoredCursor next(String text) {
			return new StoredCursor(text, this.version + 1);
		}

	}

}
