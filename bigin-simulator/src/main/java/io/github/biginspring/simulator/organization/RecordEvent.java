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

package io.github.biginspring.simulator.organization;

import java.time.Instant;
import java.util.List;

/**
 * A record that was written.
 *
 * @param time when
 * @param module the API name of the module
 * @param operation what was done
 * @param id the id of the record
 * @param workflows whether the write let the workflows of the module run
 * @param affectedFields the API names of the fields that got another value
 * @since 0.1.0
 */
public record RecordEvent(Instant time, String module, Operation operation, String id, boolean workflows,
		List<String> affectedFields) {

	/**
	 * Keep a copy of the names of the fields.
	 * @param time when
	 * @param module the API name of the module
	 * @param operation what was done
	 * @param id the id of the record
	 * @param workflows whether the write let the workflows of the module run
	 * @param affectedFields the API names of the fields that got another value
	 */
	public RecordEvent {
		affectedFields = List.copyOf(affectedFields);
	}

	/**
	 * What can be done to a record.
	 */
	public enum Operation {

		/**
		 * The record was made.
		 */
		INSERT,

		/**
		 * The record was changed.
		 */
		UPDATE,

		/**
		 * The record was deleted.
		 */
		DELETE

	}

}
