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

package io.github.biginspring.metadata.internal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

import io.github.biginspring.metadata.FieldInfo;

/**
 * The fields of modules, kept for a time and within a bound, for each connection its own.
 * One cache serves one API key, as a connection without a name is whichever the gateway
 * chooses for that key.
 *
 * @since 0.1.0
 */
public final class FieldCache {

	private static final int MAX_MODULES = 1000;

	private final Map<Key, Entry> entries = new LinkedHashMap<>();

	private final long timeToLiveNanos;

	private final LongSupplier clock;

	/**
	 * Create a cache.
	 * @param timeToLive how long fields are kept, from when they were asked for
	 * @param clock tells the time in nanoseconds, and never goes back
	 */
	public FieldCache(Duration timeToLive, LongSupplier clock) {
		Assert.isTrue(timeToLive.compareTo(Duration.ZERO) > 0, "'timeToLive' must be positive");
		this.timeToLiveNanos = timeToLive.toNanos();
		this.clock = clock;
	}

	/**
	 * Return what is kept, or read and keep it. Those who ask while it is being read
	 * share that one call, and that one of them gives up does not end it. A failure is
	 * passed on to them and not kept.
	 */
	synchronized Mono<List<FieldInfo>> get(@Nullable String connectionId, String module, Mono<List<FieldInfo>> source) {
		Key key = new Key(connectionId, module);
		long now = this.clock.getAsLong();
		Entry kept = this.entries.get(key);
		return (kept != null && now - kept.since() < this.timeToLiveNanos) ? kept.fields() : put(key, source, now);
	}

	/**
	 * Read anew, and keep that.
	 */
	synchronized Mono<List<FieldInfo>> refresh(@Nullable String connectionId, String module,
			Mono<List<FieldInfo>> source) {
		return put(new Key(connectionId, module), source, this.clock.getAsLong());
	}

	// a failure is forgotten before those who wait are notified: one that asks again must
	// not
	// find it
	private Mono<List<FieldInfo>> put(Key key, Mono<List<FieldInfo>> source, long now) {
		this.entries.remove(key);
		if (this.entries.size() == MAX_MODULES) {
			this.entries.remove(this.entries.keySet().iterator().next());
		}
		Mono<List<FieldInfo>> fields = source.doOnError((failure) -> remove(key, now)).cache();
		this.entries.put(key, new Entry(fields, now));
		return fields;
	}

	private synchronized void remove(Key key, long since) {
		Entry kept = this.entries.get(key);
		if (kept != null && kept.since() == since) {
			this.entries.remove(key);
		}
	}

	private record Key(@Nullable String connectionId, String module) {

	}

	private record Entry(Mono<List<FieldInfo>> fields, long since) {

	}

}
