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
package io.github.biginspring.error;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * Copies of JSON values that nobody can change, that can be serialized, and in which
 * secrets are masked.
 */
final class ErrorValues {

	private static final String MASK = "******";

	private static final Set<String> SECRET_NAMES = Set.of("token", "session_token", "api_key");

	private ErrorValues() {
	}

	static Map<String, @Nullable Object> copy(Map<?, ?> map, UnaryOperator<String> mask) {
		Map<String, @Nullable Object> copy = new LinkedHashMap<>();
		map.forEach((name, value) -> copy.put(mask.apply(String.valueOf(name)),
				(value != null && SECRET_NAMES.contains(name)) ? MASK : copy(value, mask)));
		return Collections.unmodifiableMap(copy);
	}

	private static @Nullable Object copy(@Nullable Object value, UnaryOperator<String> mask) {
		if (value == null || value instanceof Boolean) {
			return value;
		}
		if (value instanceof Map<?, ?> map) {
			return copy(map, mask);
		}
		if (value instanceof Collection<?> collection) {
			List<@Nullable Object> copy = new ArrayList<>(collection.size());
			collection.forEach((element) -> copy.add(copy(element, mask)));
			return Collections.unmodifiableList(copy);
		}
		String text = value.toString();
		String masked = mask.apply(text);
		return (value instanceof Number && masked.equals(text)) ? value : masked;
	}

}
