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

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Lookup;
import io.github.biginspring.model.UserLookup;
import io.github.biginspring.query.RecordPage;
import io.github.biginspring.query.SortOrder;
import io.github.biginspring.simulator.organization.ModuleDefinition;
import io.github.biginspring.simulator.organization.Records;
import io.github.biginspring.simulator.organization.User;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

class RecordReadContractTests {

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture.empty();

	private final BiginTemplate bigin = fixture.bigin();

	private String zylker;

	private String watson;

	private String holmes;

	@BeforeEach
	void addRecords() {
		this.zylker = fixture.records("Accounts").add(Map.of("Account_Name", "Zylker Corp"));
		Records contacts = fixture.records("Contacts");
		this.watson = contacts
			.add(Map.of("Last_Name", "Watson", "First_Name", "Jo", "Email", "jo@zylker.com", "Email_Opt_Out", true,
					"Account_Name", Map.of("id", this.zylker), "Tag", List.of(Map.of("name", "VIP"))));
		this.holmes = contacts.add(Map.of("Last_Name", "Holmes"));
	}

	private static String path() {
		return fixture.simulator().requests().last().path();
	}

	@Test
	void listsNewestFirstWithTheFieldsThatWereNamed() {
		List<BiginRecord> contacts = await(this.bigin.query("Contacts").fields("Last_Name", "Email").all());
		assertThat(path()).isEqualTo("/zoho-bigin/bigin/v2/Contacts");
		assertThat(fixture.sentParameter("fields")).isEqualTo("Last_Name,Email");
		assertThat(fixture.sentParameter("per_page")).isEqualTo("200");
		assertThat(contacts).extracting(BiginRecord::getId).containsExactly(this.holmes, this.watson);
		assertThat(contacts.get(0).asMap().keySet()).containsExactlyInAnyOrder("Last_Name", "Email", "id");
		assertThat(contacts.get(0).has("Email")).isTrue();
		assertThat(contacts.get(0).get("Email")).isNull();
	}

	@Test
	void leavesOutNamesThatDoNotExist() {
		BiginRecord contact = await(this.bigin.query("Contacts").fields("Last_Name", "No_Such").first());
		assertThat(contact.asMap().keySet()).containsExactlyInAnyOrder("Last_Name", "id");
	}

	@Test
	void givesAnEmptyResultWhereThereIsNothing() {
		assertThat(await(this.bigin.query("Products").fields("Product_Name").all())).isEmpty();
		assertThat(await(this.bigin.query("Products").fields("Product_Name").first())).isNull();
		RecordPage<BiginRecord> page = await(this.bigin.query("Products").fields("Product_Name").page(1));
		assertThat(page.items()).isEmpty();
		assertThat(page.hasNext()).isFalse();
		assertThat(await(this.bigin.findById("Contacts", "1"))).isNull();
	}

	@Test
	void leavesOutNamesThatDoNotExistOfOneRecordToo() {
		BiginRecord contact = await(this.bigin.findById("Contacts", this.watson, "Last_Name", "No_Such"));
		assertThat(contact.asMap().keySet()).containsExactlyInAnyOrder("Last_Name", "id");
	}

	@Test
	void listsWhatMatchesAllThatIsAskedFor() {
		String view = fixture.simulator().organization().addCustomView("Contacts", "(Email_Opt_Out:equals:false)");
		List<String> found = await(this.bigin.query("Contacts")
			.fields("Last_Name")
			.customView(view)
			.sort(SortOrder.descending("Modified_Time"))
			.modifiedSince(Instant.EPOCH)
			.pageSize(1)
			.all()
			.map(BiginRecord::getId));
		assertThat(found).containsExactly(this.holmes);
		assertThat(fixture.simulator().requests().all()).allSatisfy((request) -> {
			assertThat(request.parameter("cvid")).isEqualTo(view);
			assertThat(request.parameter("sort_by")).isEqualTo("Modified_Time");
			assertThat(request.parameter("per_page")).isEqualTo("1");
			assertThat(request.header("If-Modified-Since")).isEqualTo("1970-01-01T00:00:00+00:00");
		});
	}

	@Test
	void sortsAsAsked() {
		List<BiginRecord> contacts = await(
				this.bigin.query("Contacts").fields("Last_Name").sort(SortOrder.ascending("Created_Time")).all());
		assertThat(fixture.sentParameter("sort_by")).isEqualTo("Created_Time");
		assertThat(fixture.sentParameter("sort_order")).isEqualTo("asc");
		assertThat(contacts).extracting(BiginRecord::getId).containsExactly(this.watson, this.holmes);
	}

	@Test
	void listsACustomView() {
		String view = fixture.simulator().organization().addCustomView("Contacts", "(Last_Name:equals:Watson)");
		assertThat(await(this.bigin.query("Contacts").fields("Email").customView(view).all()))
			.extracting(BiginRecord::getId)
			.containsExactly(this.watson);
		assertThat(fixture.sentParameter("cvid")).isEqualTo(view);
	}

	@Test
	void listsWhatIsApprovedOrNot() {
		assertThat(await(this.bigin.query("Contacts").fields("Last_Name").approved(true).all())).hasSize(2);
		assertThat(fixture.sentParameter("approved")).isEqualTo("true");
		assertThat(await(this.bigin.query("Contacts").fields("Last_Name").approved(false).all())).isEmpty();
	}

	@Test
	void searchesWhatIsApprovedOrNot() {
		assertThat(await(this.bigin.query("Contacts").matchingWord("watson").approved(true).all())).hasSize(1);
		assertThat(fixture.sentParameter("approved")).isEqualTo("true");
		assertThat(await(this.bigin.query("Contacts").approved(false).matchingWord("watson").all())).isEmpty();
	}

	@Test
	void listsTheDealsOfATeamPipeline() {
		String deal = fixture.records("Pipelines")
			.add(Map.of("Deal_Name", "Lamps", "Sub_Pipeline", "Renewals", "Stage", "Negotiation/Review", "Amount",
					1234.5, "Closing_Date", "2026-12-01"));
		BiginRecord read = await(this.bigin.findById("Pipelines", deal));
		assertThat(read.getNumber("Amount")).isEqualByComparingTo("1234.5");
		assertThat(read.getDate("Closing_Date")).isEqualTo(LocalDate.of(2026, 12, 1));
		String pipeline = read.getLookup("Pipeline").id();
		assertThat(await(this.bigin.query("Pipelines").fields("Stage").pipeline(pipeline).all()))
			.extracting((record) -> record.getText("Stage"))
			.containsExactly("Negotiation/Review");
		assertThat(fixture.sentParameter("pipeline_id")).isEqualTo(pipeline);
		assertThat(await(this.bigin.query("Pipelines").fields("Stage").pipeline("1").all())).isEmpty();
	}

	@Test
	void getsARecordWithEveryKindOfField() {
		User user = fixture.simulator().organization().currentUser();
		BiginRecord contact = await(this.bigin.findById("Contacts", this.watson));
		assertThat(path()).isEqualTo("/zoho-bigin/bigin/v2/Contacts/" + this.watson);
		assertThat(contact.getId()).isEqualTo(this.watson).hasSize(19);
		assertThat(contact.getText("Full_Name")).isEqualTo("Jo Watson");
		assertThat(contact.getBoolean("Email_Opt_Out")).isTrue();
		assertThat(contact.getLookup("Account_Name")).isEqualTo(new Lookup(this.zylker, "Zylker Corp"));
		assertThat(contact.getUser("Owner")).isEqualTo(new UserLookup(user.id(), user.fullName(), user.email()));
		assertThat(contact.getTags("Tag")).singleElement().satisfies((tag) -> {
			assertThat(tag.name()).isEqualTo("VIP");
			assertThat(tag.id()).isNotNull();
		});
		OffsetDateTime created = contact.getDateTime("Created_Time");
		assertThat(created.toString()).endsWith("-08:00");
		assertThat(created.getNano()).isZero();
		assertThat(contact.get("$approval_state")).isEqualTo("approved");
		assertThat(contact.getBoolean("Locked__s")).isFalse();
	}

	@Test
	void getsOnlyTheFieldsThatWereNamed() {
		BiginRecord contact = await(this.bigin.findById("Contacts", this.watson, "Email"));
		assertThat(fixture.sentParameter("fields")).isEqualTo("Email");
		assertThat(contact.asMap().keySet()).containsExactlyInAnyOrder("Email", "id");
	}

	@Test
	void readsRecordsOfACustomModule() {
		fixture.simulator().organization().define(ModuleDefinition.custom("Projects", "Project", "Projects"));
		String id = fixture.records("Projects").add(Map.of("Name", "Lighthouse"));
		assertThat(await(this.bigin.query("Projects").fields("Name").all())).singleElement()
			.satisfies((project) -> assertThat(project.getText("Name")).isEqualTo("Lighthouse"))
			.satisfies((project) -> assertThat(project.getId()).isEqualTo(id));
	}

}
