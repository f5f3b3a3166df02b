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

package io.github.biginspring.simulator.admin;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.clock.DurationText;

/**
 * A JSON object that was sent to the admin API.
 */
final class AdminBody {

	private final Map<String, @Nullable Object> values;

	AdminBody(Map<String, @Nullable Object> values) {
		this.values = values;
	}

	boolean has(String name) {
		return this.values.get(name) != null;
	}

	/**
	 * Refuse what nothing comes of.
	 * @param names the names that are known
	 * @param what that which knows no others
	 */
	void requireOnly(Collection<String> names, String what) {
		for (String name : this.values.keySet()) {
			if (!names.contains(name)) {
				throw AdminException.of(name, "'" + name + "' does not belong to " + what, "use some of " + names);
			}
		}
	}

	@Nullable String text(String name) {
		Object value = this.values.get(name);
		if (value == null || value instanceof String) {
			return (String) value;
		}
		throw wrong(name, "give a text");
	}

	boolean flag(String name) {
		Object value = this.values.get(name);
		if (value == null || value instanceof Boolean) {
			return Boolean.TRUE.equals(value);
		}
		throw wrong(name, "give true or false");
	}

	int number(String name, int defaultValue, int least, int most) {
		Object value = this.values.get(name);
		if (value == null) {
			return defaultValue;
		}
		if (value instanceof Integer number && number >= least && number <= most) {
			return number;
		}
		throw wrong(name, "give a number from " + least + " to " + most);
	}

	@Nullable Duration duration(String name) {
		String text = text(name);
		try {
			return (text != null) ? DurationText.parse(text) : null;
		}
		catch (IllegalArgumentException ex) {
			throw AdminException.of(name, ex);
		}
	}

	Map<String, String> texts(String name) {
		Map<String, String> texts = new LinkedHashMap<>();
		Object value = this.values.get(name);
		if (value == null) {
			return texts;
		}
		if (!(value instanceof Map<?, ?> map)) {
			throw wrong(name, "give an object with texts, such as {\"Location\": \"/elsewhere\"}");
		}
		map.forEach((key, text) -> {
			if (!(text instanceof String)) {
				throw wrong(name + "." + key, "give a text");
			}
			texts.put(String.valueOf(key), (String) text);
		});
		return texts;
	}

	AdminException wrong(String name, String next) {
		Object value = this.values.get(name);
		return AdminException.of(name, (value != null) ? "'" + value + "' is not allowed" : "The value is not allowed",
				next);
	}

}
