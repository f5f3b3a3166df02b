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

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The address, and optionally the name, of a sender or recipient of a mail.
 *
 * @param email the email address
 * @param name the name that is shown, or {@code null}
 * @since 0.1.0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MailAddress(@JsonProperty("email") String email, @JsonProperty("user_name") @Nullable String name) {

	/**
	 * Check the parts.
	 * @param email the email address
	 * @param name the name that is shown, or {@code null}
	 * @throws IllegalArgumentException if it cannot be an email address
	 */
	public MailAddress {
		Assert.notNull(email, "'email' must not be null");
		int at = email.indexOf('@');
		Assert.isTrue(at > 0 && at < email.length() - 1 && email.chars().noneMatch(MailAddress::isSeparator),
				"Not an email address: it needs a part before and after '@', and no space, comma or control character");
	}

	private static boolean isSeparator(int c) {
		return c == ',' || c == ';' || Character.isWhitespace(c) || Character.isISOControl(c);
	}

	/**
	 * An address without a name.
	 * @param email the email address
	 * @return the address
	 * @throws IllegalArgumentException if it cannot be an email address
	 */
	public static MailAddress of(String email) {
		return new MailAddress(email, null);
	}

	@Override
	public String toString() {
		return "MailAddress[****]";
	}

}
