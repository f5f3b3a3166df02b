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

package io.github.biginspring.sample.lab;

import org.jspecify.annotations.Nullable;

/**
 * How far a run has come.
 *
 * @param total how many contacts it writes
 * @param written how many are written, as far as the writer knows
 * @param failed how many it has given up, without a word on what became of each
 * @param rejected how many it has reported as not written
 * @param unknown how many it has reported as perhaps written
 * @param unsent how many it has not begun with, where it has ended with an error
 * @param sent how many requests it has sent, 0 where the rate limiter counts them
 * @param refused how many of those were answered with 429
 * @param searchMillis how long the last search took that was answered, or {@code null}
 * @param searchFailed whether the last search failed
 * @param elapsed milliseconds since the beginning
 * @param found what was found on the simulator at the end, or {@code null} before
 */
record RunProgress(int total, int written, int failed, int rejected, int unknown, int unsent, int sent, int refused,
		@Nullable Long searchMillis, boolean searchFailed, long elapsed, @Nullable Found found) {

	RunProgress ended(Found found) {
		return new RunProgress(this.total, this.written, this.failed, this.rejected, this.unknown, this.unsent,
				this.sent, this.refused, this.searchMillis, this.searchFailed, this.elapsed, found);
	}

	/**
	 * What was found on the simulator, whatever the writer says.
	 *
	 * @param contacts how many contacts of this run there are
	 * @param lost how many are not there, although the writer has not reported them as
	 * rejected, unknown or not begun with
	 * @param doubled how many are there once more
	 * @param unknownStored how many of those reported as unknown are there
	 */
	record Found(int contacts, int lost, int doubled, int unknownStored) {

	}

}
