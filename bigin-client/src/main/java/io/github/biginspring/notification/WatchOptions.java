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

package io.github.biginspring.notification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.util.Assert;

import io.github.biginspring.internal.ApiName;

/**
 * Options of a channel: what it notifies of in addition to its events, and which updates
 * it leaves out. Immutable; each step returns a copy.
 *
 * @param relatedActions whether it also tells of changes of related records
 * @param fieldValues whether it tells the values of the fields that were changed
 * @param changedFields for a module, the fields of which one must have changed
 * @since 0.1.0
 */
public record WatchOptions(boolean relatedActions, boolean fieldValues, Map<String, List<String>> changedFields) {

	/**
	 * How many fields the conditions of a channel name at most.
	 */
	public static final int MAX_FIELDS = 10;

	/**
	 * How many modules a channel has conditions for at most.
	 */
	public static final int MAX_MODULES = 2;

	private static final WatchOptions NONE = new WatchOptions(false, false, Map.of());

	/**
	 * Check the parts.
	 * @param relatedActions whether it also tells of changes of related records
	 * @param fieldValues whether it tells the values of the fields that were changed
	 * @param changedFields for a module, the fields of which one must have changed
	 * @throws IllegalArgumentException if there are too many modules or fields, or one
	 * has no API name
	 */
	public WatchOptions {
		Assert.notNull(changedFields, "'changedFields' must not be null");
		Map<String, List<String>> copy = new LinkedHashMap<>();
		int names = 0;
		for (Map.Entry<String, List<String>> condition : changedFields.entrySet()) {
			Assert.notNull(condition.getValue(), "'changedFields' must not contain null values");
			List<String> fields = new ArrayList<>();
			for (String field : condition.getValue()) {
				fields.add(ApiName.field(field));
			}
			Assert.notEmpty(fields, () -> "The condition for " + condition.getKey() + " names no field");
			// which checks the name of the module
			copy.put(WatchEvent.all(condition.getKey()).module(), List.copyOf(fields));
			names += fields.size();
		}
		Assert.isTrue(copy.size() <= MAX_MODULES && names <= MAX_FIELDS, "A channel takes conditions for at most "
				+ MAX_MODULES + " modules with " + MAX_FIELDS + " fields in all");
		changedFields = Map.copyOf(copy);
	}

	/**
	 * Nothing beyond the events, and no update left out.
	 * @return the options
	 */
	public static WatchOptions none() {
		return NONE;
	}

	/**
	 * Tell also of changes of related records.
	 * @return a copy
	 */
	public WatchOptions withRelatedActions() {
		return new WatchOptions(true, this.fieldValues, this.changedFields);
	}

	/**
	 * Tell also the values of the fields that were changed. They may be personal, and go
	 * where the channel leads.
	 * @return a copy
	 */
	public WatchOptions withFieldValues() {
		return new WatchOptions(this.relatedActions, true, this.changedFields);
	}

	/**
	 * Tell of those updates alone that change one of the given fields.
	 * @param module the API name of the module, which is case-sensitive
	 * @param fields the API names of the fields
	 * @return a copy
	 * @throws IllegalArgumentException if there are too many modules or fields, or one
	 * has no API name
	 */
	public WatchOptions whenChanged(String module, String... fields) {
		Assert.notNull(module, "'module' must not be null");
		Assert.notNull(fields, "'fields' must not be null");
		Assert.noNullElements(fields, "'fields' must not contain null elements");
		Map<String, List<String>> conditions = new LinkedHashMap<>(this.changedFields);
		conditions.put(module, List.of(fields));
		return new WatchOptions(this.relatedActions, this.fieldValues, conditions);
	}

}
