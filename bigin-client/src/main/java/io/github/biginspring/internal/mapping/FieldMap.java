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

package io.github.biginspring.internal.mapping;

import java.io.Serializable;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

import org.springframework.util.CollectionUtils;

/**
 * The fields of an object that was read: does all that a {@link LinkedHashMap} does, at a
 * fifth of its size. The names are shared with other objects until a field is added or
 * removed; from then on the map has its own.
 */
@SuppressWarnings("serial") // serialized as a LinkedHashMap
final class FieldMap extends AbstractMap<String, @Nullable Object> implements Serializable {

	private transient FieldNames names;

	private transient @Nullable Object[] values;

	// in place of the names and values
	private transient @Nullable Map<String, @Nullable Object> own;

	/**
	 * Create a map.
	 * @param names the names
	 * @param values the values at the positions of the names, kept and changed; there may
	 * be room for more
	 */
	FieldMap(FieldNames names, @Nullable Object[] values) {
		this.names = names;
		this.values = values;
	}

	private Map<String, @Nullable Object> own() {
		Map<String, @Nullable Object> own = this.own;
		if (own == null) {
			// room for what is about to be added
			own = copy(this.names, this.values, size() + 1);
			this.own = own;
			this.names = FieldNames.EMPTY;
			this.values = new Object[0];
		}
		return own;
	}

	/**
	 * Return a map of its own of names and values.
	 * @param names the names
	 * @param values their values
	 * @param expectedSize how many fields it may come to have
	 * @return the map
	 */
	static Map<String, @Nullable Object> copy(FieldNames names, @Nullable Object[] values, int expectedSize) {
		Map<String, @Nullable Object> copy = CollectionUtils.newLinkedHashMap(expectedSize);
		for (int i = 0; i < names.size(); i++) {
			copy.put(names.get(i), values[i]);
		}
		return copy;
	}

	@Override
	public int size() {
		return (this.own != null) ? this.own.size() : this.names.size();
	}

	@Override
	public boolean containsKey(@Nullable Object name) {
		return (this.own != null) ? this.own.containsKey(name) : this.names.find(name) >= 0;
	}

	@Override
	public @Nullable Object get(@Nullable Object name) {
		if (this.own != null) {
			return this.own.get(name);
		}
		int position = this.names.find(name);
		return (position >= 0) ? this.values[position] : null;
	}

	@Override
	public @Nullable Object put(String name, @Nullable Object value) {
		if (this.own == null) {
			int position = this.names.find(name);
			if (position >= 0) {
				Object before = this.values[position];
				this.values[position] = value;
				return before;
			}
		}
		return own().put(name, value);
	}

	@Override
	public @Nullable Object remove(@Nullable Object name) {
		return containsKey(name) ? own().remove(name) : null;
	}

	@Override
	public void clear() {
		own().clear();
	}

	@Override
	public void forEach(BiConsumer<? super String, ? super @Nullable Object> action) {
		Objects.requireNonNull(action);
		FieldNames names = this.names;
		if (this.own != null) {
			this.own.forEach(action);
			return;
		}
		for (int i = 0; i < names.size(); i++) {
			requireSame(names);
			action.accept(names.get(i), this.values[i]);
		}
		requireSame(names);
	}

	private void requireSame(FieldNames names) {
		if (this.own != null || this.names != names) {
			throw new ConcurrentModificationException();
		}
	}

	@Override
	public Set<Entry<String, @Nullable Object>> entrySet() {
		return new Entries();
	}

	private Object writeReplace() {
		return (this.own != null) ? this.own : copy(this.names, this.values, size());
	}

	private final class Entries extends AbstractSet<Entry<String, @Nullable Object>> {

		@Override
		public int size() {
			return FieldMap.this.size();
		}

		@Override
		public void clear() {
			FieldMap.this.clear();
		}

		@Override
		public boolean contains(@Nullable Object entry) {
			return entry instanceof Entry<?, ?> other && containsKey(other.getKey())
					&& Objects.equals(get(other.getKey()), other.getValue());
		}

		@Override
		public boolean remove(@Nullable Object entry) {
			boolean found = contains(entry);
			if (found && entry instanceof Entry<?, ?> other) {
				FieldMap.this.remove(other.getKey());
			}
			return found;
		}

		@Override
		public Iterator<Entry<String, @Nullable Object>> iterator() {
			return (FieldMap.this.own != null) ? FieldMap.this.own.entrySet().iterator() : new EntryIterator();
		}

	}

	private final class EntryIterator implements Iterator<Entry<String, @Nullable Object>> {

		private final FieldNames names = FieldMap.this.names;

		private int next;

		private boolean removable;

		// once this iterator has removed an entry
		private @Nullable Iterator<Entry<String, @Nullable Object>> own;

		@Override
		public boolean hasNext() {
			return (this.own != null) ? this.own.hasNext() : this.next < this.names.size();
		}

		@Override
		public Entry<String, @Nullable Object> next() {
			if (this.own != null) {
				return this.own.next();
			}
			requireSame(this.names);
			if (this.next >= this.names.size()) {
				throw new NoSuchElementException();
			}
			this.removable = true;
			return new FieldEntry(this.next++);
		}

		@Override
		public void remove() {
			if (this.own != null) {
				this.own.remove();
				return;
			}
			if (!this.removable) {
				throw new IllegalStateException();
			}
			requireSame(this.names);
			Iterator<Entry<String, @Nullable Object>> iterator = own().entrySet().iterator();
			for (int i = 0; i < this.next; i++) {
				iterator.next();
			}
			iterator.remove();
			this.own = iterator;
		}

	}

	private final class FieldEntry implements Entry<String, @Nullable Object> {

		private final String name;

		private final int position;

		private final @Nullable Object[] values = FieldMap.this.values;

		FieldEntry(int position) {
			this.position = position;
			this.name = FieldMap.this.names.get(position);
		}

		@Override
		public String getKey() {
			return this.name;
		}

		@Override
		public @Nullable Object getValue() {
			Map<String, @Nullable Object> own = FieldMap.this.own;
			if (own != null && own.containsKey(this.name)) {
				this.values[this.position] = own.get(this.name);
			}
			return this.values[this.position];
		}

		@Override
		public @Nullable Object setValue(@Nullable Object value) {
			Object before = getValue();
			this.values[this.position] = value;
			Map<String, @Nullable Object> own = FieldMap.this.own;
			if (own != null) {
				own.replace(this.name, value);
			}
			return before;
		}

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Entry<?, ?> entry && this.name.equals(entry.getKey())
					&& Objects.equals(getValue(), entry.getValue());
		}

		@Override
		public int hashCode() {
			return this.name.hashCode() ^ Objects.hashCode(getValue());
		}

		@Override
		public String toString() {
			return this.name + "=" + getValue();
		}

	}

}
