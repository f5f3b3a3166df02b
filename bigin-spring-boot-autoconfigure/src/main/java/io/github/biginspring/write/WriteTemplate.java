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

package io.github.biginspring.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

import io.github.biginspring.call.BiginCall;
import io.github.biginspring.call.BiginCallBuilder;
import io.github.biginspring.call.CallExchange;
import io.github.biginspring.call.Operation;
import io.github.biginspring.call.OperationObserver;
import io.github.biginspring.call.PathVariable;
import io.github.biginspring.mapping.RecordMapper;
import io.github.biginspring.mapping.RecordMapping;
import io.github.biginspring.record.BiginRecord;
import io.github.biginspring.write.WriteResult.Written;

/**
 * {@link WriteOperations} by calls to Bigin.
 *
 * @since 0.1.0
 */
public final class WriteTemplate implements WriteOperations {

	private static final String MODULE_PATH = "/bigin/v2/{module}";

	private static final String RECORD_PATH = "/bigin/v2/{module}/{id}";

	private static final int RECORDS_PER_CREDIT = 10;

	private final CallExchange exchange;

	private final OperationObserver observer;

	private final RecordMapper mapper;

	private final WriteOptions options;

	/**
	 * Create a template.
	 * @param exchange makes the calls
	 * @param observer watches the operations
	 * @param mapper maps the records
	 */
	public WriteTemplate(CallExchange exchange, OperationObserver observer, RecordMapper mapper) {
		this(exchange, observer, mapper, WriteOptions.defaults());
	}

	private WriteTemplate(CallExchange exchange, OperationObserver observer, RecordMapper mapper,
			WriteOptions options) {
		this.exchange = exchange;
		this.observer = observer;
		this.mapper = mapper;
		this.options = options;
	}

	@Override
	public WriteOperations withOptions(WriteOptions options) {
		Assert.notNull(options, "'options' must not be null");
		return new WriteTemplate(this.exchange, this.observer, this.mapper, options);
	}

	@Override
	public <T> Mono<Written<T>> create(T record) {
		return create(this.mapper.forRecord(record), List.of(record)).single();
	}

	@Override
	public Mono<Written<BiginRecord>> create(String module, BiginRecord record) {
		Assert.notNull(record, "'record' must not be null");
		return create(this.mapper.untyped(module), List.of(record)).single();
	}

	@Override
	public <T> Mono<WriteResults<T>> createAll(Collection<T> records) {
		return many(records, (list) -> create(mappingOf(list), list).all());
	}

	@Override
	public Mono<WriteResults<BiginRecord>> createAll(String module, Collection<BiginRecord> records) {
		RecordMapping<BiginRecord> mapping = this.mapper.untyped(PathVariable.module(module).value());
		return many(records, (list) -> create(mapping, list).all());
	}

	@Override
	public <T> Mono<Written<T>> update(T record) {
		return update(this.mapper.forRecord(record), record).single();
	}

	@Override
	public Mono<Written<BiginRecord>> update(String module, BiginRecord record) {
		Assert.notNull(record, "'record' must not be null");
		return update(this.mapper.untyped(module), record).single();
	}

	@Override
	public <T> Mono<WriteResults<T>> updateAll(Collection<T> records) {
		return many(records, (list) -> update(mappingOf(list), list).all());
	}

	@Override
	public Mono<WriteResults<BiginRecord>> updateAll(String module, Collection<BiginRecord> records) {
		RecordMapping<BiginRecord> mapping = this.mapper.untyped(PathVariable.module(module).value());
		return many(records, (list) -> update(mapping, list).all());
	}

	@Override
	public Mono<Written<String>> delete(Class<?> type, String id) {
		return delete(this.mapper.forType(type).module(), id);
	}

	@Override
	public Mono<Written<String>> delete(String module, String id) {
		BiginCallBuilder call = BiginCall
			.gateway(HttpMethod.DELETE, RECORD_PATH, PathVariable.module(module), PathVariable.recordId(id))
			.doneIfGone();
		return delete(call, RECORD_PATH, module, List.of(id)).single();
	}

	@Override
	public Mono<WriteResults<String>> deleteAll(Class<?> type, Collection<String> ids) {
		return deleteAll(this.mapper.forType(type).module(), ids);
	}

	@Override
	public Mono<WriteResults<String>> deleteAll(String module, Collection<String> ids) {
		PathVariable checkedModule = PathVariable.module(module);
		return many(ids, (list) -> {
			list.forEach(PathVariable::recordId);
			BiginCallBuilder call = BiginCall.gateway(HttpMethod.DELETE, MODULE_PATH, checkedModule)
				.query("ids", String.join(",", list));
			return delete(call, MODULE_PATH, module, list).all();
		});
	}

	private <T> WriteCall<T> create(RecordMapping<T> mapping, List<T> records) {
		BiginCallBuilder call = BiginCall.gateway(HttpMethod.POST, MODULE_PATH, PathVariable.module(mapping.module()))
			.body(body(records.stream().map(mapping::toCreate).toList()))
			.credits(credits(records.size()));
		return write("create", mapping.module(), call, HttpMethod.POST, MODULE_PATH, records);
	}

	private <T> WriteCall<T> update(RecordMapping<T> mapping, T record) {
		BiginCallBuilder call = BiginCall
			.gateway(HttpMethod.PUT, RECORD_PATH, PathVariable.module(mapping.module()),
					PathVariable.recordId(requiredId(mapping, record)))
			.body(body(List.of(changes(mapping, record))));
		return write("update", mapping.module(), call, HttpMethod.PUT, RECORD_PATH, List.of(record));
	}

	private <T> WriteCall<T> update(RecordMapping<T> mapping, List<T> records) {
		List<Map<String, @Nullable Object>> data = new ArrayList<>(records.size());
		for (T record : records) {
			Map<String, @Nullable Object> entry = new LinkedHashMap<>();
			entry.put("id", PathVariable.recordId(requiredId(mapping, record)).value());
			entry.putAll(changes(mapping, record));
			data.add(entry);
		}
		BiginCallBuilder call = BiginCall.gateway(HttpMethod.PUT, MODULE_PATH, PathVariable.module(mapping.module()))
			.body(body(data))
			.credits(credits(records.size()));
		return write("update", mapping.module(), call, HttpMethod.PUT, MODULE_PATH, records);
	}

	private WriteCall<String> delete(BiginCallBuilder call, String path, String module, List<String> ids) {
		if (this.options.triggers() != null && this.options.triggers().isEmpty()) {
			call.query("wf_trigger", "false");
		}
		return write("delete", module, call, HttpMethod.DELETE, path, ids);
	}

	private <T> WriteCall<T> write(String operation, String module, BiginCallBuilder call, HttpMethod method,
			String path, List<T> inputs) {
		WriteAnswerReader<T> reader = new WriteAnswerReader<>(this.mapper.jsonMapper(), method, path, inputs);
		return new WriteCall<>(this.exchange, this.observer, Operation.of(operation, module),
				call.recordsDecide().read(reader));
	}

	private static <T> Mono<WriteResults<T>> many(Collection<T> inputs,
			Function<List<T>, Mono<WriteResults<T>>> write) {
		Assert.noNullElements(inputs, "No record or id may be null");
		List<T> list = List.copyOf(inputs);
		Assert.isTrue(list.size() <= MOST_RECORDS,
				() -> "A call takes at most " + MOST_RECORDS + " records, not " + list.size());
		return list.isEmpty() ? Mono.just(new WriteResults<>(List.of())) : write.apply(list);
	}

	private <T> RecordMapping<T> mappingOf(List<T> records) {
		RecordMapping<T> mapping = this.mapper.forRecord(records.get(0));
		for (T record : records) {
			Assert.isTrue(this.mapper.forRecord(record).equals(mapping),
					() -> "Records of one call must be of one type, not " + records.get(0).getClass().getName()
							+ " and " + record.getClass().getName());
		}
		return mapping;
	}

	private static <T> String requiredId(RecordMapping<T> mapping, T record) {
		String id = mapping.idOf(record);
		Assert.notNull(id, () -> "A record of " + mapping.module() + " cannot be updated without its id");
		return id;
	}

	private <T> Map<String, @Nullable Object> changes(RecordMapping<T> mapping, T record) {
		Map<String, @Nullable Object> changes = mapping.toUpdate(record);
		this.options.cleared().forEach((field) -> changes.put(field, null));
		return changes;
	}

	// a delete costs what any call does, however many records it names
	private static int credits(int records) {
		return (records + RECORDS_PER_CREDIT - 1) / RECORDS_PER_CREDIT;
	}

	private byte[] body(List<Map<String, @Nullable Object>> data) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("data", data);
		if (this.options.triggers() != null) {
			body.put("trigger", this.options.triggers());
		}
		return this.mapper.jsonMapper().writeValueAsBytes(body);
	}

}
