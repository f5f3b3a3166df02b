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

import org.springframework.util.Assert;

import io.github.biginspring.internal.ApiName;

/**
 * The order of a list. Bigin sorts by {@code id}, {@code Created_Time} and
 * {@code Modified_Time} (Bigin's documentation), and by id, descending, where nothing is
 * said (recorded from the live API).
 *
 * @param field the API name of the field
 * @param order {@code asc} or {@code desc}
 * @since 0.1.0
 */
public record SortOrder(String field, String order) {

	/**
	 * Check the parts.
	 * @param field the API name of the field
	 * @param order {@code asc} or {@code desc}
	 * @throws IllegalArgumentException if the field is not an API name or the order not
	 * one of the two
	 */
	public SortOrder {
		Assert.notNull(order, "'order' must not be null");
		ApiName.field(field);
		if (!order.equals("asc") && !order.equals("desc")) {
			throw new IllegalArgumentException("Not an order: '" + ApiName.shown(order) + "'. It is asc or desc");
		}
	}

	/**
	 * Smallest first.
	 * @param field the API name of the field
	 * @return the order
	 */
	public static SortOrder ascending(String field) {
		return new SortOrder(field, "asc");
	}

	/**
	 * Largest first.
	 * @param field the API name of the field
	 * @return the order
	 */
	public static SortOrder descending(String field) {
		return new SortOrder(field, "desc");
	}

}
