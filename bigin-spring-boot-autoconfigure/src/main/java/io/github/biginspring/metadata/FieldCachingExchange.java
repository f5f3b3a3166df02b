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

import reactor.core.publisher.Mono;

import io.github.biginspring.call.BiginCall;
import io.github.biginspring.call.CallExchange;

/**
 * Makes the calls that read fields only where a {@link FieldCache} does not have what
 * they would read, and all others as they are.
 *
 * @since 0.1.0
 */
public final class FieldCachingExchange implements CallExchange {

	private final CallExchange delegate;

	private final FieldCache cache;

	/**
	 * Create an exchange.
	 * @param delegate makes the calls
	 * @param cache keeps the fields
	 */
	public FieldCachingExchange(CallExchange delegate, FieldCache cache) {
		this.delegate = delegate;
		this.cache = cache;
	}

	@Override
	@SuppressWarnings("unchecked") // the reader says what a call is read as
	public <T> Mono<T> exchange(BiginCall<T> call) {
		return (call.reader() instanceof FieldListReader reader)
				? (Mono<T>) fields((BiginCall<List<FieldInfo>>) call, reader) : this.delegate.exchange(call);
	}

	private Mono<List<FieldInfo>> fields(BiginCall<List<FieldInfo>> call, FieldListReader reader) {
		return Mono.defer(() -> {
			if (reader.use() == FieldListReader.Use.FRESH) {
				this.cache.evict(call.connectionId(), reader.module());
			}
			return this.cache.get(call.connectionId(), reader.module(), this.delegate.exchange(call));
		});
	}

}
