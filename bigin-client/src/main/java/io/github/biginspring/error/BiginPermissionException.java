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

/**
 * Thrown when the user of the connection has no permission for the call in Bigin. What to
 * do: change the user's profile in Bigin, or use a connection of another user.
 *
 * @since 0.1.0
 */
public final class BiginPermissionException extends BiginException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create the exception of a failed call.
	 * @param details the details of the failed call
	 */
	public BiginPermissionException(ErrorDetails details) {
		super(details, "Change the profile of the connection's user in Bigin, or use a connection of another user.");
	}

}
