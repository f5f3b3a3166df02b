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

package io.github.biginspring.query.internal.bulk;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Paces downloads, those of each connection for themselves.
 */
final class DownloadPaces {

	// no connection has an empty id
	private static final String NO_CONNECTION = "";

	private final Map<String, DownloadPace> paces = new ConcurrentHashMap<>();

	/**
	 * Wait for the turn of a download.
	 * @param connectionId the connection, or {@code null} where none is named
	 * @return completes when it may begin
	 */
	Mono<Void> turn(@Nullable String connectionId) {
		return Mono.defer(() -> this.paces
			.computeIfAbsent((connectionId != null) ? connectionId : NO_CONNECTION, (id) -> new DownloadPace())
			.turn());
	}

}
