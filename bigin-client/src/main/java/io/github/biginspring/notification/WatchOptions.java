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

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.biginspring.internal.ApiName;

/**
 * Options of a channel: what it notifies of in addition to its events, and which updates
 * it leaves out. Immutable; each step returns a copy.
 *
 * @since 0.1.0
 */
public final class WatchOptions {

	/**
	 * How many fields the conditions of a channel name at most.
	 */
	public static final int MAX_FIELDS = 10;

	/**
	 * How many modules a channel has conditions for at most.
	 */
	public static final int MAX_MODULES = 2;

	private static final WatchOptions NONE = new WatchOptions(false, false, Map.of());

	private final boolean relatedActions;

	private final boolean fieldValues;

	private final Map<String, List<String>> changedFields;

	private WatchOptions(boolean relatedActions, boolean fieldValues, Map<String, List<String>> changedFields) {
		this.relatedActions = relatedActions;
		this.fieldValues = fieldValues;
		this.changedFields = changedFields;
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
		Assert.notEmpty(fields, () -> "The condition for " + module + " names no field");
		// which checks the name of the module
		String name = WatchEvent.all(module).module();
		Map<String, List<String>> conditions = new LinkedHashMap<>(this.changedFields);
		conditions.put(name, Arrays.stream(fields).map(ApiName::field).toList());
		int names = conditions.values().stream().mapToInt(List::size).sum();
		Assert.isTrue(conditions.size() <= MAX_MODULES && names <= MAX_FIELDS, "A channel takes conditions for at most "
				+ MAX_MODULES + " modules with " + MAX_FIELDS + " fields in all");
		return new WatchOptions(this.relatedActions, this.fieldValues, Collections.unmodifiableMap(conditions));
	}

	/**
	 * Whether the channel also tells of changes of related records.
	 * @return {@code true} if it does
	 */
	public boolean relatedActions() {
		return this.relatedActions;
	}

	/**
	 * Whether the channel tells the values of the fields that were changed.
	 * @return {@code true} if it does
	 */
	public boolean fieldValues() {
		return this.fieldValues;
	}

	/**
	 * The fields of which one must have changed.
	 * @return the API names of the fields for that of a module; empty for no condition
	 */
	public Map<String, List<String>> changedFields() {
		return this.changedFields;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof WatchOptions options && this.relatedActions == options.relatedActions
				&& this.fieldValues == options.fieldValues && this.changedFields.equals(options.changedFields);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.relatedActions, this.fieldValues, this.changedFields);
	}

	@Override
	public String toString() {
		return "WatchOptions[relatedActions=" + this.relatedActions + ", fieldValues=" + this.fieldValues
				+ ", changedFields=" + this.changedFields + "]";
	}

}
