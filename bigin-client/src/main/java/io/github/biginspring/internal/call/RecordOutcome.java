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

/**
 * What became of a record.
 *
 * @since 0.1.0
 */
public enum RecordOutcome {

	/**
	 * It was read.
	 */
	READ,

	/**
	 * It was created, updated or deleted.
	 */
	WRITTEN,

	/**
	 * It was not written: the service refused it, or its call was not made.
	 */
	REJECTED,

	/**
	 * Whether it was written is unknown.
	 */
	UNKNOWN

}
