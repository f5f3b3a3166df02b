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

package io.github.biginspring.query.internal.coql;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.internal.IdOrder;
import io.github.biginspring.internal.coql.CoqlStatement;
import io.github.biginspring.internal.mapping.RecordMapping;
import io.github.biginspring.internal.paging.IdSequence;
import io.github.biginspring.internal.paging.RecordCalls;
import io.github.biginspring.internal.paging.SmallerPages;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;

/**
 * The records of a module as ranges of ids, which COQL gives.
 * <p>
 * A range is what lies between two records. The first of them is found by an offset from
 * an id; the same response brings the records after it, 200 rows with the first one of
 * the next range as the last. So ranges join where they overlap, and to find them costs
 * no call of its own.
 *
 * @param calls makes the calls
 * @param mapping tells the id of a record
 * @param order the order of ids
 * @param all the query for all records
 * @param atOnce how many calls may be under way
 * @param smaller what has been seen of the size of pages
 */
public record CoqlRanges<T>(RecordCalls<T> calls, RecordMapping<T> mapping, IdOrder order, CoqlStatement all,
		int atOnce, SmallerPages smaller) {

	/**
	 * How many ranges can be found from one id, as far as the service gives rows by
	 * offset (as other clients report).
	 */
	static final int MAX;

	/**
	 * How many records a range adds to those of the one before.
	 */
	static final int RANGE;

	private static final int ROWS = PageSpec.MAX_PER_PAGE;

	private static final int MAX_BY_OFFSET = 10_000;

	static {
		RANGE = ROWS - 1;
		MAX = (MAX_BY_OFFSET - ROWS) / RANGE + 1;
	}

	CoqlRanges<T> reading(RecordCalls<T> calls) {
		return new CoqlRanges<>(calls, this.mapping, this.order, this.all, this.atOnce, this.smaller);
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
	Mono<RecordPage<T>> range(String text, int index) {
		return this.smaller
			.rows(ROWS, (long) index * RANGE,
					(count, offset) -> this.calls
						.fetch(this.calls.coql(text + " limit " + count + " offset " + offset)))
			.defaultIfEmpty(RecordPage.empty(PageSpec.first()));
	}

	BiginException endless() {
		return this.calls.unreadable(HttpMethod.POST, RecordCalls.COQL_PATH,
				"The reading would never end: rows after an id are asked for, and none of those that come is after it");
	}

	void requireOrder(RecordPage<T> page) {
		new IdSequence<T>(this.mapping::idOf, this.order).requireOrder(page,
				(message) -> this.calls.unreadable(HttpMethod.POST, RecordCalls.COQL_PATH, message));
	}

	String idOf(T record) {
		String id = this.mapping.idOf(record);
		Assert.state(id != null, () -> "Ranges of ids can be read of records with an id only: give the type of "
				+ this.mapping.module() + " one, or use another plan");
		return id;
	}

}
