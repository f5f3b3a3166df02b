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

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;

import org.springframework.http.HttpMethod;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.internal.paging.RecordCalls;
import io.github.biginspring.query.RecordPage;

/**
 * One reading of {@link CoqlRanges}, section after section. A section is as many ranges
 * as are known to be there, because the last of them was fetched first; so none is asked
 * for in vain but that one. Where the last one is not there, the next section is half as
 * long.
 * <p>
 * Ranges come side by side and are delivered in order. Where records were deleted
 * meanwhile, a range begins later than the one before it ends; what lies between is then
 * read from the end of that one on. Records that were created are after the beginning of
 * a reading in descending order, and at the end of one in ascending order.
 * <p>
 * All fields are used by one signal at a time.
 */
public final class CoqlRangeSubscription<T> {

	private final CoqlRanges<T> ranges;

	// the last record that was passed on
	private @Nullable String lastId;

	private @Nullable String sectionStart;

	private int length = 1;

	private boolean growing = true;

	private @Nullable RecordPage<T> end;

	private int position;

	private boolean filled;

	private boolean ended;

	private boolean unnamedLookups;

	public CoqlRangeSubscription(CoqlRanges<T> ranges) {
		this.ranges = ranges;
	}

	/**
	 * Read all records, of which there may be few.
	 * @return the records, with back-pressure
	 */
	public Flux<T> records() {
		return Flux.defer(this::section).repeat(() -> !this.ended);
	}

	/**
	 * Read the records after one, of which many are expected.
	 * @param lastId the id of that record, or {@code null} for all records
	 * @return the records, with back-pressure
	 */
	public Flux<T> recordsOfMany(@Nullable String lastId) {
		expectMany(lastId);
		return records();
	}

	private void expectMany(@Nullable String lastId) {
		this.lastId = lastId;
		this.length = CoqlRanges.MAX;
		this.growing = false;
	}

	/**
	 * Find out whether at least a whole section follows a record, and whether its values
	 * are those of a list. If so, {@link #records()} goes on from there.
	 * @param lastId the id of that record, or {@code null} for all records
	 * @return whether it can go on
	 */
	public Mono<Boolean> begin(@Nullable String lastId) {
		expectMany(lastId);
		CoqlRanges<T> watched = this.ranges
			.reading(this.ranges.calls().reading((parser) -> this.ranges.mapping().read(parser, this::lookAtLookups)));
		return watched.range(this.ranges.after(lastId), this.length - 1).map((page) -> {
			this.end = page;
			return !page.items().isEmpty() && !this.unnamedLookups
					&& this.ranges.mapping().idOf(page.items().get(0)) != null;
		});
	}

	// COQL might give the id of a lookup alone, where a list gives the name too
	private boolean lookAtLookups(Map<String, @Nullable Object> wire) {
		for (Object value : wire.values()) {
			if (value instanceof Map<?, ?> lookup && lookup.containsKey("id") && !lookup.containsKey("name")) {
				this.unnamedLookups = true;
			}
		}
		return true;
	}

	public boolean hasUnnamedLookups() {
		return this.unnamedLookups;
	}

	private Flux<T> section() {
		RecordPage<T> known = this.end;
		Mono<RecordPage<T>> last = (known != null) ? Mono.just(known)
				: this.ranges.range(this.ranges.after(this.lastId), this.length - 1);
		return last.flatMapMany(this::section);
	}

	private Flux<T> section(RecordPage<T> last) {
		this.end = null;
		// each section begins after the last record of the one before
		if (this.lastId != null && this.lastId.equals(this.sectionStart) && !last.items().isEmpty()) {
			return Flux.error(unreadable());
		}
		if (last.items().isEmpty()) {
			this.growing = false;
			this.ended = this.length == 1;
			if (this.ended && last.hasNext()) {
				return Flux.error(unreadable());
			}
			this.length = Math.max(1, this.length / 2);
			return Flux.empty();
		}
		this.sectionStart = this.lastId;
		this.ended = !last.hasNext();
		int count = this.length;
		if (this.growing) {
			this.length = Math.min(2 * count, CoqlRanges.MAX);
		}
		String query = this.ranges.after(this.lastId);
		String nextQuery = this.ranges.after(lastIdOf(last.items()));
		int nextEnd = this.length - 1;
		this.position = 0;
		return Flux.range(0, this.ended ? count : count + 1).flatMapSequential((index) -> {
			Mono<RecordPage<T>> range = Mono.just(last);
			if (index != count - 1) {
				range = (index < count) ? this.ranges.range(query, index) : this.ranges.range(nextQuery, nextEnd);
			}
			// a failure waits for what comes before it
			return range.materialize();
		}, this.ranges.atOnce(), 1).concatMap((range) -> deliver(range, count), 0);
	}

	private Flux<T> deliver(Signal<RecordPage<T>> range, int count) {
		int index = this.position++;
		RecordPage<T> page = range.get();
		if (page == null) {
			Throwable failure = range.getThrowable();
			return (failure != null) ? Flux.error(failure) : Flux.empty();
		}
		if (index == count) {
			this.end = page;
			return Flux.empty();
		}
		if (index > 0 && !page.items().isEmpty()) {
			String firstId = this.ranges.idOf(page.items().get(0));
			if (isAhead(firstId)) {
				return Flux.concat(fillUpTo(firstId), Flux.defer(() -> remaining(page)));
			}
		}
		return remaining(page);
	}

	private Flux<T> fillUpTo(String id) {
		this.filled = false;
		return Flux.defer(() -> this.ranges.range(this.ranges.after(this.lastId), 0).flatMapMany((page) -> {
			this.filled = page.items().isEmpty();
			String before = this.lastId;
			Flux<T> records = remaining(page);
			return (this.filled || !Objects.equals(before, this.lastId)) ? records : Flux.error(unreadable());
		})).repeat(() -> !this.filled && isAhead(id));
	}

	private BiginException unreadable() {
		return this.ranges.calls()
			.unreadable(HttpMethod.POST, RecordCalls.COQL_PATH,
					"The reading would never end: rows after an id are asked for, and none of those that come is after it");
	}

	private boolean isAhead(String id) {
		return this.lastId == null || this.ranges.order().isAfter(id, this.lastId);
	}

	private Flux<T> remaining(RecordPage<T> page) {
		this.ranges.requireOrder(page);
		List<T> items = page.items();
		int from = 0;
		while (from < items.size() && !isAhead(this.ranges.idOf(items.get(from)))) {
			from++;
		}
		if (from == items.size()) {
			return Flux.empty();
		}
		this.lastId = lastIdOf(items);
		this.ranges.calls().count(items.size() - from);
		return Flux.fromIterable(items.subList(from, items.size()));
	}

	private String lastIdOf(List<T> items) {
		return this.ranges.idOf(items.get(items.size() - 1));
	}

}
