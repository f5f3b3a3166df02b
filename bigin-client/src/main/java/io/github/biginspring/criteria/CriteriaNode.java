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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A part of criteria: one comparison, or several parts that are joined.
 */
sealed interface CriteriaNode {

	/**
	 * A field compared with values.
	 *
	 * @param field the API name
	 * @param operator how it is compared
	 * @param values the values, as many as the operator takes
	 */
	record Comparison(String field, Operator operator, List<CriteriaValue> values) implements CriteriaNode {

		public CriteriaValue value() {
			return this.values.get(0);
		}

		/**
		 * The error of an operator that cannot be expressed.
		 * @param reader what does not know it, such as {@code A search}
		 * @param instead what to use instead
		 */
		public IllegalArgumentException unsupported(String reader, String instead) {
			return new IllegalArgumentException(
					reader + " cannot express '" + this.operator + "' (field " + this.field + "): " + instead);
		}

		public void requireOwnField(String reader, String instead) {
			if (this.field.indexOf('.') >= 0) {
				throw new IllegalArgumentException(reader + " compares no field of a related record with '"
						+ this.operator + "' (field " + this.field + "): " + instead);
			}
		}

		@Override
		public String toString() {
			return this.field + " " + this.operator + (this.operator.takesValues() ? " ?" : "");
		}

	}

	/**
	 * Parts that are joined. Of parts joined in the same way, one junction is made and
	 * not several.
	 *
	 * @param joint how they are joined
	 * @param parts the parts, two or more
	 */
	record Junction(Joint joint, List<CriteriaNode> parts) implements CriteriaNode {

		static Junction of(Joint joint, CriteriaNode left, CriteriaNode right) {
			List<CriteriaNode> parts = new ArrayList<>();
			addTo(parts, joint, left);
			addTo(parts, joint, right);
			return new Junction(joint, List.copyOf(parts));
		}

		private static void addTo(List<CriteriaNode> parts, Joint joint, CriteriaNode node) {
			if (node instanceof Junction junction && junction.joint == joint) {
				parts.addAll(junction.parts);
			}
			else {
				parts.add(node);
			}
		}

		@Override
		public String toString() {
			return this.parts.stream()
				.map(CriteriaNode::toString)
				.collect(Collectors.joining(" " + this.joint + " ", "(", ")"));
		}

	}

	/**
	 * How parts are joined.
	 */
	enum Joint {

		AND, OR;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
