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

package io.github.biginspring;

import java.time.InstantSource;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

import io.github.biginspring.connection.internal.ConnectionTemplate;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.file.internal.FileTemplate;
import io.github.biginspring.internal.call.CallLifecycle;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.StubExchange;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.notification.Unsubscription;
import io.github.biginspring.notification.internal.NotificationTemplate;
import io.github.biginspring.query.internal.QueryTemplate;
import io.github.biginspring.related.internal.RelationTemplate;
import io.github.biginspring.related.internal.TagTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is asked for by its id is never taken from a response of another id.
 */
class RequestedIdTests {

	private static final String OTHER = "{\"code\":\"SUCCESS\",\"details\":{\"id\":\"7\"},\"status\":\"success\"}";

	private final RecordMapper mapper = RecordMapper.create();

	private final StubExchange service = new StubExchange();

	private final NotificationTemplate watches = new NotificationTemplate(this.service, OperationObserver.NONE,
			this.mapper.jsonMapper(), InstantSource.system());

	@ParameterizedTest
	@ValueSource(strings = { "{\"id\":\"7\",\"Last_Name\":\"Ada\"}", "{\"Last_Name\":\"Ada\"}",
			"{\"id\":\"5\",\"Last_Name\":\"Ada\"},{\"id\":\"7\"}" })
	void aRecord(String records) {
		String body = "{\"data\":[" + records + "]}";
		this.service.response(200, body).response(200, body);
		QueryTemplate queries = new QueryTemplate(this.service, OperationObserver.NONE, this.mapper, 200,
				InstantSource.system());
		assertUnreadable(StepVerifier.create(queries.findById("Contacts", "5", "Last_Name")));
		assertUnreadable(StepVerifier.create(queries.findById(WithoutId.class, "5")));
	}

	@Test
	void aConnection() {
		this.service.response(200, "{\"connection\":{\"connection_id\":\"c7\",\"status\":\"ACTIVE\"}}");
		ConnectionTemplate connections = new ConnectionTemplate(this.service, OperationObserver.NONE,
				this.mapper.jsonMapper(), new CallLifecycle());
		assertUnreadable(StepVerifier.create(connections.get("c5")));
	}

	@Test
	void aTag() {
		this.service.response(200, "{\"tags\":[" + OTHER + "]}").response(200, "{\"data\":[" + OTHER + "]}");
		TagTemplate tags = new TagTemplate(this.service, OperationObserver.NONE, this.mapper);
		assertUnreadable(StepVerifier.create(tags.rename("Contacts", "5", "VIP")));
		assertUnreadable(StepVerifier.create(tags.addTo("Contacts", List.of("5"), "VIP")));
	}

	@Test
	void aRelation() {
		String body = "{\"data\":[" + OTHER + "]}";
		this.service.response(200, body).response(200, body).response(200, body);
		RelationTemplate relations = new RelationTemplate(this.service, OperationObserver.NONE, this.mapper, 200);
		assertUnreadable(StepVerifier.create(relations.related("Contacts", "1").link("Products", "5")));
		assertUnreadable(StepVerifier.create(relations.related("Contacts", "1").unlink("Products", "5")));
		assertUnreadable(StepVerifier.create(relations.related("Contacts", "1").unlinkAll("Products", List.of("5"))));
	}

	@Test
	void anAttachment() {
		this.service.response(200, "{\"data\":[" + OTHER + "]}");
		FileTemplate files = new FileTemplate(this.service, OperationObserver.NONE, this.mapper);
		assertUnreadable(StepVerifier.create(files.attachments("Contacts", "1").delete("5")));
	}

	@Test
	void aChannel() {
		this.service.response(200, "{\"watch\":[{\"channel_id\":\"7\"}]}")
			.response(200, "{\"watch\":[{\"code\":\"SUCCESS\",\"details\":{\"channel_id\":\"7\"}}]}");
		assertUnreadable(StepVerifier.create(this.watches.list("5")));
		assertUnreadable(StepVerifier.create(this.watches.unsubscribe(List.of("5"))));
	}

	@Test
	void theChannelThatIsLeftIsThatOfTheEntryWithoutAnId() {
		this.service.response(202, """
				{"watch":[{"code":"NOT_SUBSCRIBED","details":{}},
				{"code":"SUCCESS","details":{"channel_id":"1"},"status":"success"}]}""");
		StepVerifier.create(this.watches.unsubscribe(List.of("1", "2")).collectList())
			.assertNext((ended) -> assertThat(ended).containsExactly(new Unsubscription("2", "NOT_SUBSCRIBED"),
					new Unsubscription("1", "SUCCESS")))
			.verifyComplete();
	}

	private static void assertUnreadable(StepVerifier.FirstStep<?> call) {
		call.verifyError(BiginUnreadableResponseException.class);
	}

	@BiginModule("Contacts")
	record WithoutId(String lastName) {

	}

}
