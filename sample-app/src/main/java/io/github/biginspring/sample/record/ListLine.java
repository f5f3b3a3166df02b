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

package io.github.biginspring.sample.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.sample.Explanation;

/**
 * A line of a list that is read while it is sent: a record, or, as the last line, how it
 * ended. A list without such a line was cut off.
 *
 * @param record the record
 * @param count how many records there are
 * @param problem why there are no more, although there are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ListLine(@Nullable BiginRecord record, @Nullable Long count, @Nullable Explanation problem) {

	static ListLine of(BiginRecord record) {
		return new ListLine(record, null, null);
	}

	static ListLine end(long count) {
		return new ListLine(null, count, null);
	}

	static ListLine failed(Explanation problem) {
		return new ListLine(null, null, problem);
	}

}
