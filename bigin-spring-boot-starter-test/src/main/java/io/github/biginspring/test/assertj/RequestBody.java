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

package io.github.biginspring.test.assertj;

import java.util.Arrays;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.github.biginspring.simulator.request.ReceivedRequest;

/**
 * What a request says of records.
 */
final class RequestBody {

	private static final JsonMapper MAPPER = new JsonMapper();

	private RequestBody() {
	}

	/**
	 * Return the records that a request sends.
	 * @param request the request
	 * @return the records, none where it sends none
	 */
	static Stream<JsonNode> records(ReceivedRequest request) {
		if (request.body().isEmpty()) {
			return Stream.empty();
		}
		try {
			return MAPPER.readTree(request.bodyBytes()).path("data").valueStream();
		}
		catch (JacksonException ex) {
			return Stream.empty(); // a file, or a form
		}
	}

	static boolean hasValue(JsonNode record, String name, @Nullable Object value) {
		JsonNode sent = record.get(name);
		if (sent == null || value == null) {
			return sent != null && sent.isNull();
		}
		if (sent.isValueNode() && sent.asString().equals(value.toString())) {
			return true;
		}
		return sent.equals(MAPPER.valueToTree(value));
	}

	static boolean namesId(@Nullable String ids, String id) {
		return ids != null && Arrays.asList(ids.split(",")).contains(id);
	}

}
