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

import java.util.Comparator;

import org.jspecify.annotations.Nullable;

/**
 * A column to sort by. Records without a value come first in ascending order.
 *
 * @param column the column
 * @param descending whether the greatest comes first
 * @since 0.1.0
 */
public record SortKey(Column column, boolean descending) {

	Comparator<@Nullable Comparable<?>> comparator() {
		Comparator<@Nullable Comparable<?>> ascending = (one, other) -> {
			if (one == null || other == null) {
				return Boolean.compare(one != null, other != null);
			}
			return Values.compare(one, other);
		};
		return this.descending ? ascending.reversed() : ascending;
	}

}
