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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A page of a list or of a search.
 *
 * @param data the records as they stand on the wire
 * @param info what stands beside them
 * @since 0.1.0
 */
public record Page(List<Map<String, @Nullable Object>> data, Map<String, @Nullable Object> info) {

	static Map<String, @Nullable Object> info(int perPage, int count, int page, boolean moreRecords) {
		Map<String, @Nullable Object> info = new LinkedHashMap<>();
		info.put("per_page", perPage);
		info.put("count", count);
		info.put("page", page);
		info.put("more_records", moreRecords);
		return info;
	}

	/**
	 * Whether there is nothing on the page, to which Bigin responds without a body.
	 * @return whether the page is empty
	 */
	public boolean isEmpty() {
		return this.data.isEmpty();
	}

}
