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

package io.github.biginspring.query.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.http.HttpHeaders;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginResponse;
import io.github.biginspring.internal.call.CallExchange;

/**
 * Responds to calls from what a test lets the service hold, without HTTP.
 */
public abstract class PagedService implements CallExchange {

	private final List<BiginCall<?>> calls = new ArrayList<>();

	private Scheduler time = Schedulers.immediate();

	private @Nullable Random latency;

	/**
	 * Respond to each call after up to 40 ms.
	 * @param random gives the latencies
	 * @param time where they pass
	 */
	public void responseLate(Random random, Scheduler time) {
		this.latency = random;
		this.time = time;
	}

	List<BiginCall<?>> calls() {
		return this.calls;
	}

	long calls(String pathTemplate) {
		return this.calls.stream().filter((call) -> call.pathTemplate().equals(pathTemplate)).count();
	}

	@Override
	public <T> Mono<T> exchange(BiginCall<T> call) {
		Mono<T> response = Mono.defer(() -> {
			this.calls.add(call);
			String json = response(call);
			return Mono.justOrEmpty(call.reader()
				.read(new BiginResponse(json.isEmpty() ? 204 : 200, HttpHeaders.EMPTY,
						json.getBytes(StandardCharsets.UTF_8), false)));
		});
		return (this.latency != null)
				? response.delaySubscription(Duration.ofMillis(this.latency.nextInt(40)), this.time) : response;
	}

	/**
	 * Respond to a call.
	 * @param call the call
	 * @return the body, empty for none
	 */
	abstract String response(BiginCall<?> call);

	public static BiginException refusal(BiginCall<?> call, String code) {
		return ErrorDetails.responded(call.method(), call.pathTemplate(), 400)
			.code(code)
			.message("rejected")
			.toException();
	}

	static @Nullable String parameter(BiginCall<?> call, String name) {
		return call.query()
			.stream()
			.filter((parameter) -> parameter.name().equals(name))
			.map(BiginCall.QueryParameter::value)
			.findFirst()
			.orElse(null);
	}

	static int number(BiginCall<?> call, String name) {
		String value = parameter(call, name);
		return (value != null) ? Integer.parseInt(value) : 0;
	}

	/**
	 * Return the query of a COQL call.
	 * @param call the call
	 * @return the text as it stands in JSON
	 */
	public static String statement(BiginCall<?> call) {
		String body = new String(call.body(), StandardCharsets.UTF_8);
		return body.substring("{\"select_query\":\"".length(), body.length() - 2);
	}

	static String page(List<String> records, boolean more, @Nullable String token) {
		return records.isEmpty() ? "" : "{\"data\":[" + String.join(",", records) + "],\"info\":{\"more_records\":"
				+ more + ",\"next_page_token\":" + ((token != null) ? "\"" + token + "\"" : "null") + "}}";
	}

}
