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

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A file that was uploaded, and belongs to no record yet.
 *
 * @param id the encrypted id, by which fields and mails name the file
 * @param name the name that the service gives it, or {@code null}
 * @since 0.1.0
 */
public record UploadedFile(String id, @Nullable String name) {

	/**
	 * Check the parts.
	 * @param id the encrypted id
	 * @param name the name that the service gives it, or {@code null}
	 */
	public UploadedFile {
		Assert.notNull(id, "'id' must not be null");
	}

}
