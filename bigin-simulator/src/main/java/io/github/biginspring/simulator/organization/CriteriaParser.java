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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Reads criteria: {@code (Field:operator:value)}, joined by {@code and} and {@code or}
 * and grouped by parentheses. In a value, a backslash makes the next character stand for
 * itself.
 */
final class CriteriaParser {

	private static final int GREATEST_CONDITIONS = 10;

	private final String text;

	private final ModuleDefinition module;

	private int position;

	private int conditions;

	CriteriaParser(String text, ModuleDefinition module) {
		this.text = text.trim();
		this.module = module;
	}

	Criteria parse() {
		Criteria criteria = sequence();
		if (this.position < this.text.length()) {
			throw malformed("unexpected text after the criteria");
		}
		return criteria;
	}

	private Criteria sequence() {
		Criteria left = term();
		String joint = joint();
		while (joint != null) {
			List<Criteria> parts = List.of(left, term());
			left = "and".equals(joint) ? Criteria.all(parts) : Criteria.any(parts);
			joint = joint();
		}
		return left;
	}

	private Criteria term() {
		expect('(');
		Criteria criteria;
		if (peek() == '(') {
			criteria = sequence();
		}
		else {
			criteria = condition();
		}
		expect(')');
		return criteria;
	}

	private @Nullable String joint() {
		String rest = this.text.substring(this.position, Math.min(this.text.length(), this.position + 5))
			.stripLeading()
			.toLowerCase(Locale.ROOT);
		for (String joint : List.of("and", "or")) {
			if (rest.startsWith(joint)) {
				this.position = this.text.toLowerCase(Locale.ROOT).indexOf(joint, this.position) + joint.length();
				skipBlanks();
				return joint;
			}
		}
		return null;
	}

	private Criteria condition() {
		this.conditions++;
		if (this.conditions > GREATEST_CONDITIONS) {
			throw malformed("at most " + GREATEST_CONDITIONS + " criteria are allowed");
		}
		String name = until(':');
		FieldDefinition field = this.module.field(name);
		String operatorName = until(':');
		List<String> values = values();
		if (field == null) {
			throw RefusedException.invalidQuery("invalid field name", name, operatorName);
		}
		if (!field.isSearchable()) {
			throw RefusedException.invalidQuery("the field is not available for search", name, operatorName);
		}
		Operator operator = Operator.of(operatorName);
		if (operator == null || !operator.allows(field)) {
			throw RefusedException.invalidQuery("invalid operator", name, operatorName);
		}
		return Condition.of(field, operator, values);
	}

	private String until(char end) {
		int index = this.text.indexOf(end, this.position);
		int close = this.text.indexOf(')', this.position);
		if (index < 0 || (close >= 0 && close < index)) {
			throw malformed("a condition must be (field:operator:value)");
		}
		String part = this.text.substring(this.position, index).trim();
		this.position = index + 1;
		return part;
	}

	private List<String> values() {
		List<String> values = new ArrayList<>();
		StringBuilder value = new StringBuilder();
		while (true) {
			char character = peek();
			switch (character) {
				case ')' -> {
					values.add(value.toString());
					return values;
				}
				case '(', '\0' -> throw malformed("unbalanced parentheses");
				case ',' -> {
					values.add(value.toString());
					value.setLength(0);
				}
				case '\\' -> {
					this.position++;
					value.append(peek());
				}
				default -> value.append(character);
			}
			this.position++;
		}
	}

	private char peek() {
		return (this.position < this.text.length()) ? this.text.charAt(this.position) : '\0';
	}

	private void expect(char character) {
		skipBlanks();
		if (peek() != character) {
			throw malformed("'" + character + "' expected at position " + this.position);
		}
		this.position++;
		if (character == '(') {
			skipBlanks();
		}
	}

	private void skipBlanks() {
		while (peek() == ' ') {
			this.position++;
		}
	}

	private static RefusedException malformed(String reason) {
		return RefusedException.invalidQuery(reason, null, null);
	}

}
