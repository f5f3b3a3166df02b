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

package io.github.biginspring.connection;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import org.springframework.util.Assert;

/**
 * The status of a connection. Maton may add further values.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record ConnectionStatus(@JsonValue String value) {

	/**
	 * It can be used.
	 */
	public static final ConnectionStatus ACTIVE = new ConnectionStatus("ACTIVE");

	/**
	 * Its user has not finished the authorisation.
	 */
	public static final ConnectionStatus PENDING = new ConnectionStatus("PENDING");

	/**
	 * Its authorisation has failed.
	 */
	public static final ConnectionStatus FAILED = new ConnectionStatus("FAILED");

	/**
	 * Return the status with the given value.
	 * @param value the value on the wire
	 * @return the status
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public static ConnectionStatus of(String value) {
		Assert.notNull(value, "'value' must not be null");
		return new ConnectionStatus(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
