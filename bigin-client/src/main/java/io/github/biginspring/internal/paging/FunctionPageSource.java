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

import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.util.StringUtils;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;

/**
 * A list whose pages a function fetches.
 *
 * @param pathTemplate the path of the calls
 * @param id gives the id of an element
 * @param pages fetches a page
 * @param smaller what has been seen of their size
 */
record FunctionPageSource<T>(String pathTemplate, Function<T, @Nullable String> id,
		Function<PageSpec, Mono<RecordPage<T>>> pages, SmallerPages smaller) implements PageSource<T> {

	@Override
	public Mono<RecordPage<T>> page(PageSpec request) {
		return this.smaller.page(request, this.pages);
	}

	@Override
	public @Nullable String idOf(T element) {
		String id = this.id.apply(element);
		return StringUtils.hasLength(id) ? id : null;
	}

	@Override
	public BiginException unreadable(String message) {
		return new BiginUnreadableResponseException(
				ErrorDetails.responded(HttpMethod.GET, this.pathTemplate, 200).message(message).build());
	}

}
