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

package io.github.biginspring.blocking;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.util.Assert;

import io.github.biginspring.file.FileContent;
import io.github.biginspring.file.UploadOperations;
import io.github.biginspring.file.UploadedFile;

/**
 * Uploads of files for file fields and mails, as described by {@link UploadOperations}.
 *
 * <pre class="code">
 * UploadedFile uploaded = client.uploads().add(Path.of("contract.pdf"));
 * </pre>
 *
 * @since 0.1.0
 */
public final class BlockingUploadOperations {

	private final UploadOperations uploads;

	BlockingUploadOperations(UploadOperations uploads) {
		this.uploads = uploads;
	}

	/**
	 * Upload a file.
	 * @param file the file
	 * @return what was uploaded
	 * @throws io.github.biginspring.error.FileTooLargeException if it is known to be
	 * longer than {@code MAX_SIZE}
	 */
	public UploadedFile add(Resource file) {
		return Blocking.value(this.uploads.add(file));
	}

	/**
	 * Upload a file whose name or type the resource does not tell.
	 * @param file the file
	 * @return what was uploaded
	 * @throws io.github.biginspring.error.FileTooLargeException if it is known to be
	 * longer than {@code MAX_SIZE}
	 */
	public UploadedFile add(FileContent file) {
		return Blocking.value(this.uploads.add(file));
	}

	/**
	 * Download a file.
	 * @param id the encrypted id
	 * @return the content, to be closed
	 */
	public InputStream download(String id) {
		return new BufferInputStream(this.uploads.download(id));
	}

	/**
	 * Download a file to a path.
	 * @param id the encrypted id
	 * @param file where it is to lie
	 * @return the path
	 */
	public Optional<Path> downloadTo(String id, Path file) {
		return Blocking.optional(this.uploads.downloadTo(id, file));
	}

	/**
	 * Upload a file of this machine, under its own name.
	 * @param file the file, at most {@value UploadOperations#MAX_SIZE} bytes
	 * @return what was uploaded
	 * @throws IllegalArgumentException if the file cannot be read, or is too long
	 */
	public UploadedFile add(Path file) {
		Assert.notNull(file, "'file' must not be null");
		return add(new FileSystemResource(file));
	}

	/**
	 * Upload a file that is held in memory.
	 * @param filename the name of the file
	 * @param content the content, at most {@value UploadOperations#MAX_SIZE} bytes
	 * @return what was uploaded
	 * @throws IllegalArgumentException if that is no file name, or the content too long
	 */
	public UploadedFile add(String filename, byte[] content) {
		Assert.notNull(content, "'content' must not be null");
		return add(FileContent.of(filename, new ByteArrayResource(content)));
	}

}
