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

package io.github.biginspring.internal.paging;

/**
 * How long responses take.
 */
public final class Latency {

	private static final long LONG_MILLIS = 500;

	private Latency() {
	}

	/**
	 * Whether responses take so long that a call is worth making that may turn out to be
	 * one in vain: the limits would allow several while a response is waited for.
	 * @param millis how long the latest response took
	 * @return {@code true} if so
	 */
	public static boolean isLong(long millis) {
		return millis >= LONG_MILLIS;
	}

}
