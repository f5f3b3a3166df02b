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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The calls of Bigin for records. Each can throw a {@link RefusedException}.
 *
 * @since 0.1.0
 */
public final class RecordApi {

	private final Organization organization;

	private final RecordView view;

	private final RecordWriter writer;

	RecordApi(Organization organization) {
		this.organization = organization;
		this.view = new RecordView(organization);
		this.writer = new RecordWriter(organization);
	}

	/**
	 * A page of the records of a module.
	 * @param module the API name of the module
	 * @param parameters the parameters of the call; {@code fields} is required
	 * @param modifiedSince leaves out what was not modified after it, unless {@code null}
	 * @return the page
	 */
	public Page list(String module, Parameters parameters, @Nullable Instant modifiedSince) {
		synchronized (this.organization) {
			return new RecordList(this.organization, this.view, this.organization.table(module)).page(parameters,
					modifiedSince);
		}
	}

	/**
	 * One record.
	 * @param module the API name of the module
	 * @param id the id of the record
	 * @param parameters the parameters of the call
	 * @return the record, or {@code null} where there is none
	 */
	public @Nullable Map<String, @Nullable Object> get(String module, String id, Parameters parameters) {
		synchronized (this.organization) {
			RecordTable table = this.organization.table(module);
			List<String> fields = RecordList.fields(parameters);
			Map<String, @Nullable Object> kept = table.find(IdSequence.parse(id));
			if (kept == null) {
				return null;
			}
			return this.view.show(table.definition(), kept, fields);
		}
	}

	/**
	 * A page of the records that match one of criteria, email, phone and word.
	 * @param module the API name of the module
	 * @param parameters the parameters of the call
	 * @return the page
	 */
	public Page search(String module, Parameters parameters) {
		synchronized (this.organization) {
			return new RecordSearch(this.organization, this.view, this.organization.table(module)).page(parameters);
		}
	}

	/**
	 * A page of the records that were deleted, the latest first.
	 * @param module the API name of the module
	 * @param parameters the parameters of the call
	 * @param modifiedSince leaves out what was not deleted after it, unless {@code null}
	 * @return the page
	 */
	public Page deleted(String module, Parameters parameters, @Nullable Instant modifiedSince) {
		synchronized (this.organization) {
			return this.organization.table(module).deleted().page(parameters, modifiedSince, this.organization);
		}
	}

	/**
	 * Insert records.
	 * @param module the API name of the module
	 * @param body the body of the call
	 * @return what became of each record
	 */
	public WriteReport create(String module, Map<String, @Nullable Object> body) {
		synchronized (this.organization) {
			RecordTable table = this.organization.table(module);
			WriteBody records = new WriteBody(body);
			boolean workflows = records.workflows();
			return records.each((sent, report) -> {
				long id = this.writer.insert(table, sent, WriteBody.path(report), workflows);
				report.accept(this.view.createDetails(table, id), "record added");
			});
		}
	}

	/**
	 * Update records by the {@code id} in each.
	 * @param module the API name of the module
	 * @param body the body of the call
	 * @return what became of each record
	 */
	public WriteReport update(String module, Map<String, @Nullable Object> body) {
		return update(module, null, body);
	}

	/**
	 * Update one record.
	 * @param module the API name of the module
	 * @param id the id of the record, or {@code null} if it stands in the body
	 * @param body the body of the call
	 * @return what became of the record
	 */
	public WriteReport update(String module, @Nullable String id, Map<String, @Nullable Object> body) {
		synchronized (this.organization) {
			RecordTable table = this.organization.table(module);
			WriteBody records = new WriteBody(body);
			boolean workflows = records.workflows();
			return records.each((sent, report) -> {
				String path = WriteBody.path(report);
				long target = IdSequence.parse((id != null) ? id : WriteBody.idOf(sent, path));
				this.writer.update(table, target, sent, path, workflows);
				report.accept(this.view.writeDetails(table, target), "record updated");
			});
		}
	}

	/**
	 * Update the records that have the same value in one of the fields to check, or else
	 * insert them.
	 * @param module the API name of the module
	 * @param body the body of the call; without {@code duplicate_check_fields} all fields
	 * of the module are checked of which no two records can have the same value
	 * @return what became of each record
	 */
	public WriteReport upsert(String module, Map<String, @Nullable Object> body) {
		synchronized (this.organization) {
			RecordTable table = this.organization.table(module);
			WriteBody records = new WriteBody(body);
			RecordUpsert upsert = new RecordUpsert(this.organization, table, records);
			return records.each((sent, report) -> {
				RecordUpsert.Outcome outcome = upsert.write(sent, WriteBody.path(report));
				report.accept(this.view.writeDetails(table, outcome.id()), outcome);
			});
		}
	}

	/**
	 * Delete records.
	 * @param module the API name of the module
	 * @param ids the ids of the records
	 * @param parameters the parameters of the call
	 * @return what became of each record
	 */
	public WriteReport delete(String module, List<String> ids, Parameters parameters) {
		synchronized (this.organization) {
			RecordTable table = this.organization.table(module);
			WriteBody.requireFew(ids);
			boolean workflows = !"false".equals(parameters.get("wf_trigger"));
			WriteReport report = new WriteReport();
			for (String id : ids) {
				try {
					this.writer.delete(table, id, workflows);
					report.accept(new LinkedHashMap<>(Map.of("id", id)), "record deleted");
				}
				catch (RefusedException ex) {
					report.refuse(ex);
				}
			}
			return report;
		}
	}

	/**
	 * Delete the records that the parameter {@code ids} names.
	 * @param module the API name of the module
	 * @param parameters the parameters of the call
	 * @return what became of each record
	 */
	public WriteReport delete(String module, Parameters parameters) {
		return delete(module, parameters.requiredList("ids"), parameters);
	}

}
