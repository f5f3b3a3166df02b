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

import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.request.BiginRequest;

/**
 * Starts requests.
 *
 * @since 0.1.0
 */
public final class RequestTemplate {

	private final CallExchange exchange;

	private final OperationObserver observer;

	private final JsonMapper jsonMapper;

	/**
	 * Create a template.
	 * @param exchange makes the calls
	 * @param observer watches the operations
	 * @param jsonMapper reads and writes the bodies
	 */
	public RequestTemplate(CallExchange exchange, OperationObserver observer, JsonMapper jsonMapper) {
		this.exchange = exchange;
		this.observer = observer;
		this.jsonMapper = jsonMapper;
	}

	/**
	 * Start a request.
	 * @param method the HTTP method
	 * @param path the path from {@code /bigin/} on, with its variables in braces; it
	 * names metrics, so what differs from request to request has to be a variable
	 * @param variables the values of the variables, in order, not encoded
	 * @return the request
	 * @throws IllegalArgumentException if the path could lead elsewhere, or the variables
	 * do not fit it
	 */
	public BiginRequest request(HttpMethod method, String path, Object... variables) {
		Assert.notNull(method, "'method' must not be null");
		Assert.notNull(path, "'path' must not be null");
		Assert.notNull(variables, "'variables' must not be null");
		Assert.noNullElements(variables, "'variables' must not contain null elements");
		return new DefaultBiginRequest(this.exchange, this.observer, this.jsonMapper,
				DefaultBiginRequest.effectOf(method), method, RequestPath.of(path, variables), (call) -> {
				});
	}

}
