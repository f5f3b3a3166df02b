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

import java.time.Instant;
import java.time.ZoneOffset;

import org.springframework.http.HttpHeaders;

import io.github.biginspring.internal.DateTimeFormat;
import io.github.biginspring.internal.call.BiginCallBuilder;
import io.github.biginspring.query.PageSpec;

/**
 * The parameters that say which page is wanted.
 */
public final class PageParameters {

	private PageParameters() {
	}

	public static BiginCallBuilder add(BiginCallBuilder call, PageSpec request) {
		call.query("per_page", request.perPage());
		// never both
		return (request.pageToken() != null) ? call.query("page_token", request.pageToken())
				: call.query("page", request.page());
	}

	/**
	 * Ask only for what was changed since a time. A fraction of a second is dropped, so
	 * that nothing is missed.
	 * @param call the call
	 * @param time the time
	 */
	public static void addModifiedSince(BiginCallBuilder call, Instant time) {
		// not an HTTP date
		call.header(HttpHeaders.IF_MODIFIED_SINCE, DateTimeFormat.format(time.atOffset(ZoneOffset.UTC)));
	}

}
