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

package io.github.biginspring.notification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * The secret that Bigin sends with each notification of a channel, and the only proof
 * that it comes from Bigin. It is not part of {@code toString}.
 *
 * @since 0.1.0
 */
public final class NotificationToken {

	/**
	 * The maximum number of characters in a token (Bigin's documentation).
	 */
	public static final int MAX_CHARACTERS = 50;

	private final String value;

	private NotificationToken(String value) {
		this.value = value;
	}

	/**
	 * Check a token.
	 * @param value the token, 1 to {@value #MAX_CHARACTERS} characters, best a random one
	 * @return the token
	 * @throws IllegalArgumentException if it is blank, too long or holds a control
	 * character; the message does not hold the token
	 */
	public static NotificationToken of(@Nullable String value) {
		if (value == null || value.isBlank()) {
			throw new IllegalArgumentException("The token of a channel must not be blank");
		}
		if (value.length() > MAX_CHARACTERS) {
			throw new IllegalArgumentException(
					"The token of a channel has at most " + MAX_CHARACTERS + " characters, not " + value.length());
		}
		if (value.chars().anyMatch(Character::isISOControl)) {
			throw new IllegalArgumentException(
					"The token of a channel holds a control character, such as a line break");
		}
		return new NotificationToken(value);
	}

	// what the service lists is taken as it is
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	static NotificationToken listed(String value) {
		return new NotificationToken(value);
	}

	/**
	 * Return the token itself, for the one body that carries it.
	 * @return the token
	 */
	public String value() {
		return this.value;
	}

	/**
	 * Compare in a time that tells nothing of this token, not even its length.
	 * @param presented what was presented as the token, or {@code null} for nothing
	 * @return {@code true} if it is this token
	 */
	public boolean matches(@Nullable String presented) {
		byte[] bytes = ((presented != null) ? presented : "").getBytes(StandardCharsets.UTF_8);
		// the time depends on the length of the first one only
		return MessageDigest.isEqual(bytes, this.value.getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof NotificationToken token && matches(token.value);
	}

	@Override
	public int hashCode() {
		return this.value.hashCode();
	}

	@Override
	public String toString() {
		return "NotificationToken[******]";
	}

}
