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

package io.github.biginspring.query.internal;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginCallBuilder;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.UriVariable;
import io.github.biginspring.internal.coql.CoqlColumns;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.internal.mapping.RecordMapping;
import io.github.biginspring.internal.paging.PageParser;
import io.github.biginspring.internal.paging.Paging;
import io.github.biginspring.internal.paging.RecordCalls;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.query.Coql;
import io.github.biginspring.query.CoqlQuery;
import io.github.biginspring.query.DeletedQuery;
import io.github.biginspring.query.DeletedRecord;
import io.github.biginspring.query.QueryOperations;
import io.github.biginspring.query.ReadPlan;
import io.github.biginspring.query.RecordPage;
import io.github.biginspring.query.RecordQuery;
import io.github.biginspring.query.internal.list.ListScope;

/**
 * {@link QueryOperations} by calls to Bigin.
 *
 * @since 0.1.0
 */
public final class QueryTemplate implements QueryOperations {

	private static final String GET = "get";

	// as many calls as Bigin takes at once from an organisation without a licence
	private static final int GETS_AT_ONCE = 5;

	private final CallExchange exchange;

	private final OperationObserver observer;

	private final RecordMapper mapper;

	private final Paging paging;

	private final InstantSource clock;

	private final ReadPlan plan;

	private final Map<Class<?>, Gets<?>> gets = new ConcurrentHashMap<>();

	// those that were made last, as most programs make the same ones again and again
	private volatile @Nullable Gets<BiginRecord> untypedGets;

	/**
	 * Create a template, which reads lists by {@link ReadPlan#pages()} where a query does
	 * not say otherwise.
	 * @param exchange makes the calls
	 * @param observer watches the operations
	 * @param mapper maps the records
	 * @param pageSize how many records a page holds where a query does not say, 1 to 200
	 * @param clock tells the time
	 */
	public QueryTemplate(CallExchange exchange, OperationObserver observer, RecordMapper mapper, int pageSize,
			InstantSource clock) {
		this(exchange, observer, mapper, pageSize, clock, ReadPlan.pages());
	}

	/**
	 * Create a template.
	 * @param exchange makes the calls
	 * @param observer watches the operations
	 * @param mapper maps the records
	 * @param pageSize how many records a page holds where a query does not say, 1 to 200
	 * @param clock tells the time
	 * @param plan how lists are read where a query does not say
	 */
	public QueryTemplate(CallExchange exchange, OperationObserver observer, RecordMapper mapper, int pageSize,
			InstantSource clock, ReadPlan plan) {
		this.clock = clock;
		this.plan = plan;
		this.exchange = exchange;
		this.observer = observer;
		this.mapper = mapper;
		this.paging = Paging.ofSize(pageSize);
	}

	@Override
	public <T> RecordQuery<T> query(Class<T> type) {
		Assert.notNull(type, "'type' must not be null");
		return query(this.mapper.forType(type));
	}

	@Override
	public RecordQuery<BiginRecord> query(String module) {
		return query(this.mapper.untyped(UriVariable.module(module).value()));
	}

	private <T> RecordQuery<T> query(RecordMapping<T> mapping) {
		return new DefaultRecordQuery<>(mapping, calls(mapping), this.plan, FieldSelection.of(mapping),
				ListScope.WHOLE_MODULE, this.paging, null);
	}

	@Override
	public <T> Mono<T> findById(Class<T> type, String id) {
		Assert.notNull(type, "'type' must not be null");
		return findById(getsOf(type), id);
	}

	@SuppressWarnings("unchecked") // those of a type are of that type
	private <T> Gets<T> getsOf(Class<T> type) {
		Gets<?> gets = this.gets.get(type);
		if (gets == null) {
			RecordMapping<T> mapping = this.mapper.forType(type);
			gets = Gets.of(mapping, calls(mapping), FieldSelection.of(mapping));
			this.gets.put(type, gets);
		}
		return (Gets<T>) gets;
	}

	@Override
	public Mono<BiginRecord> findById(String module, String id, String... fields) {
		Assert.notNull(fields, "'fields' must not be null");
		Gets<BiginRecord> gets = this.untypedGets;
		if (gets == null || !gets.areOf(module, fields)) {
			RecordMapping<BiginRecord> mapping = this.mapper.untyped(UriVariable.module(module).value());
			gets = Gets.of(mapping, calls(mapping), FieldSelection.of(fields));
		}
		Mono<BiginRecord> found = findById(gets, id);
		// only once all of it is known to be right
		this.untypedGets = gets;
		return found;
	}

	private static <T> Mono<T> findById(Gets<T> gets, String id) {
		RecordCalls<T> calls = gets.calls();
		return calls.single(GET, calls.fetch(get(gets.mapping(), id).query(gets.fields()), id, gets.mapping()));
	}

	@Override
	public <T> Flux<T> findAllById(Class<T> type, Collection<String> ids) {
		Assert.notNull(type, "'type' must not be null");
		RecordMapping<T> mapping = this.mapper.forType(type);
		return findAllById(mapping, ids, FieldSelection.of(mapping));
	}

	@Override
	public Flux<BiginRecord> findAllById(String module, Collection<String> ids, String... fields) {
		Assert.notNull(fields, "'fields' must not be null");
		return findAllById(this.mapper.untyped(UriVariable.module(module).value()), ids, FieldSelection.of(fields));
	}

	private <T> Flux<T> findAllById(RecordMapping<T> mapping, Collection<String> ids, FieldSelection selection) {
		Assert.notNull(ids, "'ids' must not be null");
		Map<String, BiginCallBuilder> gets = new LinkedHashMap<>();
		ids.forEach((id) -> gets.computeIfAbsent(id, (key) -> get(mapping, key, selection)));
		RecordCalls<T> calls = calls(mapping);
		return calls.observed(GET,
				Flux.fromIterable(gets.entrySet())
					.flatMapSequential((get) -> calls.fetch(get.getValue(), get.getKey(), mapping)
						.flatMapIterable(RecordPage::items), GETS_AT_ONCE, 1)
					.doOnNext((record) -> calls.count(1)));
	}

	private static BiginCallBuilder get(RecordMapping<?> mapping, String id, FieldSelection selection) {
		return get(mapping, id).query("fields", selection.parameter());
	}

	private static BiginCallBuilder get(RecordMapping<?> mapping, String id) {
		return BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/{module}/{id}",
				UriVariable.module(mapping.module()), UriVariable.recordId(id));
	}

	@Override
	public DeletedQuery deleted(Class<?> type) {
		Assert.notNull(type, "'type' must not be null");
		return deletedFrom(this.mapper.forType(type).module());
	}

	@Override
	public DeletedQuery deleted(String module) {
		return deletedFrom(UriVariable.module(module).value());
	}

	@Override
	public <T> CoqlQuery<T> coql(Class<T> type) {
		Assert.notNull(type, "'type' must not be null");
		RecordMapping<T> mapping = this.mapper.forType(type);
		List<String> columns = mapping.fields().stream().filter(CoqlColumns::isKnown).toList();
		return coql(mapping, Coql.select(columns).from(mapping.module()));
	}

	@Override
	public <T> CoqlQuery<T> coql(Class<T> type, Coql query) {
		Assert.notNull(type, "'type' must not be null");
		Assert.notNull(query, "'query' must not be null");
		return coql(this.mapper.forType(type), query);
	}

	@Override
	public CoqlQuery<BiginRecord> coql(Coql query) {
		Assert.notNull(query, "'query' must not be null");
		return coql(this.mapper.untyped(query.module()), query);
	}

	private <T> CoqlQuery<T> coql(RecordMapping<T> mapping, Coql query) {
		// tells of parameters without a value
		query.text();
		return new DefaultCoqlQuery<>(mapping, calls(mapping), query, this.paging, null);
	}

	private DeletedQuery deletedFrom(String module) {
		ObjectReader reader = this.mapper.jsonMapper()
			.readerFor(DeletedRecord.class)
			.without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
		PageParser<DeletedRecord> parser = new PageParser<>(this.mapper.jsonMapper(), "data",
				(JsonParser content) -> reader.<DeletedRecord>readValue(content));
		return new DefaultDeletedQuery(calls(module, parser), this.paging, null, null);
	}

	private <T> RecordCalls<T> calls(RecordMapping<T> mapping) {
		return calls(mapping.module(),
				new PageParser<>(this.mapper.jsonMapper(), "data", mapping::read, mapping::idOf));
	}

	private <T> RecordCalls<T> calls(String module, PageParser<T> parser) {
		return new RecordCalls<>(this.exchange, this.observer, this.mapper.jsonMapper(), module, parser, this.clock);
	}

	/**
	 * What all gets of one type, and of the same fields, have in common.
	 */
	private record Gets<T>(RecordMapping<T> mapping, RecordCalls<T> calls, List<String> names,
			BiginCall.@Nullable QueryParameter fields) {

		static <T> Gets<T> of(RecordMapping<T> mapping, RecordCalls<T> calls, FieldSelection selection) {
			String parameter = selection.parameter();
			return new Gets<>(mapping, calls, selection.names(),
					(parameter != null) ? BiginCall.QueryParameter.encoded("fields", parameter) : null);
		}

		boolean areOf(String module, String[] names) {
			return this.mapping.module().equals(module) && this.names.equals(Arrays.asList(names));
		}

	}

}
