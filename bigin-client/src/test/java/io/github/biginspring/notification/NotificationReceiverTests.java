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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

import io.github.biginspring.CapturedLog;
import io.github.biginspring.LogCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@ExtendWith(LogCaptureExtension.class)
class NotificationReceiverTests {

	private static final String SECRET = "s3cr3t-t0k3n";

	private static final Duration LONG = Duration.ofSeconds(10);

	private final NotificationReceiver receiver = receiver(NotificationTokens.of(NotificationToken.of(SECRET)), 4);

	@Test
	void passesOnWhatBiginTells() {
		String body = """
				{"server_time":1784800000123,"module":"Contacts",
				"resource_uri":"https://www.zohoapis.com/bigin/v1/Contacts","ids":["7255024000000596045",7255024000000596046],
				"affected_fields":["Email"],"operation":"update","channel_id":"90210","token":"s3cr3t-t0k3n",
				"query_params":{"a":[1]},"later":null}""";
		StepVerifier.create(this.receiver.notifications())
			.then(() -> assertThat(receive(body)).isEqualTo(ReceiveResult.ACCEPTED))
			.assertNext((notification) -> {
				assertThat(notification.channelId()).isEqualTo("90210");
				assertThat(notification.module()).isEqualTo("Contacts");
				assertThat(notification.operation()).isEqualTo(BiginNotification.UPDATE);
				assertThat(notification.ids()).containsExactly("7255024000000596045", "7255024000000596046");
				assertThat(notification.affectedFields()).containsExactly("Email");
				assertThat(notification.serverTime()).isEqualTo(Instant.ofEpochMilli(1784800000123L));
				assertThat(notification.resourceUri()).endsWith("/Contacts");
				assertThat(notification.further()).containsOnlyKeys("query_params", "later")
					.containsEntry("query_params", Map.of("a", List.of(1)));
				assertThat(notification.body()).asString(StandardCharsets.UTF_8).isEqualTo(body);
				assertThat(notification.toString()).contains("90210", "7255024000000596045").doesNotContain(SECRET);
				assertThat(JsonMapper.shared().writeValueAsString(notification)).contains("Contacts")
					.doesNotContain("body")
					.doesNotContain(SECRET);
			})
			.thenCancel()
			.verify(LONG);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"token\":\"s3cr3t-t0k3n\"}",
			"{\"token\":\"s3cr3t-t0k3n\",\"ids\":7,\"server_time\":\"soon\",\"module\":{},\"channel_id\":[]}" })
	void takesWhatIsMissingOrOfAnotherShape(String body) {
		StepVerifier.create(this.receiver.notifications())
			.then(() -> assertThat(receive(body)).isEqualTo(ReceiveResult.ACCEPTED))
			.assertNext((notification) -> {
				assertThat(notification.channelId()).isEmpty();
				assertThat(notification.module()).isNull();
				assertThat(notification.serverTime()).isNull();
			})
			.thenCancel()
			.verify(LONG);
	}

	@Test
	void findsAffectedFieldsByRecord() {
		String body = "{\"token\":\"s3cr3t-t0k3n\",\"affected_fields\":[{\"1\":[\"Email\",\"Phone\"]},{\"2\":[\"Email\"]}]}";
		StepVerifier.create(this.receiver.notifications())
			.then(() -> receive(body))
			.assertNext((notification) -> assertThat(notification.affectedFields()).containsExactly("Email", "Phone"))
			.thenCancel()
			.verify(LONG);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"token\":null}", "{\"token\":\"\"}", "{\"token\":\"s3cr3t-t0k3\"}",
			"{\"token\":\"s3cr3t-t0k3n \"}", "{\"token\":[\"s3cr3t-t0k3n\"]}", "{\"Token\":\"s3cr3t-t0k3n\"}" })
	void refusesAnotherToken(String body, CapturedLog output) {
		StepVerifier.create(this.receiver.notifications()).then(() -> {
			assertThat(receive(body)).isEqualTo(ReceiveResult.REJECTED);
			this.receiver.complete();
		}).expectComplete().verify(LONG);
		assertThat(output).doesNotContain(SECRET);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "7", "{", "{}x", "{\"token\":\"s3cr3t-t0k3n\"", "\u0000" })
	void whatIsNoJsonObjectIsUnreadable(String body) {
		assertThat(receive(body)).isEqualTo(ReceiveResult.UNREADABLE);
	}

	@Test
	void whatIsNestedTooDeepIsUnreadable() {
		NotificationReceiver large = new NotificationReceiver(NotificationTokens.of(NotificationToken.of(SECRET)),
				1_000_000, 1, Schedulers.immediate());
		assertThat(large.receive(("{\"a\":" + "[".repeat(100_000)).getBytes(StandardCharsets.UTF_8)))
			.isEqualTo(ReceiveResult.UNREADABLE);
	}

	@Test
	void refusesWhatIsTooLargeUnread() {
		String body = "{\"token\":\"s3cr3t-t0k3n\"}";
		String filled = body + " ".repeat(1000 - body.length());
		assertThat(receive(filled)).isEqualTo(ReceiveResult.ACCEPTED);
		assertThat(receive(filled + " ")).isEqualTo(ReceiveResult.TOO_LARGE);
	}

	@Test
	void eachChannelHasItsToken() {
		NotificationReceiver strict = receiver(
				NotificationTokens.of(null, Map.of("1", NotificationToken.of("one"), "2", NotificationToken.of("two"))),
				1);
		assertThat(receive(strict, "1", "one")).isEqualTo(ReceiveResult.ACCEPTED);
		assertThat(receive(strict, "1", "two")).isEqualTo(ReceiveResult.REJECTED);
		assertThat(receive(strict, "3", "one")).isEqualTo(ReceiveResult.REJECTED);
		NotificationReceiver common = receiver(
				NotificationTokens.of(NotificationToken.of("all"), Map.of("1", NotificationToken.of("one"))), 1);
		assertThat(receive(common, "3", "all")).isEqualTo(ReceiveResult.ACCEPTED);
		assertThat(receive(common, "1", "all")).isEqualTo(ReceiveResult.REJECTED);
		assertThatIllegalArgumentException().isThrownBy(() -> NotificationTokens.of(null, Map.of()));
	}

	@Test
	void everySubscriberGetsAll() {
		List<String> first = new ArrayList<>();
		List<String> second = new ArrayList<>();
		NotificationReceiver immediate = immediate(4);
		immediate.notifications().map(BiginNotification::channelId).subscribe(first::add);
		receive(immediate, "1", SECRET);
		immediate.notifications().map(BiginNotification::channelId).subscribe(second::add);
		receive(immediate, "2", SECRET);
		assertThat(first).containsExactly("1", "2");
		assertThat(second).as("from its subscription on").containsExactly("2");
	}

	@Test
	void goesOnAfterAnErrorThatReactorTakesForFatal(CapturedLog output) throws InterruptedException {
		List<String> channels = new CopyOnWriteArrayList<>();
		CountDownLatch both = new CountDownLatch(2);
		this.receiver.notifications().subscribe((notification) -> {
			channels.add(notification.channelId());
			both.countDown();
			throw new NoClassDefFoundError("own");
		});
		receive(this.receiver, "1", SECRET);
		receive(this.receiver, "2", SECRET);
		assertThat(both.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(channels).containsExactly("1", "2");
		assertThat(output).contains("A subscriber has failed on a notification of channel 1");
	}

	@Test
	void aSubscriberThatBlocksHoldsNobodyUp() throws InterruptedException {
		CountDownLatch blocked = new CountDownLatch(1);
		CountDownLatch release = new CountDownLatch(1);
		CountDownLatch all = new CountDownLatch(10);
		this.receiver.notifications().subscribe((notification) -> {
			blocked.countDown();
			await(release);
		});
		this.receiver.notifications().subscribe((notification) -> all.countDown());
		receive(this.receiver, "1", SECRET);
		assertThat(blocked.await(10, TimeUnit.SECONDS)).isTrue();
		for (int i = 2; i <= 10; i++) {
			long before = all.getCount();
			assertThat(receive(this.receiver, String.valueOf(i), SECRET)).isEqualTo(ReceiveResult.ACCEPTED);
			// the other subscriber keeps up: its buffer must not fill because the test is
			// fast
			while (all.getCount() == before) {
				Thread.onSpinWait();
			}
		}
		assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
		release.countDown();
	}

	@Test
	void dropsTheOldestOfASlowSubscriberOnly(CapturedLog output) {
		NotificationReceiver immediate = immediate(2);
		List<String> fast = new ArrayList<>();
		immediate.notifications().map(BiginNotification::channelId).subscribe(fast::add);
		StepVerifier.create(immediate.notifications().map(BiginNotification::channelId), 0).then(() -> {
			for (int i = 1; i <= 6; i++) {
				receive(immediate, String.valueOf(i), SECRET);
			}
			immediate.complete();
		})
			.thenRequest(1)
			.expectNext("1")
			.as("on its way already")
			.thenRequest(10)
			.expectNext("5", "6")
			.verifyComplete();
		assertThat(fast).containsExactly("1", "2", "3", "4", "5", "6");
		assertThat(immediate.droppedCount()).isEqualTo(3);
		assertThat(output).contains("1 dropped so far").contains("2 dropped so far").doesNotContain("3 dropped so far");
	}

	@Test
	void concurrentBodiesComeOneAfterAnother() {
		int count = 200;
		NotificationReceiver wide = receiver(NotificationTokens.of(NotificationToken.of(SECRET)), count);
		StepVerifier.create(wide.notifications().take(count)).then(() -> {
			for (int i = 0; i < count; i++) {
				String channel = String.valueOf(i);
				Schedulers.parallel().schedule(() -> receive(wide, channel, SECRET));
			}
		}).expectNextCount(count).expectComplete().verify(LONG);
	}

	@Test
	void forgetsASubscriberThatLeaves() {
		NotificationReceiver immediate = immediate(1);
		StepVerifier.create(immediate.notifications())
			.then(() -> receive(immediate, "1", SECRET))
			.expectNextCount(1)
			.thenCancel()
			.verify();
		for (int i = 0; i < 10; i++) {
			receive(immediate, "1", SECRET);
		}
		assertThat(immediate.droppedCount()).isZero();
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await(10, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static NotificationReceiver immediate(int bufferSize) {
		return new NotificationReceiver(NotificationTokens.of(NotificationToken.of(SECRET)), 1000, bufferSize,
				Schedulers.immediate());
	}

	private static NotificationReceiver receiver(NotificationTokens tokens, int bufferSize) {
		return new NotificationReceiver(tokens, 1000, bufferSize, Schedulers.boundedElastic());
	}

	private ReceiveResult receive(String body) {
		return this.receiver.receive(body.getBytes(StandardCharsets.UTF_8));
	}

	private static ReceiveResult receive(NotificationReceiver receiver, String channel, String token) {
		return receiver.receive(
				("{\"channel_id\":\"" + channel + "\",\"token\":\"" + token + "\"}").getBytes(StandardCharsets.UTF_8));
	}

}
