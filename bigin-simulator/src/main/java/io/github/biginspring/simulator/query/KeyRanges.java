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

package io.github.biginspring.simulator.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Disjoint ranges of sort keys, in ascending order.
 *
 * @param ranges the ranges
 * @since 0.1.0
 */
public record KeyRanges(List<Range> ranges) {

	/**
	 * All keys.
	 */
	public static final KeyRanges ALL = of(Long.MIN_VALUE, Long.MAX_VALUE);

	private static final KeyRanges NONE = new KeyRanges(List.of());

	/**
	 * Keep a copy of the ranges.
	 * @param ranges the ranges
	 */
	public KeyRanges {
		ranges = List.copyOf(ranges);
	}

	static KeyRanges of(long low, long high) {
		return (low <= high) ? new KeyRanges(List.of(new Range(low, high))) : NONE;
	}

	KeyRanges and(KeyRanges other) {
		List<Range> common = new ArrayList<>();
		for (Range one : this.ranges) {
			for (Range another : other.ranges) {
				long low = Math.max(one.low(), another.low());
				long high = Math.min(one.high(), another.high());
				if (low <= high) {
					common.add(new Range(low, high));
				}
			}
		}
		return new KeyRanges(common);
	}

	KeyRanges or(KeyRanges other) {
		List<Range> all = new ArrayList<>(this.ranges);
		all.addAll(other.ranges);
		all.sort(Comparator.comparingLong(Range::low));
		List<Range> merged = new ArrayList<>();
		for (Range range : all) {
			Range last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
			if (last != null && range.low() <= last.high()) {
				merged.set(merged.size() - 1, new Range(last.low(), Math.max(last.high(), range.high())));
			}
			else {
				merged.add(range);
			}
		}
		return new KeyRanges(merged);
	}

	/**
	 * The keys between two bounds.
	 *
	 * @param low the least key
	 * @param high the greatest key
	 */
	public record Range(long low, long high) {
	}

}
