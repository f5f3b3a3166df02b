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

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.deser.SettableBeanProperty;

/**
 * The fields that are expected of an object, in the order in which they came before. They
 * are few, whatever the service sends. Unmodifiable.
 */
final class ExpectedFields {

	static final ExpectedFields NONE = new ExpectedFields(new SerializableString[0], new SettableBeanProperty[0], 0);

	private static final int MAX_FIELDS = 200;

	private static final int MAX_NAME_LENGTH = 100;

	// where the order changes all the time, there is nothing to learn from it
	private static final int MAX_ORDERS = 50;

	private final SerializableString[] names;

	private final @Nullable SettableBeanProperty[] properties;

	private final Map<String, Integer> positions = new HashMap<>();

	private final int ordersBefore;

	private ExpectedFields(SerializableString[] names, @Nullable SettableBeanProperty[] properties, int ordersBefore) {
		this.names = names;
		this.properties = properties;
		this.ordersBefore = ordersBefore;
		for (int i = 0; i < names.length; i++) {
			this.positions.put(names[i].getValue(), i);
		}
	}

	int size() {
		return this.names.length;
	}

	SerializableString encodedName(int position) {
		return this.names[position];
	}

	/**
	 * Return what reads a field.
	 * @param position its position
	 * @return the property, or {@code null} where the type has none
	 */
	@Nullable SettableBeanProperty property(int position) {
		return this.properties[position];
	}

	int find(String name) {
		Integer position = this.positions.get(name);
		return (position != null) ? position : -1;
	}

	/**
	 * Return what is expected after a field has come that was not.
	 * @param position where it has come
	 * @param name its name
	 * @param property what reads it, or {@code null} where the type has no such property
	 * @return the fields with this one, or these ones where there are too many
	 */
	ExpectedFields with(int position, String name, @Nullable SettableBeanProperty property) {
		int size = size();
		if (size >= MAX_FIELDS || name.length() > MAX_NAME_LENGTH) {
			return this;
		}
		SerializableString[] names = new SerializableString[size + 1];
		SettableBeanProperty[] properties = new SettableBeanProperty[size + 1];
		System.arraycopy(this.names, 0, names, 0, position);
		System.arraycopy(this.properties, 0, properties, 0, position);
		names[position] = new SerializedString(name);
		properties[position] = property;
		System.arraycopy(this.names, position, names, position + 1, size - position);
		System.arraycopy(this.properties, position, properties, position + 1, size - position);
		return new ExpectedFields(names, properties, this.ordersBefore);
	}

	/**
	 * Return what is expected after an object whose fields came in another order.
	 * @param surprises how many fields did not follow the one before
	 * @return the fields, or none where their order is of no use any more
	 */
	ExpectedFields after(int surprises) {
		return (surprises > size() / 2 && this.ordersBefore < MAX_ORDERS)
				? new ExpectedFields(NONE.names, NONE.properties, this.ordersBefore + 1) : this;
	}

}
