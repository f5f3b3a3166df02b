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

package io.github.biginspring.limit.internal;

import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.limit.CallPriority;

/**
 * The lines in which calls wait, the first one first.
 */
enum Rank {

	/**
	 * Health checks: few, and no use when they come too late.
	 */
	PROBE,

	/**
	 * Calls of {@link CallPriority#INTERACTIVE}.
	 */
	INTERACTIVE,

	/**
	 * Calls of {@link CallPriority#BACKGROUND}.
	 */
	BACKGROUND;

	static Rank of(BiginCall<?> call) {
		if (call.isProbe()) {
			return PROBE;
		}
		return (call.priority() == CallPriority.BACKGROUND) ? BACKGROUND : INTERACTIVE;
	}

}
