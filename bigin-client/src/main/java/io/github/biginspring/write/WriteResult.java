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

import java.time.OffsetDateTime;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.internal.DateTimeFormat;

/**
 * The result of writing one record.
 *
 * <pre class="code">
 * results.subscribe((result) -&gt; {
 *     if (result instanceof WriteResult.Rejected&lt;Contact&gt; rejected) {
 *         log.warn("{}: {}", rejected.input().getId(), rejected.error().getMessage());
 *     }
 * });
 * </pre>
 *
 * @param <T> the type of what was given: a record, or an id where records are deleted
 * @since 0.1.0
 */
public sealed interface WriteResult<T> {

	/**
	 * Return what was given.
	 * @return the caller's own object
	 */
	T input();

	/**
	 * Whether the record was written.
	 * @return {@code true} for {@link Written}
	 */
	default boolean isWritten() {
		return this instanceof Written;
	}

	/**
	 * The record was created, updated or deleted.
	 *
	 * @param input what was given
	 * @param id the record id, digits as text
	 * @param details what the service says of it, by API name: times and users of a
	 * create or update, the id only of a delete
	 * @param action what an upsert did, or {@code null} for other writes and where the
	 * service did not say
	 * @param duplicateField the API name of the field by which an upsert found the record
	 * that was there, or {@code null}
	 * @param <T> the type of what was given
	 * @since 0.1.0
	 */
	record Written<T>(T input, String id, Map<String, @Nullable Object> details, @Nullable UpsertAction action,
			@Nullable String duplicateField) implements WriteResult<T> {

		/**
		 * Create a result.
		 * @param input what was given
		 * @param id the record id, digits as text
		 * @param details what the service says of it, by API name: times and users of a
		 * create or update, the id only of a delete
		 * @param action what an upsert did, or {@code null} for other writes and where
		 * the service did not say
		 * @param duplicateField the API name of the field by which an upsert found the
		 * record that was there, or {@code null}
		 */
		public Written {
			Assert.notNull(input, "'input' must not be null");
			Assert.notNull(id, "'id' must not be null");
			Assert.notNull(details, "'details' must not be null");
			Assert.notNull(input, "'input' must not be null");
			Assert.notNull(id, "'id' must not be null");
			Assert.notNull(details, "'details' must not be null");
		}

		/**
		 * Create the result of a create, update or delete.
		 * @param input what was given
		 * @param id the record id, digits as text
		 * @param details what the service says of it, by API name
		 */
		public Written(T input, String id, Map<String, @Nullable Object> details) {
			this(input, id, details, null, null);
		}

		/**
		 * Return when the record was created.
		 * @return the time, or {@code null} where the service did not say
		 */
		public @Nullable OffsetDateTime createdTime() {
			return time("Created_Time");
		}

		/**
		 * Return when the record was last changed.
		 * @return the time, or {@code null} where the service did not say
		 */
		public @Nullable OffsetDateTime modifiedTime() {
			return time("Modified_Time");
		}

		private @Nullable OffsetDateTime time(String name) {
			return (this.details.get(name) instanceof String text) ? DateTimeFormat.parse(text) : null;
		}

		@Override
		public String toString() {
			return "Written[id=" + this.id + "]";
		}

	}

	/**
	 * The record was not written. The service rejected it, which does not concern the
	 * others of the same call, or it rejected the whole call, or the call was not made;
	 * the {@linkplain io.github.biginspring.error.ErrorDetails#requestState() state of
	 * the request} of the failure tells. The same record can be written again without
	 * creating a duplicate.
	 *
	 * @param input what was given
	 * @param error why, as the exception that a call for this record alone would end with
	 * @param <T> the type of what was given
	 * @since 0.1.0
	 */
	record Rejected<T>(T input, BiginException error) implements WriteResult<T> {

		/**
		 * Create a result.
		 * @param input what was given
		 * @param error why, as the exception that a call for this record alone would end
		 * with
		 */
		public Rejected {
			Assert.notNull(input, "'input' must not be null");
			Assert.notNull(error, "'error' must not be null");
		}

		/**
		 * Return the reason, in the words of the service, or of the client if the call
		 * was not made. It is meant for people, not for decisions; the message of the
		 * {@link #error()} has the context.
		 * @return a few words, such as {@code required field not found}
		 */
		public String reason() {
			String message = this.error.getErrorDetails().message();
			return (message != null) ? message : String.valueOf(this.error.getMessage());
		}

		/**
		 * Return the service's code of the error.
		 * @return the code, such as {@code MANDATORY_NOT_FOUND}, or {@code null}
		 */
		public @Nullable String code() {
			return this.error.getCode();
		}

		/**
		 * Return the field that was rejected.
		 * @return its API name, or {@code null} where the service named none
		 */
		public @Nullable String field() {
			return (this.error instanceof BiginInvalidRequestException invalid) ? invalid.getField() : null;
		}

		@Override
		public String toString() {
			return "Rejected[" + this.error.getMessage() + "]";
		}

	}

	/**
	 * Whether the record was written is unknown: the response was lost, or the service
	 * failed. Writing the record again could create a duplicate; the caller has to look
	 * first.
	 *
	 * @param input what was given
	 * @param error why it is not known
	 * @param <T> the type of what was given
	 * @since 0.1.0
	 */
	record Unknown<T>(T input, BiginException error) implements WriteResult<T> {

		/**
		 * Create a result.
		 * @param input what was given
		 * @param error why it is not known
		 */
		public Unknown {
			Assert.notNull(input, "'input' must not be null");
			Assert.notNull(error, "'error' must not be null");
		}

		@Override
		public String toString() {
			return "Unknown[" + this.error.getMessage() + "]";
		}

	}

}
