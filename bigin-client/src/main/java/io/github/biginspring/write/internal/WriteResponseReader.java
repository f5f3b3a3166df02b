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

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;

import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.error.ErrorDetailsBuilder;
import io.github.biginspring.internal.RecordAccess;
import io.github.biginspring.internal.call.BiginResponse;
import io.github.biginspring.internal.call.ResponseReader;
import io.github.biginspring.internal.call.ResultPairing;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.write.UpsertAction;
import io.github.biginspring.write.WriteResult;
import io.github.biginspring.write.WriteResults;

/**
 * Reads the response to a write: one entry for each record, in the order sent where they
 * do not name another. The entries decide, whatever the status, and never by their
 * message, which can be in another language.
 */
final class WriteResponseReader<T> implements ResponseReader<WriteResults<T>> {

	private final ObjectReader bodyReader;

	private final HttpMethod method;

	private final String pathTemplate;

	private final List<T> inputs;

	private final List<? extends @Nullable String> ids;

	/**
	 * Create a reader.
	 * @param bodyReader reads the bodies, what {@link #bodyReader(JsonMapper)} returned
	 * @param method the HTTP method of the call
	 * @param pathTemplate the path of the call
	 * @param inputs what was given
	 * @param ids the id that was sent of each, {@code null} for a new record
	 */
	WriteResponseReader(ObjectReader bodyReader, HttpMethod method, String pathTemplate, List<T> inputs,
			List<? extends @Nullable String> ids) {
		this.bodyReader = bodyReader;
		this.method = method;
		this.pathTemplate = pathTemplate;
		this.inputs = inputs;
		this.ids = ids;
	}

	/**
	 * Return what reads the bodies of all calls.
	 * @param jsonMapper the mapper
	 * @return the reader
	 */
	static ObjectReader bodyReader(JsonMapper jsonMapper) {
		return jsonMapper.readerFor(Body.class);
	}

	@Override
	public WriteResults<T> read(BiginResponse response) {
		if (response.isEmpty() && isRepeatedDelete(response) && this.inputs.size() == 1
				&& this.inputs.get(0) instanceof String id) {
			return new WriteResults<>(List.of(new WriteResult.Written<>(this.inputs.get(0), id, Map.of("id", id))));
		}
		List<Entry> entries = entries(response);
		if (entries.size() != this.inputs.size()) {
			throw new BiginUnreadableResponseException(
					failure(response).message(entries.size() + " results for " + this.inputs.size() + " records")
						.build());
		}
		List<Entry> paired = ResultPairing.pair(this.ids, entries, Entry::label);
		if (paired == null) {
			throw new BiginUnreadableResponseException(
					failure(response).message("the results are not those of the records sent").build());
		}
		requireNoRecordTwice(paired, response);
		List<WriteResult<T>> results = new ArrayList<>(paired.size());
		for (int i = 0; i < paired.size(); i++) {
			results.add(result(this.inputs.get(i), paired.get(i), response));
		}
		return new WriteResults<>(results);
	}

	// what was inserted is one record, and the result of another one has come in its
	// place
	private void requireNoRecordTwice(List<Entry> entries, BiginResponse response) {
		if (this.method != HttpMethod.POST || entries.size() < 2) {
			return;
		}
		Set<Object> inserted = new HashSet<>();
		for (Entry entry : entries) {
			Object id = entry.knownDetails().get("id");
			boolean isInsert = (entry.action() != null) ? UpsertAction.INSERT.value().equalsIgnoreCase(entry.action())
					: this.pathTemplate.equals(WriteVerbs.MODULE_PATH);
			if (entry.isSuccess() && isInsert && id != null && !inserted.add(id)) {
				throw new BiginUnreadableResponseException(
						failure(response).message("two of the results are of one new record").build());
			}
		}
	}

	private boolean isRepeatedDelete(BiginResponse response) {
		return response.repeated() && this.method == HttpMethod.DELETE;
	}

	private List<Entry> entries(BiginResponse response) {
		if (response.isEmpty()) {
			return List.of();
		}
		@Nullable Body body = this.bodyReader.readValue(response.body());
		if (body == null || body.data() == null) {
			return List.of();
		}
		List<Entry> entries = new ArrayList<>(body.data().size());
		for (Entry entry : body.data()) {
			if (entry == null) {
				throw new BiginUnreadableResponseException(failure(response).message("a result is missing").build());
			}
			entries.add(entry);
		}
		return entries;
	}

	private WriteResult<T> result(T input, Entry entry, BiginResponse response) {
		Map<String, @Nullable Object> details = entry.knownDetails();
		if (entry.isSuccess()) {
			Object id = details.get("id");
			if (id == null) {
				throw new BiginUnreadableResponseException(
						failure(response).message("a record was written, but its id is missing").build());
			}
			if (input instanceof BiginRecord record) {
				RecordAccess.get().assignId(record, id.toString());
			}
			UpsertAction action = (entry.action() != null) ? new UpsertAction(entry.action()) : null;
			return new WriteResult.Written<>(input, id.toString(), details, action, entry.duplicateField());
		}
		if (isRepeatedDelete(response) && "INVALID_DATA".equals(entry.code()) && input instanceof String id) {
			// the attempt before this one has deleted it, and its response was lost
			return new WriteResult.Written<>(input, id, Map.of("id", id));
		}
		if (response.repeated() && this.method == HttpMethod.POST && "DUPLICATE_DATA".equals(entry.code())) {
			// perhaps a duplicate of what the attempt before this one has inserted
			return CallOutcome.failed(input,
					response.failureOfUnknownOutcome(this.method, this.pathTemplate)
						.code(entry.code())
						.message("the repetition was refused as a duplicate, perhaps of what was written first")
						.details(details)
						.toException());
		}
		return CallOutcome.failed(input,
				failure(response).code(entry.code()).message(entry.message()).details(details).toException());
	}

	private ErrorDetailsBuilder failure(BiginResponse response) {
		return response.failure(this.method, this.pathTemplate);
	}

	record Body(@JsonProperty("data") @Nullable List<@Nullable Entry> data) {

	}

	record Entry(@JsonProperty("code") @Nullable String code, @JsonProperty("status") @Nullable String status,
			@JsonProperty("message") @Nullable String message,
			@JsonProperty("details") @Nullable Map<String, @Nullable Object> details,
			@JsonProperty("action") @Nullable String action,
			@JsonProperty("duplicate_field") @Nullable String duplicateField) {

		ResultPairing.Label label() {
			return ResultPairing.Label.of(isSuccess(), this.code, knownDetails());
		}

		Map<String, @Nullable Object> knownDetails() {
			return (this.details != null) ? this.details : Map.of();
		}

		boolean isSuccess() {
			return (this.status != null) ? "success".equalsIgnoreCase(this.status) : "SUCCESS".equals(this.code);
		}

	}

}
