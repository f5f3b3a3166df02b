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

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

import io.github.biginspring.model.ServiceInfo;

/**
 * An address that mails can be sent from. What is named here is by analogy with Zoho CRM.
 *
 * @since 0.1.0
 */
public final class MailSender extends ServiceInfo {

	private MailSender(Map<String, ? extends @Nullable Object> attributes) {
		super(attributes);
	}

	/**
	 * Create the description of a sender.
	 * @param attributes what the service says, by its names
	 * @return the description
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public static MailSender of(Map<String, ? extends @Nullable Object> attributes) {
		return new MailSender(attributes);
	}

	/**
	 * Return the id, digits as text.
	 * @return the value, or {@code null}
	 */
	public @Nullable String id() {
		return text("id");
	}

	/**
	 * Return the email address.
	 * @return the value, empty where the service gives none
	 */
	public String email() {
		return textOrEmpty("email");
	}

	/**
	 * Return the name that is shown.
	 * @return the value, or {@code null}
	 */
	public @Nullable String userName() {
		return text("user_name");
	}

	/**
	 * Return what kind of address it is, such as {@code primary} or {@code org_email}.
	 * @return the value, or {@code null}
	 */
	public @Nullable String type() {
		return text("type");
	}

	/**
	 * Whether mails are sent from it where nothing else is said.
	 * @return {@code true} if so
	 */
	public boolean isDefault() {
		return flag("default");
	}

}
