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
import java.util.HexFormat;

import org.springframework.web.util.UriUtils;

/**
 * Encodes what stands in a URI, so that no character of it means anything but itself.
 */
public final class UriEncoding {

	private static final HexFormat HEX = HexFormat.of().withUpperCase();

	private UriEncoding() {
	}

	/**
	 * Append a value, without a copy for what nearly every value is made of: letters,
	 * digits and commas.
	 * @param uri the URI so far
	 * @param value the value, not encoded
	 */
	public static void append(StringBuilder uri, String value) {
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if (c >= 0x80) {
				uri.append(UriUtils.encode(value.substring(i), StandardCharsets.UTF_8));
				return;
			}
			if (isUnreserved(c)) {
				uri.append(c);
			}
			else {
				uri.append('%');
				HEX.toHexDigits(uri, (byte) c);
			}
		}
	}

	private static boolean isUnreserved(char c) {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '.' || c == '_'
				|| c == '~';
	}

}
