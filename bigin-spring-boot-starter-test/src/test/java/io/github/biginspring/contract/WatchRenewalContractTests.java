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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.reactive.function.client.WebClient;

import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.exchange.WebClientExchange;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.notification.NotificationOperations;
import io.github.biginspring.notification.WatchEvent;
import io.github.biginspring.notification.WatchRenewal;
import io.github.biginspring.notification.WatchRenewalListener;
import io.github.biginspring.notification.WatchRequest;
import io.github.biginspring.notification.WatchedChannel;
import io.github.biginspring.notification.internal.NotificationTemplate;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.fault.Fault;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Channels that are kept alive, held against the simulator. Both tell the time by a clock
 * that goes on when it is told to.
 */
class WatchRenewalContractTests {

	private static final Instant START = Instant.parse("2026-11-02T17:30:00Z");

	private static final Duration LIFE = Duration.ofHours(20);

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private final InstantSource clock = () -> Instant.ofEpochMilli(this.time.now(TimeUnit.MILLISECONDS));

	private final BlockingQueue<String> news = new LinkedBlockingQueue<>();

	// until the next attempt after one that has failed
	private volatile Duration pause = Duration.ZERO;

	private final BiginSimulator simulator;

	private final NotificationOperations operations;

	WatchRenewalContractTests() {
		this.time.advanceTimeTo(START);
		this.simulator = BiginSimulator.builder().empty().clock(this.clock).start();
		JsonMapper jsonMapper = RecordMapper.create().jsonMapper();
		this.operations = new NotificationTemplate(
				new WebClientExchange(WebClient.create(), MatonEndpoint.of(URI.create(this.simulator.url())),
						ApiKey.of(this.simulator.apiKey()), jsonMapper, this.clock),
				OperationObserver.NONE, jsonMapper, this.clock);
	}

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void isRenewedLongBeforeItExpires() {
		WatchRenewal renewal = start();
		assertThat(expiry()).isEqualTo(START.plus(LIFE));
		for (int i = 1; i <= 5; i++) {
			pass(LIFE.dividedBy(2));
			assertNews("renewed");
			assertThat(expiry()).isEqualTo(this.clock.instant().plus(LIFE));
		}
		assertThat(this.simulator.requests().count("POST /actions/watch")).isEqualTo(1);
		renewal.stop();
	}

	@Test
	void anotherRunTakesOverWhatAnEarlierOneHasLeftBehind() {
		start().stop();
		this.time.advanceTimeBy(Duration.ofHours(3));
		WatchRenewal second = start();
		assertThat(await(this.operations.list())).hasSize(1);
		assertThat(expiry()).isEqualTo(START.plus(Duration.ofHours(3)).plus(LIFE));
		second.stop();
	}

	@Test
	void anotherRunSubscribesAnewWhatHasExpiredInBetween() {
		start().stop();
		this.time.advanceTimeBy(Duration.ofDays(3));
		assertThat(await(this.operations.list())).isEmpty();
		WatchRenewal second = start();
		assertThat(expiry()).isEqualTo(START.plus(Duration.ofDays(3)).plus(LIFE));
		second.stop();
	}

	@Test
	void anOutageThatIsLongerThanAChannelLivesIsToldWhenItIsOver() {
		WatchRenewal renewal = start();
		this.simulator.faults().always(Fault.status(503));
		pass(LIFE.dividedBy(2));
		assertNews("failed");
		// no further than to the next attempt: another one could follow within a longer
		// step
		while (this.clock.instant().isBefore(START.plus(LIFE))) {
			pass(this.pause);
			assertNews("failed");
		}
		this.simulator.faults().clear();
		assertThat(await(this.operations.list())).isEmpty();
		Instant before = this.clock.instant();
		pass(this.pause);
		assertNews("resubscribed");
		assertThat(expiry()).isAfter(before.plus(LIFE));
		renewal.stop();
	}

	@Test
	void aChannelThatSomebodyHasEndedIsSubscribedToAgain() {
		WatchRenewal renewal = start();
		await(this.operations.unsubscribe("90210"));
		pass(LIFE.dividedBy(2));
		assertNews("resubscribed");
		assertThat(expiry()).isEqualTo(this.clock.instant().plus(LIFE));
		renewal.stop();
	}

	private WatchRenewal start() {
		WatchRequest request = WatchRequest.channel("90210")
			.events(WatchEvent.all("Contacts"))
			.notifyUrl(URI.create("https://app.example.com/bigin/notifications"))
			.timeToLive(LIFE)
			.build();
		WatchRenewal renewal = new WatchRenewal(() -> this.operations, List.of(request), List.of(new News()),
				this.time);
		long waiting = this.time.getScheduledTaskCount();
		renewal.start();
		awaitPause(waiting);
		assertNews("subscribed");
		return renewal;
	}

	// until the call that is due by then has got its response, and the next one is due
	private void pass(Duration duration) {
		long waiting = this.time.getScheduledTaskCount();
		this.time.advanceTimeBy(duration);
		awaitPause(waiting);
	}

	private void awaitPause(long waiting) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.pollInterval(Duration.ofMillis(10))
			.until(() -> this.time.getScheduledTaskCount() > waiting);
	}

	private void assertNews(String expected) {
		assertThat(this.news.poll()).isEqualTo(expected);
	}

	private Instant expiry() {
		List<WatchedChannel> channels = await(this.operations.list("90210"));
		assertThat(channels).hasSize(1);
		return channels.get(0).channelExpiry().toInstant();
	}

	private final class News implements WatchRenewalListener {

		@Override
		public void subscribed(String channelId, Instant expiresAt) {
			WatchRenewalContractTests.this.news.add("subscribed");
		}

		@Override
		public void renewed(String channelId, Instant expiresAt) {
			WatchRenewalContractTests.this.news.add("renewed");
		}

		@Override
		public void resubscribed(String channelId, Instant expiresAt) {
			WatchRenewalContractTests.this.news.add("resubscribed");
		}

		@Override
		public void failed(String channelId, Throwable failure, Duration pause) {
			WatchRenewalContractTests.this.pause = pause;
			WatchRenewalContractTests.this.news.add("failed");
		}

	}

}
