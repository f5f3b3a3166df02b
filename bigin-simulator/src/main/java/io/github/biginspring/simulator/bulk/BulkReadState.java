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

package io.github.biginspring.simulator.bulk;

/**
 * How far a bulk read is.
 */
enum BulkReadState {

	ADDED("ADDED"), QUEUED("QUEUED"), IN_PROGRESS("IN PROGRESS"), COMPLETED("COMPLETED"), FAILURE("FAILURE"),

	FAILED("FAILED");

	private final String wireName;

	BulkReadState(String wireName) {
		this.wireName = wireName;
	}

	String wireName() {
		return this.wireName;
	}

	static BulkReadState failure(String wireName) {
		return switch (wireName) {
			case "FAILURE" -> FAILURE;
			case "FAILED" -> FAILED;
			default -> throw new IllegalArgumentException(
					"A job fails with the state FAILURE or FAILED, not '" + wireName + "'");
		};
	}

	static BulkReadState after(long steps, BulkReadState end) {
		if (steps >= COMPLETED.ordinal()) {
			return end;
		}
		return values()[(int) steps];
	}

}
