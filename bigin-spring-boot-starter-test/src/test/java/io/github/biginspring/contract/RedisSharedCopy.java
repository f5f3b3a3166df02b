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

package io.github.biginspring.contract;

import java.net.URI;
import java.util.List;
import java.util.Map;

import net.javacrumbs.shedlock.provider.redis.spring.RedisLockProvider;
import org.jspecify.annotations.Nullable;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.StringRedisTemplate;

import io.github.biginspring.change.CursorStore;
import io.github.biginspring.change.LeaseProvider;
import io.github.biginspring.change.RedisCursorStore;
import io.github.biginspring.change.ShedLockLeaseProvider;

/**
 * A copy in Redis.
 */
final class RedisSharedCopy implements SharedCopy {

	private static final String COPY = "copy";

	private static final String HANDLED = "handled";

	private final LettuceConnectionFactory connectionFactory;

	private final StringRedisTemplate redis;

	RedisSharedCopy(String url) {
		URI uri = URI.create(url);
		this.connectionFactory = new LettuceConnectionFactory(uri.getHost(), uri.getPort());
		this.connectionFactory.afterPropertiesSet();
		this.connectionFactory.start();
		this.redis = new StringRedisTemplate(this.connectionFactory);
	}

	@Override
	public CursorStore cursorStore() {
		return new RedisCursorStore(new ReactiveStringRedisTemplate(this.connectionFactory));
	}

	@Override
	public LeaseProvider leaseProvider() {
		return new ShedLockLeaseProvider(
				new RedisLockProvider.Builder(this.connectionFactory).safeUpdate(true).build());
	}

	@Override
	public void put(String id, @Nullable String lastName, String instance) {
		if (lastName != null) {
			this.redis.opsForHash().put(COPY, id, lastName);
		}
		else {
			this.redis.opsForHash().delete(COPY, id);
		}
		this.redis.opsForList().rightPush(HANDLED, instance);
	}

	@Override
	public Map<String, String> content() {
		return this.redis.<String, String>opsForHash().entries(COPY);
	}

	@Override
	public List<String> handlers() {
		return this.redis.opsForList().range(HANDLED, 0, -1);
	}

	@Override
	public void close() {
		this.connectionFactory.destroy();
	}

}
