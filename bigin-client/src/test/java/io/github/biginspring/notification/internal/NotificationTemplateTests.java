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

package io.github.biginspring.notification.internal;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;

import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.error.BiginScopeException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.StubExchange;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.notification.NotificationOperations;
import io.github.biginspring.notification.NotificationToken;
import io.github.biginspring.notification.NotificationTokens;
import io.github.biginspring.notification.Unsubscription;
import io.github.biginspring.notification.WatchEvent;
import io.github.biginspring.notification.WatchOptions;
import io.github.biginspring.notification.WatchRequest;
import io.github.biginspring.notification.WatchSubscription;
import io.github.biginspring.notification.WatchUpdate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class NotificationTemplateTests {

	private static final String SECRET = "s3cr3t-t0k3n";

	private static final String SUBSCRIBED = """
			{"watch":[{"code":"SUCCESS","details":{"events":[
			{"channel_expiry":"2026-11-25T03:00:00-08:00","resource_uri":"https://www.zohoapis.com/bigin/v1/Contacts",
			"resource_id":"7255024000000002177","resource_name":"Contacts","channel_id":"90210"},
			{"channel_expiry":"2026-11-25T02:00:00-08:00","resource_name":"Pipelines","channel_id":"90210"}]},
			"message":"Successfully subscribed for actions-watch of the given module","status":"success"}]}""";

	private final StubExchange service = new StubExchange();

	private final NotificationOperations watch = new NotificationTemplate(this.service, OperationObserver.NONE,
			RecordMapper.create().jsonMapper(), InstantSource.fixed(Instant.parse("2026-11-24T10:00:00.5Z")));

	private final WatchRequest request = WatchRequest.channel("90210")
		.events(WatchEvent.all(Person.class), WatchEvent.created("Pipelines"))
		.notifyUrl(URI.create("https://app.example.com/bigin?x=1"))
		.token(NotificationToken.of(SECRET))
		.build();

	@Test
	void subscribes() {
		this.service.response(201, SUBSCRIBED);
		StepVerifier.create(this.watch.subscribe(this.request)).assertNext((subscription) -> {
			assertThat(subscription.channelId()).isEqualTo("90210");
			assertThat(subscription.events()).extracting(WatchSubscription.ChannelEvent::resourceName)
				.containsExactly("Contacts", "Pipelines");
			assertThat(subscription.expiresAt()).as("the earlier one").isEqualTo("2026-11-25T10:00:00Z");
		}).verifyComplete();
		BiginCall<?> call = this.service.call();
		assertThat(call.method()).isEqualTo(HttpMethod.POST);
		assertThat(call.pathTemplate()).isEqualTo("/bigin/v2/actions/watch");
		assertThat(call.isIdempotent()).as("the same channel again renews it").isTrue();
		assertThat(call.credits()).isEqualTo(1);
		assertThat(JsonMapper.shared().readTree(this.service.body())).isEqualTo(JsonMapper.shared().readTree("""
				{"watch":[{"channel_id":"90210","events":["Contacts.all","Pipelines.create"],
				"notify_url":"https://app.example.com/bigin?x=1","token":"s3cr3t-t0k3n",
				"channel_expiry":"2026-11-25T09:00:00+00:00"}]}"""));
	}

	@Test
	void sendsOptions() {
		this.service.response(201, SUBSCRIBED);
		WatchRequest request = WatchRequest.channel("90210")
			.events(WatchEvent.parse("Contacts.all"), WatchEvent.parse("Pipelines.create"))
			.notifyUrl(this.request.notifyUrl())
			.options(WatchOptions.none()
				.withRelatedActions()
				.withFieldValues()
				.whenChanged("Contacts", "Email", "Phone"))
			.build();
		StepVerifier.create(this.watch.subscribe(request)).expectNextCount(1).verifyComplete();
		JsonNode entry = JsonMapper.shared().readTree(this.service.body()).get("watch").get(0);
		assertThat(entry.get("notify_on_related_action").asBoolean()).isTrue();
		assertThat(entry.get("return_affected_field_values").asBoolean()).isTrue();
		assertThat(entry.get("notification_condition")).isEqualTo(JsonMapper.shared().readTree("""
				[{"type":"field_selection","module":{"api_name":"Contacts"},"field_selection":
				{"group_operator":"or","group":[{"field":{"api_name":"Email"}},{"field":{"api_name":"Phone"}}]}}]"""));
	}

	@Test
	void sendsAConditionOfOneFieldWithoutAGroup() {
		this.service.response(201, SUBSCRIBED);
		WatchRequest request = WatchRequest.channel("90210")
			.events(WatchEvent.parse("Contacts.all"), WatchEvent.parse("Pipelines.create"))
			.notifyUrl(this.request.notifyUrl())
			.options(WatchOptions.none().whenChanged("Contacts", "Email"))
			.build();
		StepVerifier.create(this.watch.subscribe(request)).expectNextCount(1).verifyComplete();
		JsonNode entry = JsonMapper.shared().readTree(this.service.body()).get("watch").get(0);
		assertThat(entry.propertyNames()).doesNotContain("notify_on_related_action", "return_affected_field_values");
		assertThat(entry.get("notification_condition")).isEqualTo(JsonMapper.shared().readTree("""
				[{"type":"field_selection","module":{"api_name":"Contacts"},"field_selection":
				{"field":{"api_name":"Email"}}}]"""));
	}

	@Test
	void refusesConditionsThatTheServiceDoesNotTake() {
		String[] fields = IntStream.rangeClosed(1, 11).mapToObj((i) -> "Field_" + i).toArray(String[]::new);
		assertThatIllegalArgumentException().isThrownBy(() -> WatchOptions.none().whenChanged("Contacts", fields))
			.withMessageContaining("10 fields");
		assertThatIllegalArgumentException().isThrownBy(() -> WatchOptions.none().whenChanged("Contacts"))
			.withMessageContaining("names no field");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> WatchOptions.none()
				.whenChanged("Contacts", "Email")
				.whenChanged("Accounts", "Phone")
				.whenChanged("Tasks", "Status"))
			.withMessageContaining("at most 2 modules");
	}

	@Test
	void sendsNoExpiryAndNoTokenWhereThereAreNone() {
		this.service.response(201, "{\"watch\":[{\"code\":\"SUCCESS\",\"details\":{}}]}");
		WatchRequest plain = WatchRequest.channel("1")
			.events(List.of(WatchEvent.parse("Contacts.edit")))
			.notifyUrl(URI.create("http://localhost:8080/"))
			.timeToLive(null)
			.build();
		StepVerifier.create(this.watch.subscribe(plain))
			.assertNext((subscription) -> assertThat(subscription.expiresAt()).isNull())
			.verifyComplete();
		assertThat(this.service.body()).doesNotContain("channel_expiry").doesNotContain("token");
	}

	@Test
	void renews() {
		this.service.response(200, SUBSCRIBED);
		StepVerifier.create(this.watch.renew(this.request)).expectNextCount(1).verifyComplete();
		assertThat(this.service.call().method()).isEqualTo(HttpMethod.PUT);
		assertThat(this.service.body()).contains("\"channel_expiry\":\"2026-11-25T09:00:00+00:00\"");
	}

	@Test
	void aRenewalSwitchesOffWhatItsOptionsDoNotHave() {
		this.service.response(200, SUBSCRIBED);
		StepVerifier.create(this.watch.renew(with(WatchOptions.none().withFieldValues())))
			.expectNextCount(1)
			.verifyComplete();
		assertThat(this.service.body()).contains("\"notify_on_related_action\":false")
			.contains("\"return_affected_field_values\":true")
			.contains("\"notification_condition\":null");
	}

	@Test
	void aRenewalWithoutOptionsLeavesThoseOfTheChannel() {
		this.service.response(200, SUBSCRIBED);
		StepVerifier.create(this.watch.renew(this.request)).expectNextCount(1).verifyComplete();
		assertThat(this.service.body()).doesNotContain("notify_on", "notification_", "return_affected");
	}

	private WatchRequest with(WatchOptions options) {
		return WatchRequest.channel("90210")
			.events(this.request.events())
			.notifyUrl(this.request.notifyUrl())
			.options(options)
			.build();
	}

	@Test
	void updatesNothingButWhatIsSet() {
		this.service.response(200, SUBSCRIBED).response(200, SUBSCRIBED);
		WatchUpdate events = WatchUpdate.channel("90210").events(WatchEvent.edited("Contacts")).build();
		StepVerifier.create(this.watch.update(events)).expectNextCount(1).verifyComplete();
		assertThat(this.service.call().method()).isEqualTo(HttpMethod.PATCH);
		assertThat(this.service.call().isIdempotent()).isTrue();
		assertThat(this.service.body())
			.isEqualTo("{\"watch\":[{\"channel_id\":\"90210\",\"events\":[\"Contacts.edit\"]}]}");
		WatchUpdate others = WatchUpdate.channel("90210")
			.notifyUrl(URI.create("https://b.example.com/?key=hidden"))
			.token(NotificationToken.of(SECRET))
			.timeToLive(Duration.ofHours(1))
			.options(WatchOptions.none())
			.build();
		StepVerifier.create(this.watch.update(others)).expectNextCount(1).verifyComplete();
		assertThat(JsonMapper.shared().readTree(this.service.calls().get(1).body()))
			.isEqualTo(JsonMapper.shared().readTree("""
					{"watch":[{"channel_id":"90210","notify_url":"https://b.example.com/?key=hidden",
					"notify_on_related_action":false,"return_affected_field_values":false,
					"notification_condition":null,"token":"s3cr3t-t0k3n",
					"channel_expiry":"2026-11-24T11:00:00+00:00"}]}"""));
		assertThat(others.toString()).doesNotContain(SECRET, "hidden");
		assertThat(this.service.calls().get(1).secrets()).contains(SECRET, "key=hidden");
	}

	@Test
	void renewsAndUpdatesSeveralByOneCall() {
		String body = "{\"watch\":[" + subscribed("2") + "," + subscribed("1") + "]}";
		this.service.response(200, body).response(200, body);
		StepVerifier.create(this.watch.renewAll(List.of(renewal("1"), renewal("2"))).map(WatchSubscription::channelId))
			.expectNext("1", "2")
			.verifyComplete();
		assertThat(this.service.call().method()).isEqualTo(HttpMethod.PUT);
		StepVerifier.create(this.watch.updateAll(List.of(update("1"), update("2"))).map(WatchSubscription::channelId))
			.expectNext("1", "2")
			.verifyComplete();
		assertThat(this.service.calls().get(1).method()).isEqualTo(HttpMethod.PATCH);
		assertThat(JsonMapper.shared().readTree(this.service.calls().get(1).body()).get("watch")).hasSize(2);
	}

	@Test
	void aRefusalOfOneOfSeveralNamesItsChannelAfterTheOthers() {
		this.service.response(207,
				"{\"watch\":[{\"code\":\"NOT_SUBSCRIBED\",\"details\":{},\"message\":\"no\"," + "\"status\":\"error\"},"
						+ subscribed("2")
						+ ",{\"code\":\"INVALID_DATA\",\"details\":{},\"message\":\"bad\",\"status\":\"error\"}]}");
		StepVerifier
			.create(this.watch.updateAll(List.of(update("1"), update("2"), update("3")))
				.map(WatchSubscription::channelId))
			.expectNext("2")
			.verifyErrorSatisfies((ex) -> {
				assertThat(ex).isInstanceOf(BiginInvalidRequestException.class)
					.hasMessageContaining("NOT_SUBSCRIBED: channel 1: no");
				assertThat(ex.getSuppressed()).singleElement()
					.satisfies((other) -> assertThat(other).hasMessageContaining("INVALID_DATA: channel 3: bad"));
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "3" })
	void aResponseThatDoesNotTellOfEachChannelIsUnreadable(String id) {
		this.service.response(200, "{\"watch\":[" + subscribed(id) + "]}");
		StepVerifier.create(this.watch.updateAll(List.of(update("1"), update("2"))))
			.verifyError(BiginUnreadableResponseException.class);
	}

	@Test
	void refusesChannelsThatOneCallDoesNotTake() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.watch
				.renewAll(IntStream.rangeClosed(1, 101).mapToObj(String::valueOf).map(this::renewal).toList()))
			.withMessage("A call takes at most 100 channels, not 101");
		assertThatIllegalArgumentException().isThrownBy(() -> this.watch.updateAll(List.of(update("1"), update("1"))))
			.withMessage("Channel 1 is there twice");
		assertThatIllegalArgumentException().isThrownBy(WatchUpdate.channel("1")::build)
			.withMessageContaining("nothing to change about channel 1");
		assertThatIllegalArgumentException().isThrownBy(() -> WatchUpdate.channel("1").events(List.of()))
			.withMessageContaining("unsubscribe");
		assertThatIllegalArgumentException().isThrownBy(() -> WatchUpdate.channel("1").timeToLive(Duration.ofDays(2)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> WatchUpdate.channel("1").notifyUrl(URI.create("/relative")));
		StepVerifier.create(this.watch.updateAll(List.of())).verifyComplete();
		StepVerifier.create(this.watch.renewAll(List.of())).verifyComplete();
		assertThat(this.service.calls()).isEmpty();
	}

	private WatchRequest renewal(String id) {
		return WatchRequest.channel(id).events(WatchEvent.all("Contacts")).notifyUrl(this.request.notifyUrl()).build();
	}

	private static WatchUpdate update(String id) {
		return WatchUpdate.channel(id).events(WatchEvent.all("Contacts")).build();
	}

	private static String subscribed(String id) {
		return "{\"code\":\"SUCCESS\",\"details\":{\"events\":[{\"channel_id\":\"" + id
				+ "\"}]},\"status\":\"success\"}";
	}

	@Test
	void aRefusedEntryIsAnErrorWhateverTheStatus() {
		this.service.response(202, "{\"watch\":[{\"code\":\"INVALID_DATA\",\"details\":{\"api_name\":\"notify_url\"},"
				+ "\"message\":\"invalid data\",\"status\":\"error\"}]}");
		StepVerifier.create(this.watch.subscribe(this.request))
			.verifyErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(BiginInvalidRequestException.class)
				.hasMessageContaining("POST /bigin/v2/actions/watch")
				.hasMessageContaining("INVALID_DATA for field notify_url: invalid data"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "{\"watch\":[]}", "[]" })
	void aResponseWithoutAResultCannotBeRead(String body) {
		this.service.response(200, body);
		StepVerifier.create(this.watch.subscribe(this.request)).verifyError(JacksonException.class);
	}

	@Test
	void noExceptionShowsATokenThatTheServiceRepeats() {
		this.service.response(202, "{\"watch\":[{\"code\":\"INVALID_DATA\",\"details\":{\"value\":[\"" + SECRET
				+ "\"],\"limit\":50},\"message\":\"bad token " + SECRET + "\",\"status\":\"error\"}]}");
		StepVerifier.create(this.watch.subscribe(this.request)).verifyErrorSatisfies((ex) -> {
			assertThat(ex).isInstanceOf(BiginInvalidRequestException.class)
				.hasMessageContaining("bad token ******")
				.hasMessageNotContaining(SECRET);
			assertThat(((BiginInvalidRequestException) ex).getDetails()).containsEntry("limit", 50)
				.extractingByKey("value")
				.isEqualTo(List.of("******"));
		});
	}

	@Test
	void listsChannelsPageAfterPage() {
		this.service.response(200, """
				{"watch":[{"channel_id":90210,"resource_name":"Contacts","events":["Contacts.all"],
				"notify_url":"https://app.example.com/?key=hidden","token":"s3cr3t-t0k3n","fields":null,"further":{},
				"channel_expiry":"2026-11-25T02:00:00-08:00"}],"info":{"page":1,"per_page":200,"count":1,
				"more_records":true}}""").response(200, """
				{"watch":[{"channel_id":"2","token":null,"fields":[{"a":1}]}],"info":{"more_records":false}}""");
		StepVerifier.create(this.watch.list()).assertNext((channel) -> {
			assertThat(channel.channelId()).isEqualTo("90210");
			assertThat(channel.events()).containsExactly("Contacts.all");
			assertThat(channel.token()).isEqualTo(NotificationToken.of(SECRET));
			assertThat(channel.channelExpiry()).isEqualTo("2026-11-25T02:00:00-08:00");
			assertThat(channel.toString()).contains("90210").doesNotContain(SECRET).doesNotContain("hidden");
			assertThat(channel.attributes()).containsKeys("further", "notify_url").doesNotContainKey("token");
			assertThat(RecordMapper.create().jsonMapper().writeValueAsString(channel)).doesNotContain(SECRET);
		}).assertNext((channel) -> {
			assertThat(channel.token()).isNull();
			assertThat(channel.events()).isEmpty();
			assertThat(channel.fields()).isEqualTo(List.of(Map.of("a", 1)));
		}).verifyComplete();
		assertThat(this.service.query()).containsExactly("page=2", "per_page=200");
	}

	@Test
	void listsAChannelAndTheChannelsOfAModule() {
		this.service.response(204, "").response(204, "").response(204, "");
		StepVerifier.create(this.watch.list("90210")).verifyComplete();
		assertThat(this.service.query()).containsExactly("channel_id=90210", "page=1", "per_page=200");
		StepVerifier.create(this.watch.listByModule("Contacts")).verifyComplete();
		assertThat(this.service.query()).startsWith("module=Contacts");
		StepVerifier.create(this.watch.listByModule(Person.class)).verifyComplete();
		assertThat(this.service.query()).startsWith("module=Contacts");
	}

	@Test
	void removesEvents() {
		this.service.response(200, "{\"watch\":[{\"code\":\"SUCCESS\",\"status\":\"success\"}]}");
		StepVerifier.create(this.watch.removeEvents("90210", WatchEvent.deleted("Contacts"))).verifyComplete();
		assertThat(this.service.call().method()).isEqualTo(HttpMethod.PATCH);
		assertThat(this.service.call().isIdempotent()).isFalse();
		assertThat(this.service.body()).isEqualTo(
				"{\"watch\":[{\"channel_id\":\"90210\",\"events\":[\"Contacts.delete\"],\"_delete_events\":true}]}");
	}

	@Test
	void tellsOfChannelsThatWereNotSubscribedTo() {
		this.service.response(202, """
				{"watch":[{"code":"SUCCESS","details":{"channel_id":"1"},"status":"success"},
				{"code":"NOT_SUBSCRIBED","details":{},"message":"not subscribed","status":"error"}]}""");
		StepVerifier.create(this.watch.unsubscribe("1", "2", "1"))
			.assertNext((result) -> assertThat(result).isEqualTo(new Unsubscription("1", "SUCCESS"))
				.matches(Unsubscription::wasSubscribed))
			.assertNext((result) -> assertThat(result).isEqualTo(new Unsubscription("2", "NOT_SUBSCRIBED"))
				.matches((ended) -> !ended.wasSubscribed()))
			.verifyComplete();
		assertThat(this.service.call().method()).isEqualTo(HttpMethod.DELETE);
		assertThat(this.service.query()).containsExactly("channel_ids=1,2");
	}

	@Test
	void notSubscribedIsNoErrorWhateverTheStatus() {
		this.service
			.fail(ErrorDetails.responded(HttpMethod.DELETE, "/bigin/v2/actions/watch", 400)
				.code("NOT_SUBSCRIBED")
				.toException())
			.response(200, "{\"watch\":[{\"code\":\"NOT_SUBSCRIBED\",\"status\":\"success\"}]}");
		for (int i = 0; i < 2; i++) {
			StepVerifier.create(this.watch.unsubscribe("1"))
				.expectNext(new Unsubscription("1", "NOT_SUBSCRIBED"))
				.verifyComplete();
		}
	}

	@Test
	void aRefusalComesAfterTheResultsOfTheOthers() {
		this.service.response(207, """
				{"watch":[{"code":"OAUTH_SCOPE_MISMATCH","status":"error"},
				{"code":"SUCCESS","details":{"events":[{"channel_id":"2"}]},"status":"success"}]}""");
		StepVerifier.create(this.watch.unsubscribe("1", "2"))
			.expectNext(new Unsubscription("2", "SUCCESS"))
			.verifyError(BiginScopeException.class);
	}

	@Test
	void makesNoCallForNothing() {
		StepVerifier.create(this.watch.unsubscribe()).verifyComplete();
		StepVerifier.create(this.watch.removeEvents("1")).verifyComplete();
		assertThat(this.service.calls()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1,2", "a b", "../x", "1\n" })
	void refusesWhatIsNoChannelId(String id) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.watch.unsubscribe(id));
		assertThatIllegalArgumentException().isThrownBy(() -> this.watch.list(id));
		assertThatIllegalArgumentException().isThrownBy(() -> this.watch.removeEvents(id));
		assertThatIllegalArgumentException().isThrownBy(() -> WatchRequest.channel(id));
	}

	@Test
	void refusesARequestThatCannotBe() {
		WatchRequest.Builder builder = WatchRequest.channel("1").notifyUrl(URI.create("https://a.example.com"));
		assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining("at least one event");
		builder.events(WatchEvent.edited(Person.class), WatchEvent.deleted(Person.class),
				WatchEvent.created(Person.class), WatchEvent.edited("Contacts"));
		assertThat(builder.timeToLive(Duration.ofDays(1)).build().events()).hasSize(4);
		assertThatIllegalArgumentException().isThrownBy(() -> builder.timeToLive(Duration.ofHours(25)).build())
			.withMessageContaining("at most a day");
		assertThatIllegalArgumentException().isThrownBy(() -> builder.timeToLive(Duration.ZERO).build());
		builder.timeToLive(null).notifyUrl(URI.create("/relative?hidden"));
		assertThatIllegalArgumentException().isThrownBy(builder::build)
			.withMessageContaining("absolute")
			.withMessageNotContaining("hidden");
		assertThatIllegalArgumentException().isThrownBy(() -> WatchEvent.parse("Contacts"))
			.withMessageContaining("Contacts.create");
		assertThatIllegalArgumentException().isThrownBy(() -> WatchEvent.parse("Contacts.CREATE!"));
		assertThatIllegalArgumentException().isThrownBy(() -> WatchEvent.all(String.class))
			.withMessageContaining("@BiginModule");
	}

	@Test
	void aTokenIsNeverShown() {
		NotificationToken token = NotificationToken.of(SECRET);
		assertThat(token.toString()).doesNotContain(SECRET);
		assertThat(this.request.toString()).doesNotContain(SECRET);
		assertThat(NotificationTokens.of(token).toString()).doesNotContain(SECRET);
		for (String unfit : List.of(SECRET + "\n", SECRET.repeat(5), " ")) {
			assertThatIllegalArgumentException().isThrownBy(() -> NotificationToken.of(unfit))
				.withMessageNotContaining(SECRET);
		}
		assertThat(token.matches(SECRET)).isTrue();
		assertThat(token.matches(SECRET + "x")).isFalse();
		assertThat(token.matches("")).isFalse();
		assertThat(token.matches(null)).isFalse();
	}

	@BiginModule("Contacts")
	record Person(String id) {

	}

}
