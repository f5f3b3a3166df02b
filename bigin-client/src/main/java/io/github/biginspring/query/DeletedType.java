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

package io.github.biginspring.query;

/**
 * The types of deleted records that can be listed (Bigin's documentation).
 *
 * @since 0.1.0
 */
public enum DeletedType {

	/**
	 * All deleted records, which is what the service gives where nothing is said.
	 */
	ALL("all"),

	/**
	 * Those in the recycle bin, from where they can be restored.
	 */
	RECYCLE("recycle"),

	/**
	 * Those that are gone for good.
	 */
	PERMANENT("permanent");

	private final String parameter;

	DeletedType(String parameter) {
		this.parameter = parameter;
	}

	/**
	 * Return the name on the wire.
	 * @return such as {@code recycle}
	 */
	public String parameter() {
		return this.parameter;
	}

}
