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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import io.netty.buffer.PooledByteBufAllocator;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.NettyDataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.error.ErrorDetails;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BodyRelay}.
 */
class BodyRelayTests {

	private final NettyDataBufferFactory factory = new NettyDataBufferFactory(PooledByteBufAllocator.DEFAULT);

	private final List<NettyDataBuffer> buffers = new ArrayList<>();

	@Test
	void asksForOneBufferAndThenForAsManyAsTheCallerDoes() {
		TestPublisher<DataBuffer> body = TestPublisher.create();
		AtomicInteger asked = new AtomicInteger();
		StepVerifier.create(stream(body.flux().doOnRequest((count) -> asked.addAndGet((int) count))), 0)
			.then(() -> assertThat(asked).as("before the caller asks").hasValue(1))
			.then(() -> body.next(buffer("a")))
			.expectNoEvent(Duration.ofMillis(1))
			.thenRequest(1)
			.consumeNextWith(BodyRelayTests::consume)
			.then(() -> assertThat(asked).hasValue(1))
			.thenRequest(2)
			.then(() -> assertThat(asked).hasValue(3))
			.then(() -> body.next(buffer("b")).next(buffer("c")).complete())
			.consumeNextWith(BodyRelayTests::consume)
			.consumeNextWith(BodyRelayTests::consume)
			.verifyComplete();
		assertReleased();
	}

	@Test
	void releasesWhatWasNotTakenWhenTheCallerCancels() {
		TestPublisher<DataBuffer> body = TestPublisher.create();
		StepVerifier.create(stream(body.flux()), 0).then(() -> body.next(buffer("a"))).thenCancel().verify();
		body.assertCancelled();
		assertReleased();
	}

	@Test
	void releasesWhatComesAfterTheCallerCancelled() {
		AtomicReference<Subscriber<? super DataBuffer>> subscriber = new AtomicReference<>();
		Publisher<DataBuffer> body = (actual) -> {
			subscriber.set(actual);
			actual.onSubscribe(Operators.emptySubscription());
		};
		StepVerifier.create(stream(Flux.from(body)), 1)
			.then(() -> subscriber.get().onNext(buffer("a")))
			.consumeNextWith(BodyRelayTests::consume)
			.thenCancel()
			.verify();
		// was on its way already
		subscriber.get().onNext(buffer("b"));
		assertReleased();
	}

	@Test
	void aFailureBeforeTheFirstBufferIsOneOfTheCall() {
		BiginException lost = ErrorDetails.responseLost(HttpMethod.GET, "/bigin/v2/{module}").toException();
		StepVerifier.create(stream(Flux.error(lost))).verifyErrorMatches(lost::equals);
	}

	@Test
	void aFailureAfterTheFirstBufferTellsHowMuchWasPassedOn() {
		BiginException lost = ErrorDetails.responseLost(HttpMethod.GET, "/bigin/v2/{module}")
			.cause(new IOException("reset"))
			.toException();
		StepVerifier.create(stream(Flux.just(buffer("abc"), buffer("de")).concatWith(Flux.error(lost))))
			.consumeNextWith(BodyRelayTests::consume)
			.consumeNextWith(BodyRelayTests::consume)
			.verifyErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(BiginUnreadableResponseException.class)
				.hasMessageStartingWith("GET /bigin/v2/{module} returned 200: its body broke off after 5 bytes, which"
						+ " were passed on: IOException"));
		assertReleased();
	}

	@Test
	void aSecondResponseTakesThePlaceOfOneThatBrokeBeforeItsFirstBuffer() {
		CallExchange exchange = new CallExchange() {

			@Override
			public <T> Mono<T> exchange(BiginCall<T> call) {
				return response(call, Flux.error(new IOException())).onErrorResume(IOException.class,
						(failure) -> response(call, Flux.just(buffer("a"), buffer("b"))));
			}

		};
		StepVerifier.create(stream(exchange).map(BodyRelayTests::consume)).expectNext("a", "b").verifyComplete();
		assertReleased();
	}

	@Test
	void isEmptyWhereTheBodyIs() {
		StepVerifier.create(stream(Flux.empty())).verifyComplete();
	}

	@Test
	void eachSubscriberMakesTheCallAnew() {
		StubExchange exchange = new StubExchange().response(200, "ab").response(204, "");
		Flux<String> stream = stream(exchange).map(BodyRelayTests::consume);
		StepVerifier.create(stream).expectNext("a", "b").verifyComplete();
		StepVerifier.create(stream).verifyComplete();
		assertThat(exchange.calls()).hasSize(2);
	}

	private Flux<DataBuffer> stream(Flux<DataBuffer> body) {
		return stream(new CallExchange() {

			@Override
			public <T> Mono<T> exchange(BiginCall<T> call) {
				return response(call, body);
			}

		});
	}

	private static Flux<DataBuffer> stream(CallExchange exchange) {
		return BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/{module}", UriVariable.module("Contacts"))
			.stream(exchange);
	}

	private static <T> Mono<T> response(BiginCall<T> call, Flux<DataBuffer> body) {
		StreamedResponseReader<T> reader = call.streamedReader();
		assertThat(reader).isNotNull();
		return reader.read(new StreamedResponse(200, HttpHeaders.EMPTY, body));
	}

	private DataBuffer buffer(String text) {
		NettyDataBuffer buffer = this.factory.allocateBuffer(16);
		buffer.write(text, StandardCharsets.US_ASCII);
		this.buffers.add(buffer);
		return buffer;
	}

	private static String consume(DataBuffer buffer) {
		String text = buffer.toString(StandardCharsets.US_ASCII);
		DataBufferUtils.release(buffer);
		return text;
	}

	private void assertReleased() {
		assertThat(this.buffers).isNotEmpty().noneMatch(NettyDataBuffer::isAllocated);
	}

}
