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

import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.error.BiginJobFailedException;
import io.github.biginspring.error.BiginNotFoundException;
import io.github.biginspring.error.BiginPermissionException;
import io.github.biginspring.error.BiginScopeException;
import io.github.biginspring.paging.PageRequest;

/**
 * One reading of a list whose size is not known: by pages first, then by what is best for
 * the rest. Each way goes on after the last record of the one before.
 */
final class AdaptiveReading<T> {

	private static final Log logger = LogFactory.getLog(ReadPlan.class);

	// with the ranges that are known to be there, as many as make a bulk read pay
	private static final int MORE_FOR_BULK = 2_000;

	private final DefaultRecordQuery<T> list;

	private final ReadPlan plan;

	private final @Nullable BulkSource bulk;

	private final FirstPages<T> first;

	// why COQL cannot give the records
	private final @Nullable String obstacle;

	private volatile boolean goesOn;

	private volatile boolean asked;

	private volatile boolean bulkBegun;

	AdaptiveReading(DefaultRecordQuery<T> list, ReadPlan plan, @Nullable BulkSource bulk) {
		this.list = list;
		this.plan = plan;
		// an order that was asked for is kept
		this.bulk = (plan.way() == ReadPlan.Way.FEWEST_CREDITS && list.scope().equals(ListScope.WHOLE_MODULE)) ? bulk
				: null;
		this.first = new FirstPages<>(new ListSource<>(list, list.requiredFields()));
		this.obstacle = (list.paging().prefetch() > 0) ? CoqlRanges.obstacle(list) : "no page is to be fetched ahead";
	}

	Flux<T> records() {
		if (this.plan.expectsMany()) {
			return recordsOfMany();
		}
		if (this.plan.isSizeKnown()) {
			return pages("few records are expected");
		}
		if (this.bulk == null && this.obstacle != null) {
			return pages(this.obstacle);
		}
		Flux<T> firstPages = this.list.calls().read(() -> this.first, this.list.paging());
		return Flux.concat(firstPages, Flux.defer(this::rest)).doOnRequest(this::ask);
	}

	// who takes a few records asks for them once
	private void ask(long count) {
		this.goesOn = this.asked || count == Long.MAX_VALUE;
		this.asked = true;
	}

	private Flux<T> recordsOfMany() {
		if (this.bulk != null) {
			return bulk(this.bulk, null, "many records are expected", this::coqlOrPages);
		}
		return coqlOrPages();
	}

	private Flux<T> coqlOrPages() {
		if (this.obstacle != null) {
			return pages(this.obstacle);
		}
		CoqlRangeReading<T> reading = new CoqlRangeReading<>(CoqlRanges.of(this.list, this.plan.calls()));
		return begun(reading, null).flatMapMany(
				(many) -> many ? coql(reading, "many records are expected") : pages("COQL does not give them"));
	}

	private Flux<T> pages(String reason) {
		log("pages", reason);
		return this.list.calls()
			.read(() -> new ListSource<>(this.list, this.list.requiredFields()), this.list.paging());
	}

	private Flux<T> rest() {
		T last = this.first.last();
		PageRequest next = this.first.next();
		if (last == null || next == null) {
			return Flux.empty();
		}
		String lastId = this.list.mapping().idOf(last);
		if (lastId == null) {
			return restOfPages(next, "they have no id");
		}
		if (!this.goesOn) {
			return restOfPages(next, "some records only are asked for");
		}
		boolean ranges = this.obstacle == null;
		CoqlRangeReading<T> reading = new CoqlRangeReading<>(
				ranges ? CoqlRanges.of(this.list, this.plan.calls()) : CoqlRanges.ofIds(this.list));
		Supplier<Flux<T>> otherwise = () -> ranges ? coql(reading, "many more follow")
				: restOfPages(next, String.valueOf(this.obstacle));
		return begun(reading, lastId).flatMapMany((many) -> {
			if (!many) {
				return restOfPages(next, "COQL does not give many more");
			}
			BulkSource source = this.bulk;
			if (source == null) {
				return otherwise.get();
			}
			return forgiving(reading.isFollowedBy(MORE_FOR_BULK)).flatMapMany(
					(enough) -> enough ? bulk(source, lastId, "many more follow", otherwise) : otherwise.get());
		});
	}

	private Mono<Boolean> begun(CoqlRangeReading<T> reading, @Nullable String lastId) {
		return forgiving(reading.begin(lastId)).doOnNext((many) -> {
			if (reading.hasUnnamedLookups()) {
				logger.debug("COQL gives lookups without a name");
			}
		});
	}

	// the other ways fail by themselves where the cause is not COQL
	private Mono<Boolean> forgiving(Mono<Boolean> probe) {
		return probe.onErrorResume(BiginException.class, (failure) -> {
			logSkipped("COQL", failure);
			return Mono.just(false);
		});
	}

	private Flux<T> coql(CoqlRangeReading<T> reading, String reason) {
		log("COQL, " + this.plan.calls() + " calls at once", reason);
		return reading.records();
	}

	private Flux<T> restOfPages(PageRequest next, String reason) {
		log("further pages", reason);
		return this.first.onward(this.list.calls(), next, this.list.paging().prefetch());
	}

	private Flux<T> bulk(BulkSource source, @Nullable String lastId, String reason, Supplier<Flux<T>> otherwise) {
		log("a bulk read", reason);
		Flux<T> rows = Flux.defer(() -> source.records(this.list.mapping(), this.list.selection().names()))
			.filter((record) -> {
				this.bulkBegun = true;
				return lastId == null || isAfter(record, lastId);
			});
		return this.list.calls().counted(rows).onErrorResume(this::isBulkRefused, (failure) -> {
			logSkipped("bulk read", failure);
			return otherwise.get();
		});
	}

	// what pages have delivered stands in the file too
	private boolean isAfter(T record, String lastId) {
		String id = this.list.mapping().idOf(record);
		return id == null || IdOrder.DESCENDING.isAfter(id, lastId);
	}

	private boolean isBulkRefused(Throwable failure) {
		return !this.bulkBegun && (failure instanceof IllegalStateException || failure instanceof BiginScopeException
				|| failure instanceof BiginPermissionException || failure instanceof BiginInvalidRequestException
				|| failure instanceof BiginNotFoundException || failure instanceof BiginJobFailedException);
	}

	private void log(String way, String reason) {
		if (logger.isDebugEnabled()) {
			logger.debug("Plan " + this.plan + ": " + this.list.mapping().module() + " by " + way + ", as " + reason);
		}
	}

	private void logSkipped(String way, Throwable failure) {
		if (logger.isDebugEnabled()) {
			String reason = (failure instanceof BiginException exception && exception.getCode() != null)
					? exception.getCode() : failure.getClass().getSimpleName();
			logger.debug("No " + way + " of " + this.list.mapping().module() + ": " + reason);
		}
	}

}
