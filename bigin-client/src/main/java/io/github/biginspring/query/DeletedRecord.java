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

package io.github.biginspring.query;

import java.time.OffsetDateTime;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

import io.github.biginspring.model.ServiceInfo;
import io.github.biginspring.model.UserLookup;

/**
 * The description of a deleted record. Its name, which may be personal, is not in
 * {@link #toString()}.
 *
 * @since 0.1.0
 */
public final class DeletedRecord extends ServiceInfo {

	private DeletedRecord(Map<String, ? extends @Nullable Object> attributes) {
		super(attributes);
	}

	/**
	 * Create the description of a deleted record.
	 * @param attributes what the service says, by its names
	 * @return the description
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public static DeletedRecord of(Map<String, ? extends @Nullable Object> attributes) {
		return new DeletedRecord(attributes);
	}

	/**
	 * Return the record id, digits as text.
	 * @return the value, empty where the service gives none
	 */
	public String id() {
		return textOrEmpty("id");
	}

	/**
	 * Return what the service showed for the record.
	 * @return the value, or {@code null}
	 */
	public @Nullable String displayName() {
		return text("display_name");
	}

	/**
	 * Return the type, {@code recycle} while it is in the recycle bin, {@code permanent}
	 * once it is gone for good.
	 * @return the value, or {@code null}
	 */
	public @Nullable String type() {
		return text("type");
	}

	/**
	 * Return who deleted it.
	 * @return the value, or {@code null}
	 */
	public @Nullable UserLookup deletedBy() {
		return user("deleted_by");
	}

	/**
	 * Return when it was deleted.
	 * @return the value, or {@code null}
	 */
	public @Nullable OffsetDateTime deletedTime() {
		return dateTime("deleted_time");
	}

	@Override
	public String toString() {
		return describe("id", "type", "deleted_time");
	}

}
