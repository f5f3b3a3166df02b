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

import reactor.core.publisher.Mono;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;

import org.springframework.http.HttpMethod;

import io.github.biginspring.call.BiginCall;
import io.github.biginspring.call.BiginCallBuilder;
import io.github.biginspring.call.CallExchange;
import io.github.biginspring.call.OperationObserver;
import io.github.biginspring.call.PathVariable;
import io.github.biginspring.mapping.RecordMapper;
import io.github.biginspring.mapping.RecordMapping;
import io.github.biginspring.paging.PageParser;
import io.github.biginspring.paging.PageRequest;
import io.github.biginspring.record.BiginRecord;

/**
 * {@link QueryOperations} by calls to Bigin.
 *
 * @since 0.1.0
 */
public final class QueryTemplate implements QueryOperations {

	private final CallExchange exchange;

	private final OperationObserver observer;

	private final RecordMapper mapper;

	private final int pageSize;

	private final PageParser<DeletedRecord> deletedRecords;

	/**
	 * Create a template.
	 * @param exchange makes the calls
	 * @param observer watches the operations
	 * @param mapper maps the records
	 * @param pageSize how many records a page holds where a query does not say, 1 to 200
	 */
	public QueryTemplate(CallExchange exchange, OperationObserver observer, RecordMapper mapper, int pageSize) {
		this.exchange = exchange;
		this.observer = observer;
		this.mapper = mapper;
		this.pageSize = PageRequest.of(1, pageSize).perPage();
		ObjectReader reader = mapper.jsonMapper()
			.readerFor(DeletedRecord.class)
			.without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
		this.deletedRecords = new PageParser<>(mapper.jsonMapper(), "data",
				(JsonParser parser) -> reader.<DeletedRecord>readValue(parser));
	}

	@Override
	public <T> RecordQuery<T> query(Class<T> type) {
		return query(this.mapper.forType(type));
	}

	@Override
	public RecordQuery<BiginRecord> query(String module) {
		return query(this.mapper.untyped(PathVariable.module(module).value()));
	}

	private <T> RecordQuery<T> query(RecordMapping<T> mapping) {
		return new DefaultRecordQuery<>(calls(mapping), FieldSelection.of(mapping), ListScope.WHOLE_MODULE,
				this.pageSize);
	}

	@Override
	public <T> Mono<T> findById(Class<T> type, String id) {
		RecordMapping<T> mapping = this.mapper.forType(type);
		return findById(mapping, id, FieldSelection.of(mapping));
	}

	@Override
	public Mono<BiginRecord> findById(String module, String id, String... fields) {
		return findById(this.mapper.untyped(module), id, FieldSelection.of(fields));
	}

	private <T> Mono<T> findById(RecordMapping<T> mapping, String id, FieldSelection selection) {
		BiginCallBuilder call = BiginCall
			.gateway(HttpMethod.GET, "/bigin/v2/{module}/{id}", PathVariable.module(mapping.module()),
					PathVariable.recordId(id))
			.query("fields", selection.parameter());
		return calls(mapping).single("get", call);
	}

	@Override
	public DeletedQuery deleted(Class<?> type) {
		return deletedFrom(this.mapper.forType(type).module());
	}

	@Override
	public DeletedQuery deleted(String module) {
		return deletedFrom(PathVariable.module(module).value());
	}

	private DeletedQuery deletedFrom(String module) {
		return new DefaultDeletedQuery(new RecordCalls<>(this.exchange, this.observer, module, this.deletedRecords),
				this.pageSize, null, null);
	}

	private <T> RecordCalls<T> calls(RecordMapping<T> mapping) {
		return new RecordCalls<>(this.exchange, this.observer, mapping.module(),
				new PageParser<>(this.mapper.jsonMapper(), "data", mapping::read));
	}

}
