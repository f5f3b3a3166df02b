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
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.request.ReceivedRequest;
import io.github.biginspring.simulator.request.ReceivedRequests;
import io.github.biginspring.simulator.request.RequestPattern;

/**
 * The requests that were received, as JSON, without the secrets in them.
 */
final class RequestsResource {

	private static final int SHOWN = 100;

	private static final int MAX_SHOWN = 10_000;

	private final ReceivedRequests requests;

	private final RequestMask mask;

	RequestsResource(ReceivedRequests requests, RequestMask mask) {
		this.requests = requests;
		this.mask = mask;
	}

	Map<String, @Nullable Object> list(AdminRequest request) {
		request.requireParameters(List.of("count", "on", "limit"));
		int limit = request.parameter("limit", SHOWN, 1, MAX_SHOWN);
		String on = request.parameter("on");
		List<ReceivedRequest> matching = matching(on);
		Map<String, @Nullable Object> answer = new LinkedHashMap<>();
		answer.put("count", (on != null) ? matching.size() : this.requests.count());
		if (!request.hasParameter("count")) {
			List<ReceivedRequest> latest = matching.subList(Math.max(0, matching.size() - limit), matching.size());
			answer.put("requests", latest.stream().map(this::describe).toList());
		}
		return answer;
	}

	void clear() {
		this.requests.clear();
	}

	private List<ReceivedRequest> matching(@Nullable String on) {
		if (on == null) {
			return this.requests.all();
		}
		try {
			return this.requests.all().stream().filter(RequestPattern.of(on)).toList();
		}
		catch (IllegalArgumentException ex) {
			throw AdminException.of("?on", ex);
		}
	}

	private Map<String, @Nullable Object> describe(ReceivedRequest request) {
		Map<String, @Nullable Object> map = new LinkedHashMap<>();
		map.put("method", request.method());
		map.put("url", this.mask.url(request.url()));
		map.put("headers", this.mask.headers(request.headers()));
		if (request.parts().isEmpty()) {
			map.put("body", this.mask.body(request.body()));
		}
		else {
			map.put("parts", request.parts().stream().map((part) -> this.mask.body(part.toString())).toList());
		}
		return map;
	}

}
