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
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.MapAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.http.HttpMethod;

import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.error.BiginNotFoundException;
import io.github.biginspring.model.Contact;
import io.github.biginspring.notification.NotificationOperations;
import io.github.biginspring.notification.NotificationToken;
import io.github.biginspring.notification.Unsubscription;
import io.github.biginspring.notification.WatchEvent;
import io.github.biginspring.notification.WatchOptions;
import io.github.biginspring.notification.WatchRequest;
import io.github.biginspring.notification.WatchSubscription;
import io.github.biginspring.notification.WatchSubscription.ChannelEvent;
import io.github.biginspring.notification.WatchUpdate;
import io.github.biginspring.notification.WatchedChannel;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Channels on which changes are told.
 */
class WatchContractTests {

	private static final URI URL = URI.create("https://app.example.com/bigin/notifications?a=b&c=d");

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture.empty();

	private final NotificationOperations notifications = fixture.bigin().notifications();

	private static WatchRequest.Builder channel(String id, WatchEvent... events) {
		return WatchRequest.channel(id).events(events).notifyUrl(URL);
	}

	private List<WatchedChannel> channels() {
		return await(this.notifications.list());
	}

	@Test
	void subscribesToSeveralModulesOnOneChannel() {
		WatchSubscription subscription = await(this.notifications
			.subscribe(channel("90210", WatchEvent.created(Contact.class), WatchEvent.all("Accounts"))
				.token(NotificationToken.of("a".repeat(50)))
				.build()));
		assertThat(fixture.simulator().requests().last().method()).isEqualTo("POST");
		assertThat(fixture.simulator().requests().last().path()).isEqualTo("/zoho-bigin/bigin/v2/actions/watch");
		assertThat(subscription.channelId()).isEqualTo("90210");
		assertThat(subscription.events())
			.extracting(ChannelEvent::resourceName, ChannelEvent::resourceUri, ChannelEvent::channelId)
			.containsExactly(tuple("Contacts", "https://www.zohoapis.com/bigin/v1/Contacts", "90210"),
					tuple("Accounts", "https://www.zohoapis.com/bigin/v1/Accounts", "90210"));
		assertThat(subscription.events()).allSatisfy((event) -> assertThat(event.resourceId()).matches("\\d{19}"));
		assertThat(channels()).hasSize(2).allSatisfy((channel) -> {
			assertThat(channel.channelId()).isEqualTo("90210");
			assertThat(channel.notifyUrl()).isEqualTo(URL.toString());
			assertThat(channel.token().matches("a".repeat(50))).isTrue();
			assertThat(channel.channelExpiry().toInstant()).isEqualTo(subscription.expiresAt());
		});
		assertThat(channels()).extracting(WatchedChannel::resourceName, WatchedChannel::events)
			.containsExactly(tuple("Contacts", List.of("Contacts.create")), tuple("Accounts", List.of("Accounts.all")));
	}

	@Test
	void livesForAsLongAsIsAskedForOrElseForTwoHours() {
		WatchRequest.Builder channel = channel("1", WatchEvent.all("Contacts"));
		assertExpiresAfter(Duration.ofHours(23), this.notifications::subscribe, channel.build());
		assertExpiresAfter(Duration.ofMinutes(5), this.notifications::subscribe,
				channel.timeToLive(Duration.ofMinutes(5)).build());
		assertExpiresAfter(Duration.ofHours(2), this.notifications::subscribe, channel.timeToLive(null).build());
		assertThat(fixture.simulator().requests().last().body()).doesNotContain("channel_expiry");
		assertExpiresAfter(Duration.ofHours(20), this.notifications::renew,
				channel.timeToLive(Duration.ofHours(20)).build());
		assertThat(fixture.simulator().requests().last().method()).isEqualTo("PUT");
		assertThat(channels()).hasSize(1);
	}

	private static void assertExpiresAfter(Duration time, Function<WatchRequest, Mono<WatchSubscription>> call,
			WatchRequest request) {
		Instant before = Instant.now();
		Instant expiry = await(call.apply(request)).expiresAt();
		// a fraction of a second is not sent
		assertThat(expiry).isBetween(before.plus(time).minusSeconds(1), Instant.now().plus(time));
	}

	@Test
	void theSameChannelAgainReplacesWhatIsTold() {
		await(this.notifications.subscribe(channel("1", WatchEvent.all("Contacts")).build()));
		await(this.notifications.subscribe(channel("1", WatchEvent.edited("Products")).build()));
		assertThat(channels()).extracting(WatchedChannel::events).containsExactly(List.of("Products.edit"));
		await(this.notifications.renew(channel("1", WatchEvent.deleted("Contacts")).build()));
		assertThat(channels()).extracting(WatchedChannel::events).containsExactly(List.of("Contacts.delete"));
	}

	@Test
	void tellsOfNothingButItsEventsUnlessAskedTo() {
		await(this.notifications.subscribe(channel("1", WatchEvent.all("Contacts")).build()));
		assertThat(channels()).singleElement()
			.satisfies((channel) -> assertThat(channel.attributes()).containsEntry("notify_on_related_action", false)
				.containsEntry("return_affected_field_values", false)
				.doesNotContainKey("notification_condition"));
	}

	@Test
	void theOptionsOfAChannelAreKept() {
		WatchOptions options = WatchOptions.none()
			.withRelatedActions()
			.withFieldValues()
			.whenChanged("Contacts", "Email", "Phone");
		WatchRequest request = channel("1", WatchEvent.all("Contacts")).options(options).build();
		await(this.notifications.subscribe(request));
		assertOptionsAreKept();
		await(this.notifications.renew(request));
		assertOptionsAreKept();
	}

	@Test
	void aRenewalSwitchesOffWhatItsOptionsDoNotHave() {
		WatchOptions options = WatchOptions.none()
			.withRelatedActions()
			.withFieldValues()
			.whenChanged("Contacts", "Email");
		WatchRequest.Builder channel = channel("1", WatchEvent.all("Contacts"));
		await(this.notifications.subscribe(channel.options(options).build()));
		await(this.notifications.renew(channel("1", WatchEvent.edited("Contacts")).build()));
		assertOptions(true, true).containsKey("notification_condition");
		await(this.notifications.renew(channel.options(WatchOptions.none().withFieldValues()).build()));
		assertOptions(false, true).doesNotContainKey("notification_condition");
		await(this.notifications.update(WatchUpdate.channel("1").options(WatchOptions.none()).build()));
		assertOptions(false, false).doesNotContainKey("notification_condition");
	}

	private MapAssert<String, Object> assertOptions(boolean relatedActions, boolean fieldValues) {
		assertThat(channels()).hasSize(1);
		return assertThat(channels().get(0).attributes()).containsEntry("notify_on_related_action", relatedActions)
			.containsEntry("return_affected_field_values", fieldValues);
	}

	@Test
	void anUpdateLeavesTheRestOfTheChannelAsItIs() {
		WatchSubscription before = await(this.notifications
			.subscribe(channel("1", WatchEvent.created("Contacts")).token(NotificationToken.of("first")).build()));
		WatchSubscription after = await(
				this.notifications.update(WatchUpdate.channel("1").events(WatchEvent.edited("Products")).build()));
		assertThat(fixture.simulator().requests().last().method()).isEqualTo("PATCH");
		assertThat(after.expiresAt()).isEqualTo(before.expiresAt());
		await(this.notifications.update(WatchUpdate.channel("1")
			.notifyUrl(URI.create("https://other.example.com/"))
			.token(NotificationToken.of("second"))
			.build()));
		assertThat(channels()).singleElement().satisfies((channel) -> {
			assertThat(channel.events()).containsExactly("Products.edit");
			assertThat(channel.notifyUrl()).isEqualTo("https://other.example.com/");
			assertThat(channel.token().matches("second")).isTrue();
			assertThat(channel.channelExpiry().toInstant()).isEqualTo(before.expiresAt());
		});
	}

	@Test
	void oneCallRenewsOrUpdatesAHundredChannels() {
		List<String> ids = IntStream.rangeClosed(1, NotificationOperations.MAX_CHANNELS)
			.mapToObj(String::valueOf)
			.toList();
		for (String id : ids) {
			await(this.notifications.subscribe(channel(id, WatchEvent.all("Contacts")).timeToLive(null).build()));
		}
		fixture.simulator().requests().clear();
		assertThat(await(this.notifications
			.renewAll(ids.stream().map((id) -> channel(id, WatchEvent.edited("Contacts")).build()).toList())))
			.extracting(WatchSubscription::channelId)
			.isEqualTo(ids);
		assertThat(await(this.notifications.updateAll(ids.stream()
			.map((id) -> WatchUpdate.channel(id).events(WatchEvent.deleted("Contacts")).build())
			.toList()))).extracting(WatchSubscription::channelId).isEqualTo(ids);
		assertThat(fixture.simulator().requests().count("PUT /actions/watch")).isEqualTo(1);
		assertThat(fixture.simulator().requests().count("PATCH /actions/watch")).isEqualTo(1);
		assertThat(channels()).hasSize(100)
			.allSatisfy((channel) -> assertThat(channel.events()).containsExactly("Contacts.delete"));
	}

	@Test
	void aChannelThatIsNotThereIsNamedAfterTheOthers() {
		await(this.notifications.subscribe(channel("2", WatchEvent.all("Contacts")).build()));
		StepVerifier
			.create(this.notifications
				.updateAll(List.of(WatchUpdate.channel("1").timeToLive(Duration.ofHours(1)).build(),
						WatchUpdate.channel("2").timeToLive(Duration.ofHours(1)).build())))
			.assertNext((subscription) -> assertThat(subscription.channelId()).isEqualTo("2"))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(BiginInvalidRequestException.class)
				.hasMessageContaining("NOT_SUBSCRIBED: channel 1: "))
			.verify(Duration.ofSeconds(30));
	}

	private void assertOptionsAreKept() {
		List<Map<String, Object>> fields = List.of(Map.of("field", Map.of("api_name", "Email")),
				Map.of("field", Map.of("api_name", "Phone")));
		assertThat(channels()).singleElement()
			.satisfies((channel) -> assertThat(channel.attributes()).containsEntry("notify_on_related_action", true)
				.containsEntry("return_affected_field_values", true)
				.containsEntry("notification_condition",
						List.of(Map.of("type", "field_selection", "module", Map.of("api_name", "Contacts"),
								"field_selection", Map.of("group_operator", "or", "group", fields)))));
	}

	@Test
	void asManyConditionsAsAChannelCanHaveAreTaken() {
		String[] fields = { "Email", "Phone", "Mobile", "Title", "Last_Name", "First_Name", "Description", "Owner",
				"Account_Name" };
		WatchOptions options = WatchOptions.none().whenChanged("Contacts", fields).whenChanged("Accounts", "Phone");
		assertThat(fields.length + 1).isEqualTo(WatchOptions.MAX_FIELDS);
		await(this.notifications.subscribe(
				channel("1", WatchEvent.edited("Contacts"), WatchEvent.edited("Accounts")).options(options).build()));
		assertThat(channels()).hasSize(2)
			.allSatisfy((channel) -> assertThat(channel.attributes().get("notification_condition"))
				.asInstanceOf(InstanceOfAssertFactories.LIST)
				.hasSize(WatchOptions.MAX_MODULES));
	}

	@Test
	void theServiceRefusesOptionsThatAreNone() {
		for (Map.Entry<String, Object> option : Map
			.<String, Object>of("notify_on_related_action", "yes", "notification_condition", "Email")
			.entrySet()) {
			Map<String, Object> channel = Map.of("channel_id", "1", "events", List.of("Contacts.all"), "notify_url",
					URL.toString(), option.getKey(), option.getValue());
			assertThatExceptionOfType(BiginInvalidRequestException.class)
				.isThrownBy(() -> await(fixture.bigin()
					.request(HttpMethod.POST, "/bigin/v2/actions/watch")
					.body(Map.of("watch", List.of(channel)))
					.retrieveJson()))
				.satisfies((ex) -> assertThat(ex.getField()).isEqualTo(option.getKey()));
		}
		assertThat(channels()).isEmpty();
	}

	@Test
	void listsByChannelAndByModule() {
		assertThat(channels()).isEmpty();
		await(this.notifications.subscribe(channel("1", WatchEvent.all("Contacts"), WatchEvent.all("Tasks")).build()));
		await(this.notifications.subscribe(channel("2", WatchEvent.created("Contacts")).build()));
		assertThat(await(this.notifications.list("2"))).extracting(WatchedChannel::resourceName)
			.containsExactly("Contacts");
		assertThat(fixture.sentParameter("channel_id")).isEqualTo("2");
		assertThat(await(this.notifications.listByModule("Tasks"))).extracting(WatchedChannel::channelId)
			.containsExactly("1");
		assertThat(await(this.notifications.listByModule(Contact.class))).extracting(WatchedChannel::channelId)
			.containsExactly("1", "2");
		assertThat(await(this.notifications.list("2"))).singleElement()
			.satisfies((channel) -> assertThat(channel.token()).isNull());
		assertThat(await(this.notifications.list("3"))).isEmpty();
	}

	@Test
	void dropsSomeEventsAndKeepsTheOthers() {
		await(this.notifications
			.subscribe(channel("1", WatchEvent.created("Contacts"), WatchEvent.edited("Contacts")).build()));
		await(this.notifications.removeEvents("1", WatchEvent.created("Contacts")));
		assertThat(fixture.simulator().requests().last().method()).isEqualTo("PATCH");
		assertThat(fixture.simulator().requests().last().body()).contains("\"_delete_events\":true");
		assertThat(channels()).extracting(WatchedChannel::events).containsExactly(List.of("Contacts.edit"));
	}

	@Test
	void endsChannelsAndTellsOfThoseThatThereAreNot() {
		await(this.notifications.subscribe(channel("1", WatchEvent.all("Contacts")).build()));
		await(this.notifications.subscribe(channel("2", WatchEvent.all("Contacts")).build()));
		assertThat(await(this.notifications.unsubscribe("1"))).containsExactly(new Unsubscription("1", "SUCCESS"));
		assertThat(await(this.notifications.unsubscribe("1", "2")))
			.extracting(Unsubscription::channelId, Unsubscription::wasSubscribed)
			.containsExactly(tuple("1", false), tuple("2", true));
		assertThat(fixture.sentParameter("channel_ids")).isEqualTo("1,2");
		assertThat(await(this.notifications.unsubscribe("3")))
			.containsExactly(new Unsubscription("3", "NOT_SUBSCRIBED"));
		assertThat(channels()).isEmpty();
	}

	@Test
	void isToldWhyAChannelIsRefused() {
		assertThatExceptionOfType(BiginInvalidRequestException.class)
			.isThrownBy(() -> await(this.notifications.renew(channel("1", WatchEvent.all("Contacts")).build())))
			.satisfies((ex) -> assertThat(ex.getCode()).isEqualTo("NOT_SUBSCRIBED"));
		assertThatExceptionOfType(BiginInvalidRequestException.class)
			.isThrownBy(() -> await(this.notifications.removeEvents("1", WatchEvent.all("Contacts"))))
			.satisfies((ex) -> assertThat(ex.getCode()).isEqualTo("NOT_SUBSCRIBED"));
		assertThatExceptionOfType(BiginNotFoundException.class)
			.isThrownBy(() -> await(this.notifications.subscribe(channel("1", WatchEvent.all("Deals")).build())))
			.satisfies((ex) -> assertThat(ex.getCode()).isEqualTo("INVALID_MODULE"));
		assertThatExceptionOfType(BiginInvalidRequestException.class)
			.isThrownBy(
					() -> await(this.notifications.subscribe(channel("no-digits", WatchEvent.all("Contacts")).build())))
			.satisfies((ex) -> assertThat(ex.getField()).isEqualTo("channel_id"));
		assertThat(channels()).isEmpty();
	}

}
