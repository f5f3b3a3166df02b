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

package io.github.biginspring.write.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginResponse;
import io.github.biginspring.internal.call.CallExchange;

/**
 * A service whose calls stay under way until a test responds to them.
 */
public final class HeldService implements CallExchange {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	public final List<HeldCall<?>> calls = Collections.synchronizedList(new ArrayList<>());

	public HeldCall<?> call(int index) {
		return this.calls.get(index);
	}

	public long inFlight() {
		return this.calls.stream().filter((call) -> !call.responded && !call.cancelled).count();
	}

	@Override
	public <T> Mono<T> exchange(BiginCall<T> call) {
		return Mono.create((sink) -> {
			HeldCall<T> held = new HeldCall<>(call, sink);
			sink.onCancel(() -> held.cancelled = true);
			this.calls.add(held);
		});
	}

	/**
	 * Return what a call carries.
	 * @param call the call
	 * @return the last names, or else the ids, of its records, in order
	 */
	static List<String> records(BiginCall<?> call) {
		byte[] body = call.body();
		if (body == null) {
			return call.query()
				.stream()
				.filter((parameter) -> parameter.name().equals("ids"))
				.flatMap((parameter) -> Arrays.stream(parameter.value().split(",")))
				.toList();
		}
		List<String> records = new ArrayList<>();
		JSON.readTree(body)
			.path("data")
			.forEach((record) -> records
				.add(record.has("Last_Name") ? record.path("Last_Name").asString() : record.path("id").asString()));
		return records;
	}

	/**
	 * Let a call read a response.
	 * @param call the call
	 * @param entries the entries of its data array
	 * @param <T> what it is read as
	 * @return that
	 */
	static <T> T read(BiginCall<T> call, List<String> entries) {
		String json = "{\"data\":[" + String.join(",", entries) + "]}";
		return call.reader()
			.read(new BiginResponse(207, HttpHeaders.EMPTY, json.getBytes(StandardCharsets.UTF_8), call.isRepeated()));
	}

	static String success(String id) {
		return "{\"code\":\"SUCCESS\",\"details\":{\"id\":\"" + id + "\"},\"status\":\"success\"}";
	}

	static String refusal() {
		return "{\"code\":\"INVALID_DATA\",\"details\":{\"api_name\":\"Email\"},\"status\":\"error\"}";
	}

	public static final class HeldCall<T> {

		public final BiginCall<T> call;

		private final MonoSink<T> sink;

		volatile boolean responded;

		volatile boolean cancelled;

		public HeldCall(BiginCall<T> call, MonoSink<T> sink) {
			this.call = call;
			this.sink = sink;
		}

		List<String> records() {
			return HeldService.records(this.call);
		}

		void writeAll() {
			this.responded = true;
			this.sink.success(read(this.call, records().stream().map((record) -> success(record)).toList()));
		}

		void fail(BiginException failure) {
			this.responded = true;
			this.sink.error(failure);
		}

	}

}
