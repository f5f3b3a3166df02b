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

package io.github.biginspring.sample;

import java.util.List;

import io.github.biginspring.query.PageInfo;
import io.github.biginspring.query.RecordPage;

/**
 * A page of records in the shape that Bigin itself gives it.
 *
 * @param data the records
 * @param info which page it is, and how to get the next one
 * @param <T> the type of a record
 */
record PageResponse<T>(List<T> data, PageInfo info) {

	static <T> PageResponse<T> of(RecordPage<T> page) {
		return new PageResponse<>(page.items(), page.info());
	}

}
