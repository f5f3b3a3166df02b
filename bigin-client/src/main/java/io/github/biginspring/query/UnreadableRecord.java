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

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A record that does not fit its mapped type and was left out.
 *
 * @param module the API name of its module
 * @param id its id, or {@code null} where the id was not read
 * @param field the API name of the field that does not fit, or {@code null} where it is
 * not known
 * @param reason what is wrong, without any value
 * @since 0.1.0
 * @see RecordQuery#onUnreadable
 */
public record UnreadableRecord(String module, @Nullable String id, @Nullable String field, String reason) {

	/**
	 * Create the description of a record.
	 * @param module the API name of its module
	 * @param id its id, or {@code null} where the id was not read
	 * @param field the API name of the field that does not fit, or {@code null} where it
	 * is not known
	 * @param reason what is wrong, without any value
	 */
	public UnreadableRecord {
		Assert.notNull(module, "'module' must not be null");
		Assert.notNull(reason, "'reason' must not be null");
	}

}
