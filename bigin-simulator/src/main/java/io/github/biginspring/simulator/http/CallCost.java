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

package io.github.biginspring.simulator.http;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.common.Json;
import wiremock.com.fasterxml.jackson.core.JsonParser;
import wiremock.com.fasterxml.jackson.core.JsonToken;

import io.github.biginspring.simulator.request.ReceivedRequest;

/**
 * What a call costs in credits.
 */
final class CallCost {

	private static final int CUSTOM_VIEW = 3;

	private static final int BULK_READ = 50;

	private static final int RECORDS_A_CREDIT = 10;

	private static final int TAGGED_RECORDS_A_CREDIT = 50;

	private CallCost() {
	}

	/**
	 * The cost of a call.
	 * @param request the request
	 * @param segments the path below {@code /zoho-bigin/bigin}
	 * @return the credits, at least 1
	 */
	static int of(ReceivedRequest request, List<String> segments) {
		String method = request.method();
		Map<String, String> parameters = request.parameters();
		String first = segments.get(1);
		String last = segments.get(segments.size() - 1);
		if ("bulk".equals(segments.get(0))) {
			return ("POST".equals(method) && "read".equals(last)) ? BULK_READ : 1;
		}
		if (segments.size() == 2 && "GET".equals(method)) {
			return parameters.containsKey("cvid") ? CUSTOM_VIEW : 1;
		}
		if ("add_tags".equals(last) || "remove_tags".equals(last)) {
			String ids = parameters.get("ids");
			int count = (ids != null) ? ids.split(",").length : count(request.bodyBytes(), "ids");
			return credits(count, TAGGED_RECORDS_A_CREDIT);
		}
		boolean write = "POST".equals(method) || "PUT".equals(method);
		boolean service = List.of("settings", "users", "coql", "actions", "org").contains(first);
		return (write && !service && request.parts().isEmpty())
				? credits(count(request.bodyBytes(), "data"), RECORDS_A_CREDIT) : 1;
	}

	private static int credits(int records, int recordsACredit) {
		return Math.max(1, (records + recordsACredit - 1) / recordsACredit);
	}

	private static int count(byte[] body, String array) {
		try (JsonParser parser = Json.getObjectMapper().getFactory().createParser(body)) {
			if (parser.nextToken() != JsonToken.START_OBJECT) {
				return 0;
			}
			while (parser.nextToken() == JsonToken.FIELD_NAME) {
				boolean wanted = array.equals(parser.currentName());
				if (parser.nextToken() == JsonToken.START_ARRAY && wanted) {
					return elements(parser);
				}
				parser.skipChildren();
			}
			return 0;
		}
		catch (IOException ex) {
			return 0;
		}
	}

	private static int elements(JsonParser parser) throws IOException {
		int count = 0;
		while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
			count++;
			parser.skipChildren();
		}
		return count;
	}

}
