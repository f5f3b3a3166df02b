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

package io.github.biginspring.notification;

/**
 * The result of receiving a body, and the HTTP status that reports it. The response has
 * no body: the reason is not disclosed.
 *
 * @since 0.1.0
 */
public enum ReceiveResult {

	/**
	 * It is a notification, and was passed on.
	 */
	ACCEPTED(200),

	/**
	 * It is not a JSON object.
	 */
	UNREADABLE(400),

	/**
	 * Its token is not that of its channel.
	 */
	REJECTED(403),

	/**
	 * It is larger than any notification.
	 */
	TOO_LARGE(413);

	private final int status;

	ReceiveResult(int status) {
		this.status = status;
	}

	/**
	 * Return the status to respond with.
	 * @return the HTTP status
	 */
	public int status() {
		return this.status;
	}

}
