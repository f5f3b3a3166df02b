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

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Responses and faults in the terms of WireMock.
 */
final class ResponseDefinitions {

	private ResponseDefinitions() {
	}

	static ResponseDefinition of(SimulatedResponse response) {
		return builder(response).build();
	}

	static ResponseDefinition of(io.github.biginspring.simulator.fault.Fault fault,
			@Nullable SimulatedResponse trueResponse) {
		ResponseDefinitionBuilder definition = switch (fault.kind()) {
			case NONE -> builder(required(trueResponse));
			case RESPONSE -> builder(new SimulatedResponse(fault.status(), fault.headers(), bytes(fault.body())));
			case TRUNCATED_RESPONSE -> truncated(required(trueResponse));
			case EMPTY_RESPONSE -> builder(Fault.EMPTY_RESPONSE);
			case CONNECTION_RESET -> builder(Fault.CONNECTION_RESET_BY_PEER);
			case GARBAGE -> builder(Fault.MALFORMED_RESPONSE_CHUNK);
		};
		if (!fault.delay().isZero()) {
			definition.withFixedDelay(Math.toIntExact(fault.delay().toMillis()));
		}
		return definition.build();
	}

	/**
	 * The first half of a response under the length of the whole. Not compressed, for
	 * then it would be sent in chunks, and be whole in itself.
	 * @param response the true response
	 * @return the response cut off
	 */
	private static ResponseDefinitionBuilder truncated(SimulatedResponse response) {
		byte[] half = Arrays.copyOf(response.body(), response.body().length / 2);
		Map<String, String> headers = new LinkedHashMap<>(response.headers());
		headers.put("Content-Length", Integer.toString(Math.max(1, response.body().length)));
		return builder(new SimulatedResponse(response.status(), headers, half)).withGzipDisabled(true);
	}

	private static ResponseDefinitionBuilder builder(Fault fault) {
		return ResponseDefinitionBuilder.responseDefinition().withFault(fault);
	}

	private static ResponseDefinitionBuilder builder(SimulatedResponse response) {
		ResponseDefinitionBuilder definition = ResponseDefinitionBuilder.responseDefinition()
			.withStatus(response.status());
		response.headers().forEach(definition::withHeader);
		return (response.body().length > 0) ? definition.withBody(response.body()) : definition;
	}

	private static SimulatedResponse required(@Nullable SimulatedResponse response) {
		if (response == null) {
			throw new IllegalArgumentException("This fault needs the true response");
		}
		return response;
	}

	private static byte[] bytes(@Nullable String body) {
		return (body != null) ? body.getBytes(StandardCharsets.UTF_8) : new byte[0];
	}

}
