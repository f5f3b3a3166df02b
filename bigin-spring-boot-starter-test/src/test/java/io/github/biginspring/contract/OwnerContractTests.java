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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginScopeException;
import io.github.biginspring.model.Contact;
import io.github.biginspring.simulator.organization.Scope;
import io.github.biginspring.write.WriteResults;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OwnerContractTests {

	private static final Map<String, Map<String, Object>> RECORDS = Map.of("Contacts", Map.of("Last_Name", "Watson"),
			"Accounts", Map.of("Account_Name", "Zylker"), "Pipelines",
			Map.of("Deal_Name", "Lamps", "Sub_Pipeline", "Renewals", "Stage", "Qualification"), "Products",
			Map.of("Product_Name", "Lamp"), "Tasks", Map.of("Subject", "Call"), "Events",
			Map.of("Event_Title", "Review", "Start_DateTime", "2026-02-06T00:28:53-08:00", "End_DateTime",
					"2026-02-06T01:28:53-08:00"),
			"Calls", Map.of("Call_Type", "Inbound", "Call_Start_Time", "2026-02-06T00:28:53-08:00"));

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture.empty();

	private final BiginTemplate bigin = fixture.bigin();

	private String addUser() {
		return fixture.simulator().organization().addUser("Ada", "Lovelace", "ada@zylker.com").id();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Contacts", "Accounts", "Pipelines", "Products", "Tasks", "Events", "Calls" })
	void aRecordOfEachModuleGetsAnotherOwner(String module) {
		String owner = addUser();
		String id = fixture.records(module).add(RECORDS.get(module));
		assertThat(await(this.bigin.owners().change(module, id, owner)).id()).isEqualTo(id);
		assertThat(await(this.bigin.findById(module, id, "Owner")).getUser("Owner").id()).isEqualTo(owner);
	}

	@Test
	void manyRecordsGetAnotherOwner() {
		String owner = addUser();
		String id = fixture.records("Contacts").add(Map.of("Last_Name", "Watson"));
		String other = fixture.records("Contacts").add(Map.of("Last_Name", "Holmes"));
		WriteResults<String> results = await(
				this.bigin.owners().changeAll(Contact.class, List.of(id, "7", other), owner, true));
		assertThat(results.written()).extracting("id").containsExactly(id, other);
		assertThat(results.rejected()).extracting("input").containsExactly("7");
		assertThat(await(this.bigin.query(Contact.class).all()))
			.allSatisfy((contact) -> assertThat(contact.getOwner().id()).isEqualTo(owner));
	}

	@Test
	void anOwnerThatIsNoUserIsRefused() {
		String id = fixture.records("Contacts").add(Map.of("Last_Name", "Watson"));
		assertThatExceptionOfType(BiginException.class)
			.isThrownBy(() -> await(this.bigin.owners().change(Contact.class, id, "7")))
			.satisfies((ex) -> assertThat(ex.getCode()).isEqualTo("INVALID_DATA"));
	}

	@Test
	void notesHaveNoOwnerToChange() {
		assertThatExceptionOfType(BiginException.class)
			.isThrownBy(() -> await(this.bigin.owners().change("Notes", "7", addUser())))
			.satisfies((ex) -> assertThat(ex.getCode()).isEqualTo("NOT_SUPPORTED"));
	}

	@Test
	void theScopeThatIsMissingIsNamed() {
		fixture.simulator().account().connections().get(0).withoutScope(Scope.CHANGE_OWNER);
		assertThatExceptionOfType(BiginScopeException.class)
			.isThrownBy(() -> await(this.bigin.owners().change(Contact.class, "7", "8")))
			.withMessageContaining("ZohoBigin.change_owner.CREATE");
	}

}
