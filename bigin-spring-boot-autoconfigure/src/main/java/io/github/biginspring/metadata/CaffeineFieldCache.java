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

import java.time.Duration;
import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * {@link FieldCache} by Caffeine, for a time and within a bound.
 *
 * @since 0.1.0
 */
public final class CaffeineFieldCache implements FieldCache {

	private static final int MOST_MODULES = 1000;

	private final Cache<Key, Mono<List<FieldInfo>>> cache;

	/**
	 * Create a cache.
	 * @param timeToLive how long fields are kept, from when they were asked for
	 */
	public CaffeineFieldCache(Duration timeToLive) {
		this(timeToLive, Ticker.systemTicker());
	}

	CaffeineFieldCache(Duration timeToLive, Ticker ticker) {
		Assert.isTrue(timeToLive.compareTo(Duration.ZERO) > 0, "'timeToLive' must be positive");
		this.cache = Caffeine.newBuilder()
			.expireAfterWrite(timeToLive)
			.maximumSize(MOST_MODULES)
			.ticker(ticker)
			.executor(Runnable::run)
			.build();
	}

	@Override
	public Mono<List<FieldInfo>> get(@Nullable String connectionId, String module, Mono<List<FieldInfo>> source) {
		Key key = new Key(connectionId, module);
		return Mono.defer(() -> this.cache.asMap().computeIfAbsent(key, (absent) -> shared(key, source)));
	}

	// forgotten before those who wait are told: one that asks again must not find the
	// failure
	private Mono<List<FieldInfo>> shared(Key key, Mono<List<FieldInfo>> source) {
		return source.doOnError((failure) -> this.cache.invalidate(key)).cache();
	}

	@Override
	public void evict(@Nullable String connectionId, String module) {
		this.cache.invalidate(new Key(connectionId, module));
	}

	@Override
	public void clear() {
		this.cache.invalidateAll();
	}

	private record Key(@Nullable String connectionId, String module) {

	}

}
