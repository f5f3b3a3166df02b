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

package io.github.biginspring.validation.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.StubExchange;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.metadata.internal.MetadataTemplate;
import io.github.biginspring.model.BiginField;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.model.Contact;
import io.github.biginspring.model.Lookup;
import io.github.biginspring.model.UserLookup;
import io.github.biginspring.validation.MappingProblem;
import io.github.biginspring.validation.MappingProblem.Kind;
import io.github.biginspring.validation.MappingReport;
import io.github.biginspring.validation.MappingValidator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class DefaultMappingValidatorTests {

	private static final String MODULES = """
			{"modules":[{"api_name":"Contacts","api_supported":true,"plural_label":"Contacts"},
			{"api_name":"Pipelines","module_name":"Deals","api_supported":true,"plural_label":"Pipelines"},
			{"api_name":"Feeds","api_supported":false}]}""";

	private final StubExchange service = new StubExchange();

	private final RecordMapper mapper = RecordMapper.create();

	private final MappingValidator validator = new DefaultMappingValidator(
			new MetadataTemplate(this.service, OperationObserver.NONE, this.mapper.jsonMapper()), this.mapper);

	@Test
	void asksNothingWhereThereIsNothingToCheck() {
		StepVerifier.create(this.validator.validate(List.of()))
			.assertNext((report) -> assertThat(report.isEmpty()).isTrue())
			.verifyComplete();
		assertThat(this.service.calls()).isEmpty();
	}

	@Test
	void whatFitsIsNotTold() {
		@BiginModule("Contacts")
		record Fitting(String id, String lastName, @BiginField("$approved") Boolean approved) {
		}
		MappingReport report = validate("{\"api_name\":\"Last_Name\",\"data_type\":\"text\"}", Fitting.class);
		assertThat(report.problems()).isEmpty();
		assertThat(report).hasToString("The mapped types fit the organisation.");
	}

	@Test
	void namesWrongModulesAndWhatWasProbablyMeant() {
		@BiginModule("contacts")
		record WrongCase(String lastName) {
		}
		@BiginModule("Deals")
		record InnerName(String dealName) {
		}
		@BiginModule("Feeds")
		record Closed(String text) {
		}
		@BiginModule("Spaceships")
		record Strange(String name) {
		}
		this.service.response(200, MODULES);
		List<MappingProblem> problems = report(WrongCase.class, InnerName.class, Closed.class, Strange.class)
			.problems();
		assertThat(problems).extracting(MappingProblem::kind).containsOnly(Kind.UNKNOWN_MODULE).hasSize(4);
		assertThat(problems).extracting(MappingProblem::suggestion)
			.containsExactly("Contacts", "Pipelines", null, null);
		assertThat(problems.get(0).message())
			.isEqualTo(WrongCase.class.getName() + ": the organisation has no module 'contacts'. Is it 'Contacts'?");
		assertThat(problems.get(2).message())
			.isEqualTo(Closed.class.getName() + ": module 'Feeds' cannot be used by calls");
		assertThat(this.service.calls()).hasSize(1);
	}

	@Test
	void namesWrongFieldsAndWhatWasProbablyMeant() {
		@BiginModule("Contacts")
		record Wrong(@BiginField("Last Name") String surname, @BiginField("Loyalty_Tear") String tier,
				String shoeSize) {
		}
		MappingReport report = validate("""
				{"api_name":"Last_Name","field_label":"Last Name"},
				{"api_name":"Customer_Class","field_label":"Loyalty tier"},
				{"api_name":"Email"}""", Wrong.class);
		assertThat(report.hasErrors()).isTrue();
		assertThat(report.problems()).extracting(MappingProblem::kind).containsOnly(Kind.UNKNOWN_FIELD);
		assertThat(report.problems()).extracting(MappingProblem::name)
			.containsExactly("Last Name", "Loyalty_Tear", "Shoe_Size");
		assertThat(report.problems()).extracting(MappingProblem::suggestion)
			.containsExactly("Last_Name", "Customer_Class", null);
		assertThat(report.toString().lines()).containsExactly(
				"- " + Wrong.class.getName() + ".surname(): module 'Contacts' has no field 'Last Name'."
						+ " Is it 'Last_Name' (Last Name)?",
				"- " + Wrong.class.getName() + ".tier(): module 'Contacts' has no field 'Loyalty_Tear'."
						+ " Is it 'Customer_Class' (Loyalty tier)?",
				"- " + Wrong.class.getName() + ".shoeSize(): module 'Contacts' has no field 'Shoe_Size'");
	}

	@Test
	void readsTheFieldsOfAModuleOnce() {
		@BiginModule("Contacts")
		record One(String lastName) {
		}
		@BiginModule("Contacts")
		record Other(String lastNam) {
		}
		assertThat(validate("{\"api_name\":\"Last_Name\"}", One.class, Other.class).problems()).hasSize(1);
		assertThat(this.service.calls()).hasSize(2);
	}

	@Test
	void aFieldThatAReadyMadeTypeNamesMayBeMissing() {
		MappingReport report = validate("{\"api_name\":\"Last_Name\"},{\"api_name\":\"Level\"}", Patron.class);
		assertThat(report.problems()).filteredOn((problem) -> problem.kind() == Kind.UNKNOWN_FIELD)
			.extracting(MappingProblem::name)
			.containsExactly("Tier");
		assertThat(report.problems()).filteredOn((problem) -> problem.kind() == Kind.ABSENT_STANDARD_FIELD)
			.extracting(MappingProblem::name)
			.contains("Email", "Account_Name")
			.doesNotContain("Last_Name");
		assertThat(report.toString()).contains("- (may be as it should) " + Patron.class.getName() + ".getEmail()");
	}

	@Test
	void tellsOfFieldsThatAreOnlyReadAndWouldBeWritten() {
		@BiginModule("Contacts")
		record Numbered(String customerNumber, @BiginField(readOnly = true) String score, OffsetDateTime createdTime) {
		}
		MappingReport report = validate("""
				{"api_name":"Customer_Number","field_read_only":true},
				{"api_name":"Score","read_only":true},
				{"api_name":"Created_Time","field_read_only":true}""", Numbered.class);
		assertThat(report.hasErrors()).isFalse();
		assertThat(report.problems()).extracting(MappingProblem::kind, MappingProblem::name)
			.containsExactly(tuple(Kind.READ_ONLY_FIELD, "Customer_Number"),
					tuple(Kind.READ_ONLY_FIELD, "Created_Time"));
		assertThat(report.toString()).contains("@BiginField(readOnly = true)");
	}

	@Test
	void tellsOfAReadOnlyFieldThatHasASetter() {
		List<MappingProblem> problems = validate(
				"{\"api_name\":\"Tier\",\"field_read_only\":true},{\"api_name\":\"Level\",\"field_read_only\":true}",
				Patron.class)
			.problems();
		assertThat(problems).filteredOn((problem) -> problem.kind() == Kind.READ_ONLY_FIELD)
			.extracting(MappingProblem::name)
			.containsExactly("Level");
	}

	@Test
	void tellsWhatCannotBeRead() {
		@BiginModule("Contacts")
		record Unfit(OffsetDateTime birthday, LocalDate admittedAt, LocalDateTime leftAt, LocalDate remark,
				String clinic, UserLookup owner, LocalDate visits, Instant balance, List<String> member,
				@BiginField("Level") Level level, int born) {
		}
		MappingReport report = validate(field("Birthday", "date", "string") + ","
				+ field("Admitted_At", "datetime", "string") + "," + field("Left_At", "datetime", "string") + ","
				+ field("Remark", "text", "string") + "," + field("Clinic", "lookup", "jsonobject") + ","
				+ field("Owner", "ownerlookup", "jsonobject") + "," + field("Visits", "integer", "integer") + ","
				+ field("Balance", "currency", "double") + "," + field("Member", "boolean", "boolean") + "," + """
						{"api_name":"Level","data_type":"picklist","json_type":"string","pick_list_values":[
						{"actual_value":"-None-"},{"actual_value":"GOLD"},{"actual_value":"SILVER"}]},"""
				+ field("Born", "date", "string"), Unfit.class);
		assertThat(report.problems()).extracting(MappingProblem::kind).containsOnly(Kind.UNREADABLE_FIELD);
		assertThat(report.problems()).extracting(MappingProblem::name)
			.containsExactlyInAnyOrder("Birthday", "Admitted_At", "Left_At", "Remark", "Clinic", "Visits", "Balance",
					"Member", "Level", "Born");
		assertThat(report.toString())
			.contains(".birthday(): field 'Birthday' of type date cannot be read as OffsetDateTime, for instance"
					+ " '2026-01-31'")
			.contains("cannot be read as Level, for instance 'SILVER'");
	}

	@Test
	void whatMightFitIsNotTold() {
		@BiginModule("Contacts")
		record Possible(int code, Level level, Boolean flag, String birthday, OffsetDateTime admittedAt, Instant leftAt,
				BigDecimal balance, long visits, Map<String, Object> clinic, Lookup doctor, UserLookup owner, Sku sku,
				List<String> tags, @JsonFormat(pattern = "yyyy-MM-dd") LocalDate born, Object anything,
				String bigNumber, LocalDate unheardOf) {
		}
		MappingReport report = validate(field("Code", "text", "string") + "," + field("Level", "text", "string") + ","
				+ field("Flag", "text", "string") + "," + field("Birthday", "date", "string") + ","
				+ field("Admitted_At", "datetime", "string") + "," + field("Left_At", "datetime", "string") + ","
				+ field("Balance", "currency", "double") + "," + field("Visits", "bigint", "string") + ","
				+ field("Clinic", "lookup", "jsonobject") + "," + field("Doctor", "lookup", "jsonobject") + ","
				+ field("Owner", "ownerlookup", "jsonobject") + "," + field("Sku", "picklist", "string") + ","
				+ field("Tags", "text", "jsonarray") + "," + field("Born", "date", "string") + ","
				+ field("Anything", "datetime", "string") + "," + field("Big_Number", "bigint", "integer") + ","
				+ field("Unheard_Of", "hologram", "string"), Possible.class);
		assertThat(report.problems()).isEmpty();
	}

	@Test
	void whatAConstructorWantsDoesNotMatter() {
		@BiginModule("Contacts")
		record Strict(String lastName, LocalDate birthday, Sku sku) {

			Strict {
				Objects.requireNonNull(lastName);
			}

		}
		MappingReport report = validate(field("Last_Name", "text", "string") + "," + field("Birthday", "date", "string")
				+ ","
				+ "{\"api_name\":\"Sku\",\"data_type\":\"picklist\",\"pick_list_values\":[{\"actual_value\":\"x\"}]}",
				Strict.class);
		assertThat(report.problems()).isEmpty();
	}

	@Test
	void tellsWhatCannotBeMapped() {
		this.service.response(200, MODULES);
		assertThat(report(String.class).problems()).singleElement().satisfies((problem) -> {
			assertThat(problem.kind()).isEqualTo(Kind.UNMAPPED_TYPE);
			assertThat(problem.message()).contains("java.lang.String").contains("@BiginModule");
		});
	}

	@Test
	void aServiceThatCannotBeAskedIsAFailure() {
		this.service.fail(new IllegalStateException("down"));
		StepVerifier.create(this.validator.validate(List.of(Contact.class))).verifyErrorMessage("down");
		this.service.response(200, MODULES).fail(new IllegalStateException("down again"));
		StepVerifier.create(this.validator.validate(List.of(Contact.class))).verifyErrorMessage("down again");
	}

	private MappingReport validate(String fields, Class<?>... types) {
		this.service.response(200, MODULES).response(200, "{\"fields\":[" + fields + "]}");
		return report(types);
	}

	private MappingReport report(Class<?>... types) {
		return Objects.requireNonNull(this.validator.validate(List.of(types)).block());
	}

	private static String field(String name, String dataType, String jsonType) {
		return "{\"api_name\":\"%s\",\"data_type\":\"%s\",\"json_type\":\"%s\"}".formatted(name, dataType, jsonType);
	}

	enum Level {

		GOLD, BRONZE

	}

	record Sku(String value) {

		@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
		Sku {
			if (!value.startsWith("SKU-")) {
				throw new IllegalArgumentException("Not a SKU");
			}
		}

	}

	@BiginModule("Contacts")
	static class Patron extends Contact {

		public @Nullable String getTier() {
			return getText("Tier");
		}

		public @Nullable String getLevel() {
			return getText("Level");
		}

		public void setLevel(@Nullable String level) {
			set("Level", level);
		}

	}

}
