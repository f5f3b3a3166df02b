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

package io.github.biginspring.request.internal;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A header that the application sets, checked.
 *
 * @param name the name
 * @param value the value
 */
record RequestHeader(String name, String value) {

	private static final Map<String, String> INSTEAD = Map.of("maton-connection", "use withConnection(...)",
			"content-type", "give the type with the body", "authorization", "the client sends the API key itself");

	private static final Set<String> OWN = Set.of("host", "content-length", "transfer-encoding", "connection", "te",
			"trailer", "upgrade", "expect", "proxy-authorization");

	static RequestHeader of(@Nullable String name, @Nullable String value) {
		Assert.isTrue(name != null && !name.isEmpty() && name.chars().allMatch(RequestHeader::isTokenPart),
				"Not the name of a header: it holds letters, digits and hyphens");
		String lowerCase = name.toLowerCase(Locale.ROOT);
		String instead = OWN.contains(lowerCase) ? "the client sets it itself" : INSTEAD.get(lowerCase);
		Assert.isTrue(instead == null, () -> "Header '" + name + "' cannot be set: " + instead);
		Assert.isTrue(value != null && value.chars().allMatch((c) -> c >= ' ' && c < 0x7F),
				() -> "The value of header '" + name + "' must hold visible ASCII characters and spaces only");
		return new RequestHeader(name, value);
	}

	// RFC 9110, section 5.6.2
	private static boolean isTokenPart(int c) {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
				|| "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
	}

}
