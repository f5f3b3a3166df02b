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
 * Answers and faults in the terms of WireMock.
 */
final class ResponseDefinitions {

	private ResponseDefinitions() {
	}

	static ResponseDefinition of(Answer answer) {
		return builder(answer).build();
	}

	static ResponseDefinition of(io.github.biginspring.simulator.fault.Fault fault, @Nullable Answer trueAnswer) {
		ResponseDefinitionBuilder definition = switch (fault.kind()) {
			case NONE -> builder(required(trueAnswer));
			case ANSWER -> builder(new Answer(fault.status(), fault.headers(), bytes(fault.body())));
			case TRUNCATED_ANSWER -> truncated(required(trueAnswer));
			case EMPTY_ANSWER -> builder(Fault.EMPTY_RESPONSE);
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
	 * @param response the true answer
	 * @return the response cut off
	 */
	private static ResponseDefinitionBuilder truncated(Answer answer) {
		byte[] half = Arrays.copyOf(answer.body(), answer.body().length / 2);
		Map<String, String> headers = new LinkedHashMap<>(answer.headers());
		headers.put("Content-Length", Integer.toString(Math.max(1, answer.body().length)));
		return builder(new Answer(answer.status(), headers, half)).withGzipDisabled(true);
	}

	private static ResponseDefinitionBuilder builder(Fault fault) {
		return ResponseDefinitionBuilder.responseDefinition().withFault(fault);
	}

	private static ResponseDefinitionBuilder builder(Answer answer) {
		ResponseDefinitionBuilder definition = ResponseDefinitionBuilder.responseDefinition()
			.withStatus(answer.status());
		answer.headers().forEach(definition::withHeader);
		return (answer.body().length > 0) ? definition.withBody(answer.body()) : definition;
	}

	private static Answer required(@Nullable Answer answer) {
		if (answer == null) {
			throw new IllegalArgumentException("This fault needs the true answer");
		}
		return answer;
	}

	private static byte[] bytes(@Nullable String body) {
		return (body != null) ? body.getBytes(StandardCharsets.UTF_8) : new byte[0];
	}

}
