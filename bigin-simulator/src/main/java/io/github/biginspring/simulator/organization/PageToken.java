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

package io.github.biginspring.simulator.organization;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.zip.CRC32;

import org.jspecify.annotations.Nullable;

/**
 * A place in a list. Opaque to clients, it carries all that is needed to go on, so that
 * nothing has to be remembered.
 *
 * @param binding what must be the same in all requests of one reading
 * @param pageSize the size of all pages of the reading
 * @param backward whether the page ends before the position, rather than begins after it
 * @param key the sort key of the position
 * @param id the id of the record at the position
 * @param expiry the second from which the token is too old
 */
record PageToken(int binding, int pageSize, boolean backward, long key, long id, long expiry) {

	static PageToken parse(String text) {
		PageToken token = decode(text);
		if (token == null) {
			throw RefusedException.invalidParameter("page_token");
		}
		return token;
	}

	void check(Instant now, int expectedBinding) {
		if (now.getEpochSecond() >= this.expiry) {
			throw RefusedException.of("EXPIRED_VALUE", "the value given for the parameter has expired")
				.with("param_name", "page_token");
		}
		if (expectedBinding != this.binding) {
			throw RefusedException
				.of("TOKEN_BOUND_DATA_MISMATCH", "the parameters differ from those that the token was made for")
				.with("param_name", "page_token");
		}
	}

	String encode() {
		String content = String.join(":", Integer.toString(this.binding), Integer.toString(this.pageSize),
				Boolean.toString(this.backward), Long.toString(this.key), Long.toString(this.id),
				Long.toString(this.expiry));
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((checksum(content) + ":" + content).getBytes(StandardCharsets.US_ASCII));
	}

	private static @Nullable PageToken decode(String text) {
		try {
			String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
			int separator = decoded.indexOf(':');
			String content = decoded.substring(separator + 1);
			if (separator < 0 || !decoded.substring(0, separator).equals(checksum(content))) {
				return null;
			}
			String[] parts = content.split(":");
			return new PageToken(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Boolean.parseBoolean(parts[2]),
					Long.parseLong(parts[3]), Long.parseLong(parts[4]), Long.parseLong(parts[5]));
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static String checksum(String content) {
		CRC32 checksum = new CRC32();
		checksum.update(content.getBytes(StandardCharsets.US_ASCII));
		return Long.toHexString(checksum.getValue());
	}

}
