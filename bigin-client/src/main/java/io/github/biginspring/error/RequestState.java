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
 * How far a call got before it failed. Determines whether a write may be repeated.
 *
 * @since 0.1.0
 */
public enum RequestState {

	/**
	 * The request never left: nothing has happened at the service, and the call may be
	 * made again.
	 */
	NOT_SENT,

	/**
	 * The request left, or may have, and no response was read: whether the service
	 * carried it out is unknown.
	 */
	UNKNOWN,

	/**
	 * The service, or the gateway before it, responded.
	 */
	RESPONDED

}
