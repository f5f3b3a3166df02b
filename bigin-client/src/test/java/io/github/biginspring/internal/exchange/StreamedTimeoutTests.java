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

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

import io.github.biginspring.error.BiginTimeoutException;
import io.github.biginspring.file.FileContent;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.StreamedResponse;
import io.github.biginspring.internal.call.StreamedResponseReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TimeoutInterceptor} and {@link BodyProgress} where bodies are
 * streamed.
 */
class StreamedTimeoutTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private static final Duration MAX_READER_PAUSE = Duration.ofHours(2);

	@Test
	void aBodyThatMovesIsReadToItsEnd() {
		StepVerifier.withVirtualTime(() -> download((progress) -> progress.receiving(every(8, 20))))
			.thenAwait(Duration.ofSeconds(160))
			.expectNextCount(20)
			.verifyComplete();
	}

	@Test
	void aBodyThatDoesNotBeginTimesOut() {
		StepVerifier.withVirtualTime(() -> download((progress) -> progress.receiving(Flux.never())))
			.expectSubscription()
			.expectNoEvent(TIMEOUT.minusMillis(1))
			.thenAwait(Duration.ofMillis(1))
			.verifyErrorSatisfies(StreamedTimeoutTests::isTimeout);
	}

	@Test
	void aBodyThatStopsTimesOut() {
		StepVerifier
			.withVirtualTime(() -> download((progress) -> progress.receiving(every(8, 2).concatWith(Flux.never()))))
			.thenAwait(Duration.ofSeconds(16))
			.expectNextCount(2)
			.thenAwait(Duration.ofSeconds(20))
			.verifyErrorSatisfies(StreamedTimeoutTests::isTimeout);
	}

	@Test
	void aCallerThatAsksForNothingIsWaitedFor() {
		StepVerifier.withVirtualTime(() -> download((progress) -> progress.receiving(every(0, 3))), 1)
			.thenAwait(Duration.ofSeconds(1))
			.expectNextCount(1)
			.thenAwait(Duration.ofHours(1))
			.thenRequest(2)
			.expectNextCount(2)
			.verifyComplete();
	}

	@Test
	void aCallerThatNeverAsksAgainIsNotWaitedForForEver() {
		AtomicInteger cancelled = new AtomicInteger();
		StepVerifier.withVirtualTime(
				() -> download((progress) -> progress.receiving(every(0, 9).doOnCancel(cancelled::incrementAndGet))), 1)
			.thenAwait(Duration.ofSeconds(1))
			.expectNextCount(1)
			.thenAwait(MAX_READER_PAUSE.multipliedBy(2))
			.then(() -> assertThat(cancelled).hasValue(1))
			.verifyErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(BiginTimeoutException.class)
				.hasMessageContainingAll("asked for nothing more of the body for PT2H", "bigin.max-reader-pause"));
	}

	@Test
	void aCallerThatHasNotAskedAtAllIsNotWaitedForForEver() {
		AtomicInteger cancelled = new AtomicInteger();
		StepVerifier.withVirtualTime(
				() -> download((progress) -> progress.receiving(every(0, 9).doOnCancel(cancelled::incrementAndGet))), 0)
			.thenAwait(MAX_READER_PAUSE.multipliedBy(2))
			.then(() -> assertThat(cancelled).hasValue(1))
			.thenRequest(2)
			.expectNextCount(1)
			.verifyErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(BiginTimeoutException.class)
				.hasMessageContaining("bigin.max-reader-pause"));
	}

	@Test
	void anUploadThatMovesIsSentToItsEnd() {
		StepVerifier.withVirtualTime(() -> upload((progress) -> progress.sending(every(8, 20)).then(Mono.just("sent"))))
			.thenAwait(Duration.ofSeconds(160))
			.expectNext("sent")
			.verifyComplete();
	}

	@Test
	void anUploadWhoseContentDoesNotComeTimesOut() {
		StepVerifier.withVirtualTime(() -> upload((progress) -> progress.sending(Flux.never()).then(Mono.just("sent"))))
			.thenAwait(TIMEOUT)
			.verifyErrorSatisfies(StreamedTimeoutTests::isTimeout);
	}

	@Test
	void anAttemptAfterAnotherOneCountsFromItsOwnBeginning() {
		StepVerifier
			.withVirtualTime(() -> download((progress) -> progress.receiving(every(0, 1))
				.thenMany(progress.receiving(every(0, 1).concatWith(Flux.never())))))
			.thenAwait(Duration.ofSeconds(1))
			.expectNextCount(1)
			.thenAwait(Duration.ofSeconds(20))
			.verifyErrorSatisfies(StreamedTimeoutTests::isTimeout);
	}

	private static void isTimeout(Throwable failure) {
		assertThat(failure).isInstanceOf(BiginTimeoutException.class).hasMessageContaining("nothing moved for PT10S");
	}

	private static Flux<DataBuffer> every(int seconds, int times) {
		return Flux.range(0, times)
			.concatMap((i) -> Mono.delay(Duration.ofSeconds(seconds)), 1)
			.map((tick) -> DefaultDataBufferFactory.sharedInstance.wrap(new byte[1]));
	}

	private static Flux<DataBuffer> download(Function<BodyProgress, Flux<DataBuffer>> body) {
		CallExchange exchange = new CallExchange() {

			@Override
			public <T> Mono<T> exchange(BiginCall<T> call) {
				StreamedResponseReader<T> reader = call.streamedReader();
				assertThat(reader).isNotNull();
				return Mono.deferContextual((context) -> reader
					.read(new StreamedResponse(200, HttpHeaders.EMPTY, body.apply(context.get(BodyProgress.class)))));
			}

		};
		return BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/files")
			.stream(new TimeoutInterceptor(TIMEOUT, MAX_READER_PAUSE).apply(exchange));
	}

	private static Mono<String> upload(Function<BodyProgress, Mono<String>> sending) {
		CallExchange exchange = new CallExchange() {

			@Override
			@SuppressWarnings("unchecked") // the only call is one for a text
			public <T> Mono<T> exchange(BiginCall<T> call) {
				return (Mono<T>) Mono.deferContextual((context) -> sending.apply(context.get(BodyProgress.class)));
			}

		};
		BiginCall<String> call = BiginCall.gateway(CallEffect.ONCE, HttpMethod.POST, "/bigin/v2/files")
			.multipart("file", FileContent.of("a.txt", Flux.never()))
			.read((response) -> "sent");
		return new TimeoutInterceptor(TIMEOUT, MAX_READER_PAUSE).apply(exchange).exchange(call);
	}

}
