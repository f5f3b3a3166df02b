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

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import net.javacrumbs.shedlock.provider.redis.spring.RedisLockProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisReactiveAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.change.CursorStore;
import io.github.biginspring.change.CursorStore.StoredCursor;
import io.github.biginspring.change.InMemoryCursorStore;
import io.github.biginspring.change.JdbcCursorStore;
import io.github.biginspring.change.LeaseProvider;
import io.github.biginspring.change.RedisCursorStore;
import io.github.biginspring.change.StoredChanges;
import io.github.biginspring.limit.internal.RedisServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link BiginSyncAutoConfiguration}: where cursors and locks are, and what a
 * mistake is told as.
 */
class BiginSyncAutoConfigurationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(BiginAutoConfiguration.class, BiginSyncAutoConfiguration.class))
		.withPropertyValues("maton.api-key=test-key");

	private final ApplicationContextRunner jdbc = this.runner
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
		.withPropertyValues("spring.datasource.generate-unique-name=true");

	private final ApplicationContextRunner redis = this.runner.withConfiguration(
			AutoConfigurations.of(DataRedisAutoConfiguration.class, DataRedisReactiveAutoConfiguration.class));

	private final ApplicationContextRunner both = this.jdbc.withConfiguration(
			AutoConfigurations.of(DataRedisAutoConfiguration.class, DataRedisReactiveAutoConfiguration.class));

	@Test
	void keepsCursorsInMemoryWhereThereIsNothingElse() {
		this.runner.run((context) -> {
			assertThat(context).hasSingleBean(InMemoryCursorStore.class).doesNotHaveBean(LeaseProvider.class);
			StoredChanges<?> changes = changes(context);
			assertThatIllegalStateException().isThrownBy(changes::exclusive).withMessageContaining("ShedLock");
		});
	}

	@Test
	void keepsCursorsAndLocksInTheDatabase() {
		this.jdbc.run((context) -> {
			assertThat(context.getBean(CursorStore.class)).isInstanceOf(JdbcCursorStore.class);
			assertWorks(context);
			assertThat(changes(context).exclusive()).isNotNull();
		});
	}

	@Test
	void keepsCursorsAndLocksInRedis() {
		try (RedisServer server = RedisServer.start()) {
			this.redis.withPropertyValues("spring.data.redis.port=" + server.port(), "bigin.sync.redis.key-prefix=crm:")
				.run((context) -> {
					assertThat(context.getBean(CursorStore.class)).isInstanceOf(RedisCursorStore.class);
					assertWorks(context);
					assertThat(changes(context).exclusive()).isNotNull();
				});
			assertThat(server.<List<String>>ask((commands) -> commands.keys("*"))).containsExactlyInAnyOrder("crm:copy",
					"bigin:lock:crm::copy");
		}
	}

	private static void assertWorks(ApplicationContext context) {
		CursorStore store = context.getBean(CursorStore.class);
		assertThat(store.save("copy", new StoredCursor("text", 1)).block(PATIENCE)).isTrue();
		assertThat(store.load("copy").block(PATIENCE)).isEqualTo(new StoredCursor("text", 1));
		LeaseProvider leases = context.getBean(LeaseProvider.class);
		assertThat(leases.tryAcquire("copy", Duration.ofMinutes(1)).block(PATIENCE)).isNotNull();
		assertThat(leases.tryAcquire("copy", Duration.ofMinutes(1)).block(PATIENCE)).isNull();
	}

	private static StoredChanges<?> changes(ApplicationContext context) {
		return context.getBean(BiginTemplate.class).changes("Contacts").checkpointName("copy");
	}

	@Test
	void startsWhileTheDatabaseOrRedisIsDown() throws SQLException {
		DataSource down = mock(DataSource.class);
		given(down.getConnection()).willThrow(new SQLException("down"));
		this.runner.withBean(DataSource.class, () -> down)
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(JdbcCursorStore.class));
		this.redis.withPropertyValues("spring.data.redis.port=1")
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(RedisCursorStore.class));
	}

	@Test
	void doesNotEvenLookAtTheDatabaseWhereNoTableIsToBeCreated() {
		DataSource dataSource = mock(DataSource.class);
		this.runner.withBean(DataSource.class, () -> dataSource)
			.withPropertyValues("bigin.sync.jdbc.initialize-schema=never")
			.run((context) -> {
				assertThat(context).hasSingleBean(JdbcCursorStore.class).hasSingleBean(LeaseProvider.class);
				then(dataSource).shouldHaveNoInteractions();
			});
	}

	@Test
	void createsNoTableUnlessAsked() {
		this.jdbc.withPropertyValues("bigin.sync.jdbc.initialize-schema=never").run((context) -> {
			Mono<StoredCursor> loading = context.getBean(CursorStore.class).load("copy");
			assertThatExceptionOfType(BadSqlGrammarException.class).isThrownBy(() -> loading.block(PATIENCE))
				.withMessageContaining("BIGIN_CURSOR");
		});
	}

	@Test
	void createsTheTablesOfAnotherScript() {
		this.jdbc.withPropertyValues("bigin.sync.jdbc.schema=classpath:io/github/biginspring/change/own-schema.sql")
			.run((context) -> assertThat(new JdbcTemplate(context.getBean(DataSource.class))
				.queryForObject("SELECT COUNT(*) FROM OWN_TABLE", Integer.class)).isZero());
	}

	@ParameterizedTest
	@CsvSource({ "auto,JdbcCursorStore", "jdbc,JdbcCursorStore", "redis,RedisCursorStore",
			"memory,InMemoryCursorStore" })
	void theStoreCanBeChosen(String type, String store) {
		this.both.withPropertyValues("bigin.sync.store=" + type)
			.run((context) -> assertThat(context.getBean(CursorStore.class).getClass().getSimpleName())
				.isEqualTo(store));
	}

	@Test
	void givesWayToWhatTheApplicationHas() {
		CursorStore store = new InMemoryCursorStore();
		LeaseProvider leases = (name, duration) -> Mono.empty();
		this.both.withBean(CursorStore.class, () -> store)
			.withBean(LeaseProvider.class, () -> leases)
			.run((context) -> {
				assertThat(context.getBean(CursorStore.class)).isSameAs(store);
				assertThat(context.getBean(LeaseProvider.class)).isSameAs(leases);
				assertThat(changes(context).exclusive()).isNotNull();
			});
	}

	@Test
	void locksByTheApplicationsOwnProvider() {
		LockProvider own = mock(LockProvider.class);
		given(own.lock(any())).willReturn(Optional.empty());
		this.jdbc.withBean(LockProvider.class, () -> own).run((context) -> {
			LeaseProvider leases = context.getBean(LeaseProvider.class);
			assertThat(leases.tryAcquire("copy", Duration.ofMinutes(1)).block(PATIENCE)).isNull();
			assertThat(context.getBean(LockProvider.class)).isSameAs(own);
		});
		this.jdbc.run((context) -> assertThat(context).doesNotHaveBean(LockProvider.class));
	}

	@Test
	void theRestWorksWithoutShedLock() {
		this.jdbc.withClassLoader(new FilteredClassLoader("net.javacrumbs.shedlock"))
			.run((context) -> assertThat(context).hasSingleBean(JdbcCursorStore.class)
				.doesNotHaveBean(LeaseProvider.class));
		this.jdbc.withClassLoader(new FilteredClassLoader(JdbcTemplateLockProvider.class, RedisLockProvider.class))
			.run((context) -> assertThat(context).hasSingleBean(JdbcCursorStore.class)
				.doesNotHaveBean(LeaseProvider.class));
	}

	@Test
	void theRestWorksWithoutDatabaseAndRedis() {
		this.runner
			.withClassLoader(new FilteredClassLoader("net.javacrumbs.shedlock", "org.springframework.jdbc",
					"org.springframework.boot.jdbc", "org.springframework.boot.sql", "org.springframework.data",
					"org.springframework.boot.data", "io.lettuce"))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(InMemoryCursorStore.class));
	}

	@ParameterizedTest
	@ValueSource(classes = { JdbcTemplate.class, ReactiveStringRedisTemplate.class })
	void saysWhatIsMissingForTheStoreThatWasChosen(Class<?> missing) {
		boolean database = missing == JdbcTemplate.class;
		this.both.withClassLoader(new FilteredClassLoader(missing))
			.withPropertyValues("bigin.sync.store=" + (database ? "jdbc" : "redis"))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationException.class,
						(failure) -> assertThat(analysis(failure).getAction())
							.contains(database ? "spring-boot-starter-jdbc" : "spring-boot-starter-data-redis")
							.contains("CursorStore", "remove 'bigin.sync.store'")));
	}

	@ParameterizedTest
	@CsvSource({ "watermark-delay,-1s", "max-age,0s", "max-age,-1d" })
	void aDurationThatCannotBeIsToldByTheNameOfTheProperty(String property, String value) {
		this.runner.withPropertyValues("bigin.sync." + property + "=" + value)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationException.class, (failure) -> {
					assertThat(analysis(failure).getDescription()).contains("'bigin.sync." + property + "' cannot be");
					assertThat(analysis(failure).getAction()).contains("Set 'bigin.sync." + property + "' to");
				}));
	}

	private static FailureAnalysis analysis(InvalidConfigurationException failure) {
		return new InvalidConfigurationFailureAnalyzer().analyze(failure);
	}

}
