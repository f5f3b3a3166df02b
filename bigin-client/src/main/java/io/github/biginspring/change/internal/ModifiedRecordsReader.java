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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.biginspring.internal.paging.OverlappingPage;
import io.github.biginspring.internal.paging.PageSource;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;

/**
 * Reads the records whose last change lies in a range of settled seconds, in the order of
 * time. A record that is changed or deleted meanwhile leaves the range, and those behind
 * it move up, at worst from a page that is yet to be read to one that has been. So:
 * <ul>
 * <li>Each page begins with the last record of the one before. If that is not there, the
 * pages have shifted, and the list is read anew from the second that has been reached.
 * <li>So it is when page numbers reach no further.
 * <li>A second that holds more than that is read by itself, see {@link RepeatedScan}.
 * </ul>
 */
final class ModifiedRecordsReader<T> {

	private static final Duration SECOND = Duration.ofSeconds(1);

	// how many pages in a row may have shifted, or bring nothing new where there is more
	private static final int MAX_PAGES_IN_VAIN = 100;

	private final ChangeSource<T> source;

	private final PageSizes sizes;

	private final @Nullable Instant from;

	private final @Nullable String after;

	private final Instant until;

	// all before this second has been delivered, and of it these
	private @Nullable Instant second;

	private Set<String> delivered = new HashSet<>();

	// where the list that is being read begins, how far it has been read, and with what
	private @Nullable Instant listSecond;

	private int read;

	private @Nullable ChangedRecord<T> last;

	private @Nullable Crowd<T> crowd;

	private int pagesInVain;

	private boolean finished;

	/**
	 * Create a reading.
	 * @param source where to read
	 * @param sizes how lists are cut
	 * @param from the first second, or {@code null} to begin with the first record
	 * @param after the id up to which nothing is wanted of that second, or {@code null}
	 * @param until the second before which it ends, which is settled
	 */
	ModifiedRecordsReader(ChangeSource<T> source, PageSizes sizes, @Nullable Instant from, @Nullable String after,
			Instant until) {
		this.source = source;
		this.sizes = sizes;
		this.second = from;
		this.from = from;
		this.after = after;
		this.listSecond = from;
		this.until = until;
	}

	/**
	 * Read the records. Can be subscribed to once.
	 * @return the records, with no more than a page read ahead
	 */
	Flux<ChangedRecord<T>> all() {
		return Flux.defer(() -> step().flatMapIterable((records) -> records)).repeat(() -> !this.finished);
	}

	private Mono<List<ChangedRecord<T>>> step() {
		if (this.crowd != null) {
			return crowdStep(this.crowd);
		}
		PageSpec request = nextPage();
		return (request != null) ? page(this.listSecond, request).map((page) -> accept(request, page))
				: Mono.fromSupplier(this::beyondReach);
	}

	private Mono<RecordPage<ChangedRecord<T>>> page(@Nullable Instant second, PageSpec request) {
		return this.source.changed(since(second), request).doOnNext(this::checkOrder);
	}

	/**
	 * Return the time for which the service gives at least the changes of a second,
	 * whether or not it counts that time itself in.
	 */
	static @Nullable Instant since(@Nullable Instant second) {
		return (second != null) ? second.minus(SECOND) : null;
	}

	private @Nullable PageSpec nextPage() {
		return (this.read == 0) ? PageSpec.of(1, this.sizes.page())
				: OverlappingPage.after(this.read, this.sizes.page(), this.sizes.reach());
	}

	private List<ChangedRecord<T>> accept(PageSpec request, RecordPage<ChangedRecord<T>> page) {
		List<ChangedRecord<T>> records = page.items();
		if (this.last != null) {
			int index = indexOf(this.last, records);
			if (index < 0) {
				beginAnew();
				return List.of();
			}
			records = records.subList(index + 1, records.size());
			if (records.isEmpty() && page.hasNext()) {
				countPageInVain();
			}
		}
		else if (page.hasNext() && records.isEmpty()) {
			throw this.source.unreadable(PageSource.BROKEN_PROMISE);
		}
		this.read = OverlappingPage.start(request) + page.items().size();
		if (!page.items().isEmpty()) {
			this.last = page.items().get(page.items().size() - 1);
		}
		this.finished = !page.hasNext() || page.items().isEmpty() || isBeyond(this.last);
		return deliver(records);
	}

	private static int indexOf(ChangedRecord<?> wanted, List<? extends ChangedRecord<?>> records) {
		for (int i = 0; i < records.size(); i++) {
			if (records.get(i).isSameChange(wanted)) {
				return i;
			}
		}
		return -1;
	}

	private void beginAnew() {
		countPageInVain();
		this.listSecond = this.second;
		this.read = 0;
		this.last = null;
	}

	private void countPageInVain() {
		if (++this.pagesInVain > MAX_PAGES_IN_VAIN) {
			throw this.source.unreadable("The reading would never end: " + MAX_PAGES_IN_VAIN
					+ " pages in a row bring nothing new, and more are still promised");
		}
	}

	private List<ChangedRecord<T>> beyondReach() {
		Instant reached = this.second;
		if (reached == null || !reached.equals(this.listSecond)) {
			beginAnew();
		}
		else {
			this.crowd = new Crowd<>(reached,
					new RepeatedScan<>("/bigin/v2/{module}", (request) -> page(reached, request),
							(record) -> List.of(record.id(), record.modifiedTime()),
							(record) -> record.modifiedTime().isAfter(reached), this.sizes.page()));
		}
		return List.of();
	}

	private Mono<List<ChangedRecord<T>>> crowdStep(Crowd<T> crowd) {
		return crowd.pages().step().map((records) -> {
			List<ChangedRecord<T>> found = deliver(
					records.stream().filter((record) -> record.modifiedTime().equals(crowd.second())).toList());
			if (crowd.pages().isFinished()) {
				leave(crowd);
			}
			return found;
		});
	}

	private void leave(Crowd<T> crowd) {
		Instant next = crowd.second().plus(SECOND);
		this.finished = !crowd.pages().foundBeyond() || !next.isBefore(this.until);
		this.second = next;
		this.pagesInVain = 0;
		this.delivered = new HashSet<>();
		this.crowd = null;
		beginAnew();
	}

	private List<ChangedRecord<T>> deliver(List<ChangedRecord<T>> records) {
		List<ChangedRecord<T>> found = new ArrayList<>(records.size());
		for (ChangedRecord<T> record : records) {
			if (!isBeyond(record) && isNew(record)) {
				found.add(record);
			}
		}
		return found;
	}

	private boolean isBeyond(@Nullable ChangedRecord<T> record) {
		return record != null && !record.modifiedTime().isBefore(this.until);
	}

	private boolean isNew(ChangedRecord<T> record) {
		Instant time = record.modifiedTime();
		if (this.second == null || time.isAfter(this.second)) {
			this.second = time;
			this.delivered = new HashSet<>();
		}
		boolean isNew = time.equals(this.second) && !isBefore(record) && this.delivered.add(record.id());
		this.pagesInVain = isNew ? 0 : this.pagesInVain;
		return isNew;
	}

	private boolean isBefore(ChangedRecord<T> record) {
		return this.after != null && record.modifiedTime().equals(this.from)
				&& IdOrder.INSTANCE.compare(record.id(), this.after) <= 0;
	}

	// what stands too far back would be taken for read
	private void checkOrder(RecordPage<ChangedRecord<T>> page) {
		Instant previous = Instant.MIN;
		for (ChangedRecord<T> record : page.items()) {
			if (record.modifiedTime().isBefore(previous)) {
				throw this.source.unreadable("The service does not list " + this.source.module()
						+ " in the order of Modified_Time, without which changes cannot be read");
			}
			previous = record.modifiedTime();
		}
	}

	/**
	 * A second with more records than can be reached by page number.
	 */
	private record Crowd<T>(Instant second, RepeatedScan<ChangedRecord<T>> pages) {

	}

}
