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

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.query.RecordPage;

/**
 * Which ranges are there. Sections follow one another; a section is as many ranges as are
 * known to be there, because the last of them was fetched first. So none is asked for in
 * vain but that one. Where it is not there, the section is half as long or less, and so
 * are those after it, for it is known then how many can follow at most. Sections are
 * found while the ranges of those before them are read.
 * <p>
 * Used by one signal at a time.
 */
final class RangePlan<T> {

	// how many ranges are found before they are asked for
	private static final int MAX_AHEAD = 2 * CoqlRanges.MAX;

	// how many take so long to read that there is time to find out with few calls in vain
	private static final int MANY_AHEAD = 20;

	private static final int MAX_SECTIONS = 8;

	private static final int UNBOUNDED = Integer.MAX_VALUE;

	private final CoqlRanges<T> ranges;

	private final Deque<Section<T>> sections = new ArrayDeque<>();

	// the section that is looked for begins after it
	private @Nullable String after;

	private int length;

	private boolean growing;

	// how many ranges can follow at most, as far as known
	private int most = UNBOUNDED;

	private boolean ended;

	/**
	 * Create a plan.
	 * @param ranges the ranges
	 * @param lastId the id after which they begin, or {@code null} for all
	 * @param many whether at least a whole section is expected
	 */
	RangePlan(CoqlRanges<T> ranges, @Nullable String lastId, boolean many) {
		this.ranges = ranges;
		this.after = lastId;
		this.length = many ? CoqlRanges.MAX : 1;
		this.growing = !many;
	}

	/**
	 * Return the last range of the section that is looked for.
	 * @return the range, or {@code null} where no more is to be found now
	 */
	@Nullable Range end() {
		return (this.ended || this.sections.size() >= MAX_SECTIONS || ahead() >= MAX_AHEAD) ? null
				: new Range(this.ranges.after(this.after), this.length - 1);
	}

	private int ahead() {
		return this.sections.stream().mapToInt(Section::left).sum();
	}

	/**
	 * Note what the last range of the section holds that is looked for.
	 * @param page the range
	 */
	void found(RecordPage<T> page) {
		List<T> items = page.items();
		if (items.isEmpty()) {
			notFound(page);
			return;
		}
		String lastId = this.ranges.idOf(items.get(items.size() - 1));
		if (this.after != null && !this.ranges.order().isAfter(lastId, this.after)) {
			throw this.ranges.endless();
		}
		this.sections.addLast(new Section<>(this.ranges.after(this.after), this.length, page));
		this.after = lastId;
		this.ended = !page.hasNext();
		if (this.most != UNBOUNDED) {
			this.most -= this.length;
			lookForPart();
		}
		else if (this.growing) {
			this.length = Math.min(2 * this.length, CoqlRanges.MAX);
		}
	}

	private void notFound(RecordPage<T> page) {
		if (this.length > 1) {
			this.most = this.length - 1;
			lookForPart();
			return;
		}
		this.ended = true;
		if (page.hasNext()) {
			throw this.ranges.endless();
		}
	}

	private void lookForPart() {
		if (this.most > 0) {
			// a shorter section is more likely to be there, and takes longer to the end
			int parts = (ahead() >= MANY_AHEAD) ? 3 : 2;
			this.length = (this.most + parts - 1) / parts;
			return;
		}
		// some have come meanwhile
		this.most = UNBOUNDED;
		this.growing = true;
		this.length = 1;
	}

	/**
	 * Leave out ranges of the first section, where their records were read.
	 * @param count how many
	 */
	void skip(int count) {
		Section<T> first = this.sections.peekFirst();
		if (first != null) {
			first.next = Math.min(count, first.count - 1);
		}
	}

	/**
	 * Return the range that comes next.
	 * @return the range, or {@code null} where it is not known yet or there is none
	 */
	@Nullable Range next() {
		Section<T> first = this.sections.peekFirst();
		return (first != null && first.left() > 1) ? new Range(first.query, first.next++) : null;
	}

	/**
	 * Return the last range of a section, if that is the one that comes next.
	 * @return the range, or {@code null} if it is not
	 */
	@Nullable Known<T> nextEnd() {
		Section<T> first = this.sections.peekFirst();
		if (first == null || first.left() != 1) {
			return null;
		}
		this.sections.removeFirst();
		return new Known<>(first.count - 1, first.end);
	}

	/**
	 * Whether ranges are known that were not read yet.
	 * @return {@code true} if there are some
	 */
	boolean knowsMore() {
		return !this.sections.isEmpty();
	}

	/**
	 * Whether the ranges are at their end.
	 * @return {@code true} if none is left
	 */
	boolean isAtEnd() {
		return this.ended && this.sections.isEmpty();
	}

	/**
	 * A range by its query and its place among the ranges of that.
	 */
	record Range(String query, int index) {

	}

	/**
	 * A range that has come already, with its place in its section.
	 */
	record Known<T>(int index, RecordPage<T> page) {

	}

	private static final class Section<T> {

		private final String query;

		private final int count;

		private final RecordPage<T> end;

		private int next;

		Section(String query, int count, RecordPage<T> end) {
			this.query = query;
			this.count = count;
			this.end = end;
		}

		int left() {
			return this.count - this.next;
		}

	}

}
