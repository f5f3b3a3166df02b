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

package io.github.biginspring.file.internal;

import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.util.Assert;

/**
 * A file that is downloaded to. Written beside its place, and moved there when it is
 * complete.
 */
final class FileTarget {

	private final Path file;

	private final Path part;

	private FileTarget(Path file, Path part) {
		this.file = file;
		this.part = part;
	}

	static FileTarget of(Path file) {
		Assert.notNull(file, "'file' must not be null");
		Path name = file.getFileName();
		Assert.isTrue(name != null, () -> "Not a file: " + file);
		String random = Long.toHexString(ThreadLocalRandom.current().nextLong());
		return new FileTarget(file, file.resolveSibling("." + name + "." + random + ".part"));
	}

	Mono<Path> write(Flux<DataBuffer> content) {
		Mono<AsynchronousFileChannel> open = Mono.fromCallable(
				() -> AsynchronousFileChannel.open(this.part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
		return Mono.usingWhen(open.subscribeOn(Schedulers.boundedElastic()),
				(channel) -> DataBufferUtils.write(content, channel).doOnNext(DataBufferUtils::release).then(),
				(channel) -> blocking(() -> complete(channel)), (channel, failure) -> blocking(() -> discard(channel)),
				(channel) -> blocking(() -> discard(channel)))
			.thenReturn(this.file);
	}

	private void complete(AsynchronousFileChannel channel) throws IOException {
		channel.close();
		Files.move(this.part, this.file, StandardCopyOption.REPLACE_EXISTING);
	}

	private void discard(AsynchronousFileChannel channel) throws IOException {
		channel.close();
		Files.deleteIfExists(this.part);
	}

	private static Mono<Void> blocking(FileAction action) {
		return Mono.<Void>fromCallable(() -> {
			action.run();
			return null;
		}).subscribeOn(Schedulers.boundedElastic());
	}

	private interface FileAction {

		void run() throws IOException;

	}

}
