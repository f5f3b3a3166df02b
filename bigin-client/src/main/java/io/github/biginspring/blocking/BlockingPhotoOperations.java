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
import io.github.biginspring.file.PhotoOperations;

/**
 * The photo of one record, as described by {@link PhotoOperations}.
 *
 * <pre class="code">
 * client.photo(Contact.class, id).upload(Path.of("watson.png"));
 * </pre>
 *
 * @since 0.1.0
 */
public final class BlockingPhotoOperations {

	private final PhotoOperations photo;

	BlockingPhotoOperations(PhotoOperations photo) {
		this.photo = photo;
	}

	/**
	 * Set the photo; the one that was there is replaced.
	 * @param photo the picture
	 * @throws IllegalArgumentException if the picture has no file name, cannot be read,
	 * or is known to be longer than
	 * {@value io.github.biginspring.file.AttachmentOperations#MAX_SIZE} bytes
	 */
	public void upload(Resource photo) {
		Blocking.end(this.photo.upload(photo));
	}

	/**
	 * Set the photo with all that can be said of it.
	 * @param photo the picture
	 * @throws IllegalArgumentException if it is known to be too long
	 */
	public void upload(FileContent photo) {
		Blocking.end(this.photo.upload(photo));
	}

	/**
	 * Download the photo, as {@code download} does.
	 * @return the picture, to be closed; empty where there is none
	 */
	public InputStream download() {
		return new BufferInputStream(this.photo.download());
	}

	/**
	 * Download the photo to a file, as {@code downloadTo} does.
	 * @param file the file, which is replaced where there is one
	 * @return the file, or empty where there is no photo
	 */
	public Optional<Path> downloadTo(Path file) {
		return Blocking.optional(this.photo.downloadTo(file));
	}

	/**
	 * Delete the photo.
	 */
	public void delete() {
		Blocking.end(this.photo.delete());
	}

	/**
	 * Set the photo to a picture of this machine; the one that was there is replaced.
	 * @param photo the picture
	 * @throws IllegalArgumentException if the picture cannot be read, or is too long
	 */
	public void upload(Path photo) {
		Assert.notNull(photo, "'photo' must not be null");
		upload(new FileSystemResource(photo));
	}

	/**
	 * Set the photo to a picture that is held in memory.
	 * @param filename the name of the picture, whose ending says what it is
	 * @param content the picture
	 * @throws IllegalArgumentException if that is no file name, or the picture too long
	 */
	public void upload(String filename, byte[] content) {
		Assert.notNull(content, "'content' must not be null");
		upload(FileContent.of(filename, new ByteArrayResource(content)));
	}

}
