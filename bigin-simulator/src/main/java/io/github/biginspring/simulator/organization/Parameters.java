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

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The parameters of a call by name, as text.
 *
 * @param values the values by name
 * @since 0.1.0
 */
public record Parameters(Map<String, String> values) {

	/**
	 * Keep a copy of the values.
	 * @param values the values by name
	 */
	public Parameters {
		values = Map.copyOf(values);
	}

	/**
	 * One parameter.
	 * @param name the name
	 * @return the value, or {@code null} where it is absent or empty
	 */
	public @Nullable String get(String name) {
		String value = this.values.get(name);
		return (value != null && !value.isEmpty()) ? value : null;
	}

	/**
	 * One parameter, or else a default.
	 * @param name the name
	 * @param defaultValue what to return where it is absent
	 * @return the value
	 */
	public String get(String name, String defaultValue) {
		String value = get(name);
		return (value != null) ? value : defaultValue;
	}

	boolean has(String name) {
		return get(name) != null;
	}

	String required(String name) {
		String value = get(name);
		if (value == null) {
			throw RefusedException.of("REQUIRED_PARAM_MISSING", "One of the expected parameter is missing")
				.with("param_name", name);
		}
		return value;
	}

	/**
	 * A list that must be there.
	 * @param name the name of the parameter
	 * @return its values, at least one
	 * @throws RefusedException if it is absent
	 */
	public List<String> requiredList(String name) {
		required(name);
		List<String> values = list(name);
		return (values != null) ? values : List.of();
	}

	int positive(String name, int defaultValue) {
		String value = get(name);
		if (value == null) {
			return defaultValue;
		}
		try {
			int number = Integer.parseInt(value);
			if (number > 0) {
				return number;
			}
		}
		catch (NumberFormatException ex) {
			// refused below, like all that is no positive number
		}
		throw RefusedException.invalidParameter(name);
	}

	String oneOf(String name, List<String> allowed, String defaultValue) {
		String value = get(name, defaultValue);
		if (!allowed.contains(value)) {
			throw RefusedException.invalidParameter(name);
		}
		return value;
	}

	@Nullable List<String> list(String name) {
		String value = get(name);
		return (value != null)
				? Arrays.stream(value.split(",")).map(String::trim).filter((part) -> !part.isEmpty()).toList() : null;
	}

}
