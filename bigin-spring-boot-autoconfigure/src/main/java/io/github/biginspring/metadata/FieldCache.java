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

package io.github.biginspring.metadata;

import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Keeps the fields of modules, for each connection its own. One cache serves one API key,
 * as a connection without a name is whichever the gateway chooses for that key.
 *
 * @since 0.1.0
 */
public interface FieldCache {

	/**
	 * Return what is kept, or read and keep it. Those who ask while it is being read
	 * share that one call, and that one of them gives up does not end it. A failure is
	 * told to them and not kept.
	 * @param connectionId the connection, or {@code null} for the one that is configured
	 * or else the gateway's choice
	 * @param module the API name of the module
	 * @param source reads the fields, with one element
	 * @return the fields
	 */
	Mono<List<FieldInfo>> get(@Nullable String connectionId, String module, Mono<List<FieldInfo>> source);

	/**
	 * Forget the fields of one module.
	 * @param connectionId the connection, or {@code null} as for {@link #get}
	 * @param module the API name of the module
	 */
	void evict(@Nullable String connectionId, String module);

	/**
	 * Forget all fields.
	 */
	void clear();

}
