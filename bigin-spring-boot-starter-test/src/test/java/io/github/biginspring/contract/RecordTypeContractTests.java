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
import io.github.biginspring.model.BiginField;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Lookup;
import io.github.biginspring.model.UserLookup;
import io.github.biginspring.simulator.organization.DataType;
import io.github.biginspring.simulator.organization.FieldDefinition;
import io.github.biginspring.write.WriteOptions;
import io.github.biginspring.write.WriteResult.Written;

import static io.github.biginspring.contract.ClientFixture.await;
import static io.github.biginspring.criteria.Criteria.where;
import static org.assertj.core.api.Assertions.assertThat;

class RecordTypeContractTests {

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture.with((builder) -> builder
		.seed((organization) -> organization.addFields("Contacts", FieldDefinition.text("Loyalty_Tier").custom(),
				FieldDefinition.of("Points_2", DataType.INTEGER).custom(),
				FieldDefinition.of("Balance", DataType.CURRENCY).custom(),
				FieldDefinition.of("Member_Since", DataType.DATE).custom(),
				FieldDefinition.of("Interests", DataType.MULTISELECT).custom(),
				FieldDefinition.text("Unknown_To_All").custom())));

	private final BiginTemplate bigin = fixture.bigin();

	private String company;

	@BeforeEach
	void addCompany() {
		this.company = fixture.records("Accounts").add(Map.of("Account_Name", "Zylker Corp"));
	}

	private Member member() {
		return new Member(null, "Jo", "Watson", "jo@zylker.com", Lookup.of(this.company), false, "Gold", 42,
				new BigDecimal("12.50"), LocalDate.of(2026, 2, 6), List.of("Tea", "Chess & Go"), null, null);
	}

	@Test
	void aJavaRecordGoesThereAndBack() {
		Member member = member();
		Written<Member> written = await(this.bigin.create(member));
		assertThat(written.input()).isSameAs(member);
		Member read = await(this.bigin.findById(Member.class, written.id()));
		assertThat(read.id()).isEqualTo(written.id());
		assertThat(read.firstName()).isEqualTo("Jo");
		assertThat(read.lastName()).isEqualTo("Watson");
		assertThat(read.email()).isEqualTo("jo@zylker.com");
		assertThat(read.company()).isEqualTo(new Lookup(this.company, "Zylker Corp"));
		assertThat(read.emailOptOut()).isFalse();
		assertThat(read.loyaltyTier()).isEqualTo("Gold");
		assertThat(read.points()).isEqualTo(42);
		assertThat(read.balance()).isEqualByComparingTo("12.5");
		assertThat(read.memberSince()).isEqualTo(LocalDate.of(2026, 2, 6));
		assertThat(read.interests()).containsExactly("Tea", "Chess & Go");
		assertThat(read.owner().email()).isEqualTo(fixture.simulator().organization().currentUser().email());
		assertThat(read.createdTime()).isEqualTo(written.createdTime());
	}

	@Test
	void aJavaRecordAsksForItsOwnFieldsOnly() {
		await(this.bigin.query(Member.class).all());
		assertThat(fixture.sentParameter("fields").split(",")).containsExactlyInAnyOrder("First_Name", "Last_Name",
				"Email", "Account_Name", "Email_Opt_Out", "Loyalty_Tier", "Points_2", "Balance", "Member_Since",
				"Interests", "Owner", "Created_Time");
		await(this.bigin.findById(Member.class, "1"));
		assertThat(fixture.sentParameter("fields")).contains("Loyalty_Tier");
		await(this.bigin.query(Member.class).matching(where("Loyalty_Tier").is("Gold")).all());
		assertThat(fixture.sentParameter("fields")).contains("Loyalty_Tier");
	}

	@Test
	void aJavaRecordIsListedAndFound() {
		await(this.bigin.createAll(List.of(member(),
				new Member(null, null, "Holmes", null, null, true, null, null, null, null, List.of(), null, null))));
		assertThat(await(this.bigin.query(Member.class).all())).extracting(Member::lastName)
			.containsExactly("Holmes", "Watson");
		assertThat(await(this.bigin.query(Member.class).matching(where("Points_2").greaterThan(40)).all()))
			.extracting(Member::lastName)
			.containsExactly("Watson");
	}

	@Test
	void whatAJavaRecordLeavesOutStaysAsItWas() {
		String id = await(this.bigin.create(member())).id();
		fixture.records("Contacts").update(id, Map.of("Unknown_To_All", "kept", "Title", "Doctor"));
		Member changes = new Member(id, null, null, null, null, null, "Platinum", null, null, null, null, null, null);
		await(this.bigin.update(changes));
		assertThat(fixture.simulator().requests().last().body())
			.isEqualTo("{\"data\":[{\"Loyalty_Tier\":\"Platinum\"}]}");
		assertThat(fixture.records("Contacts").find(id)).containsEntry("Loyalty_Tier", "Platinum")
			.containsEntry("Unknown_To_All", "kept")
			.containsEntry("Title", "Doctor")
			.containsEntry("First_Name", "Jo")
			.containsEntry("Points_2", 42);
	}

	@Test
	void aJavaRecordThatWasReadCanBeWrittenBack() {
		String id = await(this.bigin.create(member())).id();
		fixture.records("Contacts").update(id, Map.of("Unknown_To_All", "kept"));
		Map<String, ?> before = fixture.records("Contacts").find(id);
		await(this.bigin.update(await(this.bigin.findById(Member.class, id))));
		Map<String, ?> after = fixture.records("Contacts").find(id);
		assertThat(after).usingRecursiveComparison()
			.ignoringFields("Modified_Time", "Last_Activity_Time")
			.isEqualTo(before);
		assertThat(fixture.simulator().requests().last().body()).doesNotContain("Created_Time");
	}

	@Test
	void fieldsOfAJavaRecordAreClearedByName() {
		String id = await(this.bigin.create(member())).id();
		await(this.bigin.withOptions(WriteOptions.defaults().clearing("Loyalty_Tier", "Account_Name"))
			.update(new Member(id, "Joan", null, null, null, null, null, null, null, null, null, null, null)));
		assertThat(fixture.records("Contacts").find(id)).containsEntry("Loyalty_Tier", null)
			.containsEntry("Account_Name", null)
			.containsEntry("First_Name", "Joan")
			.containsEntry("Email", "jo@zylker.com");
	}

	@Test
	void aSubclassGoesThereAndBack() {
		MemberRecord member = new MemberRecord();
		member.setLastName("Watson");
		member.setLoyaltyTier("Gold");
		String id = await(this.bigin.create(member)).id();
		MemberRecord read = await(this.bigin.findById(MemberRecord.class, id));
		assertThat(fixture.sentParameter("fields").split(",")).containsExactlyInAnyOrder("Last_Name", "Loyalty_Tier");
		assertThat(read.getId()).isEqualTo(id);
		assertThat(read.getLastName()).isEqualTo("Watson");
		assertThat(read.getLoyaltyTier()).isEqualTo("Gold");
		assertThat(await(this.bigin.query(MemberRecord.class).all())).containsExactly(read);
	}

	@Test
	void aSubclassClearsWhatIsSetToNullAndLeavesTheRest() {
		String id = fixture.records("Contacts")
			.add(Map.of("Last_Name", "Watson", "Loyalty_Tier", "Gold", "Unknown_To_All", "kept", "Title", "Doctor"));
		MemberRecord member = await(
				this.bigin.query(MemberRecord.class).fields("Last_Name", "Loyalty_Tier", "Title").first());
		member.setLoyaltyTier(null);
		await(this.bigin.update(member));
		assertThat(fixture.simulator().requests().last().body()).isEqualTo("{\"data\":[{\"Loyalty_Tier\":null}]}");
		assertThat(fixture.records("Contacts").find(id)).containsEntry("Loyalty_Tier", null)
			.containsEntry("Unknown_To_All", "kept")
			.containsEntry("Title", "Doctor")
			.containsEntry("Last_Name", "Watson");
	}

	@Test
	void aRecordThatWasReadWholeCanBeCreatedAgain() {
		String id = fixture.records("Contacts")
			.add(Map.of("Last_Name", "Watson", "Loyalty_Tier", "Gold", "Interests", List.of("Tea"), "Tag",
					List.of(Map.of("name", "VIP"))));
		BiginRecord read = await(this.bigin.findById("Contacts", id));
		String copy = await(this.bigin.create("Contacts", read)).id();
		assertThat(copy).isNotEqualTo(id);
		assertThat(fixture.simulator().requests().last().body()).doesNotContain("$", "Created_Time", id);
		assertThat(fixture.records("Contacts").find(copy)).containsEntry("Loyalty_Tier", "Gold")
			.containsEntry("Interests", List.of("Tea"))
			.containsEntry("Tag", fixture.records("Contacts").find(id).get("Tag"));
	}

	@BiginModule("Contacts")
	record Member(@Nullable String id, @Nullable String firstName, @Nullable String lastName, @Nullable String email,
			@BiginField("Account_Name") @Nullable Lookup company, @Nullable Boolean emailOptOut,
			@Nullable String loyaltyTier, @BiginField("Points_2") @Nullable Integer points,
			@Nullable BigDecimal balance, @Nullable LocalDate memberSince, @Nullable List<String> interests,
			@BiginField(readOnly = true) @Nullable UserLookup owner,
			@BiginField(readOnly = true) @Nullable OffsetDateTime createdTime) {
	}

	@BiginModule("Contacts")
	static class MemberRecord extends BiginRecord {

		public @Nullable String getLastName() {
			return getText("Last_Name");
		}

		public void setLastName(@Nullable String lastName) {
			set("Last_Name", lastName);
		}

		public @Nullable String getLoyaltyTier() {
			return getText("Loyalty_Tier");
		}

		public void setLoyaltyTier(@Nullable String loyaltyTier) {
			set("Loyalty_Tier", loyaltyTier);
		}

	}

}
