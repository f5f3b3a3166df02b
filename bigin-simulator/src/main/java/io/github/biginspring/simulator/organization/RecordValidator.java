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

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Turns a record as it was sent into one as it is kept, or refuses it.
 */
final class RecordValidator {

	private final Organization organization;

	RecordValidator(Organization organization) {
		this.organization = organization;
	}

	/**
	 * Check the values that were sent. Unknown and read-only fields are left out, as are
	 * system fields, of which {@link RelatedModule} is checked by itself.
	 * @param module the module
	 * @param sent the record as it was sent
	 * @param path where in the body it stood, such as {@code $.data[0]}
	 * @return the values to keep, {@code null} for those to clear
	 */
	Map<String, @Nullable Object> validate(ModuleDefinition module, Map<?, ?> sent, String path) {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		sent.forEach((name, value) -> {
			FieldDefinition field = module.field(String.valueOf(name));
			if (field != null && !field.isReadOnly()) {
				values.put(field.apiName(),
						isEmpty(value) ? null : convert(module, field, value, path + "." + field.apiName()));
			}
		});
		return values;
	}

	void checkRequired(ModuleDefinition module, Map<String, @Nullable Object> record, String path) {
		for (FieldDefinition field : module.fields()) {
			if (field.isRequired() && record.get(field.apiName()) == null) {
				throw refuse("MANDATORY_NOT_FOUND", "required field not found", field.apiName(),
						path + "." + field.apiName());
			}
		}
	}

	void checkUnique(RecordTable table, Map<String, @Nullable Object> values, long ownId, String path) {
		for (FieldDefinition field : table.definition().fields()) {
			Long existing = field.isUnique() ? table.idByUniqueValue(field.apiName(), values.get(field.apiName()))
					: null;
			if (existing != null && existing != ownId) {
				RefusedException refusal = refuse("DUPLICATE_DATA", "duplicate data", field.apiName(),
						path + "." + field.apiName());
				throw this.organization.describesDuplicates()
						? refusal.with("duplicate_record", duplicate(table, existing))
						: refusal.with("id", existing.toString());
			}
		}
	}

	private Map<String, @Nullable Object> duplicate(RecordTable table, long id) {
		Map<String, @Nullable Object> kept = table.find(id);
		String module = table.definition().apiName();
		Map<String, @Nullable Object> duplicate = new LinkedHashMap<>();
		duplicate.put("id", Long.toString(id));
		duplicate.put("module", Map.of("api_name", module, "id", table.moduleId()));
		duplicate.put("Owner",
				(kept != null) ? new RecordView(this.organization).user((String) kept.get("Owner"), false) : null);
		return duplicate;
	}

	static RefusedException refuse(String code, String message, String apiName, String path) {
		return RefusedException.of(code, message).with("api_name", apiName).with("json_path", path);
	}

	private static boolean isEmpty(@Nullable Object value) {
		return value == null || "".equals(value);
	}

	private Object convert(ModuleDefinition module, FieldDefinition field, Object value, String path) {
		return switch (field.type()) {
			case TEXT, TEXTAREA, PHONE, WEBSITE -> text(field, value, path);
			case PICKLIST -> pickListValue(module, field, text(field, value, path), path);
			case EMAIL -> email(field, value, path);
			case INTEGER, BIGINT -> integer(field, value, path);
			case DOUBLE, CURRENCY -> expect(Number.class, field, value, path);
			case BOOLEAN -> expect(Boolean.class, field, value, path);
			case DATE -> date(field, value, path);
			case DATETIME -> dateTime(field, value, path);
			case LOOKUP -> lookup(field, value, path);
			case USER -> user(field, value, path);
			case PIPELINE -> pipeline(field, value, path);
			case TAGS -> tags(module, field, value, path);
			case MULTISELECT -> pickListValues(module, field, value, path);
			case ARRAY -> expect(List.class, field, value, path);
			case OBJECT -> expect(Map.class, field, value, path);
			case LOOKUPS -> lookups(field, value, path);
			case RECURRENCE, ALARM, REMINDERS, PARTICIPANTS, DURATION -> activity(field, value, path);
		};
	}

	private static <T> T expect(Class<T> type, FieldDefinition field, Object value, String path) {
		if (!type.isInstance(value)) {
			throw wrongType(field, path);
		}
		return type.cast(value);
	}

	private static RefusedException wrongType(FieldDefinition field, String path) {
		boolean plain = !field.type().isReference() && !"jsonarray".equals(field.type().jsonType());
		return refuse("INVALID_DATA", "invalid data", field.apiName(), path).with("expected_data_type",
				plain ? field.type().wireName() : field.type().jsonType());
	}

	private static String text(FieldDefinition field, Object value, String path) {
		String text = expect(String.class, field, value, path);
		if (text.length() > field.length()) {
			throw refuse("INVALID_DATA", "invalid data", field.apiName(), path).with("maximum_length", field.length());
		}
		return text;
	}

	private String pickListValue(ModuleDefinition module, FieldDefinition field, String value, String path) {
		List<String> values = this.organization.pickListValues(module, field);
		if (!values.isEmpty() && !values.contains(value) && this.organization.enforces(Check.PICK_LIST_VALUE)) {
			throw wrongType(field, path);
		}
		return value;
	}

	private List<String> pickListValues(ModuleDefinition module, FieldDefinition field, Object value, String path) {
		List<String> values = new ArrayList<>();
		for (Object element : expect(List.class, field, value, path)) {
			String text = text(field, element, path);
			values.add(pickListValue(module, field, text, path + "[" + values.size() + "]"));
		}
		return values;
	}

	private static String email(FieldDefinition field, Object value, String path) {
		String text = text(field, value, path);
		if (!isEmail(text)) {
			throw wrongType(field, path);
		}
		return text;
	}

	static boolean isEmail(String text) {
		int at = text.indexOf('@');
		return at > 0 && at == text.lastIndexOf('@') && text.indexOf('.', at) > at + 1 && !text.endsWith(".")
				&& text.chars().noneMatch(Character::isWhitespace);
	}

	private static Object integer(FieldDefinition field, Object value, String path) {
		if (field.type() == DataType.BIGINT && value instanceof String text) {
			value = parseNumber(field, text, path);
		}
		Number number = expect(Number.class, field, value, path);
		if (new BigDecimal(number.toString()).stripTrailingZeros().scale() > 0) {
			throw wrongType(field, path);
		}
		return (field.type() == DataType.BIGINT) ? Long.toString(number.longValue()) : number;
	}

	private static Number parseNumber(FieldDefinition field, String text, String path) {
		try {
			return Long.valueOf(text);
		}
		catch (NumberFormatException ex) {
			throw wrongType(field, path);
		}
	}

	private static String date(FieldDefinition field, Object value, String path) {
		try {
			return LocalDate.parse(expect(String.class, field, value, path)).toString();
		}
		catch (DateTimeException ex) {
			throw wrongType(field, path);
		}
	}

	private String dateTime(FieldDefinition field, Object value, String path) {
		try {
			return this.organization.timeOf(BiginTime.parse(expect(String.class, field, value, path)).toInstant());
		}
		catch (DateTimeException ex) {
			throw wrongType(field, path);
		}
	}

	private String lookup(FieldDefinition field, Object value, String path) {
		String id = referenceId(field, value, path);
		RecordTable table = this.organization.tableOf(field.lookupModule(), id);
		if (table == null || !table.ids().contains(IdSequence.parse(id))) {
			throw refuse("INVALID_DATA", "the id given seems to be invalid", field.apiName(),
					(value instanceof Map) ? path + ".id" : path);
		}
		return id;
	}

	private List<String> lookups(FieldDefinition field, Object value, String path) {
		List<String> ids = new ArrayList<>();
		for (Object element : expect(List.class, field, value, path)) {
			ids.add(lookup(field, element, path + "[" + ids.size() + "]"));
		}
		return ids;
	}

	private Object activity(FieldDefinition field, Object value, String path) {
		ActivityValues values = new ActivityValues(this.organization);
		boolean fits = switch (field.type()) {
			case RECURRENCE -> values.isRecurrence(value);
			case ALARM -> values.isAlarm(value);
			case REMINDERS -> values.areReminders(value);
			case PARTICIPANTS -> values.areParticipants(value);
			default -> values.isDuration(value);
		};
		if (!fits) {
			throw wrongType(field, path);
		}
		return value;
	}

	private String user(FieldDefinition field, Object value, String path) {
		String id = referenceId(field, value, path);
		if (this.organization.findUser(id) == null) {
			throw refuse("INVALID_DATA", "the id given seems to be invalid", field.apiName(),
					(value instanceof Map) ? path + ".id" : path);
		}
		return id;
	}

	private String pipeline(FieldDefinition field, Object value, String path) {
		String id = referenceId(field, value, path);
		if (this.organization.pipeline(id) == null) {
			throw refuse("INVALID_DATA", "the id given seems to be invalid", field.apiName(),
					(value instanceof Map) ? path + ".id" : path);
		}
		return id;
	}

	private static String referenceId(FieldDefinition field, Object value, String path) {
		boolean bare = IdSequence.parse(String.valueOf(IdSequence.text(value))) > 0;
		String text = IdSequence.text(bare ? value : expect(Map.class, field, value, path).get("id"));
		if (text == null) {
			throw refuse("INVALID_DATA", "invalid data", field.apiName(), path + ".id").with("expected_data_type",
					"bigint");
		}
		return text;
	}

	private List<String> tags(ModuleDefinition module, FieldDefinition field, Object value, String path) {
		List<String> ids = new ArrayList<>();
		for (Object element : expect(List.class, field, value, path)) {
			Map<?, ?> sent = expect(Map.class, field, element, path);
			if (sent.get("name") instanceof String name && !name.isBlank()) {
				ids.add(this.organization.addTag(module.apiName(), name).id());
			}
			else {
				String id = IdSequence.text(sent.get("id"));
				if (id == null || this.organization.findTag(id) == null) {
					throw refuse("INVALID_DATA", "invalid data", field.apiName(), path + "[" + ids.size() + "]");
				}
				ids.add(id);
			}
		}
		return ids;
	}

}
