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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.util.Assert;

import io.github.biginspring.error.FileTooLargeException;

/**
 * A file to be sent, read while it is sent. Immutable.
 *
 * <pre class="code">
 * FileContent.of("contract.bin", resource).contentType(MediaType.APPLICATION_PDF)
 * </pre>
 *
 * @since 0.1.0
 */
public final class FileContent {

	private static final int MAX_NAME_LENGTH = 255;

	private static final int CHUNK_SIZE = 16 * 1024;

	private final String filename;

	private final MediaType contentType;

	private final Flux<DataBuffer> buffers;

	private final boolean repeatable;

	private final @Nullable Long length;

	private final long most;

	private FileContent(String filename, MediaType contentType, Flux<DataBuffer> buffers, boolean repeatable,
			@Nullable Long length, long most) {
		this.filename = filename;
		this.contentType = contentType;
		this.buffers = buffers;
		this.repeatable = repeatable;
		this.length = length;
		this.most = most;
	}

	/**
	 * A file from a resource, under its own name. It is read on a thread that may block,
	 * and again if a call is repeated, unless it is a stream that is
	 * {@linkplain Resource#isOpen() open} already.
	 * @param resource the resource
	 * @return the file
	 * @throws IllegalArgumentException if it has no name, or is no file that can be read
	 */
	public static FileContent of(Resource resource) {
		Assert.notNull(resource, "'resource' must not be null");
		String filename = resource.getFilename();
		Assert.notNull(filename, () -> "The resource has no file name, give it one: " + resource.getDescription());
		return of(filename, resource);
	}

	/**
	 * A file from a resource.
	 * @param filename the name that the file is to have
	 * @param resource the resource
	 * @return the file
	 * @throws IllegalArgumentException if that is no file name, or the resource no file
	 * that can be read
	 */
	public static FileContent of(String filename, Resource resource) {
		checkName(filename);
		Assert.notNull(resource, "'resource' must not be null");
		Assert.isTrue(!resource.isFile() || resource.isReadable(),
				() -> "There is no file that can be read: " + resource.getDescription());
		Flux<DataBuffer> buffers = DataBufferUtils.read(resource, DefaultDataBufferFactory.sharedInstance, CHUNK_SIZE)
			.subscribeOn(Schedulers.boundedElastic());
		return new FileContent(filename, typeOf(filename), buffers, !resource.isOpen(), lengthOf(resource),
				Long.MAX_VALUE);
	}

	/**
	 * A file from a publisher, which is subscribed to once for each call at most: a call
	 * is not repeated once it was sent.
	 * @param filename the name that the file is to have
	 * @param content gives the content; its buffers are released when they were written
	 * @return the file
	 * @throws IllegalArgumentException if that is no file name
	 */
	public static FileContent of(String filename, Publisher<? extends DataBuffer> content) {
		Assert.notNull(content, "'content' must not be null");
		return new FileContent(checkName(filename), typeOf(filename), Flux.from(content), false, null, Long.MAX_VALUE);
	}

	/**
	 * Say what is in the file. Without this, its name decides.
	 * @param contentType the media type
	 * @return a copy
	 */
	public FileContent contentType(MediaType contentType) {
		Assert.notNull(contentType, "'contentType' must not be null");
		Assert.isTrue(contentType.isConcrete() && contentType.toString().chars().noneMatch(Character::isISOControl),
				() -> "Not the type of a file: '" + contentType.getType() + "/" + contentType.getSubtype() + "'");
		return new FileContent(this.filename, contentType, this.buffers, this.repeatable, this.length, this.most);
	}

	/**
	 * Allow no more than a number of bytes. A file whose length is known is refused at
	 * once; the sending of another one ends with a {@link FileTooLargeException}.
	 * @param most the number of bytes
	 * @return a copy
	 * @throws IllegalArgumentException if the file is known to be longer
	 */
	public FileContent limitedTo(long most) {
		if (this.length != null && this.length > most) {
			throw FileTooLargeException.of(this.filename, most);
		}
		return new FileContent(this.filename, this.contentType, this.buffers, this.repeatable, this.length, most);
	}

	/**
	 * Return the name of the file.
	 * @return the name
	 */
	public String filename() {
		return this.filename;
	}

	/**
	 * Return what is in the file.
	 * @return the media type
	 */
	public MediaType contentType() {
		return this.contentType;
	}

	/**
	 * Return how long the file is.
	 * @return the number of bytes, or {@code null} where it is not known before the file
	 * was read
	 */
	public @Nullable Long length() {
		return this.length;
	}

	/**
	 * Return the content. Where the file has a known length or a limit, the bytes are
	 * counted while they are read.
	 * @return the content, with back-pressure; the subscriber releases the buffers
	 */
	public Flux<DataBuffer> buffers() {
		return Flux.defer(() -> {
			AtomicLong sum = new AtomicLong();
			return this.buffers.doOnNext((buffer) -> count(buffer, sum)).doOnComplete(() -> checkLength(sum.get()));
		});
	}

	private void count(DataBuffer buffer, AtomicLong sum) {
		long length = sum.addAndGet(buffer.readableByteCount());
		if (length > this.most) {
			DataBufferUtils.release(buffer);
			throw FileTooLargeException.of(this.filename, this.most);
		}
		if (this.length != null && length > this.length) {
			DataBufferUtils.release(buffer);
			checkLength(length);
		}
	}

	// more or fewer bytes than were announced would be taken for another request, or
	// waited for
	private void checkLength(long sum) {
		Assert.state(this.length == null || this.length == sum,
				() -> "File '" + this.filename + "' has changed while it was sent");
	}

	/**
	 * Whether the content can be read more than once.
	 * @return {@code true} if it can
	 */
	public boolean isRepeatable() {
		return this.repeatable;
	}

	private static String checkName(@Nullable String filename) {
		Assert.notNull(filename, "'filename' must not be null");
		if (filename.isBlank() || filename.length() > MAX_NAME_LENGTH) {
			throw new IllegalArgumentException(
					"A file name holds 1 to " + MAX_NAME_LENGTH + " characters, not " + filename.length());
		}
		for (int i = 0; i < filename.length(); i++) {
			char c = filename.charAt(i);
			if (Character.isISOControl(c) || c == '/' || c == '\\') {
				throw new IllegalArgumentException("Not a file name: it holds a "
						+ ((c == '/' || c == '\\') ? "'" + c + "'" : "control character") + " at position " + i);
			}
		}
		Assert.isTrue(!filename.equals(".") && !filename.equals(".."), () -> "Not a file name: '" + filename + "'");
		Assert.isTrue(StandardCharsets.UTF_8.newEncoder().canEncode(filename),
				"Not a file name: it holds half a surrogate pair, as of a cut-off emoji");
		return filename;
	}

	private static MediaType typeOf(String filename) {
		return MediaTypeFactory.getMediaType(filename).orElse(MediaType.APPLICATION_OCTET_STREAM);
	}

	// others would have to be read to their end
	private static @Nullable Long lengthOf(Resource resource) {
		if (resource.isOpen() || !(resource.isFile() || resource instanceof ByteArrayResource)) {
			return null;
		}
		try {
			return resource.contentLength();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
