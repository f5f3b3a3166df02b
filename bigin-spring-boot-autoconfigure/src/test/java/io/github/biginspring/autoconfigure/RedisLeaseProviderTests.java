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

package io.github.biginspring.autoconfigure;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import io.github.biginspring.change.LeaseProvider;
import io.github.biginspring.limit.internal.RedisServer;

/**
 * Leases in a real Redis.
 */
class RedisLeaseProviderTests extends AbstractLeaseProviderTests {

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
	LeaseProvider instance() {
		return new LeaseProviderConfiguration.RedisConfiguration().biginLeaseProvider(connectionFactory,
				new SyncProperties());
	}

	@Override
	void expire() {
		redis.ask((commands) -> commands.flushall());
	}

}
