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

package io.github.biginspring.internal.coql;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.criteria.CoqlConditions;
import io.github.biginspring.internal.IdOrder;

/**
 * A statement in COQL. Immutable.
 *
 * @param clauses its clauses, with parameters
 * @param limit how many rows are wanted, or {@code null} for all
 * @param offset how many rows are left out first
 * @param literals the literals of its parameters by name
 */
public record CoqlStatement(CoqlClauses clauses, @Nullable Long limit, long offset, Map<String, String> literals) {

	/**
	 * Put a statement together.
	 * @param columns what is selected, to which the id is added
	 * @param module the API name of the module
	 * @return the statement
	 * @throws IllegalArgumentException if there are more columns or joins than Bigin
	 * takes
	 */
	public static CoqlStatement select(List<String> columns, String module) {
		return new CoqlStatement(
				new CoqlClauses(CoqlClauses.columns(columns), module, null, 0, null, null).checkJoins(), null, 0,
				Map.of());
	}

	/**
	 * Check how many columns are selected.
	 * @param columns the columns
	 * @throws IllegalArgumentException if they are more than Bigin takes
	 */
	public static void checkColumns(List<String> columns) {
		CoqlClauses.columns(columns);
	}

	/**
	 * Return the parameters.
	 * @return their names, without the colon
	 */
	public Set<String> parameters() {
		return CoqlTokens.of(this.clauses.text()).parameters();
	}

	public CoqlStatement bind(Map<String, String> further) {
		Map<String, String> all = new LinkedHashMap<>(this.literals);
		all.putAll(further);
		return new CoqlStatement(this.clauses, this.limit, this.offset, Collections.unmodifiableMap(all));
	}

	/**
	 * Add conditions.
	 * @param operator joins them to those that there are
	 * @param condition the conditions
	 * @param count how many they are
	 * @return a copy
	 */
	public CoqlStatement where(String operator, String condition, int count) {
		return with(this.clauses.where(" " + operator + " ", condition, count));
	}

	public CoqlStatement orderBy(String order) {
		return with(this.clauses.orderBy(order));
	}

	public CoqlStatement withLimit(long rows) {
		return new CoqlStatement(this.clauses, rows, this.offset, this.literals);
	}

	public CoqlStatement withOffset(long rows) {
		return new CoqlStatement(this.clauses, this.limit, rows, this.literals);
	}

	public String module() {
		return this.clauses.module();
	}

	public @Nullable IdOrder idOrder() {
		return this.clauses.idOrder();
	}

	/**
	 * Whether there can be one condition more.
	 * @return {@code true} if the statement has fewer than Bigin takes
	 */
	public boolean takesCondition() {
		return this.clauses.conditions() < CoqlConditions.MAX_CONDITIONS;
	}

	/**
	 * Return the same statement with its order said.
	 * @return a copy, or this statement where the order cannot be that of ids
	 */
	public CoqlStatement ordered() {
		IdOrder order = idOrder();
		return (order != null) ? ordered(order) : this;
	}

	public CoqlStatement ordered(IdOrder order) {
		return orderBy("id " + order.keyword());
	}

	/**
	 * Return the statement for what comes after a row.
	 * @param id the id of the row
	 * @param order the order of the rows
	 * @return a copy without limit and offset
	 */
	public CoqlStatement after(String id, IdOrder order) {
		String rest = "id " + order.comparator() + " '" + id.replace("'", "''") + "'";
		return new CoqlStatement(this.clauses.where(" and ", rest, 1), null, 0, this.literals);
	}

	private CoqlStatement with(CoqlClauses clauses) {
		return new CoqlStatement(clauses, this.limit, this.offset, this.literals);
	}

	/**
	 * Return the statement as Bigin reads it, with its values.
	 * @return the text, without limit and offset
	 * @throws IllegalStateException if a parameter has no value
	 */
	public String text() {
		return CoqlTokens.of(this.clauses.text()).bound(this.literals);
	}

	@Override
	public String toString() {
		return CoqlTokens.of(this.clauses.text()).masked();
	}

}
