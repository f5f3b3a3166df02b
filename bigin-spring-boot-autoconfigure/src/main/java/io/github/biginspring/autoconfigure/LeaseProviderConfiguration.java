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

import java.util.UUID;

import javax.sql.DataSource;

import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import net.javacrumbs.shedlock.provider.redis.spring.RedisLockProvider;
import net.javacrumbs.shedlock.support.Utils;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.jdbc.core.JdbcTemplate;

import io.github.biginspring.change.JdbcCursorStore;
import io.github.biginspring.change.LeaseProvider;
import io.github.biginspring.change.RedisCursorStore;
import io.github.biginspring.change.ShedLockLeaseProvider;

/**
 * What lets one instance at a time read changes: ShedLock, by the application's own
 * provider, or else where the cursors are. A provider made here is no bean of its own, so
 * that it is not taken for that of the application's scheduled tasks.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(LockProvider.class)
class LeaseProviderConfiguration {

	@Configuration(proxyBeanMethods = false)
	@Order(1)
	@ConditionalOnSingleCandidate(LockProvider.class)
	@ConditionalOnMissingBean(LeaseProvider.class)
	static class ApplicationConfiguration {

		@Bean
		ShedLockLeaseProvider biginLeaseProvider(LockProvider lockProvider) {
			return new ShedLockLeaseProvider(lockProvider);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Order(2)
	@ConditionalOnClass({ JdbcTemplateLockProvider.class, JdbcTemplate.class })
	@ConditionalOnBean(JdbcCursorStore.class)
	@ConditionalOnSingleCandidate(DataSource.class)
	@ConditionalOnMissingBean({ LeaseProvider.class, LockProvider.class })
	static class JdbcConfiguration {

		private static final String TABLE_NAME = "BIGIN_LOCK";

		@Bean
		ShedLockLeaseProvider biginLeaseProvider(DataSource dataSource) {
			// by the database's clock, which all instances share, and a name that no two
			// have
			String name = Utils.getHostname() + " " + UUID.randomUUID();
			return new ShedLockLeaseProvider(
					new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
						.withJdbcTemplate(new JdbcTemplate(dataSource))
						.withTableName(TABLE_NAME)
						.withLockedByValue(name)
						.usingDbTime()
						.build()));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Order(3)
	@ConditionalOnClass({ RedisLockProvider.class, RedisConnectionFactory.class })
	@ConditionalOnBean(RedisCursorStore.class)
	@ConditionalOnSingleCandidate(RedisConnectionFactory.class)
	@ConditionalOnMissingBean({ LeaseProvider.class, LockProvider.class })
	static class RedisConfiguration {

		private static final String KEY_PREFIX = "bigin:lock";

		@Bean
		ShedLockLeaseProvider biginLeaseProvider(RedisConnectionFactory connectionFactory, SyncProperties properties) {
			return new ShedLockLeaseProvider(new RedisLockProvider.Builder(connectionFactory).keyPrefix(KEY_PREFIX)
				.environment(properties.getRedis().getKeyPrefix())
				.safeUpdate(true)
				.build());
		}

	}

}
