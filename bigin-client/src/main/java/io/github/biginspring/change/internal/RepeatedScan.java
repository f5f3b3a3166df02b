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

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.internal.paging.PageSource;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;

/**
 * Reads pages of a list from which elements may go, so that those behind them move up and
 * over the edge of a page that has been read. Where there is more than one page they are
 * read again until all that one reading found is there in the next: then nothing had
 * gone, and nothing was missed.
 */
final class RepeatedScan<E> {

	// how many elements in a row the same reading may find again: elements that come in
	// front meanwhile move those that were read to later pages
	private static final int MAX_REPEATED = 2_000;

	// how many readings in a row end at an empty page where more were promised
	private static final int MAX_BROKEN_PROMISES = 3;

	// how many readings in a row lack what the one before found, and find nothing new
	private static final int MAX_READ_IN_VAIN = 100;

	private final String pathTemplate;

	private final Function<PageSpec, Mono<RecordPage<E>>> source;

	private final Function<E, Object> key;

	private final Predicate<E> beyond;

	private final PageSpec first;

	private final Set<Object> delivered = new HashSet<>();

	private @Nullable Set<Object> previous;

	private Set<Object> current = new HashSet<>();

	private PageSpec next;

	private int repeated;

	private int brokenPromises;

	private int readInVain;

	private boolean foundBeyond;

	private boolean finished;

	/**
	 * Create a reading.
	 * @param pathTemplate the path of the calls with its variables in braces
	 * @param source reads a page
	 * @param key tells elements apart
	 * @param beyond whether an element lies beyond what is wanted, as do all after it
	 * @param pageSize how many elements a page holds
	 */
	RepeatedScan(String pathTemplate, Function<PageSpec, Mono<RecordPage<E>>> source, Function<E, Object> key,
			Predicate<E> beyond, int pageSize) {
		this.pathTemplate = pathTemplate;
		this.source = source;
		this.key = key;
		this.beyond = beyond;
		this.first = PageSpec.of(1, pageSize);
		this.next = this.first;
	}

	/**
	 * Read one page more.
	 * @return those of its elements that were not read before
	 */
	Mono<List<E>> step() {
		return Mono.defer(() -> this.source.apply(this.next)).map(this::accept);
	}

	boolean isFinished() {
		return this.finished;
	}

	boolean foundBeyond() {
		return this.foundBeyond;
	}

	private List<E> accept(RecordPage<E> page) {
		List<E> found = new ArrayList<>();
		boolean broken = page.items().isEmpty() && (page.hasNext() || this.next != this.first);
		boolean end = !page.hasNext() || page.items().isEmpty();
		boolean inVain = true;
		for (E element : page.items()) {
			Object elementKey = this.key.apply(element);
			inVain &= !this.current.add(elementKey);
			if (this.delivered.add(elementKey)) {
				found.add(element);
			}
			if (this.beyond.test(element)) {
				this.foundBeyond = true;
				end = true;
			}
		}
		this.repeated = (inVain && !end) ? this.repeated + page.items().size() : 0;
		if (this.repeated > MAX_REPEATED) {
			throw unreadable("The reading would never end: " + this.repeated
					+ " records in a row repeat what was read, and more are still promised");
		}
		if (broken && ++this.brokenPromises > MAX_BROKEN_PROMISES) {
			throw unreadable(PageSource.BROKEN_PROMISE);
		}
		this.readInVain = found.isEmpty() ? this.readInVain : 0;
		if (end) {
			endReading(broken);
		}
		else {
			this.next = new PageSpec(this.next.page() + 1, this.next.perPage(), page.nextPageToken());
		}
		return found;
	}

	private BiginException unreadable(String message) {
		return new BiginUnreadableResponseException(
				ErrorDetails.responded(HttpMethod.GET, this.pathTemplate, 200).message(message).build());
	}

	// what was promised may have been deleted meanwhile, or have been lost on the way:
	// another reading tells
	private void endReading(boolean broken) {
		this.brokenPromises = broken ? this.brokenPromises : 0;
		if (++this.readInVain > MAX_READ_IN_VAIN) {
			throw unreadable("The reading would never end: " + MAX_READ_IN_VAIN
					+ " times in a row what was read before was missing, and nothing new was there");
		}
		boolean onePage = this.next == this.first;
		this.finished = !broken && (onePage || (this.previous != null && this.current.containsAll(this.previous)));
		this.previous = this.current;
		this.current = new HashSet<>();
		this.next = this.first;
	}

}
