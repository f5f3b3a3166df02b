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
package io.github.biginspring.simulator.recording;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Headers and body of a request or response.
 *
 * @param headers the headers that are of use, by name
 * @param body the maps and lists of a JSON body, or {@code null} where there is none
 * @param leftOut how many bytes a body has that is not JSON and is not recorded
 */
record RecordedMessage(Map<String, String> headers, @Nullable Object body, long leftOut) {

	/**
	 * Read what was sent.
	 * @param headers the headers that are of use
	 * @param bytes the bytes of the body
	 * @return the message
	 */
	static RecordedMessage of(Map<String, String> headers, byte[] bytes) {
		Object body = (bytes.length > 0) ? RecordedJson.read(bytes) : null;
		return new RecordedMessage(headers, body, (body != null) ? 0 : bytes.length);
	}

	static RecordedMessage of(Map<?, ?> map) {
		Map<String, String> headers = new LinkedHashMap<>();
		if (map.get("headers") instanceof Map<?, ?> given) {
			given.forEach((name, value) -> headers.put(String.valueOf(name), String.valueOf(value)));
		}
		long leftOut = (map.get("left_out") instanceof Number number) ? number.longValue() : 0;
		return new RecordedMessage(headers, map.get("body"), leftOut);
	}

	void addTo(Map<String, @Nullable Object> map) {
		if (!this.headers.isEmpty()) {
			map.put("headers", this.headers);
		}
		if (this.body != null) {
			map.put("body", this.body);
		}
		if (this.leftOut > 0) {
			map.put("left_out", this.leftOut);
		}
	}

	/**
	 * The body to send.
	 * @return its bytes, spaces in the place of what is not recorded
	 */
	byte[] bytes() {
		if (this.body != null) {
			return RecordedJson.write(this.body);
		}
		byte[] blank = new byte[Math.toIntExact(this.leftOut)];
		java.util.Arrays.fill(blank, (byte) ' ');
		return blank;
	}

}
