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

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;

import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.error.ErrorDetails;

/**
 * The id of the one thing that a call asks for, against which its response is checked: a
 * response that is of something else is never taken for it.
 *
 * @since 0.1.0
 */
public final class RequestedId {

	private final HttpMethod method;

	private final String pathTemplate;

	private final String id;

	/**
	 * Create a check.
	 * @param call the call whose responses are checked
	 * @param id the id that it asks for
	 */
	public RequestedId(BiginCallBuilder call, String id) {
		this.method = call.method;
		this.pathTemplate = call.pathTemplate;
		this.id = id;
	}

	/**
	 * Check what a response is of.
	 * @param response the response
	 * @param received the id in it, {@code null} where there is none
	 * @throws BiginUnreadableResponseException if it is another id, or none
	 */
	public void check(BiginResponse response, @Nullable Object received) {
		if (received == null || !this.id.equals(received.toString())) {
			throw new BiginUnreadableResponseException(
					ErrorDetails.responded(this.method, this.pathTemplate, response.status())
						.message("the response is not of the id that was asked for")
						.build());
		}
	}

	/**
	 * Check how many things a response holds.
	 * @param response the response
	 * @param count how many they are
	 * @throws BiginUnreadableResponseException if there are several
	 */
	public void checkCount(BiginResponse response, int count) {
		if (count > 1) {
			throw new BiginUnreadableResponseException(
					ErrorDetails.responded(this.method, this.pathTemplate, response.status())
						.message("the response has " + count + " entries where one was asked for by its id")
						.build());
		}
	}

}
