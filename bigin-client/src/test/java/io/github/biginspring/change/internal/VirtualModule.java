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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

import io.github.biginspring.query.PageInfo;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;

/**
 * A module of a service in virtual time, which keeps whole seconds, cuts its lists into
 * pages at the moment it is asked, and responds some time later. The state of a record is
 * a number that goes up with each change.
 */
public final class VirtualModule implements ChangeSource<Integer> {

	static final Instant BEGINNING = Instant.parse("2026-02-06T08:00:00Z");

	public final VirtualTimeScheduler scheduler = VirtualTimeScheduler.create();

	final List<String> calls = new ArrayList<>();

	// what the contract does not say, to be tried both ways
	boolean sinceIsInclusive;

	boolean tokens = true;

	Comparator<Deletion> deletionOrder = Comparator.comparing(Deletion::time).reversed();

	PageSizes sizes = PageSizes.BIGIN;

	Supplier<Duration> latency = () -> Duration.ofMillis(100);

	private final Map<String, Row> rows = new LinkedHashMap<>();

	private final Map<String, Deletion> deletions = new LinkedHashMap<>();

	private int ids;

	private int versions;

	public Timing timing() {
		// as wrong as a clock can be
		return new Timing(this.scheduler, () -> this.scheduler.now(TimeUnit.NANOSECONDS),
				() -> BEGINNING.minus(Duration.ofHours(7)).plusMillis(this.scheduler.now(TimeUnit.MILLISECONDS)));
	}

	Instant now() {
		return BEGINNING.plusMillis(this.scheduler.now(TimeUnit.MILLISECONDS));
	}

	private Instant second() {
		return now().truncatedTo(ChronoUnit.SECONDS);
	}

	String create() {
		return create(Duration.ZERO);
	}

	/**
	 * Create a record.
	 * @param lag how much later than its time it becomes visible
	 */
	String create(Duration lag) {
		String id = String.valueOf(1_000 + this.ids++);
		Row row = new Row(id, second(), second(), ++this.versions);
		later(lag, () -> this.rows.put(id, row));
		return id;
	}

	void change(String id) {
		change(id, Duration.ZERO);
	}

	void change(String id, Duration lag) {
		Instant time = second();
		int version = ++this.versions;
		later(lag, () -> this.rows.computeIfPresent(id,
				(key, row) -> (row.version < version) ? new Row(id, row.created, time, version) : row));
	}

	void delete(String id) {
		Row row = this.rows.remove(id);
		if (row != null) {
			this.deletions.put(id, new Deletion(id, second(), null));
		}
	}

	void restore(String id) {
		Deletion deletion = this.deletions.remove(id);
		if (deletion != null) {
			this.rows.put(id, new Row(id, BEGINNING, second(), ++this.versions));
		}
	}

	void empty() {
		this.deletions.clear();
	}

	private void later(Duration lag, Runnable change) {
		if (lag.isZero()) {
			change.run();
		}
		else {
			this.scheduler.schedule(change, lag.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	List<String> ids() {
		return new ArrayList<>(this.rows.keySet());
	}

	List<String> deletedIds() {
		return new ArrayList<>(this.deletions.keySet());
	}

	Map<String, Integer> state() {
		Map<String, Integer> state = new LinkedHashMap<>();
		this.rows.values().forEach((row) -> state.put(row.id, row.version));
		return state;
	}

	public void advance(Duration duration) {
		this.scheduler.advanceTimeBy(duration);
	}

	@Override
	public String module() {
		return "Contacts";
	}

	@Override
	public Mono<RecordPage<ChangedRecord<Integer>>> changed(@Nullable Instant since, PageSpec request) {
		return response("changed", () -> page(rows(since).sorted(Comparator.comparing(Row::modified)
			// an order of its own, which holds as long as nothing changes
			.thenComparing((row) -> row.id.hashCode() * 31 % 17)
			.thenComparing(Row::id)).map(Row::toRecord).toList(), request));
	}

	@Override
	public Mono<Instant> newest(@Nullable Instant since) {
		return response("newest", () -> rows(since).map(Row::modified).max(Comparator.naturalOrder()).orElse(null));
	}

	private Stream<Row> rows(@Nullable Instant since) {
		return this.rows.values()
			.stream()
			.filter((row) -> since == null || row.modified.isAfter(since)
					|| this.sinceIsInclusive && row.modified.equals(since));
	}

	@Override
	public Mono<RecordPage<Deletion>> deleted(PageSpec request) {
		return response("deleted",
				() -> page(this.deletions.values().stream().sorted(this.deletionOrder).toList(), request));
	}

	private <E> RecordPage<E> page(List<E> all, PageSpec request) {
		int start = (request.page() - 1) * request.perPage();
		if (request.pageToken() != null) {
			start = Integer.parseInt(request.pageToken());
		}
		else if (this.tokens && start + request.perPage() > this.sizes.reach()) {
			throw new IllegalStateException("Beyond the reach of page numbers: " + request);
		}
		int end = Math.min(all.size(), start + request.perPage());
		boolean more = end < all.size();
		List<E> items = (start < end) ? all.subList(start, end) : List.of();
		return new RecordPage<>(items, new PageInfo(request.page(), request.perPage(), items.size(), more,
				(more && this.tokens) ? String.valueOf(end) : null));
	}

	private <E> Mono<E> response(String call, Supplier<@Nullable E> response) {
		return Mono.delay(this.latency.get(), this.scheduler).flatMap((tick) -> {
			this.calls.add(call);
			return Mono.justOrEmpty(response.get());
		}).delayUntil((result) -> Mono.delay(this.latency.get(), this.scheduler));
	}

	private record Row(String id, Instant created, Instant modified, int version) {

		ChangedRecord<Integer> toRecord() {
			return new ChangedRecord<>(this.id, this.created, this.modified, this.version);
		}

	}

}
