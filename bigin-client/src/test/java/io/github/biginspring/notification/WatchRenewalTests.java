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

package io.github.biginspring.notification;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

import io.github.biginspring.CapturedLog;
import io.github.biginspring.LogCaptureExtension;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.internal.DateTimeFormat;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginResponse;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.notification.internal.NotificationTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@ExtendWith(LogCaptureExtension.class)
class WatchRenewalTests {

	private static final Duration LIFE = Duration.ofHours(20);

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private final Service service = new Service();

	private final News news = new News();

	private final WatchRenewal renewal = renewal("1");

	@AfterEach
	void stop() {
		this.renewal.stop();
	}

	@Test
	void callsNothingBeforeItIsStarted() {
		this.time.advanceTimeBy(Duration.ofDays(2));
		assertThat(this.service.calls).isEmpty();
		assertThat(this.renewal.isRunning()).isFalse();
	}

	@Test
	void subscribesAndThenRenewsAfterHalfOfEachLife() {
		this.renewal.start();
		this.renewal.start();
		assertThat(this.service.calls).containsExactly("POST 1");
		this.time.advanceTimeBy(Duration.ofHours(10).minusMillis(1));
		assertThat(this.service.calls).hasSize(1);
		this.time.advanceTimeBy(Duration.ofMillis(1));
		assertThat(this.service.calls).containsExactly("POST 1", "PUT 1");
		this.time.advanceTimeBy(Duration.ofHours(30));
		assertThat(this.service.calls).containsExactly("POST 1", "PUT 1", "PUT 1", "PUT 1", "PUT 1");
		assertThat(this.news.emitted).containsExactly("subscribed 1 20h", "renewed 1 30h", "renewed 1 40h",
				"renewed 1 50h", "renewed 1 60h");
	}

	@Test
	void tellsItsChannelsAndWhenTheyExpire() {
		WatchRenewal both = renewal("1", "2");
		assertThat(both.channels()).containsExactly(new KeptChannel("1", null), new KeptChannel("2", null));
		both.start();
		assertThat(both.channels()).containsExactly(new KeptChannel("1", Instant.EPOCH.plus(LIFE)),
				new KeptChannel("2", Instant.EPOCH.plus(LIFE)));
		this.time.advanceTimeBy(Duration.ofHours(10));
		assertThat(both.channels().get(0).expiresAt()).isEqualTo(Instant.EPOCH.plus(LIFE).plus(Duration.ofHours(10)));
		both.stop();
		assertThat(both.channels()).containsExactly(new KeptChannel("1", null), new KeptChannel("2", null));
	}

	@Test
	void keepsTryingThroughAnOutageThatTheChannelSurvives() {
		this.renewal.start();
		this.service.failure = unavailable();
		this.time.advanceTimeBy(Duration.ofHours(19));
		int attempts = this.service.calls.size() - 1;
		assertThat(attempts).as("pauses of up to 10 minutes").isBetween(54, 120);
		assertThat(this.service.calls.subList(1, attempts + 1)).containsOnly("PUT 1");
		this.service.failure = null;
		this.time.advanceTimeBy(Duration.ofMinutes(10));
		assertThat(this.news.emitted.get(this.news.emitted.size() - 1)).startsWith("renewed 1");
		assertThat(this.news.emitted).filteredOn((emitted) -> emitted.startsWith("failed")).hasSize(attempts);
	}

	@Test
	void subscribesAnewWhatHasExpiredDuringAnOutageAndTellsSo(CapturedLog output) {
		this.renewal.start();
		this.service.failure = unavailable();
		this.time.advanceTimeBy(Duration.ofHours(21));
		this.service.calls.clear();
		this.service.failure = null;
		this.time.advanceTimeBy(Duration.ofMinutes(10));
		assertThat(this.service.calls).containsExactly("POST 1");
		assertThat(this.news.emitted.get(this.news.emitted.size() - 1)).startsWith("resubscribed 1");
		assertThat(output).contains("Channel 1 had expired or was gone", "notifications may have been missed");
		this.time.advanceTimeBy(Duration.ofHours(10));
		assertThat(this.service.calls).as("all is well again").containsExactly("POST 1", "PUT 1");
	}

	@Test
	void subscribesAnewWhatIsGone() {
		this.renewal.start();
		this.service.failureOfPut = ErrorDetails.responded(HttpMethod.PUT, "/bigin/v2/actions/watch", 400)
			.code("NOT_SUBSCRIBED")
			.toException();
		this.time.advanceTimeBy(Duration.ofHours(10));
		assertThat(this.service.calls).containsExactly("POST 1", "PUT 1", "POST 1");
		assertThat(this.news.emitted).containsExactly("subscribed 1 20h", "resubscribed 1 30h");
	}

	@Test
	void waitsEverLongerUntilAFirstAttemptSucceeds() {
		this.service.failure = unavailable();
		this.renewal.start();
		assertThat(this.service.calls).hasSize(1);
		this.time.advanceTimeBy(Duration.ofMillis(4999));
		assertThat(this.service.calls).as("half of 10 seconds are the least").hasSize(1);
		this.time.advanceTimeBy(Duration.ofMillis(5001));
		assertThat(this.service.calls).hasSize(2);
		this.time.advanceTimeBy(Duration.ofDays(3));
		assertThat(this.service.calls.size()).isBetween(430, 870);
		this.service.failure = null;
		this.time.advanceTimeBy(Duration.ofMinutes(10));
		assertThat(this.news.emitted.get(this.news.emitted.size() - 1)).startsWith("subscribed 1");
	}

	@Test
	void onePausePerFailureStartsFromTheShortestAgain() {
		this.service.failure = unavailable();
		this.renewal.start();
		this.time.advanceTimeBy(Duration.ofHours(5));
		this.service.failure = null;
		this.time.advanceTimeBy(Duration.ofMinutes(10));
		this.service.failure = unavailable();
		this.time.advanceTimeBy(Duration.ofHours(10));
		assertThat(this.news.pauses).filteredOn((pause) -> pause.compareTo(Duration.ofSeconds(10)) <= 0).hasSize(2);
	}

	@Test
	void renewsByTheRequestWhereTheServiceDoesNotSayWhenAChannelExpires() {
		this.service.silent = true;
		this.renewal.start();
		this.time.advanceTimeBy(LIFE.dividedBy(2));
		assertThat(this.service.calls).containsExactly("POST 1", "PUT 1");
	}

	@Test
	void rendersAClockFarOffHarmless() {
		this.service.life = Duration.ofHours(-3);
		this.renewal.start();
		this.time.advanceTimeBy(Duration.ofMinutes(60));
		assertThat(this.service.calls).hasSize(13);
	}

	@Test
	void anotherChannelIsNotConcerned() {
		WatchRenewal two = renewal("1", "2");
		two.start();
		this.service.failureOfChannel = "1";
		this.time.advanceTimeBy(Duration.ofHours(10));
		assertThat(this.service.calls).contains("PUT 2");
		assertThat(this.news.emitted).contains("renewed 2 30h").doesNotContain("renewed 1 30h");
		two.stop();
	}

	@Test
	void lastAttemptGoesOnToItsEndAndTheChannelsLiveOn() {
		AtomicInteger stopped = new AtomicInteger();
		this.service.delay = Duration.ofSeconds(3);
		this.renewal.start();
		this.renewal.stop(stopped::incrementAndGet);
		assertThat(this.renewal.isRunning()).isFalse();
		assertThat(stopped).hasValue(0);
		this.time.advanceTimeBy(Duration.ofSeconds(3));
		assertThat(stopped).hasValue(1);
		assertThat(this.news.emitted).containsExactly("subscribed 1 20h");
		this.time.advanceTimeBy(Duration.ofDays(1));
		assertThat(this.service.calls).containsExactly("POST 1");
	}

	@Test
	void endsAtOnceBetweenTwoAttempts() {
		AtomicInteger stopped = new AtomicInteger();
		this.renewal.start();
		this.renewal.stop(stopped::incrementAndGet);
		assertThat(stopped).hasValue(1);
		this.time.advanceTimeBy(Duration.ofDays(1));
		assertThat(this.service.calls).containsExactly("POST 1");
		this.renewal.start();
		assertThat(this.service.calls).containsExactly("POST 1", "POST 1");
	}

	@Test
	void aLastAttemptThatFailsIsNotTriedAgain() {
		this.service.delay = Duration.ofSeconds(3);
		this.service.failure = unavailable();
		this.renewal.start();
		this.renewal.stop();
		this.time.advanceTimeBy(Duration.ofDays(1));
		assertThat(this.service.calls).containsExactly("POST 1");
		assertThat(this.news.emitted).isEmpty();
	}

	@Test
	void tellsAtOnceThatItHasStoppedWhereItDidNotRun() {
		AtomicInteger stopped = new AtomicInteger();
		this.renewal.stop(stopped::incrementAndGet);
		assertThat(stopped).hasValue(1);
	}

	@Test
	void aListenerThatFailsHarmsNothing() {
		WatchRenewal harmed = new WatchRenewal(this.service::operations, List.of(request("1")),
				List.of(new WatchRenewalListener() {

					@Override
					public void subscribed(String channelId, Instant expiresAt) {
						throw new IllegalStateException("bug");
					}

				}, this.news), this.time);
		harmed.start();
		assertThat(this.news.emitted).containsExactly("subscribed 1 20h");
		harmed.stop();
	}

	@Test
	void refusesOneChannelTwice() {
		assertThatIllegalArgumentException().isThrownBy(() -> renewal("1", "1"))
			.withMessage("Channel 1 is there twice");
	}

	private WatchRenewal renewal(String... channels) {
		List<WatchRequest> requests = new ArrayList<>();
		for (String channel : channels) {
			requests.add(request(channel));
		}
		return new WatchRenewal(this.service::operations, requests, List.of(this.news), this.time);
	}

	private static WatchRequest request(String channel) {
		return WatchRequest.channel(channel)
			.events(WatchEvent.all("Contacts"))
			.notifyUrl(URI.create("https://app.example.com"))
			.timeToLive(LIFE)
			.build();
	}

	private static BiginException unavailable() {
		return ErrorDetails.responded(HttpMethod.PUT, "/bigin/v2/actions/watch", 503).toException();
	}

	/**
	 * Bigin, as far as channels go, in virtual time.
	 */
	private final class Service implements CallExchange {

		private final List<String> calls = new ArrayList<>();

		private BiginException failure;

		private BiginException failureOfPut;

		private String failureOfChannel;

		private Duration life = LIFE;

		private boolean silent;

		private Duration delay = Duration.ZERO;

		NotificationOperations operations() {
			InstantSource clock = () -> Instant.ofEpochMilli(WatchRenewalTests.this.time.now(TimeUnit.MILLISECONDS));
			return new NotificationTemplate(this, OperationObserver.NONE, RecordMapper.create().jsonMapper(), clock);
		}

		@Override
		public <T> Mono<T> exchange(BiginCall<T> call) {
			return Mono.defer(() -> {
				String body = new String(call.body());
				String channel = body.contains("\"channel_id\":\"1\"") ? "1" : "2";
				this.calls.add(call.method() + " " + channel);
				Mono<T> outcome = outcome(call, channel);
				return this.delay.isZero() ? outcome
						: Mono.delay(this.delay, WatchRenewalTests.this.time).then(outcome);
			});
		}

		private <T> Mono<T> outcome(BiginCall<T> call, String channel) {
			if (this.failure != null || channel.equals(this.failureOfChannel)) {
				return Mono.error((this.failure != null) ? this.failure : unavailable());
			}
			if (this.failureOfPut != null && call.method() == HttpMethod.PUT) {
				return Mono.error(this.failureOfPut);
			}
			return Mono.fromSupplier(() -> call.reader().read(response()));
		}

		private BiginResponse response() {
			Instant now = Instant.ofEpochMilli(WatchRenewalTests.this.time.now(TimeUnit.MILLISECONDS));
			String expiry = DateTimeFormat.format(now.plus(this.life).atOffset(ZoneOffset.UTC));
			String events = this.silent ? "" : "{\"channel_expiry\":\"" + expiry + "\"}";
			String body = "{\"watch\":[{\"code\":\"SUCCESS\",\"details\":{\"events\":[" + events + "]}}]}";
			return new BiginResponse(200, HttpHeaders.EMPTY, body.getBytes(), false);
		}

	}

	private static final class News implements WatchRenewalListener {

		private final List<String> emitted = new ArrayList<>();

		private final List<Duration> pauses = new ArrayList<>();

		@Override
		public void subscribed(String channelId, Instant expiresAt) {
			this.emitted.add("subscribed " + channelId + " " + hours(expiresAt));
		}

		@Override
		public void renewed(String channelId, Instant expiresAt) {
			this.emitted.add("renewed " + channelId + " " + hours(expiresAt));
		}

		@Override
		public void resubscribed(String channelId, Instant expiresAt) {
			this.emitted.add("resubscribed " + channelId + " " + hours(expiresAt));
		}

		@Override
		public void failed(String channelId, Throwable failure, Duration pause) {
			this.emitted.add("failed " + channelId);
			this.pauses.add(pause);
		}

		private static String hours(Instant time) {
			return Duration.ofMillis(time.toEpochMilli()).toHours() + "h";
		}

	}

}
