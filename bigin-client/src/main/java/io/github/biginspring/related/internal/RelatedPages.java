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

package io.github.biginspring.related.internal;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginCallBuilder;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.RecordOutcome;
import io.github.biginspring.internal.call.UriVariable;
import io.github.biginspring.internal.paging.PageParser;
import io.github.biginspring.internal.paging.PageReader;
import io.github.biginspring.internal.paging.PageSource;
import io.github.biginspring.observation.Operation;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;
import io.github.biginspring.related.RelatedQuery;

/**
 * Reads a related list. Bigin gives its pages tokens, as those of a module, but knows no
 * order.
 */
record RelatedPages<T>(CallExchange exchange, OperationObserver observer, PageParser<T> parser,
		Function<T, @Nullable String> idOf, UriVariable module, UriVariable id, UriVariable relatedList, String fields,
		int size, @Nullable String pipelineId) implements RelatedQuery<T> {

	private static final String OPERATION = "list_related";

	@Override
	public RelatedQuery<T> pipeline(String id) {
		return new RelatedPages<>(this.exchange, this.observer, this.parser, this.idOf, this.module, this.id,
				this.relatedList, this.fields, this.size, UriVariable.recordId(id).value());
	}

	@Override
	public Flux<T> all() {
		return this.observer.observe(operation(),
				new PageReader<>(PageSource.of(RelatedTemplate.LIST_PATH, this.idOf, this::fetch))
					.all(PageSpec.of(1, this.size)));
	}

	@Override
	public Mono<RecordPage<T>> page(int number) {
		return page(PageSpec.of(number, this.size));
	}

	@Override
	public Mono<RecordPage<T>> page(PageSpec request) {
		Assert.notNull(request, "'request' must not be null");
		return this.observer.observe(operation(), fetch(request).defaultIfEmpty(RecordPage.empty(request)));
	}

	@Override
	public Mono<T> first() {
		return this.observer.observe(operation(),
				fetch(PageSpec.of(1, 1)).filter((page) -> !page.items().isEmpty()).map((page) -> page.items().get(0)));
	}

	private Operation operation() {
		return Operation.of(OPERATION, this.module.value());
	}

	private Mono<RecordPage<T>> fetch(PageSpec request) {
		return this.exchange.exchange(call(request).read((response) -> this.parser.parse(response.content())))
			.doOnNext((page) -> count(page.items().size()));
	}

	private void count(int records) {
		if (records > 0) {
			this.observer.records(this.module.value(), RecordOutcome.READ, records);
		}
	}

	private BiginCallBuilder call(PageSpec request) {
		BiginCallBuilder call = BiginCall
			.gateway(CallEffect.READ, HttpMethod.GET, RelatedTemplate.LIST_PATH, this.module, this.id, this.relatedList)
			.query("fields", this.fields)
			.query("pipeline_id", this.pipelineId)
			.query("per_page", request.perPage());
		// never both
		return (request.pageToken() != null) ? call.query("page_token", request.pageToken())
				: call.query("page", request.page());
	}

}
