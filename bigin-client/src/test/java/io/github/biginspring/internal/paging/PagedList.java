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

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

import reactor.core.publisher.Mono;

import io.github.biginspring.query.PageInfo;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;

/**
 * A list of numbers, from 0, that is given page by page and remembers what was asked.
 */
class PagedList implements PageSource<Integer> {

	private final int size;

	private final Queue<PageSpec> requests = new ConcurrentLinkedQueue<>();

	PagedList(int size) {
		this.size = size;
	}

	@Override
	public Mono<RecordPage<Integer>> page(PageSpec request) {
		return Mono.fromSupplier(() -> {
			this.requests.add(request);
			return content(request);
		});
	}

	RecordPage<Integer> content(PageSpec request) {
		int from = (request.page() - 1) * request.perPage();
		int to = Math.min(from + request.perPage(), this.size);
		boolean more = to < this.size;
		return new RecordPage<>(IntStream.range(from, to).boxed().toList(), new PageInfo(request.page(),
				request.perPage(), to - from, more, more ? "token-" + (request.page() + 1) : null));
	}

	List<PageSpec> requests() {
		return List.copyOf(this.requests);
	}

	int calls() {
		return this.requests.size();
	}

}
