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

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.lettuce.core.RedisURI;
import io.lettuce.core.StaticCredentialsProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisReactiveAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

import io.github.biginspring.BiginRateLimiter;
import io.github.biginspring.BiginTemplate;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.limit.RateLimiterListener;
import io.github.biginspring.limit.TokenBucket;
import io.github.biginspring.limit.internal.RedisServer;
import io.github.biginspring.limit.internal.SharedTokenBucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link RateLimitSharingAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class RateLimitSharingAutoConfigurationTests {

	private static final String API_KEY = "a-key-that-nobody-may-see";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(BiginAutoConfiguration.class, DataRedisAutoConfiguration.class,
				DataRedisReactiveAutoConfiguration.class, RateLimitSharingAutoConfiguration.class))
		.withPropertyValues("maton.api-key=" + API_KEY);

	private final ApplicationContextRunner sharing = this.runner.withPropertyValues("bigin.rate-limit.shared=true");

	@Test
	void sharesNothingUnlessAsked() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(BiginRateLimiter.class)
			.doesNotHaveBean(TokenBucket.class));
		this.runner.withPropertyValues("bigin.rate-limit.shared=false")
			.run((context) -> assertThat(context).doesNotHaveBean(TokenBucket.class));
	}

	@Test
	void sharesWhenAsked() {
		this.sharing.run((context) -> assertThat(context).hasSingleBean(SharedTokenBucket.class)
			.hasSingleBean(BiginTemplate.class));
	}

	@Test
	void givesWayToATokenSourceOfTheUser() {
		TokenBucket own = mock(TokenBucket.class);
		this.sharing.withBean(TokenBucket.class, () -> own)
			.run((context) -> assertThat(context).hasNotFailed().getBean(TokenBucket.class).isSameAs(own));
	}

	@Test
	void aRateLimiterOfTheUserCanTakeItsTokensFromIt() {
		this.sharing.withUserConfiguration(OwnRateLimiter.class)
			.run((context) -> assertThat(context).hasSingleBean(SharedTokenBucket.class)
				.hasSingleBean(BiginRateLimiter.class)
				.doesNotHaveBean("biginRateLimiter"));
	}

	@Test
	void saysWhatIsMissing() {
		new ApplicationContextRunner().withClassLoader(new FilteredClassLoader(ReactiveStringRedisTemplate.class))
			.withConfiguration(
					AutoConfigurations.of(BiginAutoConfiguration.class, RateLimitSharingAutoConfiguration.class))
			.withPropertyValues("maton.api-key=" + API_KEY, "bigin.rate-limit.shared=true")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationException.class,
						(failure) -> assertThat(failure.getAction()).contains("spring-boot-starter-data-redis")
							.contains("ReactiveStringRedisTemplate")));
	}

	@Test
	void theRestWorksWithoutRedis() {
		new ApplicationContextRunner()
			.withClassLoader(
					new FilteredClassLoader("io.lettuce", "org.springframework.data", "org.springframework.boot.data"))
			.withConfiguration(
					AutoConfigurations.of(BiginAutoConfiguration.class, RateLimitSharingAutoConfiguration.class))
			.withPropertyValues("maton.api-key=" + API_KEY)
			.run((context) -> assertThat(context).hasSingleBean(BiginTemplate.class));
	}

	@Test
	void callsNobodyAtStart() throws IOException {
		try (ServerSocketChannel redis = ServerSocketChannel.open()) {
			redis.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)).configureBlocking(false);
			this.sharing.withPropertyValues("spring.data.redis.port=" + redis.socket().getLocalPort())
				.run((context) -> {
					assertThat(context).hasSingleBean(SharedTokenBucket.class);
					assertThat(redis.accept()).isNull();
				});
		}
	}

	@Test
	void startsAndWorksWhileRedisIsDown(CapturedOutput output) throws IOException {
		Changes changes = new Changes();
		this.sharing.withBean(Changes.class, () -> changes)
			.withPropertyValues("spring.data.redis.port=" + RedisServer.freePort(),
					"spring.data.redis.password=hunter2")
			.run((context) -> {
				TokenBucket tokens = context.getBean(TokenBucket.class);
				assertThat(take(tokens)).isZero();
				assertThat(changes.sharing).isFalse();
			});
		assertThat(output).contains("up to 2.0 requests a second").doesNotContain("hunter2").doesNotContain(API_KEY);
	}

	@Test
	void keepsTheApiKeyToItself() {
		try (RedisServer redis = RedisServer.start("--requirepass", "hunter2")) {
			RedisURI uri = redis.uri();
			uri.setCredentialsProvider(new StaticCredentialsProvider(null, "hunter2".toCharArray()));
			this.sharing
				.withPropertyValues("spring.data.redis.port=" + redis.port(), "spring.data.redis.password=hunter2")
				.run((context) -> {
					// a slow machine may need more than one to get connected
					while (redis.<List<String>>ask(uri, (commands) -> commands.keys("*")).isEmpty()) {
						take(context.getBean(TokenBucket.class));
					}
					String key = redis.ask(uri, (commands) -> commands.keys("*").get(0));
					assertThat(key).matches("bigin:rate-limit:[0-9a-f]{64}");
					redis.<Void>ask(uri, (commands) -> {
						assertThat(commands.dbsize()).isOne();
						assertThat(commands.hgetall(key).toString()).doesNotContain(API_KEY);
						return null;
					});
				});
			// the connection has gone with the context
			assertThat(redis.<String>ask(uri, (commands) -> commands.clientList())
				.lines()
				.filter((line) -> !line.contains("cmd=client"))).isEmpty();
		}
	}

	private static long take(TokenBucket tokens) throws Exception {
		CompletableFuture<Long> response = new CompletableFuture<>();
		tokens.take(response::complete);
		return response.get(30, TimeUnit.SECONDS);
	}

	private static final class Changes implements RateLimiterListener {

		private volatile boolean sharing = true;

		@Override
		public void sharingChanged(boolean sharing) {
			this.sharing = sharing;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnRateLimiter {

		@Bean
		BiginRateLimiter own(TokenBucket tokens) {
			return BiginRateLimiter.of(RateLimit.defaults(), tokens, Duration.ofSeconds(10), List.of());
		}

	}

}
