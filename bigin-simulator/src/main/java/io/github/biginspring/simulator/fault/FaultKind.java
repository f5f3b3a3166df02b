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

package io.github.biginspring.simulator.fault;

/**
 * The kinds of fault.
 *
 * @since 0.1.0
 */
public enum FaultKind {

	/**
	 * The true response.
	 */
	NONE,

	/**
	 * Another response.
	 */
	RESPONSE,

	/**
	 * The true response, cut off.
	 */
	TRUNCATED_RESPONSE,

	/**
	 * Nothing, and the connection is closed.
	 */
	EMPTY_RESPONSE,

	/**
	 * Nothing, and the connection is reset.
	 */
	CONNECTION_RESET,

	/**
	 * Bytes that are no HTTP.
	 */
	GARBAGE

}
