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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A JSON object of a snapshot, and where in it it stands.
 */
final class SnapshotPart {

	private final Map<?, ?> values;

	private final String place;

	SnapshotPart(@Nullable Object value, String place) {
		if (!(value instanceof Map<?, ?> map)) {
			throw wrong(place, "must be an object");
		}
		this.values = map;
		this.place = place;
	}

	static IllegalArgumentException wrong(String place, String what) {
		return new IllegalArgumentException("In the snapshot " + place + " " + what
				+ ": load what GET /__admin/bigin/snapshot returned, as it was");
	}

	IllegalArgumentException wrong(String name, String what, @Nullable Object value) {
		return wrong(placeOf(name), what + ", not '" + value + "'");
	}

	private String placeOf(String name) {
		return this.place.isEmpty() ? name : this.place + "." + name;
	}

	boolean has(String name) {
		return this.values.get(name) != null;
	}

	/**
	 * The object itself.
	 * @return its values
	 */
	@SuppressWarnings("unchecked")
	Map<String, @Nullable Object> values() {
		return (Map<String, @Nullable Object>) this.values;
	}

	String text(String name) {
		if (this.values.get(name) instanceof String text) {
			return text;
		}
		throw wrong(name, "must be a text", this.values.get(name));
	}

	@Nullable String optionalText(String name) {
		return has(name) ? text(name) : null;
	}

	long id(String name) {
		long id = IdSequence.parse(text(name));
		if (id < 0) {
			throw wrong(name, "must be an id", this.values.get(name));
		}
		return id;
	}

	boolean flag(String name) {
		if (this.values.get(name) instanceof Boolean flag) {
			return flag;
		}
		throw wrong(name, "must be true or false", this.values.get(name));
	}

	SnapshotPart part(String name) {
		return new SnapshotPart(this.values.get(name), placeOf(name));
	}

	List<?> list(String name) {
		if (this.values.get(name) instanceof List<?> list) {
			return list;
		}
		throw wrong(placeOf(name), "must be a list");
	}

	List<SnapshotPart> parts(String name) {
		List<SnapshotPart> parts = new ArrayList<>();
		for (Object element : list(name)) {
			parts.add(new SnapshotPart(element, placeOf(name) + "[" + parts.size() + "]"));
		}
		return parts;
	}

}
