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
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.util.Assert;

import io.github.biginspring.file.AttachmentInfo;
import io.github.biginspring.file.AttachmentOperations;
import io.github.biginspring.file.FileContent;

/**
 * The attachments of one record, as described by {@link AttachmentOperations}. No file is
 * ever held in memory as a whole, except one that is passed in as bytes.
 *
 * <pre class="code">
 * BlockingAttachmentOperations attachments = client.attachments(Contact.class, id);
 * String attachment = attachments.add(Path.of("contract.pdf"));
 * try (InputStream content = attachments.download(attachment)) {
 *     content.transferTo(response);
 * }
 * </pre>
 *
 * @since 0.1.0
 */
public final class BlockingAttachmentOperations {

	private final AttachmentOperations attachments;

	BlockingAttachmentOperations(AttachmentOperations attachments) {
		this.attachments = attachments;
	}

	/**
	 * List the attachments.
	 * @return the attachments, page after page
	 */
	public List<AttachmentInfo> list() {
		return Blocking.list(this.attachments.list());
	}

	/**
	 * Attach a file, under its own name.
	 * @param file the file, at most {@value AttachmentOperations#MAX_SIZE} bytes
	 * @return the id of the new attachment
	 * @throws IllegalArgumentException if the file has no name, cannot be read, or is
	 * known to be too long
	 */
	public String add(Resource file) {
		return Blocking.value(this.attachments.add(file));
	}

	/**
	 * Attach a file with all that can be said of it.
	 * @param file the file, at most {@value AttachmentOperations#MAX_SIZE} bytes
	 * @return the id of the new attachment
	 * @throws IllegalArgumentException if it is known to be too long
	 */
	public String add(FileContent file) {
		return Blocking.value(this.attachments.add(file));
	}

	/**
	 * Attach a link.
	 * @param link an http or https URL
	 * @return the id of the new attachment
	 * @throws IllegalArgumentException if it is not such a URL
	 */
	public String addLink(URI link) {
		return Blocking.value(this.attachments.addLink(link));
	}

	/**
	 * Download an attachment.
	 * @param id the id of the attachment, digits as text
	 * @return the content, to be closed; empty where there is none
	 */
	public InputStream download(String id) {
		return new BufferInputStream(this.attachments.download(id));
	}

	/**
	 * Download an attachment to a file.
	 * @param id the id of the attachment, digits as text
	 * @param file the file, which is replaced where there is one; its directory must
	 * exist
	 * @return the file, or empty where the attachment is
	 */
	public Optional<Path> downloadTo(String id, Path file) {
		return Blocking.optional(this.attachments.downloadTo(id, file));
	}

	/**
	 * Delete an attachment.
	 * @param id the id of the attachment, digits as text
	 */
	public void delete(String id) {
		Blocking.end(this.attachments.delete(id));
	}

	/**
	 * Attach a file of this machine, under its own name.
	 * @param file the file, at most {@value AttachmentOperations#MAX_SIZE} bytes
	 * @return the id of the new attachment
	 * @throws IllegalArgumentException if the file cannot be read, or is too long
	 */
	public String add(Path file) {
		Assert.notNull(file, "'file' must not be null");
		return add(new FileSystemResource(file));
	}

	/**
	 * Attach a file that is held in memory.
	 * @param filename the name that the attachment is to have
	 * @param content the content, at most {@value AttachmentOperations#MAX_SIZE} bytes
	 * @return the id of the new attachment
	 * @throws IllegalArgumentException if that is no file name, or the content too long
	 */
	public String add(String filename, byte[] content) {
		Assert.notNull(content, "'content' must not be null");
		return add(FileContent.of(filename, new ByteArrayResource(content)));
	}

}
