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

package io.github.biginspring.mail.internal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.StubExchange;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.mail.Mail;
import io.github.biginspring.mail.MailAddress;
import io.github.biginspring.mail.MailOperations;
import io.github.biginspring.model.Contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link MailTemplate}.
 */
class MailTemplateTests {

	private static final MailAddress SENDER = MailAddress.of("patricia@zylker.com");

	private static final MailAddress WATSON = new MailAddress("watson@example.com", "John Watson");

	private final StubExchange service = new StubExchange();

	private final MailOperations mails = new MailTemplate(this.service, OperationObserver.NONE, RecordMapper.create());

	@Test
	void sendsAllPartsOnce() {
		this.service.response(200, "{\"data\":[{\"code\":\"SUCCESS\",\"details\":{},\"status\":\"success\"}]}");
		Mail mail = Mail.from(SENDER)
			.to(WATSON)
			.cc(MailAddress.of("cc@example.com"))
			.bcc(MailAddress.of("bcc@example.com"))
			.fromOrganization()
			.subject("Lamps")
			.html("<p>Here</p>")
			.attachments("abc");
		StepVerifier.create(this.mails.send(Contact.class, "1", mail)).verifyComplete();
		assertThat(this.service.call()).hasToString("POST /bigin/v2/{module}/{id}/actions/send_mail");
		assertThat(this.service.body()).isEqualTo("{\"data\":[{\"from\":{\"email\":\"patricia@zylker.com\"},"
				+ "\"to\":[{\"email\":\"watson@example.com\",\"user_name\":\"John Watson\"}],"
				+ "\"cc\":[{\"email\":\"cc@example.com\"}],\"bcc\":[{\"email\":\"bcc@example.com\"}],\"org_email\":true,"
				+ "\"subject\":\"Lamps\",\"content\":\"<p>Here</p>\",\"mail_format\":\"html\","
				+ "\"attachments\":[{\"id\":\"abc\"}]}]}");
		assertThat(this.service.call().effect()).isEqualTo(CallEffect.ONCE);
	}

	@Test
	void aRefusedMailIsAnError() {
		this.service.response(400,
				"{\"data\":[{\"code\":\"INVALID_DATA\",\"details\":{},\"message\":\"no\",\"status\":\"error\"}]}");
		StepVerifier.create(this.mails.send("Contacts", "1", Mail.from(SENDER).to(WATSON)))
			.verifyError(BiginException.class);
	}

	@Test
	void refusesAMailToNobody() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.mails.send("Contacts", "1", Mail.from(SENDER)))
			.withMessageContaining("to(...)");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "watson", "@example.com", "watson@", "a@b.com,c@d.com", "a@b.com\n" })
	void refusesWhatIsNoAddress(String email) {
		assertThatIllegalArgumentException().isThrownBy(() -> MailAddress.of(email));
	}

	@Test
	void refusesASubjectOfTwoLines() {
		assertThatIllegalArgumentException().isThrownBy(() -> Mail.from(SENDER).subject("Lamps\r\nBcc: x@y.com"));
	}

	@Test
	void showsNothingPersonal() {
		Mail mail = Mail.from(SENDER).to(WATSON).subject("Lamps").text("Secret");
		assertThat(mail).hasToString("Mail[recipients=1, attachments=0]");
		assertThat(WATSON.toString()).doesNotContain("atson");
	}

	@Test
	void listsSenders() {
		this.service.response(200, "{\"from_addresses\":[{\"id\":\"1\",\"email\":\"p@zylker.com\",\"user_name\":\"P\","
				+ "\"type\":\"primary\",\"default\":true},{\"email\":\"q@zylker.com\"}]}");
		StepVerifier.create(this.mails.senders()).assertNext((sender) -> {
			assertThat(sender.id()).isEqualTo("1");
			assertThat(sender.email()).isEqualTo("p@zylker.com");
			assertThat(sender.userName()).isEqualTo("P");
			assertThat(sender.type()).isEqualTo("primary");
			assertThat(sender.isDefault()).isTrue();
		}).assertNext((sender) -> {
			assertThat(sender.email()).isEqualTo("q@zylker.com");
			assertThat(sender.id()).isNull();
			assertThat(sender.isDefault()).isFalse();
		}).verifyComplete();
		assertThat(this.service.call()).hasToString("GET /bigin/v2/settings/emails/actions/from_addresses");
	}

}
