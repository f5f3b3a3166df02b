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

package io.github.biginspring.internal.paging;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.internal.IdOrder;
import io.github.biginspring.query.RecordPage;

/**
 * Records in the order of ids. Nobody shares its place with another one, so it can be
 * told of any two of them which comes first, whatever comes and goes meanwhile.
 *
 * @param id gives the id of a record
 * @param order the order
 */
public record IdSequence<T>(Function<T, @Nullable String> id, IdOrder order) {

	public @Nullable String idOf(@Nullable T record) {
		return (record != null) ? this.id.apply(record) : null;
	}

	/**
	 * Return the id of the last record of a page.
	 * @param page the page
	 * @return the id, or {@code null} where there is no record or no id
	 */
	public @Nullable String lastId(RecordPage<T> page) {
		List<T> items = page.items();
		return items.isEmpty() ? null : idOf(items.get(items.size() - 1));
	}

	/**
	 * Whether a page begins with a record or before it, so that none between that record
	 * and the end of the page can be missing.
	 * @param lastId the id of the record
	 * @param page the page
	 * @return {@code true} if it does
	 */
	public boolean overlaps(String lastId, RecordPage<T> page) {
		return !page.items().isEmpty() && !isAfter(page.items().get(0), lastId);
	}

	/**
	 * Return the records of a page that come after a record. The page has to be in the
	 * order of ids.
	 * @param lastId the id of that record
	 * @param page the page
	 * @return the records
	 */
	public List<T> after(String lastId, RecordPage<T> page) {
		List<T> items = page.items();
		// a few of them tell where they begin
		int from = 0;
		int to = items.size();
		while (from < to) {
			int middle = (from + to) / 2;
			if (isAfter(items.get(middle), lastId)) {
				to = middle;
			}
			else {
				from = middle + 1;
			}
		}
		return items.subList(from, items.size());
	}

	private boolean isAfter(T record, String lastId) {
		String recordId = this.id.apply(record);
		return recordId == null || this.order.isAfter(recordId, lastId);
	}

	/**
	 * Require that a page is in the order of ids: what stands too far back would be taken
	 * for read.
	 * @param page the page
	 * @param unreadable makes the failure of a page that is not
	 */
	public void requireOrder(RecordPage<T> page, Function<String, BiginException> unreadable) {
		String previous = null;
		for (T record : page.items()) {
			String recordId = this.id.apply(record);
			if (previous != null && recordId != null && this.order.isAfter(previous, recordId)) {
				throw unreadable.apply("The service does not give the records in the order of ids, without which none"
						+ " can be told from those that were read");
			}
			previous = recordId;
		}
	}

}
