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

package io.github.biginspring.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The service's description of a page. Not every call returns all of it: a search has no
 * token, users and related lists have no sort (recorded from the live API).
 *
 * @param page the number of the page, from 1
 * @param perPage the maximum number of elements in a page
 * @param count how many this one holds
 * @param moreRecords whether there are more
 * @param nextPageToken leads to the next page for 24 hours, or {@code null}
 * @since 0.1.0
 */
public record PageInfo(@JsonProperty("page") int page, @JsonProperty("per_page") int perPage,
		@JsonProperty("count") int count, @JsonProperty("more_records") boolean moreRecords,
		@JsonProperty("next_page_token") @Nullable String nextPageToken) {

	/**
	 * What is known where the service says nothing: this is all.
	 */
	public static final PageInfo NONE = new PageInfo(1, 0, 0, false, null);

	/**
	 * Return the same with another count.
	 * @param count how many elements the page holds
	 * @return a copy
	 */
	public PageInfo withCount(int count) {
		return (count != this.count)
				? new PageInfo(this.page, this.perPage, count, this.moreRecords, this.nextPageToken) : this;
	}

}
