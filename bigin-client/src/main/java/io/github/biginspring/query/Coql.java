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

package io.github.biginspring.query;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.biginspring.criteria.CoqlConditions;
import io.github.biginspring.criteria.Criteria;
import io.github.biginspring.criteria.CriteriaRenderer;
import io.github.biginspring.criteria.CriteriaValue;
import io.github.biginspring.internal.ApiName;
import io.github.biginspring.internal.call.UriVariable;
import io.github.biginspring.internal.coql.CoqlParser;
import io.github.biginspring.internal.coql.CoqlStatement;

/**
 * A query in COQL. Build it:
 *
 * <pre class="code">
 * Coql.select("Last_Name", "Account_Name.Account_Name")
 *     .from("Contacts")
 *     .where(where("Email").like("%@example.org"))
 *     .orderBy(SortOrder.ascending("id"))
 * </pre>
 *
 * or write it with named parameters, which are not quoted:
 *
 * <pre class="code">
 * Coql.of("select Last_Name from Contacts where Last_Name = :name").bind("name", "O'Brien")
 * </pre>
 *
 * COQL sees records at once, other than a search, and compares whole values. It knows no
 * multi-line, file or tag columns (by analogy with Zoho CRM). Immutable: every step
 * returns a copy. {@link #toString()} hides the values, which may be personal.
 *
 * @since 0.1.0
 */
public final class Coql {

	private final CoqlStatement statement;

	private Coql(CoqlStatement statement) {
		this.statement = statement;
	}

	/**
	 * Start a query.
	 * @param columns the API names of fields, or of those of a lookup's module, such as
	 * {@code Account_Name.Phone}; the id always comes
	 * @return where to say of which module
	 * @throws IllegalArgumentException if there are more than 50 with the id or one is
	 * not an API name
	 */
	public static Selection select(String... columns) {
		Assert.notNull(columns, "'columns' must not be null");
		Assert.noNullElements(columns, "'columns' must not contain null elements");
		return select(List.of(columns));
	}

	/**
	 * Start a query.
	 * @param columns the API names of fields, or of those of a lookup's module
	 * @return where to say of which module
	 * @throws IllegalArgumentException as {@link #select(String...)}
	 */
	public static Selection select(List<String> columns) {
		Assert.notNull(columns, "'columns' must not be null");
		columns.forEach(ApiName::field);
		return new Selection(columns);
	}

	/**
	 * Read a query.
	 * @param text the query, with parameters as {@code :name} where values belong
	 * @return the query
	 * @throws IllegalArgumentException if it is none
	 */
	public static Coql of(String text) {
		Assert.hasText(text, "'text' must not be empty");
		return new Coql(CoqlParser.parse(text));
	}

	/**
	 * Give a parameter its value.
	 * @param name the name, without the colon
	 * @param value a value as in {@link Criteria.Condition}, or a collection of them for
	 * {@code in (:name)}
	 * @return a copy
	 * @throws IllegalArgumentException if there is no such parameter or the value does
	 * not fit
	 */
	public Coql bind(String name, Object value) {
		Assert.notNull(name, "'name' must not be null");
		return bind(Collections.singletonMap(name, value));
	}

	/**
	 * Give parameters their values.
	 * @param values the values by name
	 * @return a copy
	 * @throws IllegalArgumentException if there is no such parameter or a value does not
	 * fit
	 */
	public Coql bind(Map<String, ?> values) {
		Assert.notNull(values, "'values' must not be null");
		Set<String> parameters = this.statement.parameters();
		Map<String, String> literals = new LinkedHashMap<>();
		values.forEach((name, value) -> {
			Assert.isTrue(parameters.contains(name),
					() -> "The COQL query has no parameter :" + ApiName.shown(name) + ", only " + parameters);
			literals.put(name, literal(":" + name, value));
		});
		return new Coql(this.statement.bind(literals));
	}

	private static String literal(String parameter, @Nullable Object value) {
		if (value instanceof Collection<?> elements) {
			Assert.notEmpty(elements, () -> "Parameter " + parameter + " needs at least one value");
			return elements.stream()
				.map((element) -> CriteriaValue.of(parameter, element).coqlLiteral())
				.collect(Collectors.joining(", "));
		}
		return CriteriaValue.of(parameter, value).coqlLiteral();
	}

	/**
	 * Add criteria, which must match beside those that there are.
	 * @param criteria what the rows must match
	 * @return a copy
	 * @throws IllegalArgumentException if there are more conditions or joins than Bigin
	 * takes, or COQL cannot express one of them
	 */
	public Coql where(Criteria criteria) {
		return and(criteria);
	}

	/**
	 * Add criteria, which must match beside those that there are.
	 * @param criteria what the rows must match
	 * @return a copy
	 * @throws IllegalArgumentException if there are more conditions or joins than Bigin
	 * takes, or COQL cannot express one of them
	 */
	public Coql and(Criteria criteria) {
		return where("and", criteria);
	}

	/**
	 * Add criteria, which can match instead of those that there are.
	 * @param criteria what the rows must match
	 * @return a copy
	 * @throws IllegalArgumentException if there are more conditions or joins than Bigin
	 * takes, or COQL cannot express one of them
	 */
	public Coql or(Criteria criteria) {
		return where("or", criteria);
	}

	private Coql where(String operator, Criteria criteria) {
		CoqlConditions conditions = CriteriaRenderer.COQL.render(criteria);
		return new Coql(this.statement.where(operator, conditions.text(), conditions.count()));
	}

	/**
	 * Set the order. Without it: by id, ascending.
	 * @param sorts the columns to sort by, the first one first
	 * @return a copy
	 */
	public Coql orderBy(SortOrder... sorts) {
		Assert.notEmpty(sorts, "'sorts' must not be empty");
		Assert.noNullElements(sorts, "'sorts' must not contain null elements");
		Set<String> columns = new HashSet<>();
		for (SortOrder sort : sorts) {
			Assert.isTrue(columns.add(sort.field()), () -> "Sorted twice by " + sort.field());
		}
		return new Coql(this.statement.orderBy(Arrays.stream(sorts)
			.map((sort) -> sort.field() + " " + sort.order())
			.collect(Collectors.joining(", "))));
	}

	/**
	 * Set how many rows are wanted. Without it: all.
	 * @param rows how many
	 * @return a copy
	 * @throws IllegalArgumentException if it is negative
	 */
	public Coql limit(long rows) {
		Assert.isTrue(rows >= 0, () -> "'rows' must not be negative, not " + rows);
		return new Coql(this.statement.withLimit(rows));
	}

	/**
	 * Set how many rows are left out first.
	 * @param rows how many, less than 10,000
	 * @return a copy
	 * @throws IllegalArgumentException if it is negative
	 */
	public Coql offset(long rows) {
		Assert.isTrue(rows >= 0, () -> "'rows' must not be negative, not " + rows);
		return new Coql(this.statement.withOffset(rows));
	}

	/**
	 * Return the query as Bigin reads it, with its values.
	 * @return the text, without limit and offset
	 * @throws IllegalStateException if a parameter has no value
	 */
	public String text() {
		return this.statement.text();
	}

	/**
	 * The number of rows that are wanted.
	 * @return how many at most, or {@code null} for all
	 */
	public @Nullable Long limit() {
		return this.statement.limit();
	}

	/**
	 * The number of rows that are passed over.
	 * @return how many
	 */
	public long offset() {
		return this.statement.offset();
	}

	/**
	 * The module that the query reads.
	 * @return the API name
	 */
	public String module() {
		return this.statement.module();
	}

	@Override
	public String toString() {
		return this.statement.toString();
	}

	/**
	 * What is selected, of which module is to be said.
	 *
	 * @since 0.1.0
	 */
	public static final class Selection {

		private final List<String> columns;

		private Selection(List<String> columns) {
			CoqlStatement.checkColumns(columns);
			this.columns = columns;
		}

		/**
		 * Say of which module.
		 * @param module the API name of the module, which is case-sensitive
		 * @return the query
		 * @throws IllegalArgumentException if it is not an API name
		 */
		public Coql from(String module) {
			return new Coql(CoqlStatement.select(this.columns, UriVariable.module(module).value()));
		}

	}

}
