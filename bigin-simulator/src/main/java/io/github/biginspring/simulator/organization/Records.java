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

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

/**
 * The records of a module, to add, change and read them in a test. Records are maps from
 * API names to JSON values.
 *
 * @since 0.1.0
 */
public final class Records {

	private final Organization organization;

	private final String module;

	Records(Organization organization, String module) {
		this.organization = organization;
		this.module = module;
	}

	/**
	 * Add a record by the rules of the API.
	 * @param record its values by API name
	 * @return the id of the record
	 * @throws RefusedException if the API would refuse the record
	 */
	public String add(Map<String, ?> record) {
		synchronized (this.organization) {
			return add(record, this.organization.now());
		}
	}

	/**
	 * Add a record by the rules of the API, as if it had been added before.
	 * @param record its values by API name
	 * @param time when it was added and last modified
	 * @return the id of the record
	 * @throws RefusedException if the API would refuse the record
	 */
	public String add(Map<String, ?> record, Instant time) {
		synchronized (this.organization) {
			return Long.toString(
					new RecordWriter(this.organization).insert(table(), completed(record), "$.data[0]", false, time));
		}
	}

	/**
	 * Change a record by the rules of the API.
	 * @param id the id of the record
	 * @param changes the values to change by API name, {@code null} to clear
	 * @throws RefusedException if the API would refuse the change
	 */
	public void update(String id, Map<String, ?> changes) {
		synchronized (this.organization) {
			new RecordWriter(this.organization).update(table(), IdSequence.parse(id), completed(changes), "$.data[0]",
					false);
		}
	}

	/**
	 * Delete a record by the rules of the API.
	 * @param id the id of the record
	 * @throws RefusedException if there is no such record
	 */
	public void delete(String id) {
		synchronized (this.organization) {
			new RecordWriter(this.organization).delete(table(), id, false);
		}
	}

	/**
	 * Delete all records by the rules of the API, so that they are listed as deleted.
	 * @return how many records were deleted
	 */
	public int deleteAll() {
		synchronized (this.organization) {
			long[] ids = table().ids().toArray();
			for (long id : ids) {
				delete(Long.toString(id));
			}
			return ids.length;
		}
	}

	/**
	 * Take a deleted record out of the recycle bin for good.
	 * @param id the id of the record
	 * @throws IllegalArgumentException if it is not in the recycle bin
	 */
	public void purge(String id) {
		synchronized (this.organization) {
			if (!table().deleted().purge(IdSequence.parse(id))) {
				throw new IllegalArgumentException(
						"No record '" + id + "' in the recycle bin of " + this.module + ": delete it first");
			}
		}
	}

	/**
	 * Add many records with values made up from their numbers, such as {@code Last Name
	 * 17} and {@code contact17@example.com}, that take no more room than their ids.
	 * @param count how many records to add
	 */
	public void generate(int count) {
		synchronized (this.organization) {
			generate(count,
					new NumberedRecords(table().definition(), this.organization.timeOf(this.organization.now())));
		}
	}

	/**
	 * Add many records that are generated again whenever one is read, so that a million
	 * of them take no more room than their ids.
	 * @param count how many records to add
	 * @param generator gives the values of a record from its number, counted from 0, and
	 * always the same values for the same number; references are given by their bare id
	 */
	public void generate(int count, IntFunction<Map<String, ?>> generator) {
		synchronized (this.organization) {
			long first = this.organization.ids().nextRange(count);
			RecordWriter writer = new RecordWriter(this.organization);
			ModuleDefinition definition = table().definition();
			String created = this.organization.timeOf(this.organization.now());
			table().generate(first, count, (id) -> writer.complete(definition, id,
					new LinkedHashMap<>(generator.apply((int) (id - first))), created));
		}
	}

	/**
	 * Add a custom view of the records.
	 * @param name the name of the view
	 * @param criteria what the view shows, such as {@code (City:equals:Berlin)}
	 * @return the id of the view, the parameter {@code cvid} of a list
	 * @throws RefusedException if a search would refuse the criteria
	 */
	public String addCustomView(String name, String criteria) {
		synchronized (this.organization) {
			Criteria parsed = new CriteriaParser(criteria, table().definition()).parse();
			String id = this.organization.ids().nextText();
			table().views().add(new CustomViews.CustomView(id, name, parsed));
			return id;
		}
	}

	/**
	 * One record with all of its fields.
	 * @param id the id of the record
	 * @return the record as the API shows it, or {@code null} where there is none
	 */
	public @Nullable Map<String, @Nullable Object> find(String id) {
		synchronized (this.organization) {
			Map<String, @Nullable Object> kept = table().find(IdSequence.parse(id));
			return (kept != null) ? new RecordView(this.organization).showAll(table().definition(), kept) : null;
		}
	}

	/**
	 * All records with all of their fields.
	 * @return the records as the API shows them, oldest first
	 */
	public List<Map<String, @Nullable Object>> all() {
		synchronized (this.organization) {
			List<Map<String, @Nullable Object>> all = new ArrayList<>();
			for (long id : table().ids().toArray()) {
				Map<String, @Nullable Object> found = find(Long.toString(id));
				if (found != null) {
					all.add(found);
				}
			}
			return all;
		}
	}

	/**
	 * How many records there are.
	 * @return the number of records
	 */
	public int count() {
		synchronized (this.organization) {
			return table().ids().size();
		}
	}

	private Map<?, ?> completed(Map<String, ?> record) {
		return RelatedModule.complete(this.organization, table().definition(), record);
	}

	private RecordTable table() {
		return this.organization.table(this.module);
	}

}
