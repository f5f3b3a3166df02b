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

package io.github.biginspring.connection.internal;

import java.util.function.Function;

import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;

import io.github.biginspring.connection.MatonConnection;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.internal.paging.PageSource;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;

/**
 * The pages of Maton's connections, which have tokens and no numbers.
 *
 * @param pages fetches a page
 */
record ConnectionPages(
		Function<PageSpec, Mono<RecordPage<MatonConnection>>> pages) implements PageSource<MatonConnection> {

	static final String PATH = "/connections";

	@Override
	public Mono<RecordPage<MatonConnection>> page(PageSpec request) {
		return this.pages.apply(request);
	}

	@Override
	public PageSpec next(PageSpec request, RecordPage<MatonConnection> page) {
		return new PageSpec(request.page() + 1, request.perPage(), page.nextPageToken());
	}

	@Override
	public String idOf(MatonConnection connection) {
		return connection.connectionId();
	}

	@Override
	public BiginException unreadable(String message) {
		return new BiginUnreadableResponseException(
				ErrorDetails.responded(HttpMethod.GET, PATH, 200).message(message).build());
	}

}
