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
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

import io.github.biginspring.mapping.RecordMapping;
import io.github.biginspring.paging.Page;
import io.github.biginspring.paging.PageRequest;

/**
 * The records of a module as ranges of ids, which COQL gives.
 * <p>
 * A range is what lies between two records. The first of them is found by an offset from
 * an id; the same answer brings the records after it, 200 rows with the first one of the
 * next range as the last. So ranges join where they overlap, and to find them costs no
 * call of its own.
 *
 * @param calls makes the calls
 * @param mapping tells the id of a record
 * @param order the order of ids
 * @param all the query for all records
 * @param atOnce how many calls may be under way
 */
record CoqlRanges<T>(RecordCalls<T> calls, RecordMapping<T> mapping, IdOrder order, Coql all, int atOnce) {

	/**
	 * How many ranges can be found from one id, as far as the service gives rows by
	 * offset (as other clients report).
	 */
	static final int MOST;

	private static final int ROWS = PageRequest.MOST_PER_PAGE;

	private static final int RANGE = ROWS - 1;

	private static final int MOST_BY_OFFSET = 10_000;

	static {
		MOST = (MOST_BY_OFFSET - ROWS) / RANGE + 1;
	}

	/**
	 * Return why a list cannot be read so.
	 * @param list the list, which says its fields
	 * @return the reason, or {@code null} where it can
	 */
	static @Nullable String obstacle(DefaultRecordQuery<?> list) {
		if (!list.scope().isWholeModule()) {
			return "it is of a custom view, pipeline or time of change";
		}
		if (list.scope().idOrder() == null) {
			return "its order is not that of ids";
		}
		for (String field : list.selection().names()) {
			if (!QueryTemplate.isKnownToCoql(field)) {
				return "COQL does not know the field " + field;
			}
		}
		try {
			Coql.select(list.selection().names());
			return null;
		}
		catch (IllegalArgumentException ex) {
			return ex.getMessage();
		}
	}

	/**
	 * Return the ranges of a list.
	 * @param list the list, without an {@link #obstacle}
	 * @param atOnce how many calls may be under way
	 * @param <T> the type of a record
	 * @return the ranges
	 */
	static <T> CoqlRanges<T> of(DefaultRecordQuery<T> list, int atOnce) {
		IdOrder order = list.scope().idOrder();
		Assert.state(order != null, "'list' must be in the order of ids");
		Coql all = Coql.select(list.selection().names())
			.from(list.mapping().module())
			.orderBy(new Sort("id", order.keyword()));
		return new CoqlRanges<>(list.calls(), list.mapping(), order, all, atOnce);
	}

	CoqlRanges<T> reading(RecordCalls<T> calls) {
		return new CoqlRanges<>(calls, this.mapping, this.order, this.all, this.atOnce);
	}

	/**
	 * Return the query for the records after one.
	 * @param id the id of that record, or {@code null} for all records
	 * @return the text, without limit and offset
	 */
	String after(@Nullable String id) {
		return ((id != null) ? this.all.after(id, this.order) : this.all).text();
	}

	/**
	 * Fetch a range.
	 * @param text the query
	 * @param index which range from its beginning, from 0
	 * @return its records and the first of the next one, or none
	 */
	Mono<Page<T>> range(String text, int index) {
		return this.calls.fetch(this.calls.coql(text + " limit " + ROWS + " offset " + index * RANGE))
			.defaultIfEmpty(Page.empty(PageRequest.first()));
	}

	String idOf(T record) {
		String id = this.mapping.idOf(record);
		Assert.state(id != null, () -> "Ranges of ids can be read of records with an id only: give the type of "
				+ this.mapping.module() + " one, or use another plan");
		return id;
	}

}
