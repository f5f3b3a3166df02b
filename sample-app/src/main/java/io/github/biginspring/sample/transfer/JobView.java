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

package io.github.biginspring.sample.transfer;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What there is to tell of a job.
 *
 * @param id its id
 * @param kind what it does
 * @param name what it does it with
 * @param state how far it is
 * @param started when it began
 * @param ended when it ended, or {@code null}
 * @param done of how many rows the outcome is known, or known to be unknown
 * @param total how many rows there are, or {@code null} where nobody knows
 * @param created how many are new
 * @param updated how many were there already
 * @param rejected how many were not written
 * @param unknown how many may have been written or not
 * @param perSecond how many are done in a second
 * @param waited the seconds that calls have waited for the limits
 * @param repeatable how many of those that failed are kept, to be tried again
 * @param problem what stopped it, as a sentence, or {@code null}
 */
record JobView(String id, JobKind kind, String name, JobState state, Instant started, @Nullable Instant ended,
		long done, @Nullable Long total, long created, long updated, long rejected, long unknown, double perSecond,
		double waited, int repeatable, @Nullable String problem) {

}
