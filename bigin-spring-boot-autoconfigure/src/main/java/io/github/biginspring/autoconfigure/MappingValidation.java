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

package io.github.biginspring.autoconfigure;

/**
 * What happens if mapped types do not fit the organisation.
 *
 * @since 0.1.0
 */
public enum MappingValidation {

	/**
	 * Nothing: they are not checked, and nothing is called.
	 */
	NONE,

	/**
	 * They are logged. The application does not wait for it.
	 */
	WARN,

	/**
	 * The application stops with a report, and so it does where the organisation cannot
	 * be asked. It becomes ready only when the types are checked.
	 */
	FAIL

}
