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

package io.github.biginspring.mail;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Mails that Bigin sends, and keeps with a contact, company or deal. Sending needs the
 * scope {@code ZohoBigin.send_mail.all.CREATE}, the list of senders
 * {@code ZohoBigin.settings.emails.READ}.
 *
 * <pre class="code">
 * Mono&lt;Void&gt; sent = bigin.mails().send(Contact.class, id, Mail.from(sender).to(recipient).subject("Lamps"));
 * </pre>
 *
 * @since 0.1.0
 */
public interface MailOperations {

	/**
	 * Send a mail. It is never sent again where the response was lost: then
	 * {@link io.github.biginspring.error.BiginException#isOutcomeUnknown()} of the error
	 * says that it may have been sent.
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}:
	 * {@code Contacts}, {@code Accounts} or {@code Pipelines}
	 * @param id the record's id, digits as text
	 * @param mail the mail, with at least one recipient
	 * @return completes when the service has taken it
	 * @throws IllegalArgumentException if it has no recipient, or that cannot be an id
	 */
	Mono<Void> send(Class<?> type, String id, Mail mail);

	/**
	 * Send a mail with a record of a module, as {@link #send(Class, String, Mail)} does.
	 * @param module the API name of the module, which is case-sensitive:
	 * {@code Contacts}, {@code Accounts} or {@code Pipelines}
	 * @param id the record's id, digits as text
	 * @param mail the mail, with at least one recipient
	 * @return completes when the service has taken it
	 * @throws IllegalArgumentException if it has no recipient, or that cannot be an id
	 */
	Mono<Void> send(String module, String id, Mail mail);

	/**
	 * List the addresses that mails can be sent from.
	 * @return the senders
	 */
	Flux<MailSender> senders();

}
