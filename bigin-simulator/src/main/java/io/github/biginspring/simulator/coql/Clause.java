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

import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.github.biginspring.simulator.query.Column;
import io.github.biginspring.simulator.query.Comparison;
import io.github.biginspring.simulator.query.Filter;
import io.github.biginspring.simulator.query.TextPattern;
import io.github.biginspring.simulator.query.ValueFilter;

/**
 * What stands after {@code where}, before the names in it are looked up.
 */
sealed interface Clause {

	Filter filter(Function<String, Column> columns);

	void addColumns(Set<String> names);

	/**
	 * A column compared to values.
	 *
	 * @param column the column
	 * @param comparison how it is compared
	 * @param values the values
	 */
	record Compared(String column, Comparison comparison, List<Object> values) implements Clause {

		@Override
		public Filter filter(Function<String, Column> columns) {
			return ValueFilter.of(columns.apply(this.column), this.comparison, this.values);
		}

		@Override
		public void addColumns(Set<String> names) {
			names.add(this.column);
		}

	}

	/**
	 * A column that must match a pattern, or must not.
	 *
	 * @param column the column
	 * @param pattern the pattern
	 * @param matching whether it must match
	 */
	record Like(String column, String pattern, boolean matching) implements Clause {

		@Override
		public Filter filter(Function<String, Column> columns) {
			return TextPattern.like(this.pattern).on(columns.apply(this.column), this.matching);
		}

		@Override
		public void addColumns(Set<String> names) {
			names.add(this.column);
		}

	}

	/**
	 * A pair of clauses.
	 *
	 * @param left the one
	 * @param right the other
	 * @param both whether both must be met, or one of them
	 */
	record Pair(Clause left, Clause right, boolean both) implements Clause {

		@Override
		public Filter filter(Function<String, Column> columns) {
			List<Filter> parts = List.of(this.left.filter(columns), this.right.filter(columns));
			return this.both ? Filter.all(parts) : Filter.any(parts);
		}

		@Override
		public void addColumns(Set<String> names) {
			this.left.addColumns(names);
			this.right.addColumns(names);
		}

	}

}
