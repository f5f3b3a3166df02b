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

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The deletions of a module. In which order the service lists them is not documented, so
 * the list is read to its end, until it has shown beyond doubt that it begins with the
 * latest ones.
 */
final class DeletedRecordsReader {

	private static final int ENOUGH = 10;

	private final ChangeSource<?> source;

	private final PageSizes sizes;

	private boolean latestFirst;

	DeletedRecordsReader(ChangeSource<?> source, PageSizes sizes) {
		this.source = source;
		this.sizes = sizes;
	}

	/**
	 * Read deletions.
	 * @param from the first second that is wanted
	 * @return them in the order of time
	 */
	Mono<List<Deletion>> since(Instant from) {
		return Mono.defer(() -> {
			boolean toTheEnd = !this.latestFirst;
			return read(from, toTheEnd).flatMap((all) -> {
				this.latestFirst = isLatestFirst(all) && (this.latestFirst || showsOrder(all));
				return (toTheEnd || this.latestFirst) ? Mono.just(wanted(all, from)) : since(from);
			});
		});
	}

	private Mono<List<Deletion>> read(Instant from, boolean toTheEnd) {
		RepeatedScan<Deletion> pages = new RepeatedScan<>("/bigin/v2/{module}/deleted", this.source::deleted,
				(deletion) -> deletion, (deletion) -> !toTheEnd && deletion.time().isBefore(from), this.sizes.page());
		return Flux.defer(pages::step).repeat(() -> !pages.isFinished()).collect(ArrayList::new, List::addAll);
	}

	private static List<Deletion> wanted(List<Deletion> all, Instant from) {
		return all.stream()
			.filter((deletion) -> !deletion.time().isBefore(from))
			.sorted(Comparator.comparing(Deletion::time))
			.toList();
	}

	private static boolean isLatestFirst(List<Deletion> all) {
		for (int i = 1; i < all.size(); i++) {
			if (all.get(i).time().isAfter(all.get(i - 1).time())) {
				return false;
			}
		}
		return true;
	}

	// many times, and ids that go up as well as down: it is not by id that they are
	// sorted
	private boolean showsOrder(List<Deletion> all) {
		long times = all.stream().map(Deletion::time).distinct().count();
		int up = 0;
		int down = 0;
		for (int i = 1; i < all.size(); i++) {
			if (IdOrder.INSTANCE.compare(all.get(i - 1).id(), all.get(i).id()) < 0) {
				up++;
			}
			else {
				down++;
			}
		}
		return times > ENOUGH && up > 0 && down > 0;
	}

}
