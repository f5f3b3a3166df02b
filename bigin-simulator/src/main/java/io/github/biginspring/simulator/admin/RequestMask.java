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

package io.github.biginspring.simulator.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides keys, tokens and passwords of requests, whoever they belong to: a real key can
 * have been sent by mistake.
 */
final class RequestMask {

	private static final String HIDDEN = "***";

	private static final String NAMES = "token|session_token|access_token|refresh_token|api[_-]?key|client_secret|secret"
			+ "|password";

	private static final Pattern PARAMETER = Pattern.compile("(?i)((?:^|[?&])(?:" + NAMES + ")=)[^&]*");

	private static final Pattern JSON_VALUE = Pattern
		.compile("(?i)(\"(?:" + NAMES + ")\"\\s*:\\s*)(?:\"(?:[^\"\\\\]|\\\\.)*\"?|[^\\s,}\\]\"\\[{]+)");

	private static final Pattern SECRET_HEADER = Pattern.compile("(?i)authorization|cookie|token|api-?key|secret");

	private final String apiKey;

	RequestMask(String apiKey) {
		this.apiKey = apiKey;
	}

	String url(String url) {
		return known(PARAMETER.matcher(url).replaceAll("$1***"));
	}

	Map<String, List<String>> headers(Map<String, List<String>> headers) {
		Map<String, List<String>> masked = new LinkedHashMap<>();
		headers
			.forEach((name, values) -> masked.put(name, values.stream().map((value) -> header(name, value)).toList()));
		return masked;
	}

	private String header(String name, String value) {
		if (!SECRET_HEADER.matcher(name).find()) {
			return known(value);
		}
		return value.toLowerCase(Locale.ROOT).startsWith("bearer ") ? value.substring(0, 7) + HIDDEN : HIDDEN;
	}

	String body(String body) {
		String values = JSON_VALUE.matcher(body).replaceAll("$1" + Matcher.quoteReplacement("\"" + HIDDEN + "\""));
		return known(PARAMETER.matcher(values).replaceAll("$1***"));
	}

	private String known(String text) {
		return text.replace(this.apiKey, HIDDEN);
	}

}
