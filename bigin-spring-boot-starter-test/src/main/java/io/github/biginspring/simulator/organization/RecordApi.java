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
import java.util.Objects;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * The calls that Bigin offers on records. Each can throw a {@link RefusedException}.
 *
 * @since 0.1.0
 */
public final class RecordApi {

	private static final int GREATEST_WRITE = 100;

	private final Organization organization;

	private final RecordView view;

	RecordApi(Organization organization) {
		this.organization = organization;
		this.view = new RecordView(organization);
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
			return (fields != null) ? this.view.show(table.definition(), kept, fields)
					: this.view.showAll(table.definition(), kept);
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
	 * Insert records.
	 * @param module the API name of the module
	 * @param body the body of the call
	 * @return what became of each record
	 */
	public WriteReport create(String module, Map<String, @Nullable Object> body) {
		synchronized (this.organization) {
			RecordTable table = this.organization.table(module);
			RecordWriter writer = new RecordWriter(this.organization);
			boolean workflows = workflows(body);
			return write(body, (sent, report) -> {
				String path = path(report);
				long id = writer.insert(table, sent, path, workflows);
				report.accept(details(table, id), "record added");
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
			RecordWriter writer = new RecordWriter(this.organization);
			boolean workflows = workflows(body);
			return write(body, (sent, report) -> {
				String path = path(report);
				long target = IdSequence.parse((id != null) ? id : idOf(sent, path));
				writer.update(table, target, sent, path, workflows);
				report.accept(details(table, target), "record updated");
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
			if (ids.size() > GREATEST_WRITE) {
				throw RefusedException.limitExceeded("ids", GREATEST_WRITE);
			}
			RecordWriter writer = new RecordWriter(this.organization);
			boolean workflows = !"false".equals(parameters.get("wf_trigger"));
			WriteReport report = new WriteReport();
			for (String id : ids) {
				try {
					writer.delete(table, id, workflows);
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
		parameters.required("ids");
		List<String> ids = parameters.list("ids");
		return delete(module, (ids != null) ? ids : List.of(), parameters);
	}

	private WriteReport write(Map<String, @Nullable Object> body, BiConsumer<Map<?, ?>, WriteReport> operation) {
		WriteReport report = new WriteReport();
		for (Object element : data(body)) {
			try {
				if (!(element instanceof Map<?, ?> sent)) {
					throw RecordValidator.refuse("INVALID_DATA", "invalid data", "data", path(report))
						.with("expected_data_type", "jsonobject");
				}
				operation.accept(sent, report);
			}
			catch (RefusedException ex) {
				report.refuse(ex);
			}
		}
		return report;
	}

	private static List<?> data(Map<String, @Nullable Object> body) {
		Object data = body.get("data");
		if (data == null) {
			throw RecordValidator.refuse("MANDATORY_NOT_FOUND", "required field not found", "data", "$.data");
		}
		if (!(data instanceof List<?> list)) {
			throw RecordValidator.refuse("INVALID_DATA", "invalid data", "data", "$.data")
				.with("expected_data_type", "jsonarray");
		}
		if (list.isEmpty()) {
			throw RecordValidator.refuse("INVALID_DATA", "invalid data", "data", "$.data").with("minimum_length", 1);
		}
		if (list.size() > GREATEST_WRITE) {
			throw RecordValidator.refuse("INVALID_DATA", "invalid data", "data", "$.data")
				.with("maximum_length", GREATEST_WRITE);
		}
		return list;
	}

	private static boolean workflows(Map<String, @Nullable Object> body) {
		return !(body.get("trigger") instanceof List<?> triggers) || triggers.contains("workflow");
	}

	private static String path(WriteReport report) {
		return "$.data[" + report.entries().size() + "]";
	}

	private static String idOf(Map<?, ?> sent, String path) {
		Object id = sent.get("id");
		if (id == null) {
			throw RecordValidator.refuse("MANDATORY_NOT_FOUND", "required field not found", "id", path + ".id");
		}
		if (!(id instanceof String text)) {
			throw RecordValidator.refuse("INVALID_DATA", "invalid data", "id", path + ".id")
				.with("expected_data_type", "bigint");
		}
		return text;
	}

	private Map<String, @Nullable Object> details(RecordTable table, long id) {
		Map<String, @Nullable Object> kept = table.find(id);
		Map<String, @Nullable Object> details = new LinkedHashMap<>();
		if (kept != null) {
			details.put("Modified_Time", kept.get("Modified_Time"));
			details.put("Modified_By", this.view.user((String) Objects.requireNonNull(kept.get("Modified_By")), false));
			details.put("Created_Time", kept.get("Created_Time"));
			details.put("id", kept.get("id"));
			details.put("Created_By", this.view.user((String) Objects.requireNonNull(kept.get("Created_By")), false));
			String module = table.definition().apiName();
			if ("Accounts".equals(module) || "Products".equals(module)) {
				details.put("$approval_state", "approved");
			}
		}
		return details;
	}

}
