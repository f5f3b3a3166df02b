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
import java.util.List;
import java.util.stream.Stream;

import io.netty.buffer.PooledByteBufAllocator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.util.RaceTestUtils;
import reactor.test.publisher.TestPublisher;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.NettyDataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;

import io.github.biginspring.internal.call.ResponseBody;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BufferedBody}.
 */
class BufferedBodyTests {

	private static final NettyDataBufferFactory BUFFERS = new NettyDataBufferFactory(PooledByteBufAllocator.DEFAULT);

	private final List<DataBuffer> pieces = Stream.of("ab", "", "cde", "f").map(BufferedBodyTests::buffer).toList();

	@AfterEach
	void releaseWhatNobodyWasGiven() {
		this.pieces.stream().filter(BufferedBodyTests::isHeld).forEach(DataBufferUtils::release);
	}

	@ParameterizedTest
	@ValueSource(longs = { -1, 0, 1, 6, 100, Long.MAX_VALUE })
	void isReadToItsEndWhateverLengthWasAnnounced(long expected) {
		StepVerifier.create(body(Flux.fromIterable(this.pieces), expected, 10)).expectNext("abcdef").verifyComplete();
		assertReleased();
	}

	@Test
	void mayBeAsLargeAsTheLimit() {
		StepVerifier.create(body(Flux.fromIterable(this.pieces), 6, 6)).expectNext("abcdef").verifyComplete();
	}

	@Test
	void mayBeOfAnySizeWithoutALimit() {
		StepVerifier.create(body(Flux.fromIterable(this.pieces), -1, BufferedBody.UNLIMITED))
			.expectNext("abcdef")
			.verifyComplete();
	}

	@Test
	void oneThatIsLargerFailsAndIsReadNoFurther() {
		TestPublisher<DataBuffer> content = TestPublisher.create();
		StepVerifier.create(body(content.flux(), 2, 4))
			.then(() -> content.next(this.pieces.get(0), this.pieces.get(2)))
			.verifyErrorMessage("larger than 4");
		content.assertCancelled();
		assertThat(this.pieces.get(0)).matches((piece) -> !isHeld(piece));
		assertThat(this.pieces.get(2)).matches((piece) -> !isHeld(piece));
	}

	@Test
	void whatComesAfterTheEndIsReleased() {
		TestPublisher<DataBuffer> content = TestPublisher
			.createNoncompliant(TestPublisher.Violation.CLEANUP_ON_TERMINATE);
		StepVerifier.create(body(content.flux(), 2, 4))
			.then(() -> content.next(this.pieces.get(0), this.pieces.get(2), this.pieces.get(3)))
			.verifyErrorMessage("larger than 4");
		assertThat(isHeld(this.pieces.get(3))).isFalse();
	}

	@Test
	void oneThatIsGivenUpLeavesNoBufferBehind() {
		TestPublisher<DataBuffer> content = TestPublisher.create();
		Disposable reading = body(content.flux(), -1, 10).subscribe();
		content.next(this.pieces.get(0), this.pieces.get(2));
		reading.dispose();
		content.assertCancelled();
		assertThat(isHeld(this.pieces.get(0)) || isHeld(this.pieces.get(2))).isFalse();
	}

	@Test
	void whatItsReaderFailsWithIsSignalled() {
		BufferedBody<String> body = new BufferedBody<>(Flux.fromIterable(this.pieces), -1, 10, new Text() {
			@Override
			public String read(ResponseBody body) {
				throw new LinkageError("read");
			}
		});
		StepVerifier.create(body).verifyErrorMessage("read");
	}

	@Test
	void buffersOfALargeOneAreReadWhereTheyLieAndReleased() {
		BufferedBody<String> body = new BufferedBody<>(Flux.fromIterable(this.pieces), 100_000, 1000, new Text() {
			@Override
			public @Nullable String read(ResponseBody body) {
				assertThat(isHeld(pieces.get(0)) && isHeld(pieces.get(2))).isTrue();
				return super.read(body);
			}
		});
		StepVerifier.create(body).expectNext("abcdef").verifyComplete();
		assertReleased();
	}

	@Test
	void oneThatIsGivenUpWhileItComesLeavesNoBufferBehind() {
		for (int i = 0; i < 2000; i++) {
			List<DataBuffer> buffers = Stream.generate(() -> buffer("ab")).limit(4).toList();
			ReceivedBuffers received = new ReceivedBuffers(-1, 100);
			RaceTestUtils.race(() -> buffers.forEach(received::add), received::release);
			received.take().release();
			assertThat(buffers).noneMatch(BufferedBodyTests::isHeld);
		}
	}

	@Test
	void oneThatFailsLeavesNoBufferBehind() {
		StepVerifier
			.create(body(Flux.fromIterable(this.pieces).concatWith(Flux.error(new IllegalStateException("cut"))), -1,
					10))
			.verifyErrorMessage("cut");
		assertReleased();
	}

	@Test
	void oneThatHoldsNothingIsEmpty() {
		StepVerifier.create(body(Flux.empty(), 0, 10)).verifyComplete();
	}

	private void assertReleased() {
		assertThat(this.pieces).noneMatch(BufferedBodyTests::isHeld);
	}

	private static Mono<String> body(Flux<DataBuffer> content, long expected, int limit) {
		return new BufferedBody<>(content, expected, limit, new Text());
	}

	private static boolean isHeld(DataBuffer buffer) {
		return ((NettyDataBuffer) buffer).getNativeBuffer().refCnt() > 0;
	}

	private static DataBuffer buffer(String text) {
		return BUFFERS.allocateBuffer(8).write(text, StandardCharsets.UTF_8);
	}

	private static class Text implements BufferedBody.Reader<String> {

		@Override
		public @Nullable String read(ResponseBody body) {
			return (body.size() > 0) ? new String(body.bytes(), StandardCharsets.UTF_8) : null;
		}

		@Override
		public Throwable tooLarge(int limit) {
			return new IllegalStateException("larger than " + limit);
		}

	}

}
