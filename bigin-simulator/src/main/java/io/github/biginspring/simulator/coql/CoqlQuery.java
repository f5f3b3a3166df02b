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

package io.github.biginspring.simulator.coql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.organization.DataType;
import io.github.biginspring.simulator.organization.Organization;
import io.github.biginspring.simulator.organization.Page;
import io.github.biginspring.simulator.organization.RecordRow;
import io.github.biginspring.simulator.organization.RecordSource;
import io.github.biginspring.simulator.organization.RefusedException;
import io.github.biginspring.simulator.query.Column;
import io.github.biginspring.simulator.query.RecordQuery;
import io.github.biginspring.simulator.query.SortKey;

/**
 * A query in COQL.
 *
 * @since 0.1.0
 */
public final class CoqlQuery {

	private static final int GREATEST_LIMIT = 200;

	private static final int GREATEST_REACH = 10_000;

	private static final int GREATEST_JOINS = 2;

	private static final Set<DataType> UNKNOWN_TYPES = Set.of(DataType.TEXTAREA, DataType.TAGS, DataType.ARRAY,
			DataType.OBJECT, DataType.LOOKUPS, DataType.PARTICIPANTS, DataType.RECURRENCE, DataType.ALARM,
			DataType.REMINDERS);

	private final List<String> columns;

	private final String module;

	private final @Nullable Clause where;

	private final List<Order> order;

	private final int offset;

	private final int limit;

	CoqlQuery(List<String> columns, String module, @Nullable Clause where, List<Order> order, int offset,
			@Nullable Integer limit) {
		this.columns = columns;
		this.module = module;
		this.where = where;
		this.order = order;
		this.offset = offset;
		this.limit = (limit != null) ? limit : GREATEST_LIMIT;
	}

	/**
	 * Read a query.
	 * @param body the body of the call, with the query as {@code select_query}
	 * @return the query
	 * @throws RefusedException if there is no query, or if it cannot be read
	 */
	public static CoqlQuery parse(Map<String, @Nullable Object> body) {
		Object text = body.get("select_query");
		if (text == null) {
			throw RefusedException.of("MANDATORY_NOT_FOUND", "required field not found")
				.with("api_name", "select_query")
				.with("json_path", "$.select_query");
		}
		if (!(text instanceof String query)) {
			throw RefusedException.of("INVALID_DATA", "invalid data")
				.with("api_name", "select_query")
				.with("json_path", "$.select_query")
				.with("expected_data_type", "string");
		}
		return CoqlParser.parse(query);
	}

	/**
	 * What is queried.
	 * @return the API name of the module
	 */
	public String module() {
		return this.module;
	}

	/**
	 * Run the query.
	 * @param organization where to look
	 * @return the records and what stands beside them
	 * @throws RefusedException if it names what there is not, or goes beyond a limit
	 */
	public Page execute(Organization organization) {
		checkLimits();
		return organization.query(this.module, this::execute);
	}

	private void checkLimits() {
		if (this.limit < 1 || this.limit > GREATEST_LIMIT) {
			throw limitExceeded("limit", GREATEST_LIMIT);
		}
		if ((long) this.offset + this.limit > GREATEST_REACH) {
			throw limitExceeded("offset", GREATEST_REACH);
		}
		Set<String> names = new LinkedHashSet<>(this.columns);
		if (this.where != null) {
			this.where.addColumns(names);
		}
		this.order.forEach((item) -> names.add(item.column()));
		Set<String> joins = new LinkedHashSet<>();
		for (String name : names) {
			for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
				joins.add(name.substring(0, dot));
			}
		}
		if (joins.size() > GREATEST_JOINS) {
			throw limitExceeded("joins", GREATEST_JOINS);
		}
	}

	private static RefusedException limitExceeded(String clause, int limit) {
		return RefusedException.of("LIMIT_EXCEEDED", "the limit of the query is exceeded")
			.with("clause", clause)
			.with("limit", limit);
	}

	private Page execute(RecordSource source) {
		List<Column> selected = this.columns.stream().map((name) -> column(source, name)).toList();
		List<SortKey> sort = this.order.stream()
			.map((item) -> new SortKey(column(source, item.column()), item.descending()))
			.toList();
		RecordQuery query = new RecordQuery(
				(this.where != null) ? this.where.filter((name) -> column(source, name)) : null, sort, this.offset,
				this.limit);
		RecordQuery.Found found = query.find(source);
		List<Map<String, @Nullable Object>> data = new ArrayList<>();
		for (long id : found.ids()) {
			data.add(show(Objects.requireNonNull(source.find(id)), selected));
		}
		Map<String, @Nullable Object> info = new LinkedHashMap<>();
		info.put("count", data.size());
		info.put("more_records", found.more());
		return new Page(data, info);
	}

	private static Column column(RecordSource source, String name) {
		Column column = Column.of(source, name);
		if (UNKNOWN_TYPES.contains(column.field().type())) {
			throw RefusedException.invalidQuery("column is not supported in queries", name, null)
				.with("column_name", name);
		}
		return column;
	}

	private static Map<String, @Nullable Object> show(RecordRow row, List<Column> columns) {
		Map<String, @Nullable Object> shown = new LinkedHashMap<>();
		columns.forEach((column) -> shown.put(column.name(), column.shown(row)));
		shown.put("id", row.id());
		return shown;
	}

	@Override
	public String toString() {
		return "COQL query of " + this.module;
	}

	/**
	 * A column to sort by.
	 *
	 * @param column the name of the column
	 * @param descending whether the greatest comes first
	 */
	record Order(String column, boolean descending) {
	}

}
