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

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Contact;
import io.github.biginspring.simulator.fault.Fault;
import io.github.biginspring.simulator.organization.FieldDefinition;
import io.github.biginspring.write.UpsertAction;
import io.github.biginspring.write.WriteOptions;
import io.github.biginspring.write.WriteResult;
import io.github.biginspring.write.WriteResult.Written;
import io.github.biginspring.write.WriteResults;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

class UpsertContractTests {

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture.empty();

	private final BiginTemplate bigin = fixture.bigin();

	private static Contact contact(String lastName, String email) {
		Contact contact = new Contact();
		contact.setLastName(lastName);
		contact.setEmail(email);
		return contact;
	}

	@Test
	void tellsWhetherARecordWasInsertedOrUpdatedAndByWhichField() {
		Written<Contact> inserted = await(this.bigin.upsert(contact("Watson", "jo@zylker.com"), "Email"));
		assertThat(inserted.action()).isEqualTo(UpsertAction.INSERT);
		assertThat(inserted.duplicateField()).isNull();
		Written<Contact> updated = await(this.bigin.upsert(contact("Holmes", "JO@zylker.com"), "Email"));
		assertThat(updated.action()).isEqualTo(UpsertAction.UPDATE);
		assertThat(updated.duplicateField()).isEqualTo("Email");
		assertThat(updated.id()).isEqualTo(inserted.id());
		assertThat(fixture.records("Contacts").count()).isOne();
		assertThat(fixture.records("Contacts").find(inserted.id())).containsEntry("Last_Name", "Holmes");
		assertThat(fixture.simulator().requests().last().body()).contains("\"duplicate_check_fields\":[\"Email\"]");
	}

	@Test
	void insertsARecordWithoutAValueInTheCheckFieldAndRefusesOnesThatMissARequiredField() {
		fixture.records("Contacts").add(Map.of("Last_Name", "Watson", "Email", "jo@zylker.com"));
		WriteResults<BiginRecord> results = await(this.bigin.upsertAll("Contacts",
				List.of(new BiginRecord().set("Last_Name", "No address"),
						new BiginRecord().set("Email", "nobody@zylker.com"),
						new BiginRecord().set("Last_Name", "Watson-Holmes").set("Email", "jo@zylker.com")),
				"Email"));
		assertThat(results.written()).extracting(Written::action)
			.containsExactly(UpsertAction.INSERT, UpsertAction.UPDATE);
		assertThat(results.rejected()).singleElement()
			.satisfies((rejected) -> assertThat(rejected.error().getCode()).isEqualTo("MANDATORY_NOT_FOUND"));
		assertThat(fixture.records("Contacts").count()).isEqualTo(2);
	}

	@Test
	void triesAgainWhatMayHaveBeenWrittenAndDoublesNothing() {
		fixture.simulator().faults().on("POST /Contacts/upsert").next(1, Fault.emptyResponse().afterTakingEffect());
		List<WriteResult<Contact>> results = await(this.bigin.batch(Contact.class)
			.upsert(Flux.range(0, 100).map((i) -> contact("No " + i, i + "@zylker.com")), "Email"));
		assertThat(results).hasSize(100).allMatch(WriteResult::isWritten);
		assertThat(fixture.records("Contacts").count()).isEqualTo(100);
		assertThat(fixture.simulator().requests().count("POST /Contacts/upsert")).isEqualTo(2);
	}

	@Test
	void doesNotTryAgainWithoutFieldsToCheck() {
		fixture.simulator().faults().on("POST /Contacts/upsert").next(1, Fault.emptyResponse().afterTakingEffect());
		List<WriteResult<Contact>> results = await(
				this.bigin.batch(Contact.class).upsert(Flux.just(contact("Watson", "jo@zylker.com"))));
		assertThat(results).singleElement().isInstanceOf(WriteResult.Unknown.class);
		assertThat(fixture.simulator().requests().count("POST /Contacts/upsert")).isOne();
	}

	@Test
	void goesByTheUniqueFieldsOfTheModuleWhereNoneIsNamed() {
		String id = await(this.bigin.upsert(contact("Watson", "jo@zylker.com"))).id();
		assertThat(fixture.simulator().requests().last().body()).doesNotContain("duplicate_check_fields");
		Written<Contact> updated = await(this.bigin.upsert(contact("Holmes", "jo@zylker.com")));
		assertThat(updated.id()).isEqualTo(id);
		assertThat(updated.duplicateField()).isEqualTo("Email");
	}

	@Test
	void theNamesOfCompaniesAndProductsAreUniqueToo() {
		for (String name : List.of("Account_Name", "Product_Name")) {
			String module = name.equals("Product_Name") ? "Products" : "Accounts";
			String id = await(this.bigin.upsert(module, new BiginRecord().set(name, "Zylker"), name)).id();
			Written<BiginRecord> updated = await(
					this.bigin.upsert(module, new BiginRecord().set(name, "ZYLKER"), name));
			assertThat(updated.id()).isEqualTo(id);
			assertThat(updated.duplicateField()).isEqualTo(name);
		}
	}

	@Test
	void aCompanyNamedByTextIsMade() {
		BiginRecord contact = new BiginRecord().set("Last_Name", "Watson").set("Account_Name", "Zylker");
		String id = await(this.bigin.upsert("Contacts", contact, "Email")).id();
		BiginRecord company = await(this.bigin.query("Accounts").fields("Account_Name").first());
		assertThat(company.getText("Account_Name")).isEqualTo("Zylker");
		assertThat(await(this.bigin.findById("Contacts", id)).getLookup("Account_Name").id())
			.isEqualTo(company.getId());
	}

	@Test
	void keepsWorkflowsFromRunning() {
		WriteOptions quiet = WriteOptions.defaults().withoutWorkflows();
		await(this.bigin.withOptions(quiet).upsert(contact("Watson", "jo@zylker.com"), "Email"));
		assertThat(fixture.simulator().organization().events()).singleElement()
			.satisfies((event) -> assertThat(event.workflows()).isFalse());
	}

	@Test
	void aFieldOfTheOrganizationsOwnCanBeUniqueToo() {
		fixture.simulator()
			.organization()
			.addFields("Contacts", FieldDefinition.text("Customer_Number").custom().unique());
		BiginRecord contact = new BiginRecord().set("Last_Name", "Watson").set("Customer_Number", "C-1");
		String id = await(this.bigin.upsert("Contacts", contact, "Customer_Number")).id();
		Written<BiginRecord> updated = await(
				this.bigin.upsert("Contacts", contact.set("Email", "jo@zylker.com"), "Email", "Customer_Number"));
		assertThat(updated.id()).isEqualTo(id);
		assertThat(updated.duplicateField()).isEqualTo("Customer_Number");
	}

}
