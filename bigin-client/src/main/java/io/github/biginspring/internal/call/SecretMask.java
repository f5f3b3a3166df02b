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
package io.github.biginspring.internal.call;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.github.biginspring.connection.ApiKey;

/**
 * The mask over secrets in what the service says: the API key and what else a call sent
 * that is secret, as it is or encoded for a URL, and the session token of a connection's
 * URL. Immutable.
 */
public final class SecretMask implements UnaryOperator<String> {

	static final String MASK = "******";

	private static final String SESSION_TOKEN = "session_token";

	// a shorter secret is part of many a word, and hidden only where it stands alone
	private static final int MIN_PART_LENGTH = 8;

	private final Set<String> secrets;

	private final List<String> texts;

	private SecretMask(Set<String> secrets) {
		this.secrets = secrets;
		List<String> texts = new ArrayList<>();
		for (String secret : secrets) {
			texts.add(secret);
			String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
			if (!encoded.equals(secret)) {
				texts.add(encoded);
			}
			String escaped = secret.replace("\\", "\\\\").replace("\"", "\\\"");
			if (!escaped.equals(secret)) {
				texts.add(escaped);
			}
		}
		// one that holds another first
		texts.sort(Comparator.comparingInt(String::length).reversed());
		this.texts = List.copyOf(texts);
	}

	public static SecretMask of(ApiKey apiKey) {
		return new SecretMask(Set.of(apiKey.value()));
	}

	/**
	 * Return a mask that hides more.
	 * @param further further secrets
	 * @return this mask if there are none, or else a new one
	 */
	public SecretMask and(Collection<String> further) {
		if (further.isEmpty()) {
			return this;
		}
		Set<String> all = new LinkedHashSet<>(this.secrets);
		all.addAll(further);
		return new SecretMask(all);
	}

	@Override
	public String apply(String text) {
		String masked = text;
		for (String secret : this.texts) {
			if (masked.contains(secret)) {
				masked = (secret.length() < MIN_PART_LENGTH) ? maskWord(masked, secret) : masked.replace(secret, MASK);
			}
		}
		return maskSessionToken(masked);
	}

	private static String maskWord(String text, String word) {
		StringBuilder masked = new StringBuilder(text.length());
		int copied = 0;
		for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
			int end = at + word.length();
			if (at >= copied && !isWordPart(text, at - 1) && !isWordPart(text, end)) {
				masked.append(text, copied, at).append(MASK);
				copied = end;
			}
		}
		return masked.append(text, copied, text.length()).toString();
	}

	private static boolean isWordPart(String text, int index) {
		return index >= 0 && index < text.length()
				&& (Character.isLetterOrDigit(text.charAt(index)) || text.charAt(index) == '_');
	}

	private static String maskSessionToken(String text) {
		int at = text.indexOf(SESSION_TOKEN);
		if (at < 0) {
			return text;
		}
		StringBuilder masked = new StringBuilder(text.length());
		int copied = 0;
		while (at >= 0) {
			int begin = at + SESSION_TOKEN.length();
			while (begin < text.length() && "=:\"' ".indexOf(text.charAt(begin)) >= 0) {
				begin++;
			}
			int end = begin;
			while (end < text.length() && "&\"'<> ,;)}]".indexOf(text.charAt(end)) < 0) {
				end++;
			}
			masked.append(text, copied, begin).append((end > begin) ? MASK : "");
			copied = end;
			at = text.indexOf(SESSION_TOKEN, end);
		}
		return masked.append(text, copied, text.length()).toString();
	}

	@Override
	public String toString() {
		return "SecretMask";
	}

}
