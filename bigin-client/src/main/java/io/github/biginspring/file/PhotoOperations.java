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

import java.nio.file.Path;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.Resource;
import org.springframework.core.io.buffer.DataBuffer;

/**
 * The photo of one record.
 *
 * <pre class="code">
 * Mono&lt;Void&gt; set = bigin.photo(Contact.class, id).upload(new FileSystemResource("watson.png"));
 * Flux&lt;DataBuffer&gt; picture = bigin.photo(Contact.class, id).download();
 * </pre>
 *
 * @since 0.1.0
 */
public interface PhotoOperations {

	/**
	 * Set the photo; the one that was there is replaced.
	 * @param photo the picture
	 * @return completes when it was set
	 * @throws IllegalArgumentException if the picture has no file name, cannot be read,
	 * or is known to be longer than {@value AttachmentOperations#MAX_SIZE} bytes
	 */
	Mono<Void> upload(Resource photo);

	/**
	 * Set the photo from content that is still to come.
	 * @param filename the name of the picture, whose ending says what it is
	 * @param content gives the content
	 * @return completes when it was set
	 * @throws IllegalArgumentException if that is no file name
	 */
	Mono<Void> upload(String filename, Publisher<? extends DataBuffer> content);

	/**
	 * Set the photo with all that can be said of it.
	 * @param photo the picture
	 * @return completes when it was set
	 * @throws IllegalArgumentException if it is known to be too long
	 */
	Mono<Void> upload(FileContent photo);

	/**
	 * Download the photo, as {@link AttachmentOperations#download} does.
	 * @return the picture, with back-pressure, empty where there is none; the subscriber
	 * releases the buffers
	 */
	Flux<DataBuffer> download();

	/**
	 * Download the photo to a file, as {@link AttachmentOperations#downloadTo} does.
	 * @param file the file, which is replaced where there is one
	 * @return the file, or empty where there is no photo
	 */
	Mono<Path> downloadTo(Path file);

	/**
	 * Delete the photo.
	 * @return completes when it was deleted
	 */
	Mono<Void> delete();

}
