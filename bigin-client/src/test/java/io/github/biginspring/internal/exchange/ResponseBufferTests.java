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

package io.github.biginspring.internal.exchange;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.publisher.TestPublisher;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginResponse;
import io.github.biginspring.internal.call.CallEffect;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever becomes of a response, the buffers of its body are released, and read before
 * they are.
 */
class ResponseBufferTests {

	private final NettyDataBufferFactory factory = new NettyDataBufferFactory(PooledByteBufAllocator.DEFAULT);

	private final List<ByteBuf> buffers = new ArrayList<>();

	@ParameterizedTest
	@ValueSource(ints = { 1, 10_000 })
	void afterASuccess(int size) {
		assertThat(exchange(200, body(size), (response) -> new String(response.body(), StandardCharsets.UTF_8)).block())
			.isEqualTo(body(size));
		requireReleased();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 10_000 })
	void afterAnEmptyReading(int size) {
		assertThat(exchange(200, body(size), (response) -> null).block()).isNull();
		requireReleased();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 10_000 })
	void afterAFailureOfTheReader(int size) {
		assertThat(failure(exchange(200, body(size), (response) -> {
			throw new IllegalStateException();
		}))).isNotNull();
		requireReleased();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 10_000 })
	void afterAFailure(int size) {
		assertThat(failure(exchange(400, body(size), BiginResponse::toString))).isNotNull();
		requireReleased();
	}

	@Test
	void afterABodyThatIsTooLarge() {
		assertThat(failure(exchange(200, body(100_000), BiginResponse::toString))).isNotNull();
		requireReleased();
	}

	@Test
	void afterACallThatIsGivenUp() {
		TestPublisher<DataBuffer> body = TestPublisher.create();
		Disposable call = exchange(200, body.flux(), BiginResponse::toString).subscribe();
		body.next(buffer("{\"data\":"), buffer("["));
		call.dispose();
		requireReleased();
	}

	@Test
	void afterABodyThatBreaksOff() {
		TestPublisher<DataBuffer> body = TestPublisher.create();
		exchange(200, body.flux(), BiginResponse::toString).onErrorComplete().subscribe();
		body.next(buffer("{\"data\":"), buffer("[")).error(new IllegalStateException("broken off"));
		requireReleased();
	}

	private static String body(int size) {
		return "{\"code\":\"X\",\"message\":\"" + "é".repeat(size) + "\"}";
	}

	private void requireReleased() {
		assertThat(this.buffers).isNotEmpty().allSatisfy((buffer) -> assertThat(buffer.refCnt()).isZero());
	}

	private static Throwable failure(Mono<String> call) {
		return call.map((value) -> new Throwable("none"))
			.onErrorResume(BiginException.class, Mono::just)
			.blockOptional()
			.orElseThrow();
	}

	private Mono<String> exchange(int status, String body, Function<BiginResponse, String> reader) {
		int middle = body.length() / 2;
		return exchange(status,
				Flux.defer(() -> Flux.just(buffer(body.substring(0, middle)), buffer(body.substring(middle)))), reader);
	}

	private Mono<String> exchange(int status, Flux<DataBuffer> body, Function<BiginResponse, String> reader) {
		WebClient webClient = WebClient.builder()
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(100_000))
			.exchangeFunction(
					(request) -> Mono.just(ClientResponse.create(HttpStatusCode.valueOf(status)).body(body).build()))
			.build();
		WebClientExchange exchange = new WebClientExchange(webClient, MatonEndpoint.defaults(), ApiKey.of("key"),
				JsonMapper.shared(), InstantSource.system());
		return exchange
			.exchange(BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/org").read(reader::apply));
	}

	private DataBuffer buffer(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		ByteBuf buffer = PooledByteBufAllocator.DEFAULT.buffer(bytes.length).writeBytes(bytes);
		this.buffers.add(buffer);
		return this.factory.wrap(buffer);
	}

}
