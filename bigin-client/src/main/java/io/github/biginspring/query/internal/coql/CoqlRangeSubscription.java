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

import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.biginspring.query.RecordPage;

/**
 * One reading of {@link CoqlRanges}.
 * <p>
 * Ranges come side by side and are delivered in order. Where records were deleted
 * meanwhile, a range begins later than the one before it ends; what lies between is then
 * read from the end of that one on. Records that were created are after the beginning of
 * a reading in descending order, and at the end of one in ascending order.
 */
public final class CoqlRangeSubscription<T> {

	private final CoqlRanges<T> ranges;

	private @Nullable RangePlan<T> begun;

	private @Nullable String lastId;

	private volatile boolean unnamedLookups;

	public CoqlRangeSubscription(CoqlRanges<T> ranges) {
		this.ranges = ranges;
	}

	/**
	 * Read all records, of which there may be few, or go on where a reading was
	 * {@linkplain #begin(String) begun}.
	 * @return the records, with back-pressure
	 */
	public Flux<T> records() {
		return Flux.defer(() -> {
			RangePlan<T> plan = (this.begun != null) ? this.begun : new RangePlan<>(this.ranges, null, false);
			return records(plan, this.lastId);
		});
	}

	/**
	 * Read the records after one, of which many are expected.
	 * @param lastId the id of that record, or {@code null} for all records
	 * @return the records, with back-pressure
	 */
	public Flux<T> recordsOfMany(@Nullable String lastId) {
		return Flux.defer(() -> records(new RangePlan<>(this.ranges, lastId, true), lastId));
	}

	private Flux<T> records(RangePlan<T> plan, @Nullable String lastId) {
		return Flux.create((sink) -> new RangeDelivery<>(this.ranges, plan, lastId, sink).start());
	}

	/**
	 * Find out whether at least a whole section follows a record, and whether its values
	 * are those of a list. If so, {@link #records()} goes on from there.
	 * @param lastId the id of that record, or {@code null} for all records
	 * @return whether it can go on
	 */
	public Mono<Boolean> begin(@Nullable String lastId) {
		RangePlan<T> plan = new RangePlan<>(this.ranges, lastId, true);
		CoqlRanges<T> watched = this.ranges
			.reading(this.ranges.calls().reading((parser) -> this.ranges.mapping().read(parser, this::lookAtLookups)));
		return watched.range(this.ranges.after(lastId), CoqlRanges.MAX - 1).map((page) -> {
			boolean many = !page.items().isEmpty() && !this.unnamedLookups
					&& this.ranges.mapping().idOf(page.items().get(0)) != null;
			if (many) {
				plan.found(page);
				this.lastId = lastId;
				this.begun = plan;
			}
			return many;
		});
	}

	/**
	 * Leave out what was read meanwhile in another way.
	 * @param count how many records since the one where this was {@linkplain #begin
	 * begun}
	 * @param lastId the id of the last one
	 */
	public void skip(int count, String lastId) {
		RangePlan<T> plan = this.begun;
		if (plan != null) {
			// the range that begins with the last record or before it
			plan.skip(Math.max(0, count - 1) / CoqlRanges.RANGE);
			this.lastId = lastId;
		}
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

}
