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

import org.springframework.util.Assert;

import io.github.biginspring.file.AttachmentOperations;
import io.github.biginspring.file.FileOperations;
import io.github.biginspring.file.OrganizationPhotoOperations;
import io.github.biginspring.file.PhotoOperations;
import io.github.biginspring.file.UploadOperations;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.mapping.RecordMapper;

/**
 * {@link FileOperations} by calls to Bigin.
 *
 * @since 0.1.0
 */
public final class FileTemplate implements FileOperations {

	private final CallExchange exchange;

	private final OperationObserver observer;

	private final RecordMapper mapper;

	/**
	 * Create a template.
	 * @param exchange makes the calls
	 * @param observer watches the operations
	 * @param mapper knows the modules of types
	 */
	public FileTemplate(CallExchange exchange, OperationObserver observer, RecordMapper mapper) {
		this.exchange = exchange;
		this.observer = observer;
		this.mapper = mapper;
	}

	@Override
	public AttachmentOperations attachments(Class<?> type, String id) {
		Assert.notNull(type, "'type' must not be null");
		return attachments(this.mapper.forType(type).module(), id);
	}

	@Override
	public AttachmentOperations attachments(String module, String id) {
		return new AttachmentTemplate(calls(module), id);
	}

	@Override
	public PhotoOperations photo(Class<?> type, String id) {
		Assert.notNull(type, "'type' must not be null");
		return photo(this.mapper.forType(type).module(), id);
	}

	@Override
	public PhotoOperations photo(String module, String id) {
		return new PhotoTemplate(calls(module), id);
	}

	@Override
	public UploadOperations uploads() {
		return new UploadTemplate(this.exchange, this.observer, this.mapper.jsonMapper());
	}

	@Override
	public OrganizationPhotoOperations organizationPhoto() {
		return new OrganizationPhotoTemplate(this.exchange, this.observer, this.mapper.jsonMapper());
	}

	private FileCalls calls(String module) {
		return new FileCalls(this.exchange, this.observer, this.mapper.jsonMapper(), module);
	}

}
