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

import java.util.function.Function;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.biginspring.call.BiginCallBuilder;
import io.github.biginspring.call.CallExchange;
import io.github.biginspring.call.Operation;
import io.github.biginspring.call.OperationObserver;
import io.github.biginspring.call.RecordOutcome;
import io.github.biginspring.paging.Page;
import io.github.biginspring.paging.PageParser;
import io.github.biginspring.paging.PageReader;
import io.github.biginspring.paging.PageRequest;

/**
 * Makes the calls that give pages of records.
 */
final class RecordCalls<T> {

	private final CallExchange exchange;

	private final OperationObserver observer;

	private final String module;

	private final PageParser<T> parser;

	RecordCalls(CallExchange exchange, OperationObserver observer, String module, PageParser<T> parser) {
		this.exchange = exchange;
		this.observer = observer;
		this.module = module;
		this.parser = parser;
	}

	String module() {
		return this.module;
	}

	Flux<T> all(String operation, PageRequest first, Function<PageRequest, BiginCallBuilder> call) {
		PageReader<T> reader = new PageReader<>((request) -> fetch(call.apply(request)));
		return this.observer.observe(Operation.of(operation, this.module), reader.all(first));
	}

	Mono<Page<T>> page(String operation, PageRequest request, BiginCallBuilder call) {
		return this.observer.observe(Operation.of(operation, this.module),
				fetch(call).defaultIfEmpty(Page.empty(request)));
	}

	Mono<T> single(String operation, BiginCallBuilder call) {
		return this.observer.observe(Operation.of(operation, this.module),
				fetch(call).filter((page) -> !page.items().isEmpty()).map((page) -> page.items().get(0)));
	}

	private Mono<Page<T>> fetch(BiginCallBuilder call) {
		return this.exchange.exchange(call.read((answer) -> this.parser.parse(answer.body())))
			.doOnNext((page) -> count(page.items().size()));
	}

	private void count(int records) {
		if (records > 0) {
			this.observer.records(this.module, RecordOutcome.READ, records);
		}
	}

}
