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

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

import io.github.biginspring.model.UserLookup;

/**
 * What is left of a deleted record.
 *
 * @param id the record id, digits as text
 * @param displayName what the service showed for the record
 * @param type {@code recycle} while it is in the recycle bin, {@code permanent} once it
 * is gone for good
 * @param deletedBy who deleted it
 * @param deletedTime when it was deleted
 * @since 0.1.0
 */
@JsonNaming(SnakeCaseStrategy.class)
public record DeletedRecord(String id, @Nullable String displayName, @Nullable String type,
		@Nullable UserLookup deletedBy, @Nullable OffsetDateTime deletedTime) {

	/**
	 * Return the record without its name, which may be personal.
	 */
	@Override
	public String toString() {
		return "DeletedRecord[id=" + this.id + ", type=" + this.type + ", deletedTime=" + this.deletedTime + "]";
	}

}
