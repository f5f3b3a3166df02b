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
package io.github.biginspring.internal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The values of a metric's tag, of which there are only so many: each of them is a time
 * series for as long as the application runs. Those that come later are {@code other}.
 */
public final class BoundedValues {

	/**
	 * What stands for all values that are not told apart.
	 */
	public static final String OTHER = "other";

	private final Set<String> known = ConcurrentHashMap.newKeySet();

	private final int max;

	/**
	 * Create a set without values.
	 * @param max how many are told apart
	 */
	public BoundedValues(int max) {
		this.max = max;
	}

	/**
	 * Return what a value is called.
	 * @param value the value
	 * @return the same value, or {@link #OTHER}
	 */
	public String name(String value) {
		if (this.known.contains(value)) {
			return value;
		}
		if (this.known.size() >= this.max) {
			return OTHER;
		}
		this.known.add(value);
		return value;
	}

}
