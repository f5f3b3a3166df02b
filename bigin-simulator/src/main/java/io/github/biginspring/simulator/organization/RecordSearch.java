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
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Searches the records of a module by what the index shows of them. The order is by
 * ascending id, which is not what {@code info} says.
 */
final class RecordSearch {

	private static final List<String> KINDS = List.of("criteria", "email", "phone", "word");

	private final Organization organization;

	private final RecordView view;

	private final RecordTable table;

	RecordSearch(Organization organization, RecordView view, RecordTable table) {
		this.organization = organization;
		this.view = view;
		this.table = table;
	}

	Page page(Parameters parameters) {
		Predicate<Map<String, @Nullable Object>> condition = condition(parameters);
		List<String> fields = RecordList.fields(parameters);
		PageLimits limits = this.organization.pageLimits();
		int perPage = RecordList.perPage(parameters, limits);
		int page = parameters.positive("page", 1);
		if ((long) page * perPage > limits.discreteRecords() && page > 1) {
			throw RefusedException
				.of("LIMIT_REACHED", "You can only get the first " + limits.discreteRecords() + " records")
				.with("limit", limits.discreteRecords());
		}
		List<Map<String, @Nullable Object>> found = "false".equals(parameters.get("approved")) ? List.of()
				: find(condition, (page - 1) * perPage, perPage + 1);
		boolean more = found.size() > perPage;
		List<Map<String, @Nullable Object>> data = found.stream()
			.limit(perPage)
			.map((kept) -> this.view.show(this.table.definition(), kept, fields))
			.toList();
		Map<String, @Nullable Object> info = Page.info(perPage, data.size(), page, more);
		info.put("sort_by", "id");
		info.put("sort_order", "desc");
		return new Page(data, info);
	}

	private List<Map<String, @Nullable Object>> find(Predicate<Map<String, @Nullable Object>> condition, int skip,
			int limit) {
		List<Map<String, @Nullable Object>> found = new ArrayList<>();
		int skipped = 0;
		for (long id : indexedIds()) {
			Map<String, @Nullable Object> kept = indexed(id);
			if (kept == null || !condition.test(kept)) {
				continue;
			}
			if (skipped < skip) {
				skipped++;
				continue;
			}
			found.add(kept);
			if (found.size() == limit) {
				break;
			}
		}
		return found;
	}

	private long[] indexedIds() {
		ChangeHistory history = this.table.history();
		history.forgetUntil(this.organization.now().minus(this.organization.searchLag()));
		if (history.isEmpty()) {
			return this.table.ids().toArray();
		}
		SortedIds ids = new SortedIds();
		for (long id : this.table.ids().toArray()) {
			ids.add(id);
		}
		Set<Long> changed = history.changedIds();
		changed.forEach(ids::add);
		return ids.toArray();
	}

	private @Nullable Map<String, @Nullable Object> indexed(long id) {
		ChangeHistory history = this.table.history();
		return history.contains(id) ? history.before(id) : this.table.find(id);
	}

	private Predicate<Map<String, @Nullable Object>> condition(Parameters parameters) {
		List<String> given = KINDS.stream().filter(parameters::has).toList();
		if (given.isEmpty()) {
			throw RefusedException.of("EXPECTED_PARAM_MISSING", "one of the expected parameters is missing")
				.with("param_names", KINDS);
		}
		if (given.size() > 1) {
			throw RefusedException.of("INVALID_REQUEST", "only one of the parameters can be given")
				.with("param_names", given);
		}
		String value = parameters.required(given.get(0));
		return switch (given.get(0)) {
			case "criteria" -> criteria(value);
			case "email" -> {
				requireField(DataType.EMAIL);
				yield anyField(DataType.EMAIL, value::equalsIgnoreCase);
			}
			case "phone" -> {
				requireField(DataType.PHONE);
				String digits = digits(value);
				yield anyField(DataType.PHONE, (phone) -> digits(phone).equals(digits));
			}
			default -> word(value);
		};
	}

	private Predicate<Map<String, @Nullable Object>> criteria(String text) {
		Criteria criteria = new CriteriaParser(text, this.table.definition()).parse();
		return (kept) -> criteria.matches((field) -> this.view.value(field, kept));
	}

	private Predicate<Map<String, @Nullable Object>> word(String value) {
		if (value.trim().length() < 2) {
			throw RefusedException.invalidParameter("word").with("minimum_length", 2);
		}
		List<String> words = Words.of(value);
		return (kept) -> this.table.definition()
			.fields()
			.stream()
			.filter((field) -> field.type().isText() || field.type() == DataType.LOOKUP)
			.map((field) -> text(this.view.value(field, kept)))
			.anyMatch((text) -> Words.startWith(text, words));
	}

	private static String text(@Nullable Object value) {
		if (value instanceof Map<?, ?> reference) {
			return String.valueOf(reference.get("name"));
		}
		return (value != null) ? value.toString() : "";
	}

	private void requireField(DataType type) {
		if (!this.table.definition().hasFieldOf(type)) {
			throw RefusedException.invalidQuery("the field is not available for search", type.wireName(), "equals");
		}
	}

	private Predicate<Map<String, @Nullable Object>> anyField(DataType type, Predicate<String> test) {
		List<String> names = this.table.definition()
			.fields()
			.stream()
			.filter((field) -> field.type() == type)
			.map(FieldDefinition::apiName)
			.toList();
		return (kept) -> names.stream().anyMatch((name) -> kept.get(name) instanceof String text && test.test(text));
	}

	private static String digits(String phone) {
		StringBuilder digits = new StringBuilder();
		phone.chars().filter(Character::isDigit).forEach((digit) -> digits.append((char) digit));
		return digits.toString();
	}

}
