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

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.biginspring.model.UserLookup;

/**
 * A change of a record: it was saved or deleted, or the reading starts again with all
 * records.
 *
 * @param <T> the type of a record
 * @since 0.1.0
 */
public sealed interface Change<T> {

	/**
	 * Return where to go on when this change has been handled.
	 * @return the cursor, to be stored as text
	 */
	Cursor cursor();

	/**
	 * A record was created or changed.
	 *
	 * @param id the record id
	 * @param record the record as it is now
	 * @param modifiedTime when it was changed last
	 * @param created whether it was created since the reading began, or since the cursor.
	 * A record that is not may still be unknown, where it was changed again before it was
	 * first read: store both alike
	 * @param cursor where to go on
	 * @param <T> the type of a record
	 */
	record Saved<T>(String id, T record, Instant modifiedTime, boolean created, Cursor cursor) implements Change<T> {

		/**
		 * Create a result.
		 * @param id the record id
		 * @param record the record as it is now
		 * @param modifiedTime when it was changed last
		 * @param created whether it was created since the reading began, or since the
		 * cursor. A record that is not may still be unknown, where it was changed again
		 * before it was first read: store both alike
		 * @param cursor where to go on
		 */
		public Saved {
			Assert.notNull(id, "'id' must not be null");
			Assert.notNull(record, "'record' must not be null");
			Assert.notNull(modifiedTime, "'modifiedTime' must not be null");
			Assert.notNull(cursor, "'cursor' must not be null");
		}

		/**
		 * Return the change without the record, which may be personal.
		 */
		@Override
		public String toString() {
			return "Saved[id=" + this.id + ", modifiedTime=" + this.modifiedTime + ", created=" + this.created + "]";
		}

	}

	/**
	 * A record was deleted. It may be one that never came.
	 *
	 * @param id the record id
	 * @param deletedTime when it was deleted
	 * @param deletedBy who deleted it, or {@code null} where the service does not say
	 * @param cursor where to go on
	 * @param <T> the type of a record
	 */
	record Deleted<T>(String id, Instant deletedTime, @Nullable UserLookup deletedBy,
			Cursor cursor) implements Change<T> {

		/**
		 * Create a result.
		 * @param id the record id
		 * @param deletedTime when it was deleted
		 * @param deletedBy who deleted it, or {@code null} where the service does not say
		 * @param cursor where to go on
		 */
		public Deleted {
			Assert.notNull(id, "'id' must not be null");
			Assert.notNull(deletedTime, "'deletedTime' must not be null");
			Assert.notNull(cursor, "'cursor' must not be null");
		}

		/**
		 * Return the change without the user's name.
		 */
		@Override
		public String toString() {
			return "Deleted[id=" + this.id + ", deletedTime=" + this.deletedTime + "]";
		}

	}

	/**
	 * The cursor could not be used: all records follow, and records that were deleted in
	 * the meantime do not. A reading up to now that begins so gives every record there
	 * is: what has not come when it completes no longer exists.
	 *
	 * @param reason why the cursor could not be used
	 * @param cursor where to go on
	 * @param <T> the type of a record
	 */
	record Reset<T>(Reason reason, Cursor cursor) implements Change<T> {

		/**
		 * Create a result.
		 * @param reason why the cursor could not be used
		 * @param cursor where to go on
		 */
		public Reset {
			Assert.notNull(reason, "'reason' must not be null");
			Assert.notNull(cursor, "'cursor' must not be null");
		}

	}

	/**
	 * Why all records are read again.
	 */
	enum Reason {

		/**
		 * The text is no cursor, or one of an unknown version.
		 */
		UNREADABLE_CURSOR,

		/**
		 * The cursor is of another module.
		 */
		CURSOR_OF_ANOTHER_MODULE,

		/**
		 * The cursor is older than the service may remember deletions.
		 */
		OLD_CURSOR

	}

}
