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

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.internal.MissingFieldException;

/**
 * Leaves out what a search has found and does not match. A comparison that is Bigin's
 * alone counts as true, so that no record is left out that matches: criteria have no
 * negation, so the whole can only become true by it. A field that did not come is neither
 * equal nor not.
 */
sealed interface RecordFilter extends Predicate<Map<String, @Nullable Object>>
		permits FieldFilter, RecordFilter.Junction {

	/**
	 * Whether the record can match.
	 * @param fields the wire values by API name
	 * @throws MissingFieldException if that hangs on a field that did not come
	 */
	@Override
	default boolean test(Map<String, @Nullable Object> fields) {
		Verdict verdict = verdict(fields);
		if (verdict.missing() != null) {
			throw new MissingFieldException(verdict.missing());
		}
		return verdict.isMatch();
	}

	/**
	 * Look at a record.
	 * @param fields the wire values by API name
	 * @return whether it can match, as far as that can be told
	 */
	Verdict verdict(Map<String, @Nullable Object> fields);

	/**
	 * Return which fields are looked at.
	 * @return the API names, without the id, which always comes
	 */
	Set<String> fields();

	/**
	 * Return which of the fields must not be missing.
	 * @return the API names
	 */
	Set<String> requiredFields();

	static @Nullable RecordFilter and(@Nullable RecordFilter left, @Nullable RecordFilter right) {
		if (left == null || right == null) {
			return (left != null) ? left : right;
		}
		return new Junction(left, right, true);
	}

	// what cannot be told makes the whole impossible to tell
	static @Nullable RecordFilter or(@Nullable RecordFilter left, @Nullable RecordFilter right) {
		return (left != null && right != null) ? new Junction(left, right, false) : null;
	}

	private static Set<String> union(Set<String> left, Set<String> right) {
		Set<String> union = new HashSet<>(left);
		union.addAll(right);
		return union;
	}

	/**
	 * What can be told of a record.
	 *
	 * @param isMatch whether it matches
	 * @param missing the field on which that hangs and that did not come, or {@code null}
	 * where it can be told
	 */
	record Verdict(boolean isMatch, @Nullable String missing) {

		static final Verdict YES = new Verdict(true, null);

		static final Verdict NO = new Verdict(false, null);

		static Verdict of(boolean isMatch) {
			return isMatch ? YES : NO;
		}

		static Verdict missing(String field) {
			return new Verdict(false, field);
		}

	}

	/**
	 * Two filters, both or one of which must match.
	 */
	record Junction(RecordFilter left, RecordFilter right, boolean isAnd) implements RecordFilter {

		@Override
		public Verdict verdict(Map<String, @Nullable Object> fields) {
			Verdict deciding = this.isAnd ? Verdict.NO : Verdict.YES;
			Verdict left = this.left.verdict(fields);
			if (left == deciding) {
				return left;
			}
			Verdict right = this.right.verdict(fields);
			return (right == deciding || left.missing() == null) ? right : left;
		}

		@Override
		public Set<String> fields() {
			return union(this.left.fields(), this.right.fields());
		}

		@Override
		public Set<String> requiredFields() {
			return union(this.left.requiredFields(), this.right.requiredFields());
		}

	}

}
