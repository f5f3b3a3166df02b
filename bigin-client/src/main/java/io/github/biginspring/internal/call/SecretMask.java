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
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.github.biginspring.connection.ApiKey;

/**
 * The mask over secrets in what the service says: the API key and what else a call sent
 * that is secret, and the session token of a connection's URL. A secret is known in upper
 * and lower case, and encoded for a URL, for JSON or in Base64. Immutable.
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
		Set<String> texts = new LinkedHashSet<>();
		for (String secret : secrets) {
			texts.add(secret);
			texts.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
			texts.add(secret.replace("\\", "\\\\").replace("\"", "\\\""));
			if (secret.length() >= MIN_PART_LENGTH) {
				texts.add(unicodeEscaped(secret));
				for (int before = 0; before < 3; before++) {
					texts.add(base64(Base64.getEncoder(), before, secret));
					texts.add(base64(Base64.getUrlEncoder(), before, secret));
				}
			}
		}
		// one that holds another first
		this.texts = texts.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
	}

	private static String unicodeEscaped(String secret) {
		StringBuilder escaped = new StringBuilder(6 * secret.length());
		for (int i = 0; i < secret.length(); i++) {
			escaped.append("\\u").append(HexFormat.of().toHexDigits(secret.charAt(i)));
		}
		return escaped.toString();
	}

	// those of its characters that stand for the secret alone, whatever stands around it
	private static String base64(Base64.Encoder encoder, int before, String secret) {
		byte[] bytes = (" ".repeat(before) + secret).getBytes(StandardCharsets.UTF_8);
		int begin = (before * 8 + 5) / 6;
		int end = bytes.length * 8 / 6;
		return encoder.encodeToString(bytes).substring(begin, end);
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
			masked = (secret.length() < MIN_PART_LENGTH) ? maskWord(masked, secret) : maskPart(masked, secret);
		}
		return maskSessionToken(masked);
	}

	private static String maskPart(String text, String part) {
		StringBuilder masked = null;
		int copied = 0;
		for (int at = 0; at <= text.length() - part.length(); at++) {
			if (text.regionMatches(true, at, part, 0, part.length())) {
				masked = (masked != null) ? masked : new StringBuilder(text.length());
				masked.append(text, copied, at).append(MASK);
				copied = at + part.length();
				at = copied - 1;
			}
		}
		return (masked != null) ? masked.append(text, copied, text.length()).toString() : text;
	}

	private static String maskWord(String text, String word) {
		if (!text.contains(word)) {
			return text;
		}
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
