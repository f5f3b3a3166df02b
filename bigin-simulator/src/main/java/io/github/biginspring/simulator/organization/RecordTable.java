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

package io.github.biginspring.simulator.organization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;

import org.jspecify.annotations.Nullable;

/**
 * The records of one module as they are kept: references as bare ids, and a record that
 * changes is replaced, never altered. Guarded by its {@link Organization}.
 */
final class RecordTable {

	private final SortedIds ids = new SortedIds();

	private final Map<Long, Map<String, @Nullable Object>> stored = new HashMap<>();

	private final KeptRecord.Sharing names = new KeptRecord.Sharing();

	private final List<GeneratedRecords> generated = new ArrayList<>();

	private final Map<String, UniqueIndex> uniqueValues = new HashMap<>();

	private final Map<String, RecordOrder> orders = new HashMap<>();

	private final ChangeHistory history = new ChangeHistory();

	private final DeletedRecords deleted = new DeletedRecords();

	private final Map<String, String> fieldIds = new HashMap<>();

	private final CustomViews views;

	private final IdSequence idSequence;

	private final String moduleId;

	private final Map<String, @Nullable Object> layout = new LinkedHashMap<>();

	private ModuleDefinition definition;

	RecordTable(ModuleDefinition definition, IdSequence idSequence) {
		this.definition = definition;
		this.idSequence = idSequence;
		this.moduleId = idSequence.nextText();
		this.layout.put("name", definition.hasFieldOf(DataType.PIPELINE) ? "Sales Pipeline" : "Standard");
		this.layout.put("id", idSequence.nextText());
		this.views = new CustomViews(definition, idSequence.nextText());
		define(definition);
	}

	ModuleDefinition definition() {
		return this.definition;
	}

	void define(ModuleDefinition changed) {
		this.definition = changed;
		this.uniqueValues.clear();
		changed.fields()
			.forEach((field) -> this.fieldIds.computeIfAbsent(field.apiName(), (name) -> this.idSequence.nextText()));
	}

	String moduleId() {
		return this.moduleId;
	}

	String fieldId(FieldDefinition field) {
		return this.fieldIds.getOrDefault(field.apiName(), "");
	}

	String relatedListId(String apiName) {
		return this.fieldIds.computeIfAbsent("/" + apiName, (key) -> this.idSequence.nextText());
	}

	/**
	 * The ids of fields, values of pick lists and related lists that were given so far.
	 * @return the ids by name
	 */
	Map<String, String> metadataIds() {
		return this.fieldIds;
	}

	String pickListId(FieldDefinition field, String value) {
		return this.fieldIds.computeIfAbsent(field.apiName() + "." + value, (key) -> this.idSequence.nextText());
	}

	Map<String, @Nullable Object> layout() {
		return this.layout;
	}

	CustomViews views() {
		return this.views;
	}

	ChangeHistory history() {
		return this.history;
	}

	DeletedRecords deleted() {
		return this.deleted;
	}

	SortedIds ids() {
		return this.ids;
	}

	@Nullable Map<String, @Nullable Object> find(long id) {
		Map<String, @Nullable Object> found = this.stored.get(id);
		if (found != null) {
			return found;
		}
		return (!this.generated.isEmpty() && this.ids.contains(id)) ? generate(id) : null;
	}

	/**
	 * A record that was written, as against one that is worked out.
	 * @param id the id of the record
	 * @return the record, or {@code null} where it was never written
	 */
	@Nullable Map<String, @Nullable Object> findStored(long id) {
		return this.stored.get(id);
	}

	/**
	 * Work a record out, whatever became of it since.
	 * @param id the id of the record
	 * @return the record, or {@code null} where it is not one of those that are worked
	 * out
	 */
	@Nullable Map<String, @Nullable Object> generate(long id) {
		for (GeneratedRecords range : this.generated) {
			if (range.contains(id)) {
				return range.generator().apply(id);
			}
		}
		return null;
	}

	/**
	 * A record that a path leads over.
	 * @param idText the id of the record
	 * @return its id
	 * @throws RefusedException if there is no such record
	 */
	long require(String idText) {
		long id = IdSequence.parse(idText);
		if (!this.ids.contains(id)) {
			throw RefusedException.invalidData("the id given seems to be invalid").with("resource_path_index", 1);
		}
		return id;
	}

	void put(long id, Map<String, @Nullable Object> replacement) {
		forget(id);
		this.stored.put(id, this.names.keep(replacement));
		this.ids.add(id);
		this.orders.forEach((field, order) -> order.add(sortKey(id, replacement, field), id));
		this.uniqueValues.forEach((field, index) -> {
			String value = uniqueValue(replacement.get(field));
			if (value != null) {
				index.add(value, id);
			}
		});
	}

	void remove(long id) {
		forget(id);
		this.stored.remove(id);
		this.ids.remove(id);
	}

	private void forget(long id) {
		if (this.orders.isEmpty() && this.uniqueValues.isEmpty()) {
			return;
		}
		Map<String, @Nullable Object> former = find(id);
		if (former != null) {
			this.orders.forEach((field, order) -> order.remove(sortKey(id, former, field), id));
			this.uniqueValues.forEach((field, index) -> {
				String value = uniqueValue(former.get(field));
				if (value != null) {
					index.remove(value, id);
				}
			});
		}
	}

	void generate(long first, int count, LongFunction<Map<String, @Nullable Object>> generator) {
		this.ids.addRange(first, count);
		this.generated.add(new GeneratedRecords(first, count, generator));
		this.orders.clear();
		this.uniqueValues.clear();
	}

	/**
	 * The record that already has a value in a unique field.
	 * @param field the API name of the field
	 * @param value the value to look for, whatever the case of its letters
	 * @return the id of the record, or {@code null} where the value is free
	 */
	@Nullable Long idByUniqueValue(String field, @Nullable Object value) {
		String key = uniqueValue(value);
		return (key != null) ? this.uniqueValues.computeIfAbsent(field, this::indexUniqueValues)
			.find(key, (id) -> key.equals(uniqueValue(value(id, field)))) : null;
	}

	/**
	 * The records in the order of a field.
	 * @param sortBy {@code id}, or the API name of a field that holds date-times, whose
	 * keys are seconds since 1970
	 * @return the order, which follows the changes of the table
	 */
	RecordOrder order(String sortBy) {
		return this.orders.computeIfAbsent(sortBy, (field) -> {
			long[] all = this.ids.toArray();
			return "id".equals(field) ? RecordOrder.byId(all)
					: RecordOrder.byKey(all, (id) -> sortKey(id, find(id), field));
		});
	}

	private static long sortKey(long id, @Nullable Map<String, @Nullable Object> kept, String field) {
		if ("id".equals(field)) {
			return id;
		}
		Object value = (kept != null) ? kept.get(field) : null;
		return (value instanceof String text) ? BiginTime.parse(text).toEpochSecond() : Long.MIN_VALUE;
	}

	private @Nullable Object value(long id, String field) {
		Map<String, @Nullable Object> found = find(id);
		return (found != null) ? found.get(field) : null;
	}

	private UniqueIndex indexUniqueValues(String field) {
		UniqueIndex index = new UniqueIndex(this.ids.size());
		for (int i = 0; i < this.ids.size(); i++) {
			String value = uniqueValue(value(this.ids.get(i), field));
			if (value != null) {
				index.add(value, this.ids.get(i));
			}
		}
		return index;
	}

	private static @Nullable String uniqueValue(@Nullable Object value) {
		return (value != null) ? value.toString().toLowerCase(Locale.ROOT) : null;
	}

	static Map<String, @Nullable Object> copyOf(Map<String, @Nullable Object> original) {
		return new LinkedHashMap<>(original);
	}

	private record GeneratedRecords(long first, int count, LongFunction<Map<String, @Nullable Object>> generator) {

		boolean contains(long id) {
			return id >= this.first && id < this.first + this.count;
		}

	}

}
