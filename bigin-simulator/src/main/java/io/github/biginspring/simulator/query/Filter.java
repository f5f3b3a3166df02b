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

package io.github.biginspring.simulator.query;

import java.util.List;

import io.github.biginspring.simulator.organization.RecordRow;

/**
 * A condition on records.
 *
 * @since 0.1.0
 */
public interface Filter {

	/**
	 * Whether a record meets the condition.
	 * @param row the record
	 * @return whether it does
	 */
	boolean matches(RecordRow row);

	/**
	 * Where the records that meet the condition can be.
	 * @param field the API name of a field by which the module has an order
	 * @return the keys in that order outside of which no record meets the condition
	 */
	default KeyRanges keys(String field) {
		return KeyRanges.ALL;
	}

	/**
	 * Whether it is enough to know where a record stands in the order of ids.
	 * @return {@code true} if all records with an id of {@link #keys} meet the condition
	 */
	default boolean isDecidedById() {
		return false;
	}

	/**
	 * A condition that several make together.
	 * @param parts the conditions, one at least
	 * @return met where all of them are
	 */
	static Filter all(List<Filter> parts) {
		return new Filter() {

			@Override
			public boolean matches(RecordRow row) {
				return parts.stream().allMatch((part) -> part.matches(row));
			}

			@Override
			public KeyRanges keys(String field) {
				return parts.stream().map((part) -> part.keys(field)).reduce(KeyRanges.ALL, KeyRanges::and);
			}

			@Override
			public boolean isDecidedById() {
				return parts.stream().allMatch(Filter::isDecidedById);
			}

		};
	}

	/**
	 * A choice of several conditions.
	 * @param parts the conditions, one at least
	 * @return met where one of them is
	 */
	static Filter any(List<Filter> parts) {
		return new Filter() {

			@Override
			public boolean matches(RecordRow row) {
				return parts.stream().anyMatch((part) -> part.matches(row));
			}

			@Override
			public KeyRanges keys(String field) {
				return parts.stream().map((part) -> part.keys(field)).reduce(KeyRanges::or).orElse(KeyRanges.ALL);
			}

			@Override
			public boolean isDecidedById() {
				return parts.stream().allMatch(Filter::isDecidedById);
			}

		};
	}

}
