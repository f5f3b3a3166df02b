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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginScopeException;
import io.github.biginspring.mail.Mail;
import io.github.biginspring.mail.MailAddress;
import io.github.biginspring.mail.MailSender;
import io.github.biginspring.model.Contact;
import io.github.biginspring.simulator.fault.Fault;
import io.github.biginspring.simulator.organization.Scope;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MailContractTests {

	private static final Map<String, Map<String, Object>> RECORDS = Map.of("Contacts", Map.of("Last_Name", "Watson"),
			"Accounts", Map.of("Account_Name", "Zylker"), "Pipelines",
			Map.of("Deal_Name", "Lamps", "Sub_Pipeline", "Renewals", "Stage", "Qualification"));

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture.empty();

	private final BiginTemplate bigin = fixture.bigin();

	private Mail mail() {
		MailSender sender = await(this.bigin.mails().senders()).get(0);
		return Mail.from(new MailAddress(sender.email(), sender.userName()))
			.to(MailAddress.of("watson@example.com"))
			.subject("Lamps")
			.text("They are here.");
	}

	@ParameterizedTest
	@CsvSource({ "Contacts", "Accounts", "Pipelines" })
	void isSentWithARecord(String module) {
		String id = fixture.records(module).add(RECORDS.get(module));
		await(this.bigin.mails().send(module, id, mail()));
		assertThat(fixture.simulator().requests().last().body()).contains("\"mail_format\":\"text\"");
	}

	@Test
	void isNotSentAgainAfterALostResponse() {
		String id = fixture.records("Contacts").add(Map.of("Last_Name", "Watson"));
		Mail mail = mail();
		fixture.simulator()
			.faults()
			.on("POST /Contacts/*/actions/send_mail")
			.next(1, Fault.emptyResponse().afterTakingEffect());
		assertThatExceptionOfType(BiginException.class)
			.isThrownBy(() -> await(this.bigin.mails().send(Contact.class, id, mail)))
			.satisfies((ex) -> assertThat(ex.isOutcomeUnknown()).isTrue());
		assertThat(fixture.simulator().requests().all()).filteredOn((request) -> request.path().endsWith("/send_mail"))
			.hasSize(1);
	}

	@Test
	void aSenderThatIsNoUserIsRefused() {
		String id = fixture.records("Contacts").add(Map.of("Last_Name", "Watson"));
		Mail mail = Mail.from(MailAddress.of("nobody@example.com")).to(MailAddress.of("watson@example.com"));
		assertThatExceptionOfType(BiginException.class)
			.isThrownBy(() -> await(this.bigin.mails().send(Contact.class, id, mail)))
			.satisfies((ex) -> assertThat(ex.getCode()).isEqualTo("INVALID_DATA"));
	}

	@Test
	void theScopeThatIsMissingIsNamed() {
		Mail mail = mail();
		fixture.simulator().account().connections().get(0).withoutScope(Scope.SEND_MAIL);
		assertThatExceptionOfType(BiginScopeException.class)
			.isThrownBy(() -> await(this.bigin.mails().send(Contact.class, "7", mail)))
			.withMessageContaining("ZohoBigin.send_mail.all.CREATE");
	}

}
