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

package io.github.biginspring;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.stream.Stream;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.biginspring.connection.ApiKey;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What has come of a body when its call is cancelled is released once: neither never, nor
 * by an application's {@code doOnDiscard} as well, which may stand around any call.
 */
class DiscardedBodyTests {

	private static final NettyDataBufferFactory FACTORY = new NettyDataBufferFactory(UnpooledByteBufAllocator.DEFAULT);

	static Stream<Arguments> calls() {
		return Stream.of(argument("get", 200, (bigin) -> bigin.findById("Contacts", "7")),
				argument("refused get", 403, (bigin) -> bigin.findById("Contacts", "7")),
				argument("list", 200, (bigin) -> bigin.query("Contacts").fields("Email").all()),
				argument("download", 200, (bigin) -> bigin.attachments("Contacts", "7").download("8")),
				argument("refused download", 403, (bigin) -> bigin.attachments("Contacts", "7").download("8")));
	}

	private static Arguments argument(String name, int status, Function<BiginOperations, Publisher<?>> call) {
		return Arguments.argumentSet(name, status, call);
	}

	@ParameterizedTest
	@MethodSource("calls")
	void isReleasedOnce(int status, Function<BiginOperations, Publisher<?>> call) {
		ByteBuf body = Unpooled.copiedBuffer("{\"data\":[", StandardCharsets.UTF_8);
		// one reference is the test's own
		DataBuffer begun = FACTORY.wrap(body.retain());
		ClientResponse response = ClientResponse.create(HttpStatusCode.valueOf(status))
			.header("Content-Type", "application/json")
			.body(Flux.just(begun).concatWith(Flux.never()))
			.build();
		BiginTemplate bigin = BiginTemplate.builder(ApiKey.of("the-key"))
			.webClientBuilder(WebClient.builder().exchangeFunction((request) -> Mono.just(response)))
			.build();
		Flux.from(call.apply(bigin))
			.doOnNext((item) -> DataBufferUtils.release((DataBuffer) item))
			.doOnDiscard(DataBuffer.class, DataBufferUtils::release)
			.subscribe()
			.dispose();
		assertThat(body.refCnt()).isEqualTo(1);
		body.release();
	}

}
