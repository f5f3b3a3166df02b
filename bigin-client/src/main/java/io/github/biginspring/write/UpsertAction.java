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

package io.github.biginspring.write;

/**
 * What an upsert did with a record. Bigin may add further values.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record UpsertAction(String value) {

	/**
	 * There was no such record: it was created.
	 */
	public static final UpsertAction INSERT = new UpsertAction("insert");

	/**
	 * The record was there: it was updated.
	 */
	public static final UpsertAction UPDATE = new UpsertAction("update");

	@Override
	public String toString() {
		return this.value;
	}

}
