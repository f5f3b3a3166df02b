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

package io.github.biginspring.sample.transfer;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How far a job is.
 */
enum JobState {

	/**
	 * It goes on.
	 */
	RUNNING,

	/**
	 * It is to stop, once the call that is under way has ended.
	 */
	STOPPING,

	/**
	 * It went through to its end.
	 */
	DONE,

	/**
	 * Somebody stopped it before its end.
	 */
	STOPPED,

	/**
	 * Something stopped it before its end.
	 */
	FAILED;

	boolean isEnd() {
		return compareTo(DONE) >= 0;
	}

	@JsonValue
	String text() {
		return name().toLowerCase(Locale.ROOT);
	}

}
