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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.organization.RecordOrder;
import io.github.biginspring.simulator.organization.RecordRow;
import io.github.biginspring.simulator.organization.RecordSource;

/**
 * Finds records. Where the condition bounds the id or one of the times, or the result is
 * sorted by one of them, only the records that can be in the result are looked at.
 *
 * @param filter the condition, or {@code null} for all records
 * @param sort what to sort by, by ascending id where empty
 * @param skip how many records to leave out at the beginning
 * @param limit how many records to find at most
 * @since 0.1.0
 */
public record RecordQuery(@Nullable Filter filter, List<SortKey> sort, int skip, int limit) {

	/**
	 * How many times fewer records another order must leave for the one asked for to be
	 * made by sorting.
	 */
	private static final int SORTING_PAYS = 16;

	/**
	 * Keep a copy of what to sort by.
	 * @param filter the condition, or {@code null} for all records
	 * @param sort what to sort by, by ascending id where empty
	 * @param skip how many records to leave out at the beginning
	 * @param limit how many records to find at most
	 */
	public RecordQuery {
		sort = List.copyOf(sort);
	}

	/**
	 * Find the records.
	 * @param source where to look
	 * @return the ids of the records
	 */
	public Found find(RecordSource source) {
		Span narrowest = narrowest(source);
		Span natural = natural(source);
		if (natural != null && natural.size() / SORTING_PAYS <= narrowest.size()) {
			return (this.filter == null || this.filter.isDecidedById() && isById(this.sort)) ? part(natural)
					: inOrder(source, natural);
		}
		return sorted(source, narrowest);
	}

	private KeyRanges keys(String field) {
		return (this.filter != null) ? this.filter.keys(field) : KeyRanges.ALL;
	}

	private Span narrowest(RecordSource source) {
		Span narrowest = Span.of(source.order("id"), keys("id"), false);
		for (String field : ValueFilter.ORDERED_FIELDS) {
			KeyRanges keys = keys(field);
			if (!keys.equals(KeyRanges.ALL)) {
				Span span = Span.of(source.order(field), keys, false);
				narrowest = (span.size() < narrowest.size()) ? span : narrowest;
			}
		}
		return narrowest;
	}

	private @Nullable Span natural(RecordSource source) {
		if (this.sort.isEmpty()) {
			return Span.of(source.order("id"), keys("id"), false);
		}
		SortKey first = this.sort.get(0);
		String field = first.column().name();
		boolean decidedByFirst = "id".equals(field) || this.sort.size() == 1;
		boolean thenById = this.sort.size() == 2 && "id".equals(this.sort.get(1).column().name())
				&& this.sort.get(1).descending() == first.descending();
		if (ValueFilter.ORDERED_FIELDS.contains(field) && (decidedByFirst || thenById)) {
			return Span.of(source.order(field), keys(field), first.descending());
		}
		return null;
	}

	private static boolean isById(List<SortKey> sort) {
		return sort.isEmpty() || "id".equals(sort.get(0).column().name());
	}

	private Found part(Span span) {
		int start = Math.min(this.skip, span.size());
		int end = (int) Math.min((long) start + this.limit, span.size());
		return new Found(IntStream.range(start, end).mapToLong(span::id).toArray(), end < span.size());
	}

	private Found inOrder(RecordSource source, Span span) {
		long[] found = new long[Math.min(this.limit, span.size())];
		int count = 0;
		int skipped = 0;
		for (int i = 0; i < span.size(); i++) {
			long id = span.id(i);
			if (!matches(source, id)) {
				continue;
			}
			if (skipped < this.skip) {
				skipped++;
				continue;
			}
			if (count == this.limit) {
				return new Found(found, true);
			}
			found[count++] = id;
		}
		return new Found(Arrays.copyOf(found, count), false);
	}

	private boolean matches(RecordSource source, long id) {
		if (this.filter == null) {
			return true;
		}
		RecordRow row = source.find(id);
		return row != null && this.filter.matches(row);
	}

	private Found sorted(RecordSource source, Span span) {
		SortedRows rows = new SortedRows(this.sort, this.skip + this.limit + 1);
		for (int i = 0; i < span.size(); i++) {
			RecordRow row = source.find(span.id(i));
			if (row != null && (this.filter == null || this.filter.matches(row))) {
				rows.add(row, span.id(i));
			}
		}
		long[] ids = rows.ids();
		int end = Math.min(ids.length, this.skip + this.limit);
		return new Found((this.skip < end) ? Arrays.copyOfRange(ids, this.skip, end) : new long[0],
				ids.length > this.skip + this.limit);
	}

	/**
	 * A part of an order.
	 *
	 * @param order the order
	 * @param starts the ranks at which its pieces begin
	 * @param ends the ranks before which they end
	 * @param size how many records there are in all pieces
	 * @param descending the direction in which ranks are counted
	 */
	private record Span(RecordOrder order, List<Integer> starts, List<Integer> ends, int size, boolean descending) {

		static Span of(RecordOrder order, KeyRanges keys, boolean descending) {
			List<Integer> starts = new ArrayList<>();
			List<Integer> ends = new ArrayList<>();
			int size = 0;
			for (KeyRanges.Range range : keys.ranges()) {
				int low = order.rankOf(range.low(), Long.MIN_VALUE, false);
				int high = order.rankOf(range.high(), Long.MAX_VALUE, false);
				starts.add(descending ? 0 : starts.size(), descending ? order.size() - high : low);
				ends.add(descending ? 0 : ends.size(), descending ? order.size() - low : high);
				size += high - low;
			}
			return new Span(order, starts, ends, size, descending);
		}

		long id(int index) {
			int remaining = index;
			for (int i = 0; i < this.starts.size(); i++) {
				int length = this.ends.get(i) - this.starts.get(i);
				if (remaining < length) {
					return this.order.id(this.starts.get(i) + remaining, this.descending);
				}
				remaining -= length;
			}
			throw new IndexOutOfBoundsException(index);
		}

	}

	/**
	 * The records that were found.
	 *
	 * @param ids the ids of the records, in order
	 * @param more whether there are more than the limit let through
	 */
	public record Found(long[] ids, boolean more) {
	}

}
