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

package io.github.biginspring.simulator.organization;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A record as it is kept: its values alone, as most records of a module have the same
 * names, which they share. Cannot be changed.
 */
final class KeptRecord extends AbstractMap<String, @Nullable Object> {

	private final Names names;

	private final @Nullable Object[] values;

	private KeptRecord(Names names, @Nullable Object[] values) {
		this.names = names;
		this.values = values;
	}

	@Override
	public int size() {
		return this.values.length;
	}

	@Override
	public boolean containsKey(Object key) {
		return this.names.ranks.containsKey(key);
	}

	@Override
	public @Nullable Object get(Object key) {
		Integer rank = this.names.ranks.get(key);
		return (rank != null) ? this.values[rank] : null;
	}

	@Override
	public Set<String> keySet() {
		return this.names.set;
	}

	@Override
	public Set<Map.Entry<String, @Nullable Object>> entrySet() {
		return new Entries(this);
	}

	/**
	 * The names that records share.
	 */
	static final class Sharing {

		// more than a module needs where records are written by programs
		private static final int MOST = 100;

		private final Map<List<String>, Names> shared = new HashMap<>();

		private Names latest = new Names(List.of());

		/**
		 * Keep a record.
		 * @param values its values by name, which are copied
		 * @return the record, in the same order
		 */
		Map<String, @Nullable Object> keep(Map<String, @Nullable Object> values) {
			Names names = namesOf(values);
			return (names != null) ? new KeptRecord(names, values.values().toArray()) : RecordTable.copyOf(values);
		}

		private @Nullable Names namesOf(Map<String, @Nullable Object> values) {
			if (this.latest.areThoseOf(values)) {
				return this.latest;
			}
			List<String> list = List.copyOf(values.keySet());
			Names known = this.shared.get(list);
			if (known == null && this.shared.size() < MOST) {
				known = new Names(list);
				this.shared.put(list, known);
			}
			if (known != null) {
				this.latest = known;
			}
			return known;
		}

	}

	private static final class Names {

		private final List<String> list;

		private final Set<String> set;

		private final Map<String, Integer> ranks = new HashMap<>();

		Names(List<String> list) {
			this.list = list;
			this.set = Collections.unmodifiableSet(new LinkedHashSet<>(list));
			for (int rank = 0; rank < list.size(); rank++) {
				this.ranks.put(list.get(rank), rank);
			}
		}

		boolean areThoseOf(Map<String, @Nullable Object> values) {
			if (values.size() != this.list.size()) {
				return false;
			}
			int rank = 0;
			for (String name : values.keySet()) {
				if (!name.equals(this.list.get(rank++))) {
					return false;
				}
			}
			return true;
		}

	}

	private static final class Entries extends AbstractSet<Map.Entry<String, @Nullable Object>> {

		private final KeptRecord kept;

		Entries(KeptRecord kept) {
			this.kept = kept;
		}

		@Override
		public int size() {
			return this.kept.values.length;
		}

		@Override
		public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
			return new Iterator<>() {

				private int rank;

				@Override
				public boolean hasNext() {
					return this.rank < size();
				}

				@Override
				public Map.Entry<String, @Nullable Object> next() {
					if (!hasNext()) {
						throw new NoSuchElementException();
					}
					int rank = this.rank++;
					return new SimpleImmutableEntry<>(Entries.this.kept.names.list.get(rank),
							Entries.this.kept.values[rank]);
				}

			};
		}

	}

}
