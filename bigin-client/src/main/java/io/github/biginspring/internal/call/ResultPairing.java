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

package io.github.biginspring.internal.call;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The pairing of the results in a response with what was sent. A result belongs to the
 * record that it names, by its id or by its place in the request. Results that name none
 * are taken in the order sent, as long as no other result contradicts that order.
 *
 * @since 0.1.0
 */
public final class ResultPairing {

	private static final int NONE = -1;

	/**
	 * The ids of what was sent, {@code null} where the client does not know one.
	 */
	private final List<? extends @Nullable String> ids;

	/**
	 * For each result the index of what it belongs to.
	 */
	private final int[] owners;

	private final boolean[] taken;

	private ResultPairing(List<? extends @Nullable String> ids) {
		this.ids = ids;
		this.owners = new int[ids.size()];
		this.taken = new boolean[ids.size()];
		Arrays.fill(this.owners, NONE);
	}

	/**
	 * Pair the results.
	 * @param ids the id of each thing that was sent, in the order sent, {@code null} for
	 * one without an id
	 * @param results the results
	 * @param label tells what a result says of itself
	 * @param <R> the type of a result
	 * @return the results in the order sent, or {@code null} where it is not certain
	 * which belongs to which: there are more or fewer of them, one is of something that
	 * was not sent, or they contradict one another
	 */
	public static <R> @Nullable List<R> pair(List<? extends @Nullable String> ids, List<R> results,
			Function<R, Label> label) {
		if (results.size() != ids.size()) {
			return null;
		}
		if (ids.size() == 1) {
			// there is nothing to tell it from
			String sent = ids.get(0);
			String received = (sent != null) ? label.apply(results.get(0)).id() : null;
			return (received == null || received.equals(sent)) ? results : null;
		}
		List<Label> labels = results.stream().map(label).toList();
		ResultPairing pairing = new ResultPairing(ids);
		if (!pairing.byId(labels) || !pairing.byIndex(labels) || !pairing.byOrder() || !pairing.fits(labels)) {
			return null;
		}
		List<@Nullable R> paired = new ArrayList<>(results);
		for (int i = 0; i < results.size(); i++) {
			paired.set(pairing.owners[i], results.get(i));
		}
		return paired.stream().map(Objects::requireNonNull).toList();
	}

	private boolean byId(List<Label> labels) {
		Map<String, Deque<Integer>> places = new HashMap<>();
		boolean allKnown = true;
		for (int i = 0; i < this.ids.size(); i++) {
			String id = this.ids.get(i);
			allKnown &= id != null;
			if (id != null) {
				places.computeIfAbsent(id, (key) -> new ArrayDeque<>(1)).add(i);
			}
		}
		for (int i = 0; i < labels.size(); i++) {
			String id = labels.get(i).id();
			Deque<Integer> place = (id != null) ? places.get(id) : null;
			if (place != null) {
				// of one id sent twice, that at the same place
				Integer owner = place.remove(i) ? Integer.valueOf(i) : place.poll();
				if (owner == null) {
					return false;
				}
				assign(i, owner);
			}
			else if (id != null && allKnown) {
				return false;
			}
		}
		return true;
	}

	private boolean byIndex(List<Label> labels) {
		for (int i = 0; i < labels.size(); i++) {
			int index = labels.get(i).index();
			if (index == NONE) {
				continue;
			}
			if (this.owners[i] == NONE && index < this.taken.length && !this.taken[index]) {
				assign(i, index);
			}
			else if (this.owners[i] != index) {
				return false;
			}
		}
		return true;
	}

	private boolean byOrder() {
		boolean inOrder = true;
		int left = 0;
		int free = NONE;
		for (int i = 0; i < this.owners.length; i++) {
			inOrder &= this.owners[i] == NONE || this.owners[i] == i;
			left += (this.owners[i] == NONE) ? 1 : 0;
			free = this.taken[i] ? free : i;
		}
		if (!inOrder && left > 1) {
			return false;
		}
		for (int i = 0; i < this.owners.length; i++) {
			if (this.owners[i] == NONE) {
				assign(i, inOrder ? i : free);
			}
		}
		return true;
	}

	private void assign(int result, int owner) {
		this.owners[result] = owner;
		this.taken[owner] = true;
	}

	/**
	 * Whether each success is one of the record that it was paired with.
	 */
	private boolean fits(List<Label> labels) {
		boolean anyNamed = labels.stream().anyMatch((label) -> label.id() != null);
		for (int i = 0; i < labels.size(); i++) {
			String sent = this.ids.get(this.owners[i]);
			if (sent != null && labels.get(i).success() && anyNamed && !sent.equals(labels.get(i).id())) {
				return false;
			}
		}
		return true;
	}

	/**
	 * What a result says of itself.
	 *
	 * @param success whether it is a success
	 * @param id the id of what it is about, or {@code null}
	 * @param index the index of what it is about in the request, or -1
	 * @since 0.1.0
	 */
	public record Label(boolean success, @Nullable String id, int index) {

		private static final String PATH_START = "$.data[";

		/**
		 * Return the label of an entry.
		 * @param success whether it is a success
		 * @param code its code, or {@code null}
		 * @param details its details
		 * @return the label
		 */
		public static Label of(boolean success, @Nullable String code,
				Map<String, ? extends @Nullable Object> details) {
			// of a duplicate it is the id of the record that was there before
			Object id = (success || !"DUPLICATE_DATA".equals(code)) ? details.get("id") : null;
			return new Label(success, (id != null) ? id.toString() : null, success ? NONE : index(details));
		}

		private static int index(Map<String, ? extends @Nullable Object> details) {
			if (!(details.get("json_path") instanceof String path) || !path.startsWith(PATH_START)) {
				return NONE;
			}
			int end = path.indexOf(']', PATH_START.length());
			try {
				return (end > 0) ? Integer.parseUnsignedInt(path, PATH_START.length(), end, 10) : NONE;
			}
			catch (NumberFormatException ex) {
				return NONE;
			}
		}

	}

}
