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

import org.jspecify.annotations.Nullable;

/**
 * Checks ids of channels, so that none can change the list around it.
 */
public final class ChannelId {

	private static final int LONGEST = 50;

	private ChannelId() {
	}

	public static String check(@Nullable String id) {
		if (id == null || id.isEmpty() || id.length() > LONGEST || !id.chars().allMatch(ChannelId::isPart)) {
			throw new IllegalArgumentException("Not a channel id: it holds 1 to " + LONGEST
					+ " letters, digits, hyphens and underscores, best digits only, as '90210' does");
		}
		return id;
	}

	private static boolean isPart(int c) {
		return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '-' || c == '_';
	}

}
