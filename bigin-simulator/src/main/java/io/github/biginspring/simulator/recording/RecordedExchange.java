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
 * A request and its response.
 *
 * @param method the method
 * @param url path and query, encoded
 * @param request what else was sent
 * @param status the status of the response
 * @param response what else came back
 */
record RecordedExchange(String method, String url, RecordedMessage request, int status, RecordedMessage response) {

	static RecordedExchange of(Map<?, ?> map) {
		if (map.get("request") instanceof Map<?, ?> request && map.get("response") instanceof Map<?, ?> response
				&& request.get("method") instanceof String method && request.get("url") instanceof String url
				&& response.get("status") instanceof Integer status) {
			return new RecordedExchange(method, url, RecordedMessage.of(request), status, RecordedMessage.of(response));
		}
		throw new IllegalArgumentException("An exchange of the recording has no method, url or status");
	}

	Map<String, Object> toMap() {
		Map<String, @Nullable Object> sent = new LinkedHashMap<>();
		sent.put("method", this.method);
		sent.put("url", this.url);
		this.request.addTo(sent);
		Map<String, @Nullable Object> received = new LinkedHashMap<>();
		received.put("status", this.status);
		this.response.addTo(received);
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("request", sent);
		map.put("response", received);
		return map;
	}

	/**
	 * Method, path and query, which are masked.
	 */
	@Override
	public String toString() {
		return this.method + " " + this.url;
	}

}
