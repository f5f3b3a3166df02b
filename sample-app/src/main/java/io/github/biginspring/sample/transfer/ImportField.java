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

package io.github.biginspring.sample.transfer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.biginspring.metadata.FieldInfo;

/**
 * A field that a column of a file can fill.
 *
 * @param name its API name
 * @param label what people call it
 * @param type Bigin's type, such as {@code text}
 * @param required whether a record needs it
 * @param length how many characters it takes, or {@code null} where nobody said
 * @param values what it takes where that is a list, or nothing
 */
record ImportField(String name, String label, String type, boolean required, @Nullable Integer length,
		List<String> values) {

	private static final Set<String> TYPES = Set.of("text", "textarea", "email", "phone", "website", "picklist",
			"boolean", "integer", "double", "currency", "date");

	private static final Set<String> YES = Set.of("true", "yes", "y", "1");

	private static final Set<String> NO = Set.of("false", "no", "n", "0");

	// no whitespace, one @, and a dot in what follows: Bigin has the last word
	private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");

	static ImportField text(String name) {
		return new ImportField(name, name, "text", false, null, List.of());
	}

	static ImportField of(FieldInfo field) {
		List<String> values = field.pickListValues()
			.stream()
			.map(FieldInfo.PicklistValue::actualValue)
			.filter(Objects::nonNull)
			.toList();
		return new ImportField(field.apiName(), Objects.requireNonNullElse(field.fieldLabel(), field.apiName()),
				Objects.requireNonNullElse(field.dataType(), "text"), field.systemMandatory(), field.length(), values);
	}

	static boolean canFill(FieldInfo field) {
		return !field.readOnly() && !field.fieldReadOnly() && field.dataType() != null
				&& TYPES.contains(field.dataType());
	}

	/**
	 * Turn the text of a file into what Bigin takes.
	 * @param text the text, not empty
	 * @return the value
	 * @throws IllegalArgumentException if it is none, with a sentence that says so
	 */
	Object value(String text) {
		return switch (this.type) {
			case "boolean" -> yesOrNo(text);
			case "integer", "double", "currency" -> number(text);
			case "date" -> date(text);
			default -> text;
		};
	}

	/**
	 * Check a value before Bigin does.
	 * @param value the value, or {@code null} where there is none
	 * @return what is wrong, as a sentence, or {@code null}
	 */
	@Nullable String problem(@Nullable Object value) {
		if (value == null) {
			return this.required ? this.label + " is missing" : null;
		}
		if (!(value instanceof String text)) {
			return null;
		}
		if (this.length != null && text.length() > this.length) {
			return "%s has %d characters, and Bigin takes %d".formatted(this.label, text.length(), this.length);
		}
		if ("email".equals(this.type) && !EMAIL.matcher(text).matches()) {
			return this.label + " is not an email address";
		}
		if (!this.values.isEmpty() && !this.values.contains(text)) {
			return this.label + " has to be one of " + String.join(", ", this.values);
		}
		return null;
	}

	private boolean yesOrNo(String text) {
		String lower = text.toLowerCase(Locale.ROOT);
		Assert.isTrue(YES.contains(lower) || NO.contains(lower), () -> this.label + " has to be yes or no");
		return YES.contains(lower);
	}

	private BigDecimal number(String text) {
		try {
			BigDecimal number = new BigDecimal(text);
			// a few characters must not become a number of a billion digits
			Assert.isTrue(Math.abs((long) number.scale()) < 100, () -> this.label + " is too large or too small");
			return number;
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException(this.label + " has to be a number such as 1234.5", ex);
		}
	}

	private String date(String text) {
		try {
			return LocalDate.parse(text).toString();
		}
		catch (DateTimeParseException ex) {
			throw new IllegalArgumentException(this.label + " has to be a date such as 2026-03-31", ex);
		}
	}

}
