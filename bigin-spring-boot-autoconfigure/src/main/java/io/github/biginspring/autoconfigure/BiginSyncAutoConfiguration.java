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

import javax.sql.DataSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.init.DatabaseInitializationProperties;
import org.springframework.boot.jdbc.init.PropertiesBasedDataSourceScriptDatabaseInitializer;
import org.springframework.boot.sql.autoconfigure.init.OnDatabaseInitializationCondition;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.biginspring.BiginTemplateCustomizer;
import io.github.biginspring.autoconfigure.SyncProperties.CursorStoreType;
import io.github.biginspring.change.ChangeSettings;
import io.github.biginspring.change.CursorStore;
import io.github.biginspring.change.InMemoryCursorStore;
import io.github.biginspring.change.JdbcCursorStore;
import io.github.biginspring.change.LeaseProvider;
import io.github.biginspring.change.RedisCursorStore;

/**
 * Auto-configuration of the store of cursors of changes, and of the lock that lets one
 * instance at a time handle changes.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = BiginAutoConfiguration.class,
		afterName = { "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
				"org.springframework.boot.data.redis.autoconfigure.DataRedisReactiveAutoConfiguration" })
@ConditionalOnClass(WebClient.class)
@EnableConfigurationProperties(SyncProperties.class)
@Import(LeaseProviderConfiguration.class)
public final class BiginSyncAutoConfiguration {

	// before the application's own customizers, which may say otherwise
	@Bean
	@Order(-1)
	BiginTemplateCustomizer biginSyncCustomizer(SyncProperties properties, ObjectProvider<CursorStore> cursorStore,
			ObjectProvider<LeaseProvider> leaseProvider) {
		InvalidConfigurationException.checkNotNegative("bigin.sync.watermark-delay", properties.getWatermarkDelay(),
				"5s");
		InvalidConfigurationException.checkPositive("bigin.sync.max-age", properties.getMaxAge(), "60d");
		return (builder) -> builder.changes(ChangeSettings.defaults()
			.withCursorStore(cursorStore.getIfUnique())
			.withLeaseProvider(leaseProvider.getIfUnique())
			.withWatermarkDelay(properties.getWatermarkDelay())
			.withMaxAge(properties.getMaxAge()));
	}

	@Configuration(proxyBeanMethods = false)
	@Order(1)
	@Conditional(CursorStoreCondition.Jdbc.class)
	@ConditionalOnClass({ JdbcTemplate.class, DatabaseInitializationProperties.class })
	@ConditionalOnSingleCandidate(DataSource.class)
	@ConditionalOnMissingBean(CursorStore.class)
	@EnableConfigurationProperties(JdbcCursorStoreProperties.class)
	static class JdbcConfiguration {

		@Bean
		@DependsOnDatabaseInitialization
		JdbcCursorStore biginCursorStore(DataSource dataSource) {
			return new JdbcCursorStore(new JdbcTemplate(dataSource));
		}

		@Bean
		@Conditional(OnSchemaInitialization.class)
		PropertiesBasedDataSourceScriptDatabaseInitializer<JdbcCursorStoreProperties> biginCursorStoreInitializer(
				DataSource dataSource, JdbcCursorStoreProperties properties) {
			return new CursorStoreInitializer(dataSource, properties);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Order(2)
	@Conditional(CursorStoreCondition.Redis.class)
	@ConditionalOnClass(ReactiveStringRedisTemplate.class)
	@ConditionalOnSingleCandidate(ReactiveStringRedisTemplate.class)
	@ConditionalOnMissingBean(CursorStore.class)
	static class RedisConfiguration {

		@Bean
		RedisCursorStore biginCursorStore(ReactiveStringRedisTemplate redis, SyncProperties properties) {
			return new RedisCursorStore(redis, properties.getRedis().getKeyPrefix());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Order(3)
	@ConditionalOnMissingBean(CursorStore.class)
	static class MemoryConfiguration {

		@Bean
		InMemoryCursorStore biginCursorStore(SyncProperties properties) {
			if (properties.getStore() == CursorStoreType.JDBC) {
				throw new InvalidConfigurationException(
						"Cursors are to be kept in a database, and there is none, or more than one.",
						"Add the dependency 'org.springframework.boot:spring-boot-starter-jdbc' and let Spring Boot"
								+ " configure one DataSource; or define one bean of type CursorStore; or remove"
								+ " 'bigin.sync.store'.");
			}
			if (properties.getStore() == CursorStoreType.REDIS) {
				throw new InvalidConfigurationException(
						"Cursors are to be kept in Redis, but there is no Redis client.",
						"Add the dependency 'org.springframework.boot:spring-boot-starter-data-redis' and let Spring"
								+ " Boot configure one ReactiveStringRedisTemplate; or define one bean of type"
								+ " CursorStore; or remove 'bigin.sync.store'.");
			}
			return new InMemoryCursorStore();
		}

	}

	/**
	 * Says which property is wrong where there is no script.
	 */
	private static final class CursorStoreInitializer
			extends PropertiesBasedDataSourceScriptDatabaseInitializer<JdbcCursorStoreProperties> {

		private final String schema;

		CursorStoreInitializer(DataSource dataSource, JdbcCursorStoreProperties properties) {
			super(dataSource, properties);
			this.schema = properties.getSchema();
		}

		@Override
		public boolean initializeDatabase() {
			try {
				return super.initializeDatabase();
			}
			catch (IllegalStateException ex) {
				throw new InvalidConfigurationException(
						"The tables of cursors and locks cannot be made by the script '" + this.schema + "': "
								+ ex.getMessage() + ".",
						"Set 'bigin.sync.jdbc.schema' to a script that is there, or 'bigin.sync.jdbc.initialize-schema' to"
								+ " 'never' where the tables are made otherwise.");
			}
		}

	}

	static final class OnSchemaInitialization extends OnDatabaseInitializationCondition {

		OnSchemaInitialization() {
			super("Bigin Cursors", "bigin.sync.jdbc.initialize-schema");
		}

		// what is no mode is told by the binding of the property, which names the modes
		@Override
		public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
			try {
				return super.getMatchOutcome(context, metadata);
			}
			catch (IllegalArgumentException ex) {
				return ConditionOutcome.match();
			}
		}

	}

}
