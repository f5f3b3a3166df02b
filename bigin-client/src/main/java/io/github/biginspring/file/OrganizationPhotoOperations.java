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

import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

import org.springframework.core.io.Resource;
import org.springframework.core.io.buffer.DataBuffer;

/**
 * The photo of the organisation, such as its logo. It can be set but not read. Needs the
 * scope {@code ZohoBigin.org.CREATE}.
 *
 * <pre class="code">
 * Mono&lt;Void&gt; set = bigin.organizationPhoto().upload(new FileSystemResource("logo.png"));
 * </pre>
 *
 * @since 0.1.0
 */
public interface OrganizationPhotoOperations {

	/**
	 * How long the picture may be, in bytes: 1 MB (Bigin's documentation).
	 */
	long MAX_SIZE = 1024 * 1024;

	/**
	 * Set the photo; the one that was there is replaced.
	 * @param photo the picture
	 * @return completes when it was set
	 * @throws IllegalArgumentException if the picture has no file name, cannot be read,
	 * or is known to be longer than {@value #MAX_SIZE} bytes
	 */
	Mono<Void> upload(Resource photo);

	/**
	 * Set the photo from content that is still to come.
	 * @param filename the name of the picture, whose ending says what it is
	 * @param content gives the content, at most {@value #MAX_SIZE} bytes; one that is
	 * longer ends in a {@link io.github.biginspring.error.FileTooLargeException}
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

}
