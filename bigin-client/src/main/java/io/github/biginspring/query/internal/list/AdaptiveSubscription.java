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

package io.github.biginspring.query.internal.list;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.ReadPlan;
import io.github.biginspring.query.internal.coql.CoqlRangeSubscription;

/**
 * One reading of a list whose size is not known: by pages first, then by COQL where many
 * more follow, which goes on after the last record of the pages. Where the first page
 * took long, it is found out at once whether many follow.
 */
public final class AdaptiveSubscription<T> {

	private static final Log logger = LogFactory.getLog(AdaptiveSubscription.class);

	private final ListSpec<T> list;

	private final ReadPlan plan;

	private final FirstPages<T> first;

	// why COQL cannot give the records
	private final @Nullable String obstacle;

	// COQL as it was begun where the first page took long
	private volatile @Nullable CoqlRangeSubscription<T> early;

	private final Sinks.One<Boolean> earlyMany = Sinks.one();

	private final Disposable.Swap earlyCall = Disposables.swap();

	private volatile ContextView context = Context.empty();

	private volatile boolean goesOn;

	private volatile boolean asked;

	public AdaptiveSubscription(ListSpec<T> list, ReadPlan plan) {
		this.list = list;
		this.plan = plan;
		this.first = new FirstPages<>(new ListSource<>(list), this::beginEarly);
		this.obstacle = (list.paging().prefetch() > 0) ? list.obstacle() : "no page is to be fetched ahead";
	}

	public Flux<T> records() {
		Boolean many = this.plan.expectsMany();
		if (many != null) {
			return many ? coqlOrPages() : pages("few records are expected");
		}
		if (this.obstacle != null) {
			return pages(this.obstacle);
		}
		Flux<T> firstPages = this.list.calls().read(() -> this.first, this.list.paging());
		return Flux.deferContextual((context) -> {
			this.context = context;
			return Flux.concat(firstPages, Flux.defer(this::rest));
		}).doOnRequest(this::ask).doFinally((signal) -> this.earlyCall.dispose());
	}

	// who takes a few records asks for them once
	private void ask(long count) {
		this.goesOn = this.asked || count == Long.MAX_VALUE;
		this.asked = true;
	}

	// while a response is waited for, the limits would allow several calls
	private void beginEarly(T last) {
		String lastId = this.list.mapping().idOf(last);
		if (!this.goesOn || lastId == null) {
			return;
		}
		CoqlRangeSubscription<T> reading = new CoqlRangeSubscription<>(this.list.ranges(this.plan.calls()));
		this.early = reading;
		this.earlyCall.update(begun(reading, lastId).subscribe((many) -> {
			if (many) {
				this.first.endEarly();
			}
			this.earlyMany.tryEmitValue(many);
		}, this.earlyMany::tryEmitError, null, Context.of(this.context)));
	}

	private Flux<T> coqlOrPages() {
		if (this.obstacle != null) {
			return pages(this.obstacle);
		}
		CoqlRangeSubscription<T> reading = new CoqlRangeSubscription<>(this.list.ranges(this.plan.calls()));
		return begun(reading, null).flatMapMany(
				(many) -> many ? coql(reading, "many records are expected") : pages("COQL does not give them"));
	}

	private Flux<T> pages(String reason) {
		log("pages", reason);
		return this.list.calls().read(() -> new ListSource<>(this.list), this.list.paging());
	}

	private Flux<T> rest() {
		T last = this.first.last();
		PageSpec next = this.first.next();
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
		CoqlRangeSubscription<T> begun = this.early;
		CoqlRangeSubscription<T> reading = (begun != null) ? begun
				: new CoqlRangeSubscription<>(this.list.ranges(this.plan.calls()));
		Mono<Boolean> found = (begun != null)
				? this.earlyMany.asMono().doOnNext((many) -> begun.skip(this.first.further(), lastId))
				: begun(reading, lastId);
		return found.flatMapMany(
				(many) -> many ? coql(reading, "many more follow") : restOfPages(next, "COQL does not give many more"));
	}

	private Mono<Boolean> begun(CoqlRangeSubscription<T> reading, @Nullable String lastId) {
		return forgiving(reading.begin(lastId)).doOnNext((many) -> {
			if (reading.hasUnnamedLookups()) {
				logger.debug("COQL gives lookups without a name");
			}
		});
	}

	// the other ways fail by themselves where the cause is not COQL
	private Mono<Boolean> forgiving(Mono<Boolean> probe) {
		return probe.onErrorResume(BiginException.class, (failure) -> {
			logSkipped(failure);
			return Mono.just(false);
		});
	}

	private Flux<T> coql(CoqlRangeSubscription<T> reading, String reason) {
		log("COQL, " + this.plan.calls() + " calls at once", reason);
		return reading.records();
	}

	private Flux<T> restOfPages(PageSpec next, String reason) {
		log("further pages", reason);
		return this.first.onward(this.list.calls(), next, this.list.paging().prefetch());
	}

	private void log(String way, String reason) {
		if (logger.isDebugEnabled()) {
			logger.debug("Plan " + this.plan + ": " + this.list.mapping().module() + " by " + way + ", as " + reason);
		}
	}

	private void logSkipped(BiginException failure) {
		if (logger.isDebugEnabled()) {
			String reason = (failure.getCode() != null) ? failure.getCode() : failure.getClass().getSimpleName();
			logger.debug("No COQL of " + this.list.mapping().module() + ": " + reason);
		}
	}

}
