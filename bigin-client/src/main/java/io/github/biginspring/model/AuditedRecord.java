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

package io.github.biginspring.model;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

/**
 * A record with the users and times of its creation and last change. The response to
 * every write has these four fields, whatever the module (recorded from the live API).
 * They are read-only.
 *
 * @since 0.1.0
 */
public abstract class AuditedRecord extends BiginRecord {

	/**
	 * Create a record without fields.
	 */
	protected AuditedRecord() {
	}

	/**
	 * Return who created the record.
	 * @return who created the record, or {@code null}
	 */
	public @Nullable UserLookup getCreatedBy() {
		return getUser("Created_By");
	}

	/**
	 * Return when the record was created.
	 * @return when the record was created, or {@code null}
	 */
	public @Nullable OffsetDateTime getCreatedTime() {
		return getDateTime("Created_Time");
	}

	/**
	 * Return who changed the record last.
	 * @return who changed the record last, or {@code null}
	 */
	public @Nullable UserLookup getModifiedBy() {
		return getUser("Modified_By");
	}

	/**
	 * Return when the record was changed last.
	 * @return when the record was changed last, or {@code null}
	 */
	public @Nullable OffsetDateTime getModifiedTime() {
		return getDateTime("Modified_Time");
	}

}
