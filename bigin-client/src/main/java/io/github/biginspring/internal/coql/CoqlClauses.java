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

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.biginspring.criteria.CoqlConditions;
import io.github.biginspring.internal.IdOrder;

/**
 * The clauses of a query, without the words that they begin with.
 *
 * @param columns what is selected
 * @param module the API name of the module
 * @param where the conditions, or {@code null} for none
 * @param conditions how many they are
 * @param groupBy the columns to group by, or {@code null} for none
 * @param orderBy the order, or {@code null} for none
 */
record CoqlClauses(String columns, String module, @Nullable String where, int conditions, @Nullable String groupBy,
		@Nullable String orderBy) {

	static final int MAX_CONDITIONS = 25;

	private static final int MAX_COLUMNS = 50;

	private static final int MAX_JOINS = 2;

	// the parent of Bigin's API refuses a query without a condition
	static final String ANY = "id is not null";

	CoqlClauses {
		CoqlConditions.requireFew(conditions);
	}

	static String columns(List<String> names) {
		List<String> columns = new ArrayList<>(names);
		// tells where to go on
		if (!columns.contains("id")) {
			columns.add(0, "id");
		}
		Assert.isTrue(columns.size() <= MAX_COLUMNS, () -> "A COQL query takes at most " + MAX_COLUMNS
				+ " columns with the id, not " + columns.size() + ": name those that are needed");
		return String.join(", ", columns);
	}

	CoqlClauses where(String operator, String condition, int count) {
		String text = (this.where != null) ? "(" + paired() + operator + condition + ")" : condition;
		return new CoqlClauses(this.columns, this.module, text, this.conditions + count, this.groupBy, this.orderBy)
			.checkJoins();
	}

	private @Nullable String paired() {
		return (this.where == null || this.conditions == 1 || this.where.startsWith("(") && closes(this.where))
				? this.where : "(" + this.where + ")";
	}

	// whether the first parenthesis is closed by the last character
	private static boolean closes(String text) {
		int depth = 0;
		int at = 0;
		for (CoqlTokens.Token token : CoqlTokens.of(text).tokens()) {
			at += token.text().length();
			depth += token.text().equals("(") ? 1 : token.text().equals(")") ? -1 : 0;
			if (depth == 0) {
				return at == text.length();
			}
		}
		return false;
	}

	CoqlClauses orderBy(String order) {
		return new CoqlClauses(this.columns, this.module, this.where, this.conditions, this.groupBy, order)
			.checkJoins();
	}

	CoqlClauses checkJoins() {
		Set<String> joins = new HashSet<>();
		for (CoqlTokens.Token token : CoqlTokens.of(text()).tokens()) {
			if (token.kind() == CoqlTokens.Kind.WORD && !token.isNumber() && !token.text().endsWith(".id")) {
				for (int dot = token.text().indexOf('.'); dot > 0; dot = token.text().indexOf('.', dot + 1)) {
					joins.add(token.text().substring(0, dot));
				}
			}
		}
		Assert.isTrue(joins.size() <= MAX_JOINS,
				() -> "A COQL query joins at most " + MAX_JOINS + " modules, not those of " + joins);
		return this;
	}

	/**
	 * Return the order of ids that the rows have.
	 * @return the order, or {@code null} where it is another one
	 */
	@Nullable IdOrder idOrder() {
		if (this.groupBy != null || this.columns.indexOf('(') >= 0) {
			return null;
		}
		if (this.orderBy == null || this.orderBy.equalsIgnoreCase("id") || this.orderBy.equalsIgnoreCase("id asc")) {
			return IdOrder.ASCENDING;
		}
		return this.orderBy.equalsIgnoreCase("id desc") ? IdOrder.DESCENDING : null;
	}

	/**
	 * Return the query without its limit.
	 * @return the text
	 */
	String text() {
		StringBuilder text = new StringBuilder("select ").append(this.columns)
			.append(" from ")
			.append(this.module)
			.append(" where ")
			.append((this.where != null) ? this.where : ANY);
		if (this.groupBy != null) {
			text.append(" group by ").append(this.groupBy);
		}
		if (this.orderBy != null) {
			text.append(" order by ").append(this.orderBy);
		}
		return text.toString();
	}

}
