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

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

import io.github.biginspring.change.CursorStore.StoredCursor;
import io.github.biginspring.limit.internal.RedisServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RedisCursorStore} with a real Redis.
 */
class RedisCursorStoreTests extends AbstractCursorStoreTests {

	private static RedisServer redis;

	private static LettuceConnectionFactory connectionFactory;

	@BeforeAll
	static void start() {
		redis = RedisServer.start();
		connectionFactory = new LettuceConnectionFactory("127.0.0.1", redis.port());
		connectionFactory.start();
	}

	@AfterAll
	static void stop() {
		if (redis != null) {
			connectionFactory.destroy();
			redis.close();
		}
	}

	@BeforeEach
	void empty() {
		redis.ask((commands) -> commands.flushall());
	}

	@Override
	CursorStore store() {
		return new RedisCursorStore(new ReactiveStringRedisTemplate(connectionFactory));
	}

	@Test
	void keepsThemUnderThePrefix() {
		CursorStore own = new RedisCursorStore(new ReactiveStringRedisTemplate(connectionFactory), "crm:");
		assertThat(own.save("orders", new StoredCursor("first", 1)).block(PATIENCE)).isTrue();
		assertThat(store().save("orders", new StoredCursor("other", 1)).block(PATIENCE)).isTrue();
		assertThat(redis.<List<String>>ask((commands) -> commands.keys("*"))).containsExactlyInAnyOrder("crm:orders",
				"bigin:cursor:orders");
	}

}
