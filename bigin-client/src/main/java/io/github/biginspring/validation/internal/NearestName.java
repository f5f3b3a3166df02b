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

package io.github.biginspring.validation.internal;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Finds what a wrong name was probably meant to be. Case, underscores and spaces do not
 * count, so a label leads to its API name.
 */
final class NearestName {

	private NearestName() {
	}

	/**
	 * Return the candidate one of whose names is nearest.
	 * @param wrong the wrong name
	 * @param candidates what there is
	 * @param names gives the names of a candidate
	 * @param <T> the type of a candidate
	 * @return the candidate, or {@code null} where none is near
	 */
	static <T> @Nullable T of(String wrong, Collection<T> candidates, Function<T, List<@Nullable String>> names) {
		String wanted = plain(wrong);
		T nearest = null;
		double least = Double.MAX_VALUE;
		for (T candidate : candidates) {
			for (String name : names.apply(candidate)) {
				double difference = (name != null) ? difference(wanted, plain(name)) : Double.MAX_VALUE;
				if (difference < least) {
					least = difference;
					nearest = candidate;
				}
			}
		}
		return (least <= 0.4) ? nearest : null;
	}

	private static String plain(String name) {
		StringBuilder plain = new StringBuilder(name.length());
		name.toLowerCase(Locale.ROOT).chars().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
		return plain.toString();
	}

	// which part of the longer name has to be changed
	private static double difference(String one, String other) {
		int longer = Math.max(one.length(), other.length());
		return (longer > 0) ? (double) distance(one, other) / longer : Double.MAX_VALUE;
	}

	/**
	 * Return how many letters have to be added, left out, replaced or swapped with the
	 * next one.
	 */
	static int distance(String one, String other) {
		int[] beforeLast = new int[other.length() + 1];
		int[] last = new int[other.length() + 1];
		int[] row = new int[other.length() + 1];
		for (int j = 0; j <= other.length(); j++) {
			last[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			row[0] = i;
			for (int j = 1; j <= other.length(); j++) {
				int replaced = last[j - 1] + ((one.charAt(i - 1) == other.charAt(j - 1)) ? 0 : 1);
				row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
				if (i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2)
						&& one.charAt(i - 2) == other.charAt(j - 1)) {
					row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
				}
			}
			int[] free = beforeLast;
			beforeLast = last;
			last = row;
			row = free;
		}
		return last[other.length()];
	}

}
