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
import java.util.function.Function;
import java.util.stream.Collectors;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.biginspring.metadata.FieldInfo;
import io.github.biginspring.metadata.MetadataOperations;
import io.github.biginspring.metadata.ModuleInfo;
import io.github.biginspring.metadata.UserInfo;
import io.github.biginspring.metadata.UserType;
import io.github.biginspring.simulator.organization.FieldDefinition;
import io.github.biginspring.simulator.organization.Organization;
import io.github.biginspring.simulator.organization.User;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

class MetadataContractTests {

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture.empty();

	private final MetadataOperations metadata = fixture.bigin().metadata();

	private final Organization organization = fixture.simulator().organization();

	@Test
	void readsTheModules() {
		Map<String, ModuleInfo> modules = await(this.metadata.modules()).stream()
			.collect(Collectors.toMap(ModuleInfo::apiName, Function.identity()));
		assertThat(modules).containsKeys("Contacts", "Accounts", "Pipelines", "Products", "Tasks", "Events", "Calls",
				"Notes");
		ModuleInfo contacts = modules.get("Contacts");
		assertThat(contacts.id()).matches("\\d{19}");
		assertThat(contacts.singularLabel()).isEqualTo("Contact");
		assertThat(contacts.pluralLabel()).isEqualTo("Contacts");
		assertThat(contacts.apiSupported()).isTrue();
		assertThat(contacts.creatable()).isTrue();
		assertThat(contacts.sequenceNumber()).isPositive();
		assertThat(modules.values()).anyMatch((module) -> !module.apiSupported());
		assertThat(modules.values()).anyMatch((module) -> !module.apiName().equals(module.moduleName()));
	}

	@Test
	void readsOneModule() {
		ModuleInfo module = await(this.metadata.module("Pipelines"));
		assertThat(module.apiName()).isEqualTo("Pipelines");
		assertThat(fixture.simulator().requests().last().path())
			.isEqualTo("/zoho-bigin/bigin/v2/settings/modules/Pipelines");
	}

	@Test
	void readsTheFieldsOfAModule() {
		this.organization.addFields("Contacts", FieldDefinition.text("Customer_Number").custom().unique());
		Map<String, FieldInfo> fields = await(this.metadata.fields("Contacts")).stream()
			.collect(Collectors.toMap(FieldInfo::apiName, Function.identity()));
		assertThat(fixture.sentParameter("module")).isEqualTo("Contacts");
		assertThat(fields).containsKeys("id", "First_Name", "Last_Name", "Full_Name", "Email", "Phone", "Mobile",
				"Home_Phone", "Title", "Description", "Account_Name", "Owner", "Mailing_Street", "Mailing_City",
				"Mailing_State", "Mailing_Zip", "Mailing_Country", "Email_Opt_Out", "Unsubscribed_Mode",
				"Unsubscribed_Time", "Record_Image", "Tag", "Last_Activity_Time", "Created_By", "Modified_By",
				"Created_Time", "Modified_Time");
		assertThat(fields.get("Last_Name").systemMandatory()).isTrue();
		assertThat(fields.get("Last_Name").dataType()).isEqualTo("text");
		assertThat(fields.get("Last_Name").jsonType()).isEqualTo("string");
		assertThat(fields.get("Full_Name").readOnly() || fields.get("Full_Name").fieldReadOnly()).isTrue();
		assertThat(fields.get("Email").hasUniqueValues()).isTrue();
		assertThat(fields.get("Phone").hasUniqueValues()).isFalse();
		assertThat(fields.get("Account_Name").dataType()).isEqualTo("lookup");
		assertThat(fields.get("Account_Name").lookup()).extractingByKey("module")
			.asInstanceOf(InstanceOfAssertFactories.MAP)
			.containsEntry("api_name", "Accounts");
		assertThat(fields.get("Phone").lookup()).isEmpty();
		assertThat(fields.get("Customer_Number").customField()).isTrue();
		assertThat(fields.get("Email").customField()).isFalse();
	}

	@Test
	void readsTheValuesOfAPicklist() {
		FieldInfo stage = await(
				this.metadata.fields("Pipelines").filter((field) -> field.apiName().equals("Stage")).next());
		assertThat(stage.dataType()).isEqualTo("picklist");
		assertThat(stage.pickListValues()).extracting(FieldInfo.PicklistValue::actualValue)
			.contains("Qualification", "Closed Won");
		assertThat(stage.pickListValues()).allSatisfy((value) -> {
			assertThat(value.id()).isNotNull();
			assertThat(value.displayValue()).isNotNull();
		});
	}

	@ParameterizedTest
	@EnumSource(UserType.class)
	void readsUsersOfEachType(UserType type) {
		User current = this.organization.currentUser();
		User active = this.organization.addUser("Mina", "Kaplan", "mina@example.com");
		User inactive = this.organization
			.addUser(new User("7255024000000999999", "Theo", "Lind", "theo@example.com", false, false));
		List<String> ids = await(this.metadata.users(type).map(UserInfo::id));
		assertThat(fixture.sentParameter("type")).isEqualTo(type.parameter());
		switch (type) {
			case ALL, CONFIRMED -> assertThat(ids).containsExactlyInAnyOrder(current.id(), active.id(), inactive.id());
			case ACTIVE, ACTIVE_CONFIRMED -> assertThat(ids).containsExactlyInAnyOrder(current.id(), active.id());
			case CURRENT, ADMIN, ACTIVE_CONFIRMED_ADMIN -> assertThat(ids).containsExactly(current.id());
			case DEACTIVATED -> assertThat(ids).containsExactly(inactive.id());
			case NOT_CONFIRMED, DELETED -> assertThat(ids).isEmpty();
		}
	}

	@Test
	void readsOneUser() {
		User expected = this.organization.addUser("Mina", "Kaplan", "mina@example.com");
		UserInfo user = await(this.metadata.user(expected.id()));
		assertThat(fixture.simulator().requests().last().path())
			.isEqualTo("/zoho-bigin/bigin/v2/users/" + expected.id());
		assertThat(user.id()).isEqualTo(expected.id());
		assertThat(user.fullName()).isEqualTo("Mina Kaplan");
		assertThat(user.firstName()).isEqualTo("Mina");
		assertThat(user.lastName()).isEqualTo("Kaplan");
		assertThat(user.email()).isEqualTo("mina@example.com");
		assertThat(user.status()).isEqualTo("active");
		assertThat(user.role().id()).isNotNull();
		assertThat(user.profile().name()).isNotNull();
		assertThat(user.timeZone()).isNotNull();
		assertThat(user.zuid()).isNotNull();
		assertThat(user.createdTime()).isNotNull();
		assertThat(user.modifiedTime()).isNotNull();
	}

	@Test
	void findsNoUserWhereTheServiceRespondsWithAnother() {
		assertThat(await(this.metadata.user("99999999999999999999"))).isNull();
		assertThat(fixture.simulator().requests().count()).isEqualTo(1);
		assertThat(await(this.metadata.user("1"))).isNull();
	}

}
