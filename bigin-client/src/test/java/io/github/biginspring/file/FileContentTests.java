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

package io.github.biginspring.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.netty.buffer.PooledByteBufAllocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.MediaType;

import io.github.biginspring.error.FileTooLargeException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link FileContent}.
 */
class FileContentTests {

	@TempDir
	private Path directory;

	@ParameterizedTest
	@ValueSource(
			strings = { "", " ", "a\r\nX-Evil: 1", "a\nb", "a\u0000b", "../a", "a/b", "a\\b", ".", "..", "a\uD83D" })
	void refusesWhatIsNoFileName(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> FileContent.of(name, Flux.empty()))
			.withMessageMatching("(?s)(Not a file name|A file name holds)[^\\p{Cntrl}]*");
	}

	@Test
	void refusesANameThatIsTooLong() {
		assertThatIllegalArgumentException().isThrownBy(() -> FileContent.of("a".repeat(256), Flux.empty()));
	}

	@Test
	void refusesAFileThatIsNotThere() {
		FileSystemResource resource = new FileSystemResource(this.directory.resolve("none.txt"));
		assertThatIllegalArgumentException().isThrownBy(() -> FileContent.of(resource))
			.withMessageContaining("none.txt");
	}

	@Test
	void refusesAResourceWithoutAName() {
		assertThatIllegalArgumentException().isThrownBy(() -> FileContent.of(new ByteArrayResource(new byte[1])))
			.withMessageContaining("no file name");
	}

	@Test
	void refusesATypeThatWouldBringAnotherHeader() {
		MediaType type = new MediaType("text", "plain", Map.of("a", "\"b\r\nX-Evil: 1\""));
		FileContent file = FileContent.of("a.txt", Flux.empty());
		assertThatIllegalArgumentException().isThrownBy(() -> file.contentType(type));
		assertThatIllegalArgumentException().isThrownBy(() -> file.contentType(MediaType.valueOf("text/*")));
	}

	@Test
	void takesTheTypeFromTheName() {
		assertThat(FileContent.of("a.PDF", Flux.empty()).contentType()).isEqualTo(MediaType.APPLICATION_PDF);
		assertThat(FileContent.of("a.unknown-type", Flux.empty()).contentType())
			.isEqualTo(MediaType.APPLICATION_OCTET_STREAM);
	}

	@Test
	void aFileThatIsKnownToBeTooLongIsRefusedAtOnce() {
		FileContent file = FileContent.of("a.txt", new ByteArrayResource(new byte[11]));
		assertThat(file.length()).isEqualTo(11);
		assertThat(file.limitedTo(11)).isNotNull();
		assertThatExceptionOfType(FileTooLargeException.class).isThrownBy(() -> file.limitedTo(10))
			.withMessageContaining("'a.txt' is longer than 10 bytes");
	}

	@Test
	void oneThatTurnsOutToBeTooLongEndsAndIsReleased() {
		NettyDataBufferFactory factory = new NettyDataBufferFactory(PooledByteBufAllocator.DEFAULT);
		NettyDataBuffer first = factory.allocateBuffer(8).write(new byte[8]);
		NettyDataBuffer second = factory.allocateBuffer(8).write(new byte[8]);
		StepVerifier.create(buffers(FileContent.of("a.txt", Flux.just(first, second)).limitedTo(10)))
			.consumeNextWith((buffer) -> ((NettyDataBuffer) buffer).release())
			.verifyError(FileTooLargeException.class);
		assertThat(first.isAllocated()).isFalse();
		assertThat(second.isAllocated()).isFalse();
	}

	@Test
	void aFileIsReadAnewEachTimeAndOffTheThreadThatMustNotBlock() throws IOException {
		Path path = Files.writeString(this.directory.resolve("a.txt"), "abc");
		FileContent file = FileContent.of(new FileSystemResource(path));
		assertThat(file.isRepeatable()).isTrue();
		for (int i = 0; i < 2; i++) {
			StepVerifier.create(text(file)).expectNext("abc").verifyComplete();
		}
	}

	@Test
	void aStreamIsReadOnceAndHasNoKnownLength() {
		FileContent file = FileContent.of("a.txt",
				new InputStreamResource(new ByteArrayInputStream("abc".getBytes(StandardCharsets.UTF_8))));
		assertThat(file.isRepeatable()).isFalse();
		assertThat(file.length()).isNull();
		StepVerifier.create(text(file)).expectNext("abc").verifyComplete();
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "abcdef" })
	void aFileThatHasChangedMeanwhileIsNotSentWithTheWrongLength(String changed) throws IOException {
		Path path = Files.writeString(this.directory.resolve("a.txt"), "abc");
		FileContent file = FileContent.of(new FileSystemResource(path));
		Files.writeString(path, changed);
		StepVerifier.create(text(file).then()).verifyError(IllegalStateException.class);
	}

	private static Flux<DataBuffer> buffers(FileContent file) {
		return file.buffers();
	}

	private static Flux<String> text(FileContent file) {
		return file.buffers()
			.subscribeOn(Schedulers.parallel())
			.map((buffer) -> buffer.toString(StandardCharsets.UTF_8));
	}

}
