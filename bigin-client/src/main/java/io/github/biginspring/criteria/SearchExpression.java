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

package io.github.biginspring.criteria;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The criteria of a search in Bigin's syntax, and the comparisons that the client checks
 * again; rendered by {@link CriteriaRenderer#SEARCH}.
 *
 * @since 0.1.0
 */
public final class SearchExpression {

	/**
	 * How many conditions a search takes.
	 */
	public static final int MAX_CONDITIONS = 10;

	private final Criteria criteria;

	private final String text;

	private final @Nullable RecordFilter filter;

	SearchExpression(Criteria criteria, String text, @Nullable RecordFilter filter) {
		this.criteria = criteria;
		this.text = text;
		this.filter = filter;
	}

	/**
	 * The criteria that this was made of.
	 * @return the criteria
	 */
	public Criteria criteria() {
		return this.criteria;
	}

	/**
	 * The {@code criteria} parameter, escaped but not yet encoded for a URL.
	 * @return the text, such as {@code (Last_Name:equals:Watson)}
	 */
	public String text() {
		return this.text;
	}

	/**
	 * The number of conditions.
	 * @return how many there are
	 */
	public int conditions() {
		return this.criteria.conditions();
	}

	/**
	 * The test of what Bigin has found, by the wire values of a record.
	 * @return the filter, or {@code null} where all is taken; it throws a
	 * {@link io.github.biginspring.internal.MissingFieldException} where a record came
	 * without a field on which it hangs
	 */
	public @Nullable Predicate<Map<String, @Nullable Object>> filter() {
		return this.filter;
	}

	/**
	 * The fields that the filter looks at.
	 * @return the API names, without the id, which always comes
	 */
	public Set<String> filteredFields() {
		return (this.filter != null) ? this.filter.fields() : Set.of();
	}

	@Override
	public String toString() {
		return this.criteria.toString();
	}

}
