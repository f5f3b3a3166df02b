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

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * The text of an error response whose body is no JSON object.
 */
public final class TextBody {

	private static final String MISSING_CONNECTION = "Missing connection";

	private TextBody() {
	}

	/**
	 * Return what an error response says in words.
	 * @param response the response
	 * @return the text, or {@code null} where there is none, or it is not declared to be
	 * plain text, so that it can hold anything; that a connection is missing is told
	 * whatever the type
	 */
	public static @Nullable String excerpt(BiginResponse response) {
		String text = new String(response.body(), StandardCharsets.UTF_8).trim();
		if (text.isEmpty()) {
			return null;
		}
		if (isPlain(text, response.headers().getFirst(HttpHeaders.CONTENT_TYPE))) {
			return text;
		}
		return text.toLowerCase(Locale.ROOT).contains(MISSING_CONNECTION.toLowerCase(Locale.ROOT)) ? MISSING_CONNECTION
				: null;
	}

	private static boolean isPlain(String text, @Nullable String contentType) {
		return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith("text/plain")
				&& "{[<".indexOf(text.charAt(0)) < 0;
	}

}
