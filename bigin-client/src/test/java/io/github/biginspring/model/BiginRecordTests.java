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

package io.github.biginspring.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.entry;

/**
 * Tests for {@link BiginRecord}.
 */
class BiginRecordTests {

	private static final String ID = "7255024000000596045";

	private final BiginRecord record = new BiginRecord();

	@Test
	void keepsNamesAndOrder() {
		this.record.set("Zip_of_X", "1").set("$approved", true).set("All_day", false);
		assertThat(this.record.asMap()).containsExactly(entry("Zip_of_X", "1"), entry("$approved", true),
				entry("All_day", false));
	}

	@Test
	void tellsNullFromAbsent() {
		this.record.set("Phone", null);
		assertThat(this.record.has("Phone")).isTrue();
		assertThat(this.record.has("Mobile")).isFalse();
		assertThat(this.record.get("Phone")).isNull();
		assertThat(this.record.get("Mobile")).isNull();
	}

	@Test
	void remembersWhatWasSetInTheOrderOfSetting() {
		this.record.load(fields("id", ID, "Last_Name", "Watson", "Phone", "1", "Email", "a@example.com"));
		this.record.set("Phone", null).set("Last_Name", "Holmes").set("Phone", "2").set("Title", null);
		assertThat(this.record.changes()).containsExactly(entry("Phone", "2"), entry("Last_Name", "Holmes"),
				entry("Title", null));
	}

	@Test
	void countsNothingAsSetAfterLoading() {
		this.record.set("Last_Name", "Watson");
		this.record.load(fields("id", ID, "Last_Name", "Holmes"));
		assertThat(this.record.changes()).isEmpty();
		assertThat(this.record.getText("Last_Name")).isEqualTo("Holmes");
	}

	@Test
	void changesAreACopy() {
		this.record.set("Last_Name", "Watson");
		this.record.changes().put("Last_Name", "Holmes");
		assertThat(this.record.getText("Last_Name")).isEqualTo("Watson");
	}

	@Test
	void fieldsCannotBeChangedBehindItsBack() {
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> this.record.asMap().put("Last_Name", "Watson"));
	}

	@Test
	void standsForAnExistingRecordById() {
		assertThat(BiginRecord.withId(ID).getId()).isEqualTo(ID);
		assertThat(BiginRecord.withId(ID).asMap()).containsOnlyKeys("id");
	}

	@Test
	void countsAllGivenFieldsAsSet() {
		BiginRecord given = BiginRecord.of(fields("Last_Name", "Watson", "Phone", null));
		assertThat(given.changes()).containsExactly(entry("Last_Name", "Watson"), entry("Phone", null));
	}

	@ParameterizedTest
	@MethodSource("wireValues")
	void turnsValuesIntoWhatStandsOnTheWire(Object value, Object wire) {
		assertThat(this.record.set("Field", value).get("Field")).isEqualTo(wire);
	}

	static Stream<Arguments> wireValues() {
		OffsetDateTime dateTime = OffsetDateTime.parse("2026-02-06T00:28:53.5-08:00");
		return Stream.of(Arguments.of("text", "text"), Arguments.of(new StringBuilder("text"), "text"),
				Arguments.of('c', "c"), Arguments.of(7, 7), Arguments.of(7L, 7L),
				Arguments.of(new BigDecimal("0.10"), new BigDecimal("0.10")), Arguments.of(1.5, 1.5),
				Arguments.of(true, true), Arguments.of(LocalDate.of(2026, 2, 6), "2026-02-06"),
				Arguments.of(dateTime, "2026-02-06T00:28:53-08:00"),
				Arguments.of(dateTime.atZoneSameInstant(ZoneId.of("Europe/Berlin")), "2026-02-06T09:28:53+01:00"),
				Arguments.of(Instant.parse("2026-02-06T08:28:53.9Z"), "2026-02-06T08:28:53+00:00"),
				Arguments.of(new UUID(0, 1), "00000000-0000-0000-0000-000000000001"),
				Arguments.of(Lookup.of(ID), Map.of("id", ID)),
				Arguments.of(new Lookup(null, "Zylker Corp"), Map.of("name", "Zylker Corp")),
				Arguments.of(new UserLookup(ID, "Watson", "w@example.com"), Map.of("id", ID, "name", "Watson")),
				Arguments.of(Tag.of("vip"), Map.of("name", "vip")),
				Arguments.of(new Tag("vip", ID, "#FF0000"), Map.of("name", "vip", "id", ID)),
				Arguments.of(List.of(), List.of()), Arguments.of(Set.of(Tag.of("vip")), List.of(Map.of("name", "vip"))),
				Arguments.of(new String[] { "a", "b" }, List.of("a", "b")),
				Arguments.of(Arrays.asList("a", null), Arrays.asList("a", null)),
				Arguments.of(Map.of("from", LocalDate.of(2026, 2, 6)), Map.of("from", "2026-02-06")),
				Arguments.of(BiginRecord.withId(ID), Map.of("id", ID)));
	}

	@ParameterizedTest
	@MethodSource("unfitValues")
	void refusesUnfitValuesAtOnce(Object value) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.record.set("Closing_Date", value))
			.withMessageContaining("Closing_Date");
		assertThat(this.record.has("Closing_Date")).isFalse();
		assertThat(this.record.changes()).isEmpty();
	}

	static Stream<Object> unfitValues() {
		return Stream.of(LocalDateTime.MIN, new Date(), Optional.of("text"), new Object(), new byte[0], Double.NaN,
				Float.POSITIVE_INFINITY, List.of("text", new Object()), Map.of("at", LocalDateTime.MIN),
				new Object[] { Double.NEGATIVE_INFINITY });
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " " })
	void refusesFieldsWithoutAName(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.record.set(name, "value"));
	}

	@Test
	void isNotChangedByWhatHappensToASetListLater() {
		List<String> list = new ArrayList<>(List.of("a"));
		this.record.set("Interests", list);
		list.add("b");
		assertThat(this.record.getTexts("Interests")).containsExactly("a");
	}

	@Test
	void readsFieldsAsWhatTheyAre() {
		this.record.load(fields("Text", "Watson", "Integer", 42, "Decimal", new BigDecimal("1234567890.10"), "Number",
				"12.50", "Yes", true, "No", "false", "Date", "2026-02-06", "Time", "2026-02-06T00:28:53-08:00"));
		assertThat(this.record.getText("Text")).isEqualTo("Watson");
		assertThat(this.record.getText("Integer")).isEqualTo("42");
		assertThat(this.record.getText("Yes")).isEqualTo("true");
		assertThat(this.record.getNumber("Integer")).isEqualTo(new BigDecimal("42"));
		assertThat(this.record.getNumber("Decimal")).isEqualTo(new BigDecimal("1234567890.10"));
		assertThat(this.record.getNumber("Number")).isEqualTo(new BigDecimal("12.50"));
		assertThat(this.record.getBoolean("Yes")).isTrue();
		assertThat(this.record.getBoolean("No")).isFalse();
		assertThat(this.record.getDate("Date")).isEqualTo(LocalDate.of(2026, 2, 6));
		assertThat(this.record.getDateTime("Time"))
			.isEqualTo(OffsetDateTime.of(2026, 2, 6, 0, 28, 53, 0, ZoneOffset.ofHours(-8)));
	}

	@Test
	void readsReferencesAndTags() {
		this.record
			.load(fields("Account_Name", Map.of("name", "Zylker Corp", "id", ID), "Owner",
					Map.of("name", "Watson", "id", ID, "email", "w@example.com"), "Created_By",
					Map.of("name", "Watson", "id", ID), "Tag",
					List.of(fields("name", "vip", "id", ID, "color_code", null),
							fields("name", "new", "id", "1", "color_code", "#57B1FD")),
					"Interests", List.of("a", "b")));
		assertThat(this.record.getLookup("Account_Name")).isEqualTo(new Lookup(ID, "Zylker Corp"));
		assertThat(this.record.getUser("Owner")).isEqualTo(new UserLookup(ID, "Watson", "w@example.com"));
		assertThat(this.record.getUser("Created_By")).isEqualTo(new UserLookup(ID, "Watson", null));
		assertThat(this.record.getTags("Tag")).containsExactly(new Tag("vip", ID, null),
				new Tag("new", "1", "#57B1FD"));
		assertThat(this.record.getTexts("Interests")).containsExactly("a", "b");
	}

	@ParameterizedTest
	@MethodSource("accessors")
	void readsEmptyAndAbsentFieldsAsNothing(BiFunction<BiginRecord, String, Object> accessor) {
		this.record.load(fields("Empty", null));
		assertThat(accessor.apply(this.record, "Empty")).isIn(null, List.of());
		assertThat(accessor.apply(this.record, "Absent")).isIn(null, List.of());
	}

	@ParameterizedTest
	@MethodSource("accessors")
	void saysWhichFieldIsOfAnotherTypeButNotItsValue(BiFunction<BiginRecord, String, Object> accessor) {
		this.record.load(fields("Secret", new Object[] { "classified" }));
		assertThatIllegalStateException().isThrownBy(() -> accessor.apply(this.record, "Secret"))
			.withMessageContaining("Secret")
			.withMessageNotContaining("classified");
	}

	static Stream<BiFunction<BiginRecord, String, Object>> accessors() {
		return Stream.of(BiginRecord::getText, BiginRecord::getNumber, BiginRecord::getBoolean, BiginRecord::getDate,
				BiginRecord::getDateTime, BiginRecord::getLookup, BiginRecord::getUser, BiginRecord::getTags,
				BiginRecord::getTexts);
	}

	@Test
	void refusesTextsThatAreNotWhatIsAskedFor() {
		this.record.load(fields("Text", "2026-02-31"));
		assertThatIllegalStateException().isThrownBy(() -> this.record.getDate("Text"))
			.withMessageNotContaining("2026");
		assertThatIllegalStateException().isThrownBy(() -> this.record.getDateTime("Text"));
		assertThatIllegalStateException().isThrownBy(() -> this.record.getNumber("Text"));
		assertThatIllegalStateException().isThrownBy(() -> this.record.getBoolean("Text"));
	}

	@Test
	void showsNoValues() {
		this.record.load(fields("id", ID, "Last_Name", "Watson", "Owner", Map.of("email", "w@example.com")));
		assertThat(this.record).hasToString("BiginRecord[id=" + ID + ", fields=[id, Last_Name, Owner]]");
	}

	@Test
	void isEqualByTypeAndFields() {
		BiginRecord one = BiginRecord.of(Map.of("Last_Name", "Watson"));
		BiginRecord read = new BiginRecord();
		read.load(fields("Last_Name", "Watson"));
		assertThat(read).isEqualTo(one).hasSameHashCodeAs(one);
		assertThat(read).isNotEqualTo(BiginRecord.of(Map.of("Last_Name", "Holmes")));
		BiginRecord other = new BiginRecord() {
		};
		other.load(fields("Last_Name", "Watson"));
		assertThat(read).isNotEqualTo(other);
	}

	private static Map<String, Object> fields(Object... namesAndValues) {
		Map<String, Object> fields = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
		}
		return fields;
	}

}
