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

package io.github.biginspring.query.internal.bulk;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.netty.buffer.UnpooledByteBufAllocator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;
import reactor.util.context.Context;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class BodyInputStreamTests {

	private final NettyDataBufferFactory factory = new NettyDataBufferFactory(UnpooledByteBufAllocator.DEFAULT);

	private final List<NettyDataBuffer> pieces = new ArrayList<>();

	@Test
	void joinsPiecesAndReleasesThem() {
		BodyInputStream stream = stream(Flux.just("ab", "", "c").map(this::piece));
		assertThat(stream).hasContent("abc");
		assertThatAllAreReleased(3);
	}

	@Test
	void readsByteAfterByte() throws IOException {
		BodyInputStream stream = stream(Flux.just("a", "\u00ff").map(this::piece));
		assertThat(stream.read()).isEqualTo('a');
		assertThat(stream.read()).isEqualTo(0xc3);
		assertThat(stream.available()).isEqualTo(1);
		assertThat(stream.read()).isEqualTo(0xbf);
		assertThat(stream.read()).isEqualTo(-1);
		assertThatAllAreReleased(2);
	}

	@Test
	void asksForAPieceWhenOneHasBeenRead() throws IOException {
		List<Long> requests = new ArrayList<>();
		BodyInputStream stream = stream(Flux.just("a", "b", "c", "d").map(this::piece).doOnRequest(requests::add));
		assertThat(requests).containsExactly(2L);
		stream.read();
		assertThat(requests).containsExactly(2L);
		stream.read();
		assertThat(requests).containsExactly(2L, 1L);
		stream.close();
		assertThatAllAreReleased(3);
	}

	@Test
	void throwsWhatTheBodyFailsWithAfterWhatCame() throws IOException {
		BodyInputStream stream = stream(
				Flux.just("a").map(this::piece).concatWith(Mono.error(new IllegalStateException("broken"))));
		assertThat(stream.read()).isEqualTo('a');
		assertThatIllegalStateException().isThrownBy(stream::read).withMessage("broken");
	}

	@Test
	void closingReleasesWhatWasNotReadAndWhatComesLater() throws IOException {
		TestPublisher<DataBuffer> body = TestPublisher.createNoncompliant(TestPublisher.Violation.CLEANUP_ON_TERMINATE,
				TestPublisher.Violation.REQUEST_OVERFLOW);
		BodyInputStream stream = stream(body.flux());
		body.next(piece("ab"), piece("c"));
		stream.read();
		stream.close();
		body.assertCancelled();
		body.next(piece("late"));
		assertThatAllAreReleased(3);
		assertThatIOException().isThrownBy(stream::read).withMessage("The stream is closed");
	}

	@Test
	void aReaderThatWaitsIsToldOfTheCancellation() {
		BodyInputStream stream = stream(Flux.never());
		Thread reader = new Thread(
				() -> assertThatIOException().isThrownBy(stream::read).withMessage("The stream is closed"));
		List<Throwable> failures = startAndAwaitWaiting(reader);
		stream.cancel();
		Awaitility.await().until(() -> !reader.isAlive());
		assertThat(failures).isEmpty();
	}

	@Test
	void aReaderThatWaitsCanBeInterrupted() {
		BodyInputStream stream = stream(Flux.never());
		Thread reader = new Thread(
				() -> assertThatIOException().isThrownBy(stream::read).isInstanceOf(InterruptedIOException.class));
		List<Throwable> failures = startAndAwaitWaiting(reader);
		reader.interrupt();
		Awaitility.await().until(() -> !reader.isAlive());
		assertThat(failures).isEmpty();
	}

	@Test
	void losesNoPieceThatComesWhileTheReaderIsAboutToWait() {
		Flux<DataBuffer> body = Flux.range(0, 200_000).map((i) -> piece("x")).publishOn(Schedulers.parallel());
		StepVerifier.create(Mono.fromCallable(() -> {
			try (BodyInputStream stream = stream(body)) {
				return stream.readAllBytes().length;
			}
		}).subscribeOn(Schedulers.boundedElastic())).expectNext(200_000).verifyComplete();
		assertThatAllAreReleased(200_000);
	}

	private static List<Throwable> startAndAwaitWaiting(Thread reader) {
		List<Throwable> failures = new ArrayList<>();
		reader.setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
		reader.start();
		Awaitility.await().until(() -> reader.getState() == Thread.State.WAITING);
		return failures;
	}

	private static BodyInputStream stream(Flux<DataBuffer> body) {
		return BodyInputStream.of(body, 2, Context.empty());
	}

	private DataBuffer piece(String text) {
		NettyDataBuffer piece = this.factory.allocateBuffer(4);
		piece.write(text, StandardCharsets.UTF_8);
		this.pieces.add(piece);
		return piece;
	}

	private void assertThatAllAreReleased(int count) {
		assertThat(this.pieces).hasSize(count).noneMatch(NettyDataBuffer::isAllocated);
	}

}
