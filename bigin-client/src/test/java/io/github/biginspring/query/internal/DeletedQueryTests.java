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

package io.github.biginspring.query.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.StepVerifier;

import org.springframework.http.HttpMethod;

import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.StubExchange;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.model.Contact;
import io.github.biginspring.model.UserLookup;
import io.github.biginspring.query.DeletedQuery;
import io.github.biginspring.query.DeletedRecord;
import io.github.biginspring.query.DeletedType;
import io.github.biginspring.query.RecordQuery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link DeletedQuery} and {@link RecordQuery#modifiedSince(Instant)}.
 */
class DeletedQueryTests {

	private static final String ONE = """
			{"data":[{"deleted_by":{"name":"Ada Lovelace","id":"11"},"id":"7255024000000596045",
			"display_name":"Watson","type":"recycle","created_by":null,"deleted_time":"2026-02-06T00:28:53-08:00"}],
			"info":{"per_page":200,"count":1,"page":1,"more_records":false}}""";

	private final StubExchange service = new StubExchange();

	private final QueryTemplate bigin = new QueryTemplate(this.service, OperationObserver.NONE, RecordMapper.create(),
			200, InstantSource.system());

	@Test
	void readsWhatIsLeftOfADeletedRecord() {
		this.service.response(200, ONE);
		StepVerifier.create(this.bigin.deleted(Contact.class).all()).assertNext((deleted) -> {
			assertThat(deleted.id()).isEqualTo("7255024000000596045");
			assertThat(deleted.displayName()).isEqualTo("Watson");
			assertThat(deleted.type()).isEqualTo("recycle");
			assertThat(deleted.deletedBy()).isEqualTo(new UserLookup("11", "Ada Lovelace", null));
			assertThat(deleted.deletedTime()).isEqualTo("2026-02-06T00:28:53-08:00");
		}).verifyComplete();
		assertThat(this.service.call().method()).isEqualTo(HttpMethod.GET);
		assertThat(this.service.call().pathTemplate()).isEqualTo("/bigin/v2/{module}/deleted");
		assertThat(this.service.call().pathVariables()).extracting("value").containsExactly("Contacts");
		assertThat(this.service.query()).containsExactly("per_page=200", "page=1");
	}

	@Test
	void readsARecordOfWhichTheServiceSaysLittle() {
		this.service.response(200, "{\"data\":[{\"id\":\"1\",\"deleted_by\":null},{\"id\":\"2\",\"type\":\"new\"}]}");
		StepVerifier.create(this.bigin.deleted("Own_Module").all()).assertNext((deleted) -> {
			assertThat(deleted.id()).isEqualTo("1");
			assertThat(deleted.deletedBy()).isNull();
			assertThat(deleted.deletedTime()).isNull();
		}).expectNext(DeletedRecord.of(Map.of("id", "2", "type", "new"))).verifyComplete();
	}

	@ParameterizedTest
	@CsvSource({ "ALL, all", "RECYCLE, recycle", "PERMANENT, permanent" })
	void asksForTheTypeOfDeletion(DeletedType type, String parameter) {
		this.service.response(204, "");
		StepVerifier.create(this.bigin.deleted("Contacts").type(type).pageSize(50).page(2))
			.assertNext((page) -> assertThat(page.items()).isEmpty())
			.verifyComplete();
		assertThat(this.service.query()).containsExactly("type=" + parameter, "per_page=50", "page=2");
	}

	@Test
	void asksForOneRecordOnlyWhereTheFirstIsWanted() {
		this.service.response(200, ONE);
		StepVerifier.create(this.bigin.deleted("Contacts").pageSize(50).first()).expectNextCount(1).verifyComplete();
		assertThat(this.service.query()).containsExactly("per_page=1", "page=1");
	}

	@Test
	void readsPageAfterPage() {
		this.service.response(200, "{\"data\":[{\"id\":\"1\"}],\"info\":{\"more_records\":true}}")
			.response(200, "{\"data\":[{\"id\":\"2\"}],\"info\":{\"more_records\":false}}");
		StepVerifier.create(this.bigin.deleted("Contacts").all().map(DeletedRecord::id))
			.expectNext("1", "2")
			.verifyComplete();
		assertThat(this.service.query()).containsExactly("per_page=200", "page=2");
	}

	@ParameterizedTest
	@CsvSource({ "2026-02-06T08:28:53Z, 2026-02-06T08:28:53+00:00",
			"2026-02-06T08:28:53.999Z, 2026-02-06T08:28:53+00:00", "2026-02-06T00:00:00Z, 2026-02-06T00:00:00+00:00" })
	void saysSinceWhenInBiginsOwnLayout(Instant time, String header) {
		this.service.response(200, ONE).response(200, ONE);
		StepVerifier.create(this.bigin.deleted("Contacts").modifiedSince(time).all())
			.expectNextCount(1)
			.verifyComplete();
		StepVerifier.create(this.bigin.query("Contacts").fields("Email").modifiedSince(time).all())
			.expectNextCount(1)
			.verifyComplete();
		assertThat(this.service.calls()).hasSize(2)
			.allSatisfy((call) -> assertThat(call.headers().get("If-Modified-Since")).containsExactly(header));
	}

	@Test
	void saysSinceWhenWithEveryPage() {
		this.service.response(200, "{\"data\":[{\"id\":\"1\"}],\"info\":{\"more_records\":true}}")
			.response(304, "")
			.response(200, "{\"data\":[{\"id\":\"1\"}],\"info\":{\"more_records\":false}}");
		StepVerifier.create(this.bigin.query("Contacts").fields("Email").modifiedSince(Instant.EPOCH).all())
			.expectNextCount(1)
			.verifyComplete();
		assertThat(this.service.calls()).hasSize(3)
			.allSatisfy((call) -> assertThat(call.headers().containsHeader("If-Modified-Since")).isTrue());
	}

	@Test
	void nothingChangedIsEmpty() {
		this.service.response(304, "").response(304, "").response(304, "");
		RecordQuery<Contact> changed = this.bigin.query(Contact.class).modifiedSince(Instant.EPOCH);
		StepVerifier.create(changed.all()).verifyComplete();
		StepVerifier.create(changed.first()).verifyComplete();
		StepVerifier.create(this.bigin.deleted("Contacts").modifiedSince(Instant.EPOCH).all()).verifyComplete();
	}

	@Test
	void everyStepReturnsACopy() {
		this.service.response(204, "").response(204, "");
		DeletedQuery deleted = this.bigin.deleted("Contacts");
		deleted.type(DeletedType.PERMANENT);
		deleted.modifiedSince(Instant.EPOCH);
		deleted.pageSize(10);
		StepVerifier.create(deleted.all()).verifyComplete();
		RecordQuery<Contact> contacts = this.bigin.query(Contact.class);
		contacts.modifiedSince(Instant.EPOCH);
		StepVerifier.create(contacts.all()).verifyComplete();
		assertThat(this.service.calls()).allSatisfy((call) -> assertThat(call.headers().isEmpty()).isTrue());
		assertThat(this.service.calls().get(0).query()).extracting("name").containsExactly("per_page", "page");
	}

	@Test
	void hidesTheNameOfADeletedRecord() {
		assertThat(DeletedRecord.of(Map.of("id", "1", "display_name", "Watson", "type", "recycle")).toString())
			.contains("1", "recycle")
			.doesNotContain("Watson");
	}

	@Test
	void refusesWhatIsNoModule() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.deleted("Contacts/1"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.deleted(String.class));
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.deleted("Contacts").pageSize(0));
	}

}
