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

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.error.BiginDuplicateException;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginScopeException;
import io.github.biginspring.metadata.UserInfo;
import io.github.biginspring.metadata.UserOperations;
import io.github.biginspring.metadata.UserSpec;
import io.github.biginspring.metadata.UserType;
import io.github.biginspring.model.Contact;
import io.github.biginspring.simulator.fault.Fault;
import io.github.biginspring.simulator.organization.Scope;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Users that are added, changed and deleted.
 */
class UserContractTests {

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture.empty();

	private final BiginTemplate bigin = fixture.bigin();

	private final UserOperations users = this.bigin.users();

	private UserSpec ada() {
		return UserSpec.empty()
			.firstName("Ada")
			.lastName("Lovelace")
			.email("ada@zylker.com")
			.role(await(this.bigin.metadata().roles()).get(1).id())
			.profile(await(this.bigin.metadata().profiles()).get(1).id());
	}

	private UserInfo read(String id) {
		return await(this.bigin.metadata().user(id));
	}

	@Test
	void aUserIsAddedChangedAndDeleted() {
		UserSpec ada = ada();
		String id = await(this.users.create(ada));
		assertThat(read(id).fullName()).isEqualTo("Ada Lovelace");
		assertThat(read(id).email()).isEqualTo("ada@zylker.com");
		assertThat(read(id).role().id()).isEqualTo(ada.attributes().get("role"));
		assertThat(read(id).profile().id()).isEqualTo(ada.attributes().get("profile"));
		assertThat(await(this.bigin.metadata().users(UserType.NOT_CONFIRMED))).extracting(UserInfo::id)
			.containsExactly(id);
		String administrator = await(this.bigin.metadata().profiles()).get(0).id();
		await(this.users.update(id, UserSpec.empty().lastName("King").profile(administrator)));
		assertThat(read(id).fullName()).isEqualTo("Ada King");
		assertThat(read(id).profile().id()).isEqualTo(administrator);
		assertThat(read(id).role().id()).isEqualTo(ada.attributes().get("role"));
		await(this.users.delete(id));
		assertThat(read(id)).isNull();
		assertThat(await(this.bigin.metadata().users(UserType.DELETED))).extracting(UserInfo::id).containsExactly(id);
	}

	@Test
	void whatADeletedUserOwnsStays() {
		String id = await(this.users.create(ada()));
		String contact = fixture.records("Contacts").add(Map.of("Last_Name", "Watson", "Owner", Map.of("id", id)));
		await(this.users.delete(id));
		assertThat(await(this.bigin.findById(Contact.class, contact)).getOwner().name()).isEqualTo("Ada Lovelace");
	}

	@Test
	void anAddressThatIsTakenIsADuplicate() {
		String id = await(this.users.create(ada()));
		UserSpec other = ada().email("ADA@zylker.com");
		assertThatExceptionOfType(BiginDuplicateException.class).isThrownBy(() -> await(this.users.create(other)))
			.satisfies((ex) -> assertThat(ex.getExistingId()).isEqualTo(id));
	}

	@Test
	void aRoleThatDoesNotExistIsRefused() {
		UserSpec user = ada().role("1");
		assertThatExceptionOfType(BiginException.class).isThrownBy(() -> await(this.users.create(user)))
			.satisfies((ex) -> assertThat(ex.getDetails()).containsEntry("api_name", "role"));
		assertThat(await(this.bigin.metadata().users(UserType.ALL))).hasSize(1);
	}

	@Test
	void nobodyCanBeDeletedWhoIsNotThere() {
		assertThatExceptionOfType(BiginException.class).isThrownBy(() -> await(this.users.delete("1")));
		String current = fixture.simulator().organization().currentUser().id();
		assertThatExceptionOfType(BiginException.class).isThrownBy(() -> await(this.users.delete(current)))
			.satisfies((ex) -> assertThat(ex.getCode()).isEqualTo("CANNOT_PERFORM_ACTION"));
		assertThatExceptionOfType(BiginException.class)
			.isThrownBy(() -> await(this.users.update("1", UserSpec.empty().lastName("King"))));
	}

	@Test
	void isNotAddedAgainAfterALostResponse() {
		UserSpec ada = ada();
		fixture.simulator().faults().on("POST /users").next(1, Fault.emptyResponse().afterTakingEffect());
		assertThatExceptionOfType(BiginException.class).isThrownBy(() -> await(this.users.create(ada)))
			.satisfies((ex) -> assertThat(ex.isOutcomeUnknown()).isTrue());
		assertThat(fixture.simulator().requests().count("POST /users")).isEqualTo(1);
	}

	@Test
	void isDeletedAgainAfterALostResponse() {
		String id = await(this.users.create(ada()));
		fixture.simulator().faults().on("DELETE /users/*").next(1, Fault.emptyResponse().afterTakingEffect());
		await(this.users.delete(id));
		assertThat(fixture.simulator().requests().count("DELETE /users/*")).isEqualTo(2);
		assertThat(read(id)).isNull();
	}

	@Test
	void theScopeThatIsMissingIsNamed() {
		UserSpec ada = ada();
		fixture.simulator().account().connections().get(0).withoutScope(Scope.USERS);
		assertThatExceptionOfType(BiginScopeException.class).isThrownBy(() -> await(this.users.create(ada)))
			.withMessageContaining("ZohoBigin.users.CREATE");
	}

}
