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

package io.github.biginspring.simulator.organization;

/**
 * An uploaded file.
 *
 * @param name the name of the file
 * @param contentType its media type
 * @param bytes its bytes
 * @since 0.1.0
 */
public record FileContent(String name, String contentType, byte[] bytes) {

	static final int GREATEST_SIZE = 20 * 1024 * 1024;

	void requireAllowedSize() {
		if (this.bytes.length > GREATEST_SIZE) {
			throw RefusedException
				.of(413, "FILE_SIZE_MORE_THAN_ALLOWED_SIZE",
						"Please check if the size of the file is less than the allowed size")
				.with("limit", GREATEST_SIZE);
		}
	}

	@Override
	public String toString() {
		return this.name + " (" + this.contentType + ", " + this.bytes.length + " bytes)";
	}

}
