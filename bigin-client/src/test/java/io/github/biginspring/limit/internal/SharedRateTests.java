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

package io.github.biginspring.limit.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.Disposable;
import reactor.core.scheduler.Schedulers;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.http.HttpMethod;

import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.limit.RateLimiterListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two rate limiters, as of two instances, that share one rate through a real Redis:
 * always busy, while Redis comes and goes.
 */
@Timeout(120)
class SharedRateTests {

	private static final int LIMIT = 20;

	// a second, less what a busy machine may hold a thread up that was let through
	private static final Duration WINDOW = Duration.ofMillis(900);

	// for a response of Redis; where it is there, a busy machine is no reason to miss it
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final Duration IMPATIENCE = Duration.ofMillis(300);

	private static final BiginCall<Void> CALL = BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/Contacts")
		.discardResponse();

	private final Queue<Long> admitted = new ConcurrentLinkedQueue<>();

	private final List<Instance> instances = new ArrayList<>();

	private RedisServer redis;

	@BeforeEach
	void start() {
		this.redis = RedisServer.start();
	}

	@AfterEach
	void stop() {
		this.instances.forEach(Instance::close);
		if (this.redis != null) {
			this.redis.close();
		}
	}

	@Test
	void instancesShareOneRate() throws Exception {
		startInstances(this.redis.port(), PATIENCE);
		awaitAdmissions(40);
		assertTheLimitHeld();
		assertThat(this.instances).allSatisfy((instance) -> assertThat(instance.changes).isEmpty());
	}

	@Test
	void instancesShareOneRateWhenRedisIsFarAway() throws Exception {
		try (DelayingProxy proxy = new DelayingProxy(this.redis.port(), Duration.ofMillis(10))) {
			startInstances(proxy.port(), PATIENCE);
			awaitAdmissions(40);
			assertTheLimitHeld();
			this.instances.forEach(Instance::close);
			this.instances.clear();
		}
	}

	@Test
	void goOnWithTheirShareWhileRedisIsGoneAndShareAgainWhenItIsBack() throws Exception {
		startInstances(this.redis.port(), IMPATIENCE);
		awaitAdmissions(10);
		this.redis.kill();
		awaitChanges(false);
		awaitAdmissions(10);
		this.redis.restart();
		awaitChanges(true);
		awaitAdmissions(10);
		assertTheLimitHeld();
	}

	@Test
	void goOnWithTheirShareWhileRedisDoesNotRespond() throws Exception {
		startInstances(this.redis.port(), IMPATIENCE);
		awaitAdmissions(10);
		this.redis.ask((commands) -> commands.clientPause(600_000));
		awaitChanges(false);
		awaitAdmissions(10);
		this.redis.kill();
		this.redis.restart();
		awaitChanges(true);
		awaitAdmissions(10);
		assertTheLimitHeld();
	}

	private void startInstances(int port, Duration timeout) {
		this.instances.add(new Instance(port, timeout));
		this.instances.add(new Instance(port, timeout));
	}

	private void awaitAdmissions(int count) throws InterruptedException {
		for (Instance instance : this.instances) {
			instance.admissions.drainPermits();
			instance.admissions.acquire(count);
		}
	}

	private void awaitChanges(boolean sharing) throws InterruptedException {
		for (Instance instance : this.instances) {
			assertThat(instance.changes.poll(60, TimeUnit.SECONDS)).isEqualTo(sharing);
		}
	}

	private void assertTheLimitHeld() {
		List<Long> times = this.admitted.stream().sorted().toList();
		for (int i = LIMIT; i < times.size(); i++) {
			assertThat(times.get(i) - times.get(i - LIMIT)).isGreaterThan(WINDOW.toNanos());
		}
	}

	private final class Instance implements RateLimiterListener {

		private final BlockingQueue<Boolean> changes = new LinkedBlockingQueue<>();

		private final Semaphore admissions = new Semaphore(0);

		private final LettuceConnectionFactory connections;

		private final Disposable calls;

		Instance(int port, Duration timeout) {
			this.connections = new LettuceConnectionFactory("127.0.0.1", port);
			this.connections.afterPropertiesSet();
			this.connections.start();
			RateLimit limit = RateLimit.defaults().withRequestsPerSecond(LIMIT);
			SharedTokenBucket source = new SharedTokenBucket(limit, new ReactiveStringRedisTemplate(this.connections),
					"bigin:rate-limit:test", 0.25, timeout, List.of(this));
			QueueingRateLimiter limiter = new QueueingRateLimiter(limit, source, Schedulers.parallel(),
					System::nanoTime, Duration.ofMinutes(1), List.of());
			this.calls = limiter.acquire(CALL).doOnNext((permit) -> {
				SharedRateTests.this.admitted.add(System.nanoTime());
				this.admissions.release();
				permit.succeeded();
			}).repeat().subscribe();
		}

		@Override
		public void sharingChanged(boolean sharing) {
			this.changes.add(sharing);
		}

		void close() {
			this.calls.dispose();
			this.connections.destroy();
		}

	}

}
