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

package io.github.biginspring.query.internal.search;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The ids of records that were delivered, to leave out what comes twice where no order
 * tells. Records without an id are never left out.
 */
final class DeliveredIds<T> {

	private final Function<T, @Nullable String> id;

	private final Set<String> ids = new HashSet<>();

	DeliveredIds(Function<T, @Nullable String> id) {
		this.id = id;
	}

	/**
	 * Return the records that are not among these, and are from now on.
	 * @param records the records
	 * @return the others
	 */
	List<T> add(List<T> records) {
		return records.stream().filter((record) -> {
			String recordId = this.id.apply(record);
			return recordId == null || this.ids.add(recordId);
		}).toList();
	}

	/**
	 * Return the records that are not among these.
	 * @param records the records
	 * @return the others
	 */
	List<T> others(List<T> records) {
		return records.stream().filter((record) -> {
			String recordId = this.id.apply(record);
			return recordId == null || !this.ids.contains(recordId);
		}).toList();
	}

	void clear() {
		this.ids.clear();
	}

}
