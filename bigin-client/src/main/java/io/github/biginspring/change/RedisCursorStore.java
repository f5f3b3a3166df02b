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

package io.github.biginspring.change;

import java.util.List;

import reactor.core.publisher.Mono;

import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.util.Assert;

/**
 * Stores cursors in Redis, each in its own hash. A Redis without persistence loses them
 * when it restarts.
 *
 * @since 0.1.0
 */
public final class RedisCursorStore implements CursorStore {

	/**
	 * What the keys begin with where nothing else is said.
	 */
	public static final String DEFAULT_KEY_PREFIX = "bigin:cursor:";

	private static final String TEXT = "text";

	private static final String VERSION = "version";

	private static final RedisScript<Long> SAVE = RedisScript.of("""
			local version = redis.call('HGET', KEYS[1], 'version')
			if (version or '0') ~= ARGV[1] then
				return 0
			end
			redis.call('HSET', KEYS[1], 'text', ARGV[2], 'version', ARGV[3])
			return 1
			""", Long.class);

	private final ReactiveStringRedisTemplate redis;

	private final String keyPrefix;

	/**
	 * Create a store.
	 * @param redis makes the calls
	 */
	public RedisCursorStore(ReactiveStringRedisTemplate redis) {
		this(redis, DEFAULT_KEY_PREFIX);
	}

	/**
	 * Create a store.
	 * @param redis makes the calls
	 * @param keyPrefix what the keys begin with
	 */
	public RedisCursorStore(ReactiveStringRedisTemplate redis, String keyPrefix) {
		Assert.notNull(redis, "'redis' must not be null");
		Assert.notNull(keyPrefix, "'keyPrefix' must not be null");
		this.redis = redis;
		this.keyPrefix = keyPrefix;
	}

	@Override
	public Mono<StoredCursor> load(String name) {
		Assert.notNull(name, "'name' must not be null");
		return this.redis.<String, String>opsForHash()
			.multiGet(this.keyPrefix + name, List.of(TEXT, VERSION))
			.filter((values) -> values.get(0) != null && values.get(1) != null)
			.map((values) -> new StoredCursor(values.get(0), Long.parseLong(values.get(1))));
	}

	@Override
	public Mono<Boolean> save(String name, StoredCursor cursor) {
		Assert.notNull(name, "'name' must not be null");
		Assert.notNull(cursor, "'cursor' must not be null");
		return this.redis
			.execute(SAVE, List.of(this.keyPrefix + name),
					List.of(Long.toString(cursor.version() - 1), cursor.text(), Long.toString(cursor.version())))
			.single()
			.map((saved) -> saved == 1);
	}

}
