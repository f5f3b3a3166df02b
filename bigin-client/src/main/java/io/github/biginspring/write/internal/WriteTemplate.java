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

package io.github.biginspring.write.internal;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.internal.DuplicateCheck;
import io.github.biginspring.internal.UnsendableValueException;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.UriVariable;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.internal.mapping.RecordMapping;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.write.RecordWriter;
import io.github.biginspring.write.WriteOperations;
import io.github.biginspring.write.WriteOptions;
import io.github.biginspring.write.WriteResult.Written;
import io.github.biginspring.write.WriteResults;

/**
 * {@link WriteOperations} by calls to Bigin.
 *
 * @since 0.1.0
 */
public final class WriteTemplate implements WriteOperations {

	private final CallExchange exchange;

	private final OperationObserver observer;

	private final RecordMapper mapper;

	private final WriteVerbs verbs;

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
		this.verbs = new WriteVerbs(mapper.jsonMapper(), options);
	}

	@Override
	public WriteOperations withOptions(WriteOptions options) {
		Assert.notNull(options, "'options' must not be null");
		return new WriteTemplate(this.exchange, this.observer, this.mapper, options);
	}

	@Override
	public <T> RecordWriter<T> batch(Class<T> type) {
		MappedType<T> mappedType = new MappedType<>(this.mapper, type);
		return new BatchingRecordWriter<>(this.exchange, this.observer, this.verbs, mappedType.module(),
				mappedType::mappingOf, BatchSettings.DEFAULTS);
	}

	@Override
	public RecordWriter<BiginRecord> batch(String module) {
		RecordMapping<BiginRecord> mapping = untyped(module);
		return new BatchingRecordWriter<>(this.exchange, this.observer, this.verbs, module, (record) -> mapping,
				BatchSettings.DEFAULTS);
	}

	@Override
	public <T> Mono<Written<T>> create(T record) {
		return createOne(mappingOf(record, "create"), record);
	}

	@Override
	public Mono<Written<BiginRecord>> create(String module, BiginRecord record) {
		Assert.notNull(record, "'record' must not be null");
		return createOne(untyped(module), record);
	}

	@Override
	public <T> Mono<WriteResults<T>> createAll(Collection<T> records) {
		Assert.notNull(records, "'records' must not be null");
		return many(records, (list) -> create(mappingOf(list), list));
	}

	@Override
	public Mono<WriteResults<BiginRecord>> createAll(String module, Collection<BiginRecord> records) {
		Assert.notNull(records, "'records' must not be null");
		RecordMapping<BiginRecord> mapping = untyped(module);
		return many(records, (list) -> create(mapping, list));
	}

	@Override
	public <T> Mono<Written<T>> update(T record) {
		return update(mappingOf(record, "update"), record);
	}

	@Override
	public Mono<Written<BiginRecord>> update(String module, BiginRecord record) {
		Assert.notNull(record, "'record' must not be null");
		return update(untyped(module), record);
	}

	@Override
	public <T> Mono<WriteResults<T>> updateAll(Collection<T> records) {
		Assert.notNull(records, "'records' must not be null");
		return many(records, (list) -> update(mappingOf(list), list));
	}

	@Override
	public Mono<WriteResults<BiginRecord>> updateAll(String module, Collection<BiginRecord> records) {
		Assert.notNull(records, "'records' must not be null");
		RecordMapping<BiginRecord> mapping = untyped(module);
		return many(records, (list) -> update(mapping, list));
	}

	@Override
	public <T> Mono<Written<T>> upsert(T record, String... checkFields) {
		Assert.notNull(checkFields, "'checkFields' must not be null");
		return upsertOne(mappingOf(record, "upsert"), record, DuplicateCheck.by(checkFields));
	}

	@Override
	public Mono<Written<BiginRecord>> upsert(String module, BiginRecord record, String... checkFields) {
		Assert.notNull(checkFields, "'checkFields' must not be null");
		Assert.notNull(record, "'record' must not be null");
		return upsertOne(untyped(module), record, DuplicateCheck.by(checkFields));
	}

	@Override
	public <T> Mono<WriteResults<T>> upsertAll(Collection<T> records, String... checkFields) {
		Assert.notNull(records, "'records' must not be null");
		Assert.notNull(checkFields, "'checkFields' must not be null");
		DuplicateCheck check = DuplicateCheck.by(checkFields);
		return many(records, (list) -> upsert(mappingOf(list), list, check));
	}

	@Override
	public Mono<WriteResults<BiginRecord>> upsertAll(String module, Collection<BiginRecord> records,
			String... checkFields) {
		Assert.notNull(records, "'records' must not be null");
		Assert.notNull(checkFields, "'checkFields' must not be null");
		RecordMapping<BiginRecord> mapping = untyped(module);
		DuplicateCheck check = DuplicateCheck.by(checkFields);
		return many(records, (list) -> upsert(mapping, list, check));
	}

	@Override
	public Mono<Written<String>> delete(Class<?> type, String id) {
		Assert.notNull(type, "'type' must not be null");
		Assert.notNull(id, "'id' must not be null");
		return delete(this.mapper.forType(type).module(), id);
	}

	@Override
	public Mono<Written<String>> delete(String module, String id) {
		Assert.notNull(id, "'id' must not be null");
		return call("delete", module, List.of(id), this.verbs.deleteOne(module, id)).single();
	}

	@Override
	public Mono<WriteResults<String>> deleteAll(Class<?> type, Collection<String> ids) {
		Assert.notNull(type, "'type' must not be null");
		Assert.notNull(ids, "'ids' must not be null");
		return deleteAll(this.mapper.forType(type).module(), ids);
	}

	@Override
	public Mono<WriteResults<String>> deleteAll(String module, Collection<String> ids) {
		Assert.notNull(ids, "'ids' must not be null");
		UriVariable.module(module);
		return many(ids, (list) -> call(this.verbs.delete(module), list));
	}

	private <T> Mono<Written<T>> createOne(RecordMapping<T> mapping, T record) {
		return single(this.verbs.create(mapping.module(), (each) -> mapping), record);
	}

	private <T> WriteCall<T> create(RecordMapping<T> mapping, List<T> records) {
		return call(this.verbs.create(mapping.module(), (record) -> mapping), records);
	}

	private <T> Mono<Written<T>> update(RecordMapping<T> mapping, T record) {
		return call("update", mapping.module(), List.of(record), this.verbs.updateOne(mapping, record)).single();
	}

	private <T> WriteCall<T> update(RecordMapping<T> mapping, List<T> records) {
		return call(this.verbs.update(mapping.module(), (record) -> mapping), records);
	}

	private <T> Mono<Written<T>> upsertOne(RecordMapping<T> mapping, T record, DuplicateCheck check) {
		return single(this.verbs.upsert(mapping.module(), (each) -> mapping, check), record);
	}

	private <T> WriteCall<T> upsert(RecordMapping<T> mapping, List<T> records, DuplicateCheck check) {
		return call(this.verbs.upsert(mapping.module(), (record) -> mapping, check), records);
	}

	private <T, C> Mono<Written<T>> single(WriteVerb<T, C> verb, T input) {
		return call(verb.name(), verb.module(), List.of(input), verb.call(List.of(verb.entry(input)))).single();
	}

	private <T, C> WriteCall<T> call(WriteVerb<T, C> verb, List<T> inputs) {
		Outgoing<T, C> outgoing = Outgoing.of(verb, inputs, (index, ex) -> rejection(verb, inputs.size(), index, ex));
		BiginCall<WriteResults<T>> call = outgoing.entries().isEmpty() ? null : verb.call(outgoing.entries());
		return new WriteCall<>(this.exchange, this.observer, verb.name(), verb.module(), call, outgoing::merged,
				outgoing.entries().stream().map(WriteVerb.Entry::input).toList());
	}

	// a text that cannot be sent is the fault of one record, all else of the program
	private static BiginException rejection(WriteVerb<?, ?> verb, int count, int index, RuntimeException ex) {
		String message = "Number " + index + " of the list, counted from 0: " + ex.getMessage();
		if (ex instanceof UnsendableValueException) {
			return new BiginInvalidRequestException(
					ErrorDetails.notSent(verb.method(), verb.path()).message(message).build());
		}
		throw (ex instanceof IllegalArgumentException && count > 1) ? new IllegalArgumentException(message, ex) : ex;
	}

	private <T> WriteCall<T> call(String name, String module, List<T> inputs, BiginCall<WriteResults<T>> call) {
		return new WriteCall<>(this.exchange, this.observer, name, module, call, UnaryOperator.identity(), inputs);
	}

	private static <T> Mono<WriteResults<T>> many(Collection<T> inputs, Function<List<T>, WriteCall<T>> write) {
		int index = 0;
		for (T input : inputs) {
			int number = index++;
			Assert.isTrue(input != null, () -> "Number " + number + " of the list, counted from 0, is null");
		}
		List<T> list = List.copyOf(inputs);
		Assert.isTrue(list.size() <= MAX_RECORDS, () -> "A call takes at most " + MAX_RECORDS + " records, not "
				+ list.size() + ". For any number of them, batch(..) takes a Publisher such as Flux.fromIterable(..)");
		return list.isEmpty() ? Mono.just(new WriteResults<>(List.of())) : write.apply(list).all();
	}

	private RecordMapping<BiginRecord> untyped(String module) {
		return this.mapper.untyped(UriVariable.module(module).value());
	}

	// takes any object, and so calls that were meant for another method
	private <T> RecordMapping<T> mappingOf(T record, String verb) {
		Assert.notNull(record, "'record' must not be null");
		Assert.isTrue(!(record instanceof Iterable<?>) && !record.getClass().isArray(),
				() -> notOne(record) + verb + "All(records) takes a collection");
		Assert.isTrue(!(record instanceof Publisher<?>),
				() -> notOne(record) + "batch(type)." + verb + "(records) takes a Publisher");
		Assert.isTrue(!(record instanceof CharSequence),
				() -> "'record' must be a record, not a text: to name the module call " + verb + "(module, record)");
		Assert.isTrue(record.getClass() != BiginRecord.class,
				() -> "A BiginRecord does not say which module it is of: call " + verb + "(module, record)");
		return this.mapper.forRecord(record);
	}

	private static String notOne(Object record) {
		return "'record' must be one record, not a " + record.getClass().getSimpleName() + ": ";
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

}
