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

package io.github.biginspring.error;

import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * Thrown when a file is larger than the service accepts. If its length was not known
 * before, part of it was sent, and the call was aborted.
 *
 * @since 0.1.0
 */
public class FileTooLargeException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	FileTooLargeException(String message) {
		super(message);
	}

	/**
	 * Create an exception.
	 * @param filename the name of the file
	 * @param most how many bytes the service takes
	 * @return the exception
	 */
	public static FileTooLargeException of(String filename, long most) {
		Assert.notNull(filename, "'filename' must not be null");
		DataSize size = DataSize.ofBytes(most);
		return new FileTooLargeException("File '" + filename + "' is longer than "
				+ ((size.toMegabytes() > 0) ? size.toMegabytes() + " MB" : most + " bytes")
				+ ", which is the most that the service takes");
	}

}
