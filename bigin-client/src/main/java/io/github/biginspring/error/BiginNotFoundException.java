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
 * Thrown when the path, module or connection does not exist. What to do: check the name
 * or id. Reading a record that does not exist is not an error: the result is empty.
 *
 * @since 0.1.0
 */
public final class BiginNotFoundException extends BiginException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create the exception of a failed call.
	 * @param details the details of the failed call
	 */
	public BiginNotFoundException(ErrorDetails details) {
		super(details, BiginNotFoundException::nextStep);
	}

	private static String nextStep(ErrorDetails details) {
		if (details.pathTemplate().startsWith("/connections")) {
			return "Check the id of the connection: connections().list() tells which there are.";
		}
		return "INVALID_MODULE".equals(details.code())
				? "Check the API name of the module, which is case-sensitive: metadata().modules() tells."
				: "Check the path, name or id.";
	}

}
