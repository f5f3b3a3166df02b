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

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A mail. Immutable; each step returns a copy.
 *
 * <pre class="code">
 * Mail mail = Mail.from(MailAddress.of("patricia@zylker.com"))
 *     .to(MailAddress.of("watson@example.com"))
 *     .subject("Lamps")
 *     .html("&lt;p&gt;They are here.&lt;/p&gt;");
 * </pre>
 *
 * @since 0.1.0
 */
public final class Mail {

	private final MailAddress from;

	private final List<MailAddress> to;

	private final List<MailAddress> cc;

	private final List<MailAddress> bcc;

	private final boolean orgEmail;

	private final @Nullable String subject;

	private final @Nullable String content;

	private final boolean html;

	private final List<String> attachments;

	private Mail(Parts parts) {
		this.from = parts.from;
		this.to = List.copyOf(parts.to);
		this.cc = List.copyOf(parts.cc);
		this.bcc = List.copyOf(parts.bcc);
		this.orgEmail = parts.orgEmail;
		this.subject = parts.subject;
		this.content = parts.content;
		this.html = parts.html;
		this.attachments = List.copyOf(parts.attachments);
	}

	/**
	 * Start with who sends it.
	 * @param sender one of the addresses that {@link MailOperations#senders()} lists
	 * @return a mail without recipients
	 */
	public static Mail from(MailAddress sender) {
		Assert.notNull(sender, "'sender' must not be null");
		return new Mail(new Parts(sender));
	}

	/**
	 * Add recipients.
	 * @param recipients who gets it
	 * @return a copy
	 */
	public Mail to(MailAddress... recipients) {
		Parts parts = new Parts(this);
		parts.to.addAll(checked(recipients));
		return new Mail(parts);
	}

	/**
	 * Add recipients of a copy.
	 * @param recipients who gets it
	 * @return a copy
	 */
	public Mail cc(MailAddress... recipients) {
		Parts parts = new Parts(this);
		parts.cc.addAll(checked(recipients));
		return new Mail(parts);
	}

	/**
	 * Add recipients of a copy whom the others do not see.
	 * @param recipients who gets it
	 * @return a copy
	 */
	public Mail bcc(MailAddress... recipients) {
		Parts parts = new Parts(this);
		parts.bcc.addAll(checked(recipients));
		return new Mail(parts);
	}

	/**
	 * Say that the sender is an address of the organisation, not of a user.
	 * @return a copy
	 */
	public Mail fromOrganization() {
		Parts parts = new Parts(this);
		parts.orgEmail = true;
		return new Mail(parts);
	}

	/**
	 * Set the subject.
	 * @param subject the subject
	 * @return a copy
	 * @throws IllegalArgumentException if it holds a line break or other control
	 * character
	 */
	public Mail subject(String subject) {
		Assert.notNull(subject, "'subject' must not be null");
		Assert.isTrue(subject.chars().noneMatch(Character::isISOControl),
				"The subject of a mail must hold no line break and no other control character");
		Parts parts = new Parts(this);
		parts.subject = subject;
		return new Mail(parts);
	}

	/**
	 * Set the content as HTML.
	 * @param content the content
	 * @return a copy
	 */
	public Mail html(String content) {
		return content(content, true);
	}

	/**
	 * Set the content as plain text.
	 * @param content the content
	 * @return a copy
	 */
	public Mail text(String content) {
		return content(content, false);
	}

	private Mail content(String content, boolean html) {
		Assert.notNull(content, "'content' must not be null");
		Parts parts = new Parts(this);
		parts.content = content;
		parts.html = html;
		return new Mail(parts);
	}

	/**
	 * Attach files that were uploaded to Bigin before.
	 * @param ids the encrypted ids that the uploads returned
	 * @return a copy
	 */
	public Mail attachments(String... ids) {
		Assert.notNull(ids, "'ids' must not be null");
		Assert.noNullElements(ids, "'ids' must not contain null elements");
		Parts parts = new Parts(this);
		for (String id : ids) {
			Assert.hasText(id, "The id of an attachment must not be empty");
			parts.attachments.add(id);
		}
		return new Mail(parts);
	}

	private static List<MailAddress> checked(MailAddress... recipients) {
		Assert.notNull(recipients, "'recipients' must not be null");
		Assert.noNullElements(recipients, "'recipients' must not contain null elements");
		return List.of(recipients);
	}

	/**
	 * Return who sends it.
	 * @return the sender
	 */
	public MailAddress from() {
		return this.from;
	}

	/**
	 * Return who gets it.
	 * @return the recipients
	 */
	public List<MailAddress> to() {
		return this.to;
	}

	/**
	 * Return who gets a copy.
	 * @return the recipients
	 */
	public List<MailAddress> cc() {
		return this.cc;
	}

	/**
	 * Return who gets a copy that the others do not see.
	 * @return the recipients
	 */
	public List<MailAddress> bcc() {
		return this.bcc;
	}

	/**
	 * Whether the sender is an address of the organisation.
	 * @return {@code true} if so
	 */
	public boolean isFromOrganization() {
		return this.orgEmail;
	}

	/**
	 * Return the subject.
	 * @return the subject, or {@code null}
	 */
	public @Nullable String subject() {
		return this.subject;
	}

	/**
	 * Return the content.
	 * @return the content, or {@code null}
	 */
	public @Nullable String content() {
		return this.content;
	}

	/**
	 * Whether the content is HTML.
	 * @return {@code false} for plain text
	 */
	public boolean isHtml() {
		return this.html;
	}

	/**
	 * Return the ids of the files that are attached.
	 * @return the encrypted ids
	 */
	public List<String> attachments() {
		return this.attachments;
	}

	@Override
	public String toString() {
		return "Mail[recipients=" + (this.to.size() + this.cc.size() + this.bcc.size()) + ", attachments="
				+ this.attachments.size() + "]";
	}

	private static final class Parts {

		private final MailAddress from;

		private final List<MailAddress> to = new ArrayList<>();

		private final List<MailAddress> cc = new ArrayList<>();

		private final List<MailAddress> bcc = new ArrayList<>();

		private boolean orgEmail;

		private @Nullable String subject;

		private @Nullable String content;

		private boolean html;

		private final List<String> attachments = new ArrayList<>();

		private Parts(MailAddress from) {
			this.from = from;
		}

		private Parts(Mail mail) {
			this.from = mail.from;
			this.to.addAll(mail.to);
			this.cc.addAll(mail.cc);
			this.bcc.addAll(mail.bcc);
			this.orgEmail = mail.orgEmail;
			this.subject = mail.subject;
			this.content = mail.content;
			this.html = mail.html;
			this.attachments.addAll(mail.attachments);
		}

	}

}
