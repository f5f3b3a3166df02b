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

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Tells whether the values that only tasks, events and calls have are of the form that
 * they should be.
 */
final class ActivityValues {

	private static final Map<String, Predicate<String>> RECURRENCE = Map.of("FREQ",
			Set.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY")::contains, "INTERVAL", (value) -> isNumber(value, 1, 99),
			"COUNT", (value) -> isNumber(value, 1, 99), "BYDAY", ActivityValues::areDays, "BYMONTHDAY",
			(value) -> isNumber(value, 1, 31), "BYMONTH", (value) -> isNumber(value, 1, 12), "BYSETPOS",
			(value) -> "-1".equals(value) || isNumber(value, 1, 5), "UNTIL", ActivityValues::isTime, "DTSTART",
			ActivityValues::isTime);

	private static final Map<String, Predicate<String>> ALARM = Map.of("ACTION",
			Set.of("EMAIL", "POPUP", "EMAILANDPOPUP")::contains, "TRIGGER", ActivityValues::isTrigger, "FREQ",
			"NONE"::equals);

	private static final Set<String> PERIODS = Set.of("minutes", "hours", "days", "weeks");

	private final Organization organization;

	ActivityValues(Organization organization) {
		this.organization = organization;
	}

	boolean isRecurrence(Object value) {
		return value instanceof Map<?, ?> object && (!this.organization.enforces(Check.RECURRENCE)
				|| (object.get("RRULE") instanceof String rule && follows(rule, RECURRENCE, "FREQ")));
	}

	boolean isAlarm(Object value) {
		return value instanceof Map<?, ?> object && (!this.organization.enforces(Check.REMINDER)
				|| (object.get("ALARM") instanceof String alarm && follows(alarm, ALARM, "ACTION", "TRIGGER")));
	}

	boolean areReminders(Object value) {
		return value instanceof List<?> list
				&& (!this.organization.enforces(Check.REMINDER) || list.stream().allMatch(ActivityValues::isReminder));
	}

	boolean areParticipants(Object value) {
		return value instanceof List<?> list
				&& (!this.organization.enforces(Check.PARTICIPANTS) || list.stream().allMatch(this::isParticipant));
	}

	boolean isDuration(Object value) {
		if (value instanceof Number number) {
			return number.doubleValue() >= 0 || !this.organization.enforces(Check.CALL_DURATION);
		}
		return value instanceof String text && text.length() <= DataType.DURATION.length()
				&& (isMinutesAndSeconds(text) || !this.organization.enforces(Check.CALL_DURATION));
	}

	private static boolean isMinutesAndSeconds(String text) {
		int colon = text.indexOf(':');
		return colon > 0 && text.length() == colon + 3 && isNumber(text.substring(0, colon), 0, Integer.MAX_VALUE)
				&& isNumber(text.substring(colon + 1), 0, 59);
	}

	private static boolean follows(String text, Map<String, Predicate<String>> grammar, String... required) {
		Map<String, String> parts = new HashMap<>();
		for (String part : text.split(";", -1)) {
			int equals = part.indexOf('=');
			Predicate<String> form = (equals > 0) ? grammar.get(part.substring(0, equals)) : null;
			if (form == null || !form.test(part.substring(equals + 1))
					|| parts.put(part.substring(0, equals), part) != null) {
				return false;
			}
		}
		return parts.keySet().containsAll(List.of(required));
	}

	private static boolean areDays(String text) {
		return Arrays.stream(text.split(",", -1)).allMatch((day) -> day.matches("(-1|[1-5])?(MO|TU|WE|TH|FR|SA|SU)"));
	}

	private static boolean isTrigger(String text) {
		String prefix = "DATE-TIME:";
		return text.startsWith(prefix) && isDateTime(text.substring(prefix.length()));
	}

	private static boolean isDateTime(String text) {
		try {
			OffsetDateTime.parse(text);
			return true;
		}
		catch (DateTimeException ex) {
			return false;
		}
	}

	private static boolean isTime(String text) {
		try {
			LocalDate.parse(text);
			return true;
		}
		catch (DateTimeException ex) {
			return isDateTime(text);
		}
	}

	private static boolean isReminder(@Nullable Object value) {
		return value instanceof Map<?, ?> reminder && isNumber(String.valueOf(reminder.get("unit")), 0, 9999)
				&& PERIODS.contains(String.valueOf(reminder.get("period")).toLowerCase(Locale.ROOT));
	}

	private boolean isParticipant(@Nullable Object value) {
		if (!(value instanceof Map<?, ?> map)) {
			return false;
		}
		String participant = IdSequence.text(map.get("participant"));
		if (participant == null) {
			return false;
		}
		return switch (String.valueOf(map.get("type"))) {
			case "user" -> this.organization.findUser(participant) != null;
			case "contact" -> this.organization.table("Contacts").find(IdSequence.parse(participant)) != null;
			case "email" -> RecordValidator.isEmail(participant);
			default -> false;
		};
	}

	private static boolean isNumber(String text, int least, int greatest) {
		long number = IdSequence.parse(text);
		return number >= least && number <= greatest;
	}

}
