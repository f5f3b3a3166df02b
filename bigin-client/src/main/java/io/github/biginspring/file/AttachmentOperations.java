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

import java.net.URI;
import java.nio.file.Path;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.Resource;
import org.springframework.core.io.buffer.DataBuffer;

/**
 * The attachments of one record. No file is ever held in memory as a whole. An upload
 * whose outcome is unknown is not repeated: after
 * {@link io.github.biginspring.error.BiginException#isOutcomeUnknown()} the caller has to
 * look.
 *
 * <pre class="code">
 * AttachmentOperations attachments = bigin.attachments(Contact.class, id);
 * Mono&lt;Path&gt; copied = attachments.add(new FileSystemResource(contract))
 *     .flatMap((attachment) -&gt; attachments.downloadTo(attachment, copy));
 * </pre>
 *
 * @since 0.1.0
 */
public interface AttachmentOperations {

	/**
	 * How long a file may be, in bytes: 20 MB.
	 */
	long MAX_SIZE = 20L * 1024 * 1024;

	/**
	 * List the attachments.
	 * @return the attachments, page after page, with back-pressure
	 */
	Flux<AttachmentInfo> list();

	/**
	 * Attach a file, under its own name.
	 * @param file the file, at most {@value #MAX_SIZE} bytes
	 * @return the id of the new attachment
	 * @throws IllegalArgumentException if the file has no name, cannot be read, or is
	 * known to be too long
	 */
	Mono<String> add(Resource file);

	/**
	 * Attach a file whose content is still to come. It is sent once at most, so the call
	 * is not repeated once it was sent, also after 429.
	 * @param filename the name that the attachment is to have
	 * @param content gives the content, at most {@value #MAX_SIZE} bytes; one that is
	 * longer ends in a {@link io.github.biginspring.error.FileTooLargeException}
	 * @return the id of the new attachment
	 * @throws IllegalArgumentException if that is no file name
	 */
	Mono<String> add(String filename, Publisher<? extends DataBuffer> content);

	/**
	 * Attach a file with all that can be said of it.
	 * @param file the file, at most {@value #MAX_SIZE} bytes
	 * @return the id of the new attachment
	 * @throws IllegalArgumentException if it is known to be too long
	 */
	Mono<String> add(FileContent file);

	/**
	 * Attach a link.
	 * @param link an http or https URL
	 * @return the id of the new attachment
	 * @throws IllegalArgumentException if it is not such a URL
	 */
	Mono<String> addLink(URI link);

	/**
	 * Download an attachment. The download takes part in the limits on calls until the
	 * content was read or cancelled. A failure after its first buffer is a
	 * {@link io.github.biginspring.error.BiginUnreadableResponseException}; to have it
	 * repeated instead use {@link #downloadTo}.
	 * @param id the id of the attachment, digits as text
	 * @return the content, with back-pressure; the subscriber releases the buffers
	 */
	Flux<DataBuffer> download(String id);

	/**
	 * Download an attachment to a file. The content goes to a file beside it first, which
	 * takes its place when it is complete; nothing stays behind where the download fails.
	 * @param id the id of the attachment, digits as text
	 * @param file the file, which is replaced where there is one; its directory must
	 * exist
	 * @return the file, or empty where the attachment is
	 */
	Mono<Path> downloadTo(String id, Path file);

	/**
	 * Delete an attachment.
	 * @param id the id of the attachment, digits as text
	 * @return completes when it was deleted
	 */
	Mono<Void> delete(String id);

}
