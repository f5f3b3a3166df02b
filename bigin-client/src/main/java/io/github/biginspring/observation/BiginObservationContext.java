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

package io.github.biginspring.observation;

import io.micrometer.observation.Observation;

import org.springframework.util.Assert;

/**
 * The context of an operation's observation.
 *
 * @since 0.1.0
 */
public class BiginObservationContext extends Observation.Context {

	private final Operation operation;

	private final String connection;

	private volatile boolean cancelled;

	private volatile boolean ended;

	/**
	 * Create a context.
	 * @param operation the operation
	 * @param connection the name of the connection that it is made on
	 */
	public BiginObservationContext(Operation operation, String connection) {
		Assert.notNull(operation, "'operation' must not be null");
		Assert.notNull(connection, "'connection' must not be null");
		this.operation = operation;
		this.connection = connection;
	}

	/**
	 * Return the operation.
	 * @return the operation
	 */
	public Operation getOperation() {
		return this.operation;
	}

	/**
	 * Return the name of the connection that the operation is made on.
	 * @return the name that the application gave to its template, {@code default} where
	 * it gave none, or {@code other} for connections that are chosen by their id
	 */
	public String getConnection() {
		return this.connection;
	}

	/**
	 * Whether the caller gave up before the end.
	 * @return {@code true} if it was cancelled
	 */
	public boolean isCancelled() {
		return this.cancelled;
	}

	/**
	 * Whether the operation has ended, however.
	 * @return {@code false} while it is under way
	 */
	public boolean isEnded() {
		return this.ended;
	}

	/**
	 * Note that the operation has ended.
	 */
	public void setEnded() {
		this.ended = true;
	}

	/**
	 * Note that the operation was cancelled.
	 */
	public void setCancelled() {
		this.cancelled = true;
	}

}
