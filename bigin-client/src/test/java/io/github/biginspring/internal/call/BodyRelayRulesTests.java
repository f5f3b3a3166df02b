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

import java.nio.ByteBuffer;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

import io.github.biginspring.internal.PublisherRules;

/**
 * A body that is passed on keeps the rules of Reactive Streams.
 */
class BodyRelayRulesTests {

	private static final int MAX_ELEMENTS = 1000;

	@TestFactory
	Stream<DynamicTest> ofABodyThatIsThere() {
		return PublisherRules.of((elements) -> relayed(buffers(elements)), MAX_ELEMENTS);
	}

	@TestFactory
	Stream<DynamicTest> ofABodyThatComesOnAnotherThread() {
		return PublisherRules.of((elements) -> relayed(buffers(elements).publishOn(Schedulers.parallel(), 1)),
				MAX_ELEMENTS);
	}

	private static Publisher<DataBuffer> relayed(Flux<DataBuffer> body) {
		CallExchange exchange = new CallExchange() {

			@Override
			public <T> Mono<T> exchange(BiginCall<T> call) {
				StreamedResponseReader<T> reader = call.streamedReader();
				return (reader != null) ? reader.read(new StreamedResponse(200, HttpHeaders.EMPTY, body))
						: Mono.error(new AssertionError("not streamed"));
			}

		};
		return BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/{module}", UriVariable.module("Contacts"))
			.stream(exchange);
	}

	private static Flux<DataBuffer> buffers(long count) {
		return Flux.generate(() -> 0L, (number, sink) -> {
			if (number < count) {
				sink.next(DefaultDataBufferFactory.sharedInstance
					.wrap(ByteBuffer.allocate(Long.BYTES).putLong(number).flip()));
			}
			else {
				sink.complete();
			}
			return number + 1;
		});
	}

}
