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

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.model.ActivityRecord;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Call;
import io.github.biginspring.model.Company;
import io.github.biginspring.model.Contact;
import io.github.biginspring.model.Deal;
import io.github.biginspring.model.Event;
import io.github.biginspring.model.Lookup;
import io.github.biginspring.model.Note;
import io.github.biginspring.model.Product;
import io.github.biginspring.model.Tag;
import io.github.biginspring.model.Task;
import io.github.biginspring.simulator.organization.FieldDefinition;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

class ReadyMadeTypeContractTests {

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture
		.with((builder) -> builder.seed((organization) -> organization.addFields("Contacts",
				FieldDefinition.text("Loyalty_Tier").custom(), FieldDefinition.text("Unknown_To_All").custom())));

	private final BiginTemplate bigin = fixture.bigin();

	private String company;

	@BeforeEach
	void createCompany() {
		Company company = new Company();
		company.setName("Zylker Corp");
		this.company = await(this.bigin.create(company)).id();
	}

	private <T extends BiginRecord> T roundTrip(Class<T> type, T record) {
		String id = await(this.bigin.create(record)).id();
		T read = await(this.bigin.findById(type, id));
		assertThat(fixture.sentParameter("fields").split(",")).hasSizeLessThanOrEqualTo(50);
		assertThat(read.asMap().keySet()).containsAll(record.changes().keySet());
		assertThat(await(this.bigin.query(type).all())).contains(read);
		return read;
	}

	@Test
	void contact() {
		Contact contact = new Contact();
		contact.setFirstName("Jo");
		contact.setLastName("Watson");
		contact.setEmail("jo@zylker.com");
		contact.setPhone("555-0100");
		contact.set("Account_Name", Lookup.of(this.company));
		contact.set("Tag", List.of(Tag.of("VIP")));
		Contact read = roundTrip(Contact.class, contact);
		assertThat(read.getFullName()).isEqualTo("Jo Watson");
		assertThat(read.getEmail()).isEqualTo("jo@zylker.com");
		assertThat(read.getLookup("Account_Name")).isEqualTo(new Lookup(this.company, "Zylker Corp"));
		assertThat(read.getTags("Tag")).extracting(Tag::name).containsExactly("VIP");
		assertThat(read.getUser("Owner").email()).isNotNull();
		assertThat(read.getDateTime("Created_Time")).isNotNull();
	}

	@Test
	void company() {
		Company read = await(this.bigin.findById(Company.class, this.company));
		assertThat(read.getName()).isEqualTo("Zylker Corp");
	}

	@Test
	void deal() {
		Deal deal = new Deal();
		deal.set("Deal_Name", "Lamps").set("Sub_Pipeline", "Renewals").set("Stage", "Qualification");
		deal.set("Amount", new BigDecimal("1234.50")).set("Closing_Date", LocalDate.of(2026, 12, 1));
		Deal read = roundTrip(Deal.class, deal);
		assertThat(read.getNumber("Amount")).isEqualByComparingTo("1234.5");
		assertThat(read.getDate("Closing_Date")).isEqualTo(LocalDate.of(2026, 12, 1));
		assertThat(read.getLookup("Pipeline")).isNotNull();
	}

	@Test
	void product() {
		Product product = new Product();
		product.set("Product_Name", "Desk Lamp").set("Product_Active", true).set("Unit_Price", 19.9);
		Product read = roundTrip(Product.class, product);
		assertThat(read.getBoolean("Product_Active")).isTrue();
		assertThat(read.getNumber("Unit_Price")).isEqualByComparingTo("19.9");
	}

	@Test
	void activities() {
		OffsetDateTime start = OffsetDateTime.parse("2026-02-06T00:28:53-08:00");
		Task task = new Task();
		task.set("Subject", "Call back").set("Due_Date", LocalDate.of(2026, 12, 1)).set("Priority", "Highest");
		assertThat(roundTrip(Task.class, task).getText("Priority")).isEqualTo("Highest");
		Event event = new Event();
		event.set("Event_Title", "Review").set("Start_DateTime", start).set("End_DateTime", start.plusHours(1));
		event.set("All_day", true);
		assertThat(roundTrip(Event.class, event).getDateTime("Start_DateTime")).isEqualTo(start);
		assertThat(fixture.simulator().requests().last().parameter("fields")).contains("All_day");
		Call call = new Call();
		call.set("Call_Type", "Inbound").set("Call_Start_Time", start).set("Subject", "Hello");
		assertThat(roundTrip(Call.class, call).getDateTime("Call_Start_Time")).isEqualTo(start);
		Note note = new Note();
		note.set("Note_Title", "Title").set("Note_Content", "Content").set("Parent_Id", Lookup.of(this.company));
		assertThat(roundTrip(Note.class, note).getLookup("Parent_Id").id()).isEqualTo(this.company);
	}

	@Test
	@SuppressWarnings("unchecked") // the class of a record of the type
	void anActivityBelongsToARecordOfAModule() {
		Deal deal = new Deal();
		deal.set("Deal_Name", "Lamps").set("Sub_Pipeline", "Renewals").set("Stage", "Qualification");
		String id = await(this.bigin.create(deal)).id();
		OffsetDateTime start = OffsetDateTime.parse("2026-02-06T00:28:53-08:00");
		Task task = new Task();
		task.setSubject("Call back");
		Event event = new Event();
		event.set("Event_Title", "Review").set("Start_DateTime", start).set("End_DateTime", start.plusHours(1));
		Call call = new Call();
		call.set("Call_Type", "Inbound").set("Call_Start_Time", start);
		for (ActivityRecord activity : List.of(task, event, call)) {
			activity.setRelatedTo(Deal.class, id);
			ActivityRecord read = roundTrip((Class<ActivityRecord>) activity.getClass(), activity);
			assertThat(read.getRelatedTo()).isEqualTo(new Lookup(id, "Lamps"));
			assertThat(read.getRelatedModule()).isEqualTo("Deals");
			read.setRelatedTo(Company.class, this.company);
			await(this.bigin.update(read));
			ActivityRecord moved = await(this.bigin.findById(activity.getClass(), read.getId()));
			assertThat(moved.getRelatedModule()).isEqualTo("Accounts");
			ActivityRecord copy = await(this.bigin.findById(activity.getClass(), await(this.bigin.create(moved)).id()));
			assertThat(copy.getRelatedTo()).isEqualTo(moved.getRelatedTo());
			assertThat(copy.getRelatedModule()).isEqualTo("Accounts");
		}
	}

	@Test
	void subclassOfTheUsersOwn() {
		Member member = new Member();
		member.setLastName("Watson");
		member.setLoyaltyTier("Gold");
		Member read = roundTrip(Member.class, member);
		assertThat(read.getLoyaltyTier()).isEqualTo("Gold");
		assertThat(read.getLastName()).isEqualTo("Watson");
		assertThat(fixture.sentParameter("fields")).contains("Loyalty_Tier", "Last_Name", "Email");
	}

	@Test
	void subclassLeavesWhatItDoesNotKnow() {
		String id = fixture.records("Contacts")
			.add(Map.of("Last_Name", "Watson", "Loyalty_Tier", "Gold", "Unknown_To_All", "kept", "Title", "Doctor"));
		Member member = await(this.bigin.findById(Member.class, id));
		member.setLoyaltyTier(null);
		await(this.bigin.update(member));
		assertThat(fixture.simulator().requests().last().body()).isEqualTo("{\"data\":[{\"Loyalty_Tier\":null}]}");
		assertThat(fixture.records("Contacts").find(id)).containsEntry("Loyalty_Tier", null)
			.containsEntry("Unknown_To_All", "kept")
			.containsEntry("Title", "Doctor");
	}

	static class Member extends Contact {

		public @Nullable String getLoyaltyTier() {
			return getText("Loyalty_Tier");
		}

		public void setLoyaltyTier(@Nullable String loyaltyTier) {
			set("Loyalty_Tier", loyaltyTier);
		}

	}

}
