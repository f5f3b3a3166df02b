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
import java.util.Collection;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.Resource;
import org.springframework.core.io.buffer.DataBuffer;

import io.github.biginspring.write.WriteResults;

/**
 * Uploads of files for file fields and for attachments of mails. Each upload costs a
 * call, whether of one file or of several. Needs the scope
 * {@code ZohoBigin.Files.CREATE}, and {@code ZohoBigin.Files.READ} to download.
 *
 * <pre class="code">
 * Mono&lt;UploadedFile&gt; uploaded = bigin.uploads().add(new FileSystemResource(contract));
 * </pre>
 *
 * @since 0.1.0
 */
public interface UploadOperations {

	/**
	 * The maximum size of a file, in bytes (Bigin's documentation).
	 */
	long MAX_SIZE = AttachmentOperations.MAX_SIZE;

	/**
	 * Upload a file. It is read while it is sent, and not sent again where the response
	 * was lost.
	 * @param file the file
	 * @return what was uploaded
	 * @throws io.github.biginspring.error.FileTooLargeException if it is known to be
	 * longer than {@link #MAX_SIZE}
	 */
	Mono<UploadedFile> add(Resource file);

	/**
	 * Upload a file whose name or type the resource does not tell.
	 * @param file the file
	 * @return what was uploaded
	 * @throws io.github.biginspring.error.FileTooLargeException if it is known to be
	 * longer than {@link #MAX_SIZE}
	 */
	Mono<UploadedFile> add(FileContent file);

	/**
	 * Upload several files by one call. They are sent one after the other, and none of
	 * them again where the response was lost.
	 * @param files the files, each of at most {@link #MAX_SIZE}
	 * @return the results in the order of the files; the id of one that was written is
	 * the encrypted one, and its details have the name that the service gives it
	 * @throws io.github.biginspring.error.FileTooLargeException if one is known to be
	 * longer than {@link #MAX_SIZE}
	 */
	Mono<WriteResults<FileContent>> addAll(Collection<FileContent> files);

	/**
	 * Download a file.
	 * @param id the encrypted id
	 * @return the content, with back-pressure; the subscriber has to release the buffers
	 */
	Flux<DataBuffer> download(String id);

	/**
	 * Download a file to a path. What is there is replaced when the file is complete.
	 * @param id the encrypted id
	 * @param file where it is to lie
	 * @return the path
	 */
	Mono<Path> downloadTo(String id, Path file);

}
