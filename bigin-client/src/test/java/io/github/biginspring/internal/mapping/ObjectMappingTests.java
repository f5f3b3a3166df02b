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

package io.github.biginspring.internal.mapping;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

import io.github.biginspring.model.BiginField;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.model.Lookup;
import io.github.biginspring.model.Tag;
import io.github.biginspring.model.UserLookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

/**
 * Tests for {@link ObjectMapping}.
 */
class ObjectMappingTests {

	private static final String ID = "7255024000000596045";

	private final RecordMapper mapper = RecordMapper.create();

	@Test
	void knowsTheFieldsOfAJavaRecord() {
		assertThat(this.mapper.forType(Patient.class).fields()).containsExactlyInAnyOrder("Last_Name", "Account_Name",
				"Owner", "Tag", "Email_Opt_Out", "Visits", "Balance", "Date_of_Birth", "Risk_Score", "Insurance_State",
				"Admitted_At", "Created_Time");
		assertThat(this.mapper.forType(Patient.class).module()).isEqualTo("Contacts");
	}

	@Test
	void readsAJavaRecord() {
		Patient patient = read(Patient.class, """
				{"Owner":{"name":"Dr Mortimer","id":"11","email":"m@example.com"},"Last_Name":"Watson",
				"Account_Name":{"name":"St Bartholomew's","id":"22"},"$approved":true,"Unknown":{"deep":[1,{"x":2}]},
				"Tag":[{"name":"vip","id":"33","color_code":null},{"name":"new","id":"44","color_code":"#57B1FD"}],
				"Email_Opt_Out":true,"Visits":3,"Balance":1234567890.10,"Date_of_Birth":"1852-07-07","Risk_Score":7,
				"Insurance_State":"paid","Admitted_At":"2026-02-06T00:28:53-08:00",
				"Created_Time":"2026-02-06T08:28:53.250Z","id":"7255024000000596045"}""");
		assertThat(patient).isEqualTo(new Patient(ID, "Watson", new Lookup("22", "St Bartholomew's"),
				new UserLookup("11", "Dr Mortimer", "m@example.com"),
				List.of(new Tag("vip", "33", null), new Tag("new", "44", "#57B1FD")), true, 3,
				new BigDecimal("1234567890.10"), LocalDate.of(1852, 7, 7), 7, "paid",
				OffsetDateTime.parse("2026-02-06T00:28:53-08:00"), OffsetDateTime.parse("2026-02-06T08:28:53.250Z")));
	}

	@Test
	void keepsTheOffsetOfADateTime() {
		Patient patient = read(Patient.class, "{\"Created_Time\":\"2026-02-06T00:28:53-08:00\"}");
		assertThat(patient.createdTime()).hasToString("2026-02-06T00:28:53-08:00");
	}

	@Test
	void readsNothingAsTheDefaultOfAPrimitive() {
		Patient patient = read(Patient.class, "{\"Email_Opt_Out\":null,\"Visits\":null,\"Tag\":null,\"Owner\":null}");
		assertThat(patient)
			.isEqualTo(new Patient(null, null, null, null, List.of(), false, 0, null, null, null, null, null, null));
	}

	@Test
	void readsOneRecordAndLeavesTheNext() {
		try (JsonParser parser = this.mapper.jsonMapper()
			.createParser("[{\"Last_Name\":\"Watson\"},{\"Last_Name\":\"Holmes\"}]")) {
			RecordMapping<Patient> mapping = this.mapper.forType(Patient.class);
			parser.nextToken();
			parser.nextToken();
			assertThat(mapping.read(parser).lastName()).isEqualTo("Watson");
			parser.nextToken();
			assertThat(mapping.read(parser).lastName()).isEqualTo("Holmes");
		}
	}

	@Test
	void saysWhereAFieldIsOfAnotherType() {
		assertThatExceptionOfType(JacksonException.class)
			.isThrownBy(() -> read(Patient.class, "{\"Created_Time\":\"2026-13-06T00:28:53-08:00\"}"))
			.satisfies((ex) -> assertThat(ex.getPath()).extracting(JacksonException.Reference::getPropertyName)
				.containsExactly("Created_Time"));
		assertThatExceptionOfType(JacksonException.class)
			.isThrownBy(() -> read(Patient.class, "{\"Created_Time\":{\"at\":1}}"));
	}

	@Test
	void writesAJavaRecordInBiginsForm() {
		Patient patient = new Patient(ID, "Watson", Lookup.of("22"), UserLookup.of("11"), List.of(Tag.of("vip")), true,
				3, new BigDecimal("0.10"), LocalDate.of(1852, 7, 7), 7, "paid",
				OffsetDateTime.parse("2026-02-06T00:28:53.9Z"), OffsetDateTime.parse("2026-02-06T00:28:53Z"));
		assertThat(this.mapper.forType(Patient.class).toCreate(patient)).containsOnly(entry("Last_Name", "Watson"),
				entry("Account_Name", Map.of("id", "22")), entry("Owner", Map.of("id", "11")),
				entry("Tag", List.of(Map.of("name", "vip"))), entry("Email_Opt_Out", true), entry("Visits", 3),
				entry("Balance", new BigDecimal("0.10")), entry("Date_of_Birth", "1852-07-07"),
				entry("Admitted_At", "2026-02-06T00:28:53+00:00"), entry("Created_Time", "2026-02-06T00:28:53+00:00"));
	}

	@Test
	void leavesOutWhatIsNull() {
		RecordMapping<Patient> mapping = this.mapper.forType(Patient.class);
		assertThat(mapping.toUpdate(Patient.named("Watson"))).containsOnlyKeys("Last_Name", "Tag", "Email_Opt_Out",
				"Visits");
		assertThat(mapping.toUpdate(Patient.named("Watson"))).isEqualTo(mapping.toCreate(Patient.named("Watson")));
	}

	@Test
	void findsTheId() {
		RecordMapping<Clinic> mapping = this.mapper.forType(Clinic.class);
		Clinic clinic = new Clinic();
		assertThat(mapping.idOf(clinic)).isNull();
		clinic.setId(ID);
		assertThat(mapping.idOf(clinic)).isEqualTo(ID);
	}

	@Test
	void mapsABeanByItsAccessors() {
		RecordMapping<Clinic> mapping = this.mapper.forType(Clinic.class);
		assertThat(mapping.fields()).containsExactlyInAnyOrder("Account_Name", "Phone", "Wings", "Rating", "Opened_On");
		Clinic clinic = read(Clinic.class, "{\"id\":\"" + ID + "\",\"Account_Name\":\"St Bartholomew's\","
				+ "\"Phone\":\"1\",\"Wings\":null,\"Rating\":5,\"Opened_On\":\"1123-03-25\",\"Secret\":\"x\"}");
		assertThat(clinic.getId()).isEqualTo(ID);
		assertThat(clinic.getName()).isEqualTo("St Bartholomew's");
		assertThat(clinic.getPhone()).isEqualTo("1");
		assertThat(clinic.getWings()).isZero();
		assertThat(clinic.getRating()).isEqualTo(5);
		assertThat(clinic.getOpenedOn()).isEqualTo(LocalDate.of(1123, 3, 25));
		assertThat(clinic.getSecret()).isNull();
		assertThat(mapping.toUpdate(clinic)).containsOnly(entry("Account_Name", "St Bartholomew's"),
				entry("Phone", "1"), entry("Wings", 0), entry("Opened_On", "1123-03-25"));
	}

	@Test
	void takesEveryKindOfInstant() {
		Times times = read(Times.class, "{\"At\":\"2026-02-06T00:28:53-08:00\",\"Zoned\":\"2026-02-06T00:28:53-08:00\","
				+ "\"Offset\":\"2026-02-06T00:28:53-08:00\"}");
		assertThat(times.at()).isEqualTo("2026-02-06T08:28:53Z");
		assertThat(times.zoned()).hasToString("2026-02-06T00:28:53-08:00");
		assertThat(this.mapper.forType(Times.class).toCreate(times)).containsEntry("At", "2026-02-06T08:28:53+00:00")
			.containsEntry("Offset", "2026-02-06T00:28:53-08:00")
			.containsEntry("Zoned", "2026-02-06T00:28:53-08:00");
	}

	@Test
	void readsAnEmptyTextAsNoDateTime() {
		assertThat(read(Patient.class, "{\"Created_Time\":\"\"}").createdTime()).isNull();
	}

	private <T> T read(Class<T> type, String json) {
		try (JsonParser parser = this.mapper.jsonMapper().createParser(json)) {
			parser.nextToken();
			return this.mapper.forType(type).read(parser);
		}
	}

	@BiginModule("Events")
	record Times(Instant at, ZonedDateTime zoned, OffsetDateTime offset) {

	}

	@BiginModule("Accounts")
	static class Clinic {

		private String id;

		@BiginField("Account_Name")
		private String name;

		@JsonProperty("Phone")
		private String switchboard;

		private int wings;

		private Integer rating;

		private LocalDate openedOn;

		private String secret;

		public String getId() {
			return this.id;
		}

		public void setId(String id) {
			this.id = id;
		}

		public String getName() {
			return this.name;
		}

		public void setName(String name) {
			this.name = name;
		}

		public String getPhone() {
			return this.switchboard;
		}

		public int getWings() {
			return this.wings;
		}

		public void setWings(int wings) {
			this.wings = wings;
		}

		@BiginField(readOnly = true)
		public Integer getRating() {
			return this.rating;
		}

		public void setRating(Integer rating) {
			this.rating = rating;
		}

		public LocalDate getOpenedOn() {
			return this.openedOn;
		}

		public void setOpenedOn(LocalDate openedOn) {
			this.openedOn = openedOn;
		}

		@JsonIgnore
		public String getSecret() {
			return this.secret;
		}

		public void setSecret(String secret) {
			this.secret = secret;
		}

	}

}
