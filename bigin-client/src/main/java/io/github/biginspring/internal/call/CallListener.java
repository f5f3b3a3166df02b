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

import org.springframework.http.HttpHeaders;

/**
 * Learns how far one attempt at a call has come. Travels in Reactor's context under its
 * class, from the exchange that is interested to the one that sends. Called on an event
 * loop: must not block or throw.
 *
 * @since 0.1.0
 */
public interface CallListener {

	/**
	 * Is interested in nothing.
	 */
	CallListener NONE = new CallListener() {
	};

	/**
	 * The request leaves. Not called for one that finds no connection.
	 */
	default void sent() {
	}

	/**
	 * A response has begun, of whatever status; its body was not read yet.
	 * @param status the status of the response
	 * @param headers the headers of the response
	 */
	default void responded(int status, HttpHeaders headers) {
	}

}
