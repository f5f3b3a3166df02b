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

package io.github.biginspring.simulator.request;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * A part of a multipart request.
 *
 * @param name the name of the part
 * @param fileName the name of the file, or {@code null} where none was sent
 * @param contentType the media type, or {@code null} where none was sent
 * @param content the bytes of the part
 * @since 0.1.0
 */
public record ReceivedPart(String name, @Nullable String fileName, @Nullable String contentType, byte[] content) {

	/**
	 * The part as text.
	 * @return the content, read as UTF-8
	 */
	public String text() {
		return new String(this.content, StandardCharsets.UTF_8);
	}

	/**
	 * Name and size; the content is nobody's business.
	 */
	@Override
	public String toString() {
		return this.name + " (" + this.content.length + " bytes)";
	}

}
