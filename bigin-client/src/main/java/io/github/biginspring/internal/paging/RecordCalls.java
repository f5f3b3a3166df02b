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

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginCallBuilder;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.RecordOutcome;
import io.github.biginspring.internal.call.ReportedFailureException;
import io.github.biginspring.internal.call.RequestedId;
import io.github.biginspring.internal.mapping.RecordMapping;
import io.github.biginspring.observation.Operation;
import io.github.biginspring.query.NonUniqueResultException;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;

/**
 * Makes the calls that give pages of records.
 */
public final class RecordCalls<T> {

	/**
	 * The path of a query in COQL.
	 */
	public static final String COQL_PATH = "/bigin/v2/coql";

	private final CallExchange exchange;

	private final OperationObserver observer;

	private final JsonMapper jsonMapper;

	private final String module;

	private final PageParser<T> parser;

	private final InstantSource clock;

	public RecordCalls(CallExchange exchange, OperationObserver observer, JsonMapper jsonMapper, String module,
			PageParser<T> parser, InstantSource clock) {
		this.exchange = exchange;
		this.observer = observer;
		this.jsonMapper = jsonMapper;
		this.module = module;
		this.parser = parser;
		this.clock = clock;
	}

	public String module() {
		return this.module;
	}

	/**
	 * Return what tells how long the service can have had records.
	 * @return the clock
	 */
	public InstantSource clock() {
		return this.clock;
	}

	/**
	 * Return calls whose records are read otherwise.
	 * @param record reads a record, or gives {@code null} for one that is left out
	 * @return the calls
	 */
	public RecordCalls<T> reading(Function<JsonParser, ? extends @Nullable T> record) {
		return new RecordCalls<>(this.exchange, this.observer, this.jsonMapper, this.module,
				this.parser.reading(record), this.clock);
	}

	/**
	 * Return calls whose records are read by another mapping.
	 * @param mapping the mapping
	 * @param <R> the type of a record
	 * @return the calls
	 */
	public <R> RecordCalls<R> reading(RecordMapping<R> mapping) {
		return new RecordCalls<>(this.exchange, this.observer, this.jsonMapper, this.module,
				new PageParser<>(this.jsonMapper, "data", mapping::read, mapping::idOf), this.clock);
	}

	public Flux<T> all(String operation, Supplier<PageSource<T>> source, Paging paging) {
		return all(operation, source, paging, Long.MAX_VALUE);
	}

	public Flux<T> all(String operation, Supplier<PageSource<T>> source, Paging paging, long limit) {
		Flux<T> records = read(source, paging);
		return observed(operation, (limit < Long.MAX_VALUE) ? records.take(limit) : records);
	}

	public Flux<T> observed(String operation, Flux<T> records) {
		return this.observer.observe(Operation.of(operation, this.module), records);
	}

	public Mono<T> observedOne(String operation, Mono<T> record) {
		return this.observer.observe(Operation.of(operation, this.module), record);
	}

	public Mono<T> first(String operation, Supplier<PageSource<T>> source, Paging paging) {
		return this.observer.observe(Operation.of(operation, this.module), read(source, paging).next());
	}

	public Flux<T> read(Supplier<PageSource<T>> source, Paging paging) {
		return Flux.defer(() -> reader(source.get()).all(paging));
	}

	/**
	 * Return a reader that counts the records.
	 * @param source gives the pages
	 * @return the reader
	 */
	public PageReader<T> reader(PageSource<T> source) {
		return new PageReader<>(source, this::count);
	}

	public Mono<RecordPage<T>> page(String operation, PageSpec request, Mono<RecordPage<T>> page) {
		return this.observer.observe(Operation.of(operation, this.module),
				page.doOnNext((found) -> count(found.items().size())).defaultIfEmpty(RecordPage.empty(request)));
	}

	public Mono<T> single(String operation, Mono<RecordPage<T>> page) {
		return this.observer.observe(Operation.of(operation, this.module), page.mapNotNull(this::single));
	}

	private @Nullable T single(RecordPage<T> page) {
		if (page.items().isEmpty()) {
			return null;
		}
		count(1);
		return page.items().get(0);
	}

	public BiginCallBuilder coql(String statement) {
		return BiginCall.gateway(CallEffect.READ, HttpMethod.POST, COQL_PATH)
			.body(this.jsonMapper.writeValueAsBytes(Map.of("select_query", statement)));
	}

	/**
	 * Fetch a page. Its records are counted when they are passed on, as some may come
	 * with two pages.
	 * @param call the call
	 * @return the page
	 */
	public Mono<RecordPage<T>> fetch(BiginCallBuilder call) {
		return this.exchange.exchange(call.read((response) -> this.parser.parse(response.content())));
	}

	/**
	 * Fetch the one record of an id.
	 * @param call the call
	 * @param id the id
	 * @param mapping the mapping of its type
	 * @return a page of the record, empty where it is not there
	 */
	public Mono<RecordPage<T>> fetch(BiginCallBuilder call, String id, RecordMapping<T> mapping) {
		RequestedId requested = new RequestedId(call, id);
		return this.exchange.exchange(call.read((response) -> {
			RecordPage<T> page = this.parser.reading((record) -> mapping.read(record, (values) -> {
				if (values.get("id") == null && ReportedFailureException.isReport(values)) {
					throw new ReportedFailureException();
				}
				requested.check(response, values.get("id"));
				return true;
			})).parse(response.content());
			if (page != null) {
				requested.checkCount(response, page.items().size());
			}
			return page;
		}));
	}

	public BiginException unreadable(HttpMethod method, String pathTemplate, String message) {
		return new BiginUnreadableResponseException(
				ErrorDetails.responded(method, pathTemplate, 200).message(message).build());
	}

	public void count(int records) {
		if (records > 0) {
			this.observer.records(this.module, RecordOutcome.READ, records);
		}
	}

	/**
	 * Return the one record that was found.
	 * @param records those that were found, two being enough to tell
	 * @param <T> the type of a record
	 * @return the record, empty if there is none, or an error if there are more
	 */
	public static <T> Mono<T> onlyOne(List<T> records) {
		if (records.size() > 1) {
			return Mono.error(new NonUniqueResultException());
		}
		return records.isEmpty() ? Mono.empty() : Mono.just(records.get(0));
	}

}
