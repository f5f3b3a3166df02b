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

package io.github.biginspring.connection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.util.Assert;

/**
 * The API key of Maton. It is not part of {@code toString}.
 *
 * @since 0.1.0
 */
public final class ApiKey {

	private final String value;

	private ApiKey(String value) {
		this.value = value;
	}

	/**
	 * Check a key.
	 * @param value the key
	 * @return the key
	 * @throws IllegalArgumentException if it is blank or cannot stand in an HTTP header;
	 * the message does not hold the key
	 */
	public static ApiKey of(@Nullable String value) {
		if (value == null || value.isBlank()) {
			throw new IllegalArgumentException("The API key must not be blank");
		}
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if (c <= ' ' || c >= 0x7F) {
				throw new IllegalArgumentException("The API key holds a "
						+ ((c == '\n' || c == '\r') ? "line break" : "character that is no visible ASCII character")
						+ " at position " + i + " of " + value.length());
			}
		}
		return new ApiKey(value);
	}

	/**
	 * Add the one header that carries the key.
	 * @param headers the headers of a request
	 */
	public void addTo(HttpHeaders headers) {
		Assert.notNull(headers, "'headers' must not be null");
		headers.setBearerAuth(this.value);
	}

	/**
	 * The key itself. Keep it out of logs, messages and tags.
	 * @return the secret
	 */
	public String value() {
		return this.value;
	}

	/**
	 * Return what tells this key from others and does not give it away.
	 * @return its SHA-256, as 64 hexadecimal digits
	 */
	public String fingerprint() {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(this.value.getBytes(StandardCharsets.US_ASCII));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || other instanceof ApiKey key && this.value.equals(key.value);
	}

	@Override
	public int hashCode() {
		return this.value.hashCode();
	}

	@Override
	public String toString() {
		return "ApiKey[******]";
	}

}
