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

package io.github.biginspring.contract;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.biginspring.model.BiginField;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.model.Call;
import io.github.biginspring.model.Company;
import io.github.biginspring.model.Contact;
import io.github.biginspring.model.Deal;
import io.github.biginspring.model.Event;
import io.github.biginspring.model.Lookup;
import io.github.biginspring.model.Note;
import io.github.biginspring.model.Product;
import io.github.biginspring.model.Task;
import io.github.biginspring.model.UserLookup;
import io.github.biginspring.simulator.organization.FieldDefinition;
import io.github.biginspring.validation.MappingProblem;
import io.github.biginspring.validation.MappingProblem.Kind;
import io.github.biginspring.validation.MappingReport;
import io.github.biginspring.validation.MappingValidator;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

class MappingValidationContractTests {

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture.empty("bigin.metadata.cache.enabled=false");

	private final MappingValidator validator = fixture.bigin().mappingValidator();

	@Test
	void readyMadeTypesFit() {
		MappingReport report = await(this.validator.validate(List.of(Contact.class, Company.class, Deal.class,
				Product.class, Task.class, Event.class, Call.class, Note.class)));
		assertThat(report.hasErrors()).isFalse();
		// the older name of a deal's name, which not every organisation has
		assertThat(report.problems()).extracting(MappingProblem::name).containsExactly("Pipeline_Name");
		assertThat(fixture.simulator().requests().count()).isEqualTo(9);
	}

	@Test
	void aTypeThatFitsHasNoProblemsAndReadsRecords() {
		@BiginModule("Contacts")
		record Fitting(String id, String lastName, @BiginField("Account_Name") Lookup company, UserLookup owner,
				Boolean emailOptOut, @BiginField(readOnly = true) OffsetDateTime createdTime,
				@BiginField(readOnly = true) Map<String, Object> modifiedBy) {
		}
		assertThat(await(this.validator.validate(List.of(Fitting.class))).problems()).isEmpty();
		String id = fixture.records("Contacts").add(Map.of("Last_Name", "Watson"));
		assertThat(await(fixture.bigin().findById(Fitting.class, id)).lastName()).isEqualTo("Watson");
	}

	@Test
	void mistakesAreNamed() {
		fixture.simulator().organization().addFields("Contacts", FieldDefinition.text("Loyalty_Tier").custom());
		@BiginModule("Contacts")
		record Mistaken(String lastName, @BiginField("Loyalty_Tear") String tier,
				@BiginField(readOnly = true) LocalDate createdTime, String accountName) {
		}
		@BiginModule("Deals")
		record Misplaced(String dealName) {
		}
		List<MappingProblem> problems = await(this.validator.validate(List.of(Mistaken.class, Misplaced.class)))
			.problems();
		assertThat(problems).extracting(MappingProblem::kind)
			.containsExactly(Kind.UNKNOWN_FIELD, Kind.UNREADABLE_FIELD, Kind.UNREADABLE_FIELD, Kind.UNKNOWN_MODULE);
		assertThat(problems).extracting(MappingProblem::name)
			.containsExactly("Loyalty_Tear", "Created_Time", "Account_Name", "Deals");
		assertThat(problems.get(0).suggestion()).isEqualTo("Loyalty_Tier");
		assertThat(problems.get(3).suggestion()).isEqualTo("Pipelines");
	}

}
