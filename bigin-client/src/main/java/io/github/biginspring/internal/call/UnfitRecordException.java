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

package io.github.biginspring.internal.call;

/**
 * Thrown by a reader where one record of a response does not fit the type that it is read
 * as. The exchange makes of it the exception of a response that cannot be read.
 *
 * @since 0.1.0
 */
public final class UnfitRecordException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create the exception.
	 * @param message which record and field it is, without any value
	 */
	public UnfitRecordException(String message) {
		super(message, null, false, false);
	}

}
