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

package io.github.biginspring.simulator.bulk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.organization.FieldDefinition;
import io.github.biginspring.simulator.organization.Organization;
import io.github.biginspring.simulator.organization.RecordSource;
import io.github.biginspring.simulator.organization.RefusedException;
import io.github.biginspring.simulator.query.Column;
import io.github.biginspring.simulator.query.Filter;
import io.github.biginspring.simulator.query.RecordQuery;

/**
 * The request of a bulk read.
 *
 * @since 0.1.0
 */
public final class BulkReadRequest {

	static final String CSV = "csv";

	static final String ICS = "ics";

	private static final long FARTHEST_RECORD = 1_000_000_000;

	private static final int GREATEST_CALENDAR = 20_000;

	private final String module;

	private final List<String> fields;

	private final @Nullable Object criteria;

	private final int page;

	private final String fileType;

	private final Map<String, @Nullable Object> query;

	private BulkReadRequest(String module, List<String> fields, @Nullable Object criteria, int page, String fileType,
			Map<String, @Nullable Object> query) {
		this.module = module;
		this.fields = fields;
		this.criteria = criteria;
		this.page = page;
		this.fileType = fileType;
		this.query = query;
	}

	/**
	 * Read a request.
	 * @param body the body of the call
	 * @return the request
	 * @throws RefusedException if the body is not of the form that Bigin asks for
	 */
	public static BulkReadRequest parse(Map<String, @Nullable Object> body) {
		if (!(body.get("query") instanceof Map<?, ?> sent)) {
			throw refuse("MANDATORY_NOT_FOUND", "required field not found", "query", "$.query");
		}
		Map<String, @Nullable Object> query = new LinkedHashMap<>();
		sent.forEach((name, value) -> query.put(String.valueOf(name), value));
		String module = module(query);
		return new BulkReadRequest(module, fields(query), query.get("criteria"), page(query),
				fileType(body, module, query), query);
	}

	// events alone are given as a calendar, and always with all that it takes
	private static String fileType(Map<String, @Nullable Object> body, String module,
			Map<String, @Nullable Object> query) {
		Object type = (body.get("file_type") != null) ? body.get("file_type") : CSV;
		if (CSV.equals(type)) {
			return CSV;
		}
		if (!ICS.equals(type) || !"Events".equals(module)) {
			throw refuse("INVALID_DATA", "invalid data", "file_type", "$.file_type");
		}
		if (query.get("fields") != null) {
			throw refuse("INVALID_DATA", "invalid data", "fields", "$.query.fields");
		}
		return ICS;
	}

	private static String module(Map<String, @Nullable Object> query) {
		Object module = query.get("module");
		Object name = (module instanceof Map<?, ?> object) ? object.get("api_name") : module;
		if (name instanceof String text) {
			return text;
		}
		throw refuse("MANDATORY_NOT_FOUND", "required field not found", "module", "$.query.module");
	}

	private static List<String> fields(Map<String, @Nullable Object> query) {
		List<String> names = new ArrayList<>();
		Object fields = query.get("fields");
		if (fields == null) {
			return names;
		}
		if (fields instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
			list.forEach((name) -> names.add((String) name));
			return names;
		}
		throw refuse("INVALID_DATA", "invalid data", "fields", "$.query.fields");
	}

	private static int page(Map<String, @Nullable Object> query) {
		Object page = (query.get("page") != null) ? query.get("page") : 1;
		if (page instanceof Integer number && number > 0) {
			return number;
		}
		throw refuse("INVALID_DATA", "invalid data", "page", "$.query.page");
	}

	private static RefusedException refuse(String code, String message, String apiName, String path) {
		return RefusedException.of(code, message).with("api_name", apiName).with("json_path", path);
	}

	/**
	 * What is read.
	 * @return the API name of the module
	 */
	public String module() {
		return this.module;
	}

	String fileType() {
		return this.fileType;
	}

	/**
	 * How many records a file can hold.
	 * @param greatest how many it can hold as CSV
	 * @return the number
	 */
	int pageSize(int greatest) {
		return ICS.equals(this.fileType) ? Math.min(greatest, GREATEST_CALENDAR) : greatest;
	}

	int page() {
		return this.page;
	}

	/**
	 * The query as it was sent.
	 * @return the query
	 */
	Map<String, @Nullable Object> query() {
		return this.query;
	}

	void check(Organization organization) {
		organization.query(this.module, (source) -> {
			columns(source);
			return recordQuery(source, 1);
		});
	}

	List<Column> columns(RecordSource source) {
		List<String> names = new ArrayList<>(this.fields);
		if (names.isEmpty()) {
			source.module().fields().stream().map(FieldDefinition::apiName).forEach(names::add);
		}
		names.remove("id");
		names.add(0, "id");
		return names.stream().map((name) -> Column.of(source, name)).toList();
	}

	RecordQuery recordQuery(RecordSource source, int pageSize) {
		Filter filter = (this.criteria != null) ? new BulkCriteria(source).read(this.criteria) : null;
		return new RecordQuery(filter, List.of(), skip(pageSize), pageSize);
	}

	private int skip(int pageSize) {
		return (int) Math.min((this.page - 1L) * pageSize, FARTHEST_RECORD);
	}

	@Override
	public String toString() {
		return "Bulk read of " + this.module;
	}

}
