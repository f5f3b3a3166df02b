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

package io.github.biginspring.internal.call;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;

import io.github.biginspring.connection.ApiKey;

/**
 * Keeps the calls that are made and responds to them by a script, without HTTP. A call
 * beyond the script fails.
 */
public final class StubExchange implements CallExchange {

	private final List<BiginCall<?>> calls = new CopyOnWriteArrayList<>();

	private final Deque<Function<BiginCall<?>, Mono<?>>> script = new ConcurrentLinkedDeque<>();

	/**
	 * Respond to the next call so.
	 * @param status the status
	 * @param json the body, read by the call's own reader
	 * @return this exchange
	 */
	public StubExchange response(int status, String json) {
		return response(status, json.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Respond to the next call so, also where its response is streamed.
	 * @param status the status
	 * @param body the body, in two pieces where it is streamed
	 * @return this exchange
	 */
	public StubExchange response(int status, byte[] body) {
		return react((call) -> read(call, status, body));
	}

	private static <T> Mono<T> read(BiginCall<T> call, int status, byte[] body) {
		StreamedResponseReader<T> streamedReader = call.streamedReader();
		if (streamedReader == null || body.length == 0) {
			BiginResponse response = new BiginResponse(status, HttpHeaders.EMPTY, body, call.isRepeated(), call,
					SecretMask.of(ApiKey.of("api-key-of-the-stub")).and(call.secrets()));
			return Mono.fromSupplier(() -> call.reader().read(response));
		}
		int half = body.length / 2;
		Flux<DataBuffer> content = Flux.just(Arrays.copyOf(body, half), Arrays.copyOfRange(body, half, body.length))
			.map(DefaultDataBufferFactory.sharedInstance::wrap);
		return Mono.defer(() -> streamedReader.read(new StreamedResponse(status, HttpHeaders.EMPTY, content)));
	}

	public StubExchange value(Object value) {
		return react((call) -> Mono.just(value));
	}

	public StubExchange fail(Throwable failure) {
		return react((call) -> Mono.error(failure));
	}

	public StubExchange never() {
		return react((call) -> Mono.never());
	}

	private StubExchange react(Function<BiginCall<?>, Mono<?>> reaction) {
		this.script.add(reaction);
		return this;
	}

	public List<BiginCall<?>> calls() {
		return this.calls;
	}

	/**
	 * Return the one call that was made.
	 * @return the call
	 */
	public BiginCall<?> call() {
		if (this.calls.size() != 1) {
			throw new AssertionError("Not one call, but " + this.calls);
		}
		return this.calls.get(0);
	}

	/**
	 * Return the body of the one call.
	 * @return the body as text
	 */
	public String body() {
		byte[] body = call().body();
		return (body != null) ? new String(body, StandardCharsets.UTF_8) : "";
	}

	/**
	 * Return the query of the last call.
	 * @return {@code name=value} of each parameter, not encoded, in order
	 */
	public List<String> query() {
		return this.calls.get(this.calls.size() - 1)
			.query()
			.stream()
			.map((parameter) -> parameter.name() + "=" + parameter.value())
			.toList();
	}

	@Override
	@SuppressWarnings("unchecked") // the script gives what the test's call is read as
	public <T> Mono<T> exchange(BiginCall<T> call) {
		return Mono.defer(() -> {
			this.calls.add(call);
			Function<BiginCall<?>, Mono<?>> reaction = this.script.poll();
			return (reaction != null) ? (Mono<T>) reaction.apply(call)
					: Mono.error(new AssertionError("Unexpected call: " + call));
		});
	}

}
