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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

import io.github.biginspring.internal.DuplicateCheck;
import io.github.biginspring.internal.UnsendableValueException;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginCallBuilder;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.UriVariable;
import io.github.biginspring.internal.mapping.RecordMapping;
import io.github.biginspring.write.WriteOptions;
import io.github.biginspring.write.WriteResults;

/**
 * Creating, updating, upserting and deleting by calls to Bigin.
 */
final class WriteVerbs {

	static final String MODULE_PATH = "/bigin/v2/{module}";

	private static final String UPSERT_PATH = "/bigin/v2/{module}/upsert";

	private static final String RECORD_PATH = "/bigin/v2/{module}/{id}";

	private static final int RECORDS_PER_CREDIT = 10;

	private final JsonMapper jsonMapper;

	private final WriteOptions options;

	private final ObjectReader results;

	WriteVerbs(JsonMapper jsonMapper, WriteOptions options) {
		this.jsonMapper = jsonMapper;
		this.options = options;
		this.results = WriteResponseReader.bodyReader(jsonMapper);
	}

	<T> WriteVerb<T, Map<String, @Nullable Object>> create(String module, Function<T, RecordMapping<T>> mapping) {
		return new WriteVerb<>(this.results, "create", module, (data) -> CallEffect.ONCE, HttpMethod.POST, MODULE_PATH,
				(record) -> requireSendable(module, mapping.apply(record).toCreate(record)), (content) -> null,
				(call, data) -> records(call, data, null));
	}

	<T> WriteVerb<T, Map<String, @Nullable Object>> update(String module, Function<T, RecordMapping<T>> mapping) {
		return new WriteVerb<>(this.results, "update", module, (data) -> CallEffect.IDEMPOTENT, HttpMethod.PUT,
				MODULE_PATH, (record) -> {
					Map<String, @Nullable Object> content = new LinkedHashMap<>();
					content.put("id", id(mapping.apply(record), record).value());
					content.putAll(changes(mapping.apply(record), record));
					return content;
				}, WriteVerbs::sentId, (call, data) -> records(call, data, null));
	}

	<T> WriteVerb<T, Map<String, @Nullable Object>> upsert(String module, Function<T, RecordMapping<T>> mapping,
			DuplicateCheck check) {
		return new WriteVerb<>(this.results, "upsert", module, (data) -> effect(check, data), HttpMethod.POST,
				UPSERT_PATH, (record) -> {
					Map<String, @Nullable Object> content = mapping.apply(record).toCreate(record);
					this.options.cleared().forEach((field) -> content.put(field, null));
					return requireSendable(module, content);
				}, WriteVerbs::sentId, (call, data) -> records(call, data, check));
	}

	// the service checks unique fields only: a repetition finds what was inserted by them
	private static CallEffect effect(DuplicateCheck check, List<Map<String, @Nullable Object>> data) {
		return data.stream().allMatch(check::hasValue) ? CallEffect.IDEMPOTENT : CallEffect.ONCE;
	}

	// a delete costs what any call does, however many records it names
	WriteVerb<String, String> delete(String module) {
		return new WriteVerb<>(this.results, "delete", module, (ids) -> CallEffect.IDEMPOTENT, HttpMethod.DELETE,
				MODULE_PATH, (id) -> UriVariable.recordId(id).value(), (id) -> id,
				(call, ids) -> withoutWorkflows(call.query("ids", String.join(",", ids))));
	}

	/**
	 * Return the update of one record, whose path names it.
	 * @param mapping the mapping of its type
	 * @param record the record
	 * @param <T> its type
	 * @return the call
	 */
	<T> BiginCall<WriteResults<T>> updateOne(RecordMapping<T> mapping, T record) {
		UriVariable id = id(mapping, record);
		return BiginCall
			.gateway(CallEffect.IDEMPOTENT, HttpMethod.PUT, RECORD_PATH, UriVariable.module(mapping.module()), id)
			.body(body(List.of(changes(mapping, record)), null))
			.perRecordStatus()
			.read(new WriteResponseReader<>(this.results, HttpMethod.PUT, RECORD_PATH, List.of(record),
					List.of(id.value())));
	}

	/**
	 * Return the delete of one record, whose path names it, so that its being gone when
	 * the call is repeated is known to be the record's.
	 * @param module the API name of the module
	 * @param id the record id
	 * @return the call
	 */
	BiginCall<WriteResults<String>> deleteOne(String module, String id) {
		return withoutWorkflows(BiginCall
			.gateway(CallEffect.IDEMPOTENT, HttpMethod.DELETE, RECORD_PATH, UriVariable.module(module),
					UriVariable.recordId(id))
			.ignoreNotFoundOnRetry()
			.perRecordStatus())
			.read(new WriteResponseReader<>(this.results, HttpMethod.DELETE, RECORD_PATH, List.of(id), List.of(id)));
	}

	private BiginCallBuilder records(BiginCallBuilder call, List<Map<String, @Nullable Object>> data,
			@Nullable DuplicateCheck check) {
		return call.body(body(data, check)).credits((data.size() + RECORDS_PER_CREDIT - 1) / RECORDS_PER_CREDIT);
	}

	private BiginCallBuilder withoutWorkflows(BiginCallBuilder delete) {
		boolean none = this.options.triggers() != null && this.options.triggers().isEmpty();
		return none ? delete.query("wf_trigger", "false") : delete;
	}

	private static @Nullable String sentId(Map<String, @Nullable Object> content) {
		Object id = content.get("id");
		return (id != null) ? id.toString() : null;
	}

	private static <T> UriVariable id(RecordMapping<T> mapping, T record) {
		String id = mapping.idOf(record);
		Assert.notNull(id, () -> "A record of " + mapping.module() + " cannot be updated without its id");
		return UriVariable.recordId(id);
	}

	private <T> Map<String, @Nullable Object> changes(RecordMapping<T> mapping, T record) {
		Map<String, @Nullable Object> changes = mapping.toUpdate(record);
		this.options.cleared().forEach((field) -> changes.put(field, null));
		return requireSendable(mapping.module(), changes);
	}

	// the service calls a record without fields a success
	private static Map<String, @Nullable Object> requireSendable(String module, Map<String, @Nullable Object> content) {
		Assert.isTrue(!content.isEmpty(), () -> "There is nothing to write of a record of " + module
				+ ": set a field that is not read only, or name one to be cleared in the WriteOptions");
		UnsendableValueException.check(content);
		return content;
	}

	private byte[] body(List<Map<String, @Nullable Object>> data, @Nullable DuplicateCheck check) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("data", data);
		if (check != null && !check.fields().isEmpty()) {
			body.put("duplicate_check_fields", check.fields());
		}
		if (this.options.triggers() != null) {
			body.put("trigger", this.options.triggers());
		}
		return this.jsonMapper.writeValueAsBytes(body);
	}

}
