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

package io.github.biginspring.health;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.connection.MatonConnection;

/**
 * What the last look at the connections has shown.
 *
 * @param connection the connection that calls use, or, if none can be used, the one
 * nearest to it; {@code null} where there is none at all
 * @param failure what the look failed with, or {@code null}
 * @param time when it was
 */
record ConnectionCheck(@Nullable MatonConnection connection, @Nullable Throwable failure, Instant time) {

	// what is not known sorts last
	private static final Comparator<MatonConnection> ACTIVE_THEN_OLDEST = Comparator
		.comparing((MatonConnection connection) -> !connection.isActive())
		.thenComparing((connection) -> (connection.creationTime() != null) ? connection.creationTime().toInstant()
				: Instant.MAX);

	static ConnectionCheck of(List<MatonConnection> connections, Instant time) {
		return new ConnectionCheck(connections.stream().min(ACTIVE_THEN_OLDEST).orElse(null), null, time);
	}

	static ConnectionCheck failed(Throwable failure, Instant time) {
		return new ConnectionCheck(null, failure, time);
	}

}
