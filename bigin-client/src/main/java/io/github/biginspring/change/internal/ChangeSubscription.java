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

package io.github.biginspring.change.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.biginspring.change.Change;
import io.github.biginspring.change.Cursor;

/**
 * Reads the changes of a module in rounds. Each round finds out up to which second all is
 * settled, and reads what lies between there and where the round before has ended. So
 * whatever is changed while it reads belongs to the next.
 */
final class ChangeSubscription<T> {

	private final ChangeSource<T> source;

	private final PageSizes sizes;

	private final Watermark clock;

	private final InstantSource wallClock;

	private final DeletedRecordsReader deletions;

	// all before this second has been told, and of it what comes no later by its id
	private @Nullable Instant second;

	private @Nullable String lastId;

	private @Nullable Instant fullUntil;

	private Instant readAt;

	private @Nullable Instant latestUnsettled;

	private @Nullable Instant target;

	private boolean firstRound = true;

	ChangeSubscription(ChangeSource<T> source, PageSizes sizes, Watermark clock, InstantSource wallClock,
			Cursor start) {
		this.source = source;
		this.sizes = sizes;
		this.clock = clock;
		this.wallClock = wallClock;
		this.deletions = new DeletedRecordsReader(source, sizes);
		this.second = start.time();
		this.lastId = start.lastId();
		this.fullUntil = start.fullUntil();
		this.readAt = start.readAt();
	}

	/**
	 * Read what is settled and was not told before.
	 * @return the changes, and an end
	 */
	Flux<ChangeOrCheckpoint<T>> round() {
		return Flux.defer(() -> {
			this.readAt = this.wallClock.instant();
			return look().thenMany(Flux.defer(this::readSettled));
		});
	}

	/**
	 * Whether all that was there when the reading began has been told.
	 */
	boolean hasReachedTarget() {
		return this.target == null || (this.second != null && this.target.isBefore(this.second));
	}

	/**
	 * Return how long to wait until what has been seen can be told.
	 * @return the duration, or {@code null} where there is nothing of that kind
	 */
	@Nullable Duration untilSettled() {
		return (this.latestUnsettled != null) ? this.clock.untilSettled(this.latestUnsettled) : null;
	}

	private Mono<Void> look() {
		Instant settled = this.clock.settledBefore();
		if (this.latestUnsettled != null && settled != null && this.latestUnsettled.isBefore(settled)) {
			return Mono.empty();
		}
		Mono<Void> changes = this.source.newest(ModifiedRecordsReader.since(this.second)).doOnNext(this::saw).then();
		Instant second = this.second;
		// later deletions are those of records that are yet to be told
		return (second == null) ? changes.then(lookAtDeletions(Instant.MIN))
				: changes.then(Mono.defer(() -> isTimeKnown() ? Mono.empty() : lookAtDeletions(second)));
	}

	// not where what was changed last was deleted since, and nothing else happened
	private boolean isTimeKnown() {
		return this.clock.settledBefore() != null;
	}

	private Mono<Void> lookAtDeletions(Instant from) {
		return this.deletions.since(from).doOnNext(this::sawLast).then();
	}

	private void saw(Instant time) {
		this.clock.observe(time);
		if ((this.second == null || !time.isBefore(this.second))
				&& (this.latestUnsettled == null || time.isAfter(this.latestUnsettled))) {
			this.latestUnsettled = time;
		}
	}

	private void sawLast(List<Deletion> deletions) {
		if (!deletions.isEmpty()) {
			saw(deletions.get(deletions.size() - 1).time());
		}
	}

	private Flux<ChangeOrCheckpoint<T>> readSettled() {
		Instant until = this.clock.settledBefore();
		Instant from = this.second;
		if (until == null || (from == null && isAwaited(until))) {
			// an empty module; or else what was deleted before all was read would be told
			return end(null);
		}
		if (from == null) {
			this.fullUntil = until;
			return tell(null, until, List.of());
		}
		Instant deletedFrom = (this.fullUntil != null && this.fullUntil.isAfter(from)) ? this.fullUntil : from;
		return this.deletions.since(deletedFrom)
			.doOnNext(this::sawLast)
			.flatMapMany((found) -> tell(from, until, found));
	}

	private boolean isUnsettled(Instant until) {
		return this.latestUnsettled != null && !this.latestUnsettled.isBefore(until);
	}

	// not for what comes after the first look: there may never be a rest
	private boolean isAwaited(Instant until) {
		return this.firstRound ? isUnsettled(until) : this.target != null && !this.target.isBefore(until);
	}

	private Flux<ChangeOrCheckpoint<T>> tell(@Nullable Instant from, Instant until, List<Deletion> deletions) {
		Deque<Deletion> due = new ArrayDeque<>(deletions.size());
		deletions.stream()
			.filter((deletion) -> isDue(deletion, until))
			.sorted(Comparator.comparing(Deletion::time).thenComparing(Deletion::id, IdOrder.INSTANCE))
			.forEach(due::add);
		Flux<ChangedRecord<T>> records = (from == null || from.isBefore(until))
				? new ModifiedRecordsReader<>(this.source, this.sizes, from, this.lastId, until).all() : Flux.empty();
		// the service has no known order within a second, and a cursor holds one id only
		return Flux.concat(
				records.bufferUntilChanged(ChangedRecord::modifiedTime)
					.concatMapIterable((second) -> deletionsAnd(second, from, due), 1),
				Flux.defer(() -> Flux.fromIterable(deletionsUpTo(null, due))), end(until));
	}

	private boolean isDue(Deletion deletion, Instant until) {
		return deletion.time().isBefore(until) && !(this.lastId != null && deletion.time().equals(this.second)
				&& IdOrder.INSTANCE.compare(deletion.id(), this.lastId) <= 0);
	}

	private List<ChangeOrCheckpoint<T>> deletionsAnd(List<ChangedRecord<T>> second, @Nullable Instant from,
			Deque<Deletion> due) {
		List<ChangedRecord<T>> records = new ArrayList<>(second);
		records.sort(Comparator.comparing(ChangedRecord::id, IdOrder.INSTANCE));
		List<ChangeOrCheckpoint<T>> steps = new ArrayList<>();
		for (ChangedRecord<T> record : records) {
			steps.addAll(deletionsUpTo(record, due));
			steps.add(saved(record, from));
		}
		return steps;
	}

	private ChangeOrCheckpoint<T> saved(ChangedRecord<T> record, @Nullable Instant from) {
		Instant created = record.createdTime();
		boolean isCreated = from == null || (this.fullUntil != null && record.modifiedTime().isBefore(this.fullUntil))
				|| (created != null && !created.isBefore(from));
		moveTo(record.modifiedTime(), record.id());
		return ChangeOrCheckpoint
			.of(new Change.Saved<>(record.id(), record.record(), record.modifiedTime(), isCreated, cursor()));
	}

	private List<ChangeOrCheckpoint<T>> deletionsUpTo(@Nullable ChangedRecord<T> record, Deque<Deletion> due) {
		List<ChangeOrCheckpoint<T>> steps = new ArrayList<>();
		while (!due.isEmpty() && (record == null || isUpTo(due.getFirst(), record))) {
			Deletion deletion = due.removeFirst();
			moveTo(deletion.time(), deletion.id());
			steps.add(ChangeOrCheckpoint
				.of(new Change.Deleted<>(deletion.id(), deletion.time(), deletion.by(), cursor())));
		}
		return steps;
	}

	private static boolean isUpTo(Deletion deletion, ChangedRecord<?> record) {
		int order = deletion.time().compareTo(record.modifiedTime());
		return order < 0 || (order == 0 && IdOrder.INSTANCE.compare(deletion.id(), record.id()) <= 0);
	}

	private void moveTo(Instant time, String id) {
		this.second = time;
		this.lastId = id;
	}

	private Flux<ChangeOrCheckpoint<T>> end(@Nullable Instant until) {
		return Flux.defer(() -> {
			if (until != null && (this.second == null || until.isAfter(this.second))) {
				this.second = until;
				this.lastId = null;
			}
			if (until != null && !isUnsettled(until)) {
				this.latestUnsettled = null;
			}
			if (this.firstRound) {
				this.firstRound = false;
				this.target = this.latestUnsettled;
			}
			return Flux.just(new ChangeOrCheckpoint<>(null, cursor()));
		});
	}

	private Cursor cursor() {
		boolean full = this.fullUntil != null && (this.second == null || this.second.isBefore(this.fullUntil));
		return new Cursor(this.source.module(), this.second, full ? this.fullUntil : null, this.readAt, this.lastId);
	}

}
