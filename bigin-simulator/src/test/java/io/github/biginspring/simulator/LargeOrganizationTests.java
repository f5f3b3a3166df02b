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

package io.github.biginspring.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.biginspring.simulator.Caller.Reply;
import io.github.biginspring.simulator.organization.Records;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a million records cost no more than what is shown of them.
 */
class LargeOrganizationTests {

	private static final int MILLION = 1_000_000;

	/**
	 * How many records may be looked at for a page of 200: each to test it and to show
	 * it.
	 */
	private static final int FOR_ONE_PAGE = 500;

	@RegisterExtension
	static final SimulatorFixture fixture = SimulatorFixture.empty();

	private final Caller caller = fixture.caller();

	private final AtomicInteger lookedAt = new AtomicInteger();

	private Records contacts;

	private long first;

	@BeforeEach
	void prepare() {
		this.contacts = fixture.simulator().organization().records("Contacts");
		this.contacts.generate(MILLION, (number) -> {
			this.lookedAt.incrementAndGet();
			return Map.of("Last_Name", "Contact " + number, "Modified_Time",
					Instant.parse("2026-01-01T00:00:00Z").plusSeconds(number).toString());
		});
		this.first = Long.parseLong(query("select id from Contacts limit 1").values("id").get(0));
		this.lookedAt.set(0);
	}

	private Reply query(String query) {
		return this.caller.post("/coql", "{\"select_query\":\"" + query + "\"}");
	}

	private List<String> ids(int from, int to) {
		return IntStream.range(from, to).mapToObj((number) -> Long.toString(this.first + number)).toList();
	}

	@Test
	void walksByIdWithoutLookingAtTheRest() {
		Reply reply = query("select Last_Name from Contacts where id > " + (this.first + 500_000) + " and id <= "
				+ (this.first + 900_000) + " order by id asc limit 200");
		assertThat(reply.values("id")).isEqualTo(ids(500_001, 500_201));
		assertThat(reply.info().get("more_records").asBoolean()).isTrue();
		assertThat(this.lookedAt).hasValueLessThan(FOR_ONE_PAGE);
	}

	@Test
	void passesOverAnOffsetWithoutLookingAtWhatIsLeftOut() {
		Reply reply = query("select Last_Name from Contacts where (id < " + (this.first + 500_000) + " and id >= "
				+ (this.first + 490_300) + ") order by id desc limit 200 offset 9600");
		assertThat(reply.values("Last_Name").get(0)).isEqualTo("Contact 490399");
		assertThat(reply.values("id")).hasSize(100);
		assertThat(reply.info().get("more_records").asBoolean()).isFalse();
		assertThat(this.lookedAt).hasValueLessThan(FOR_ONE_PAGE);
	}

	@Test
	void findsScatteredIdsWithoutLookingAtThoseBetween() {
		Reply reply = query("select Last_Name from Contacts where id in (" + this.first + "," + (this.first + 999_999)
				+ ") or id between " + (this.first + 400_000) + " and " + (this.first + 400_002) + " order by id desc");
		assertThat(reply.values("Last_Name")).containsExactly("Contact 999999", "Contact 400002", "Contact 400001",
				"Contact 400000", "Contact 0");
		assertThat(this.lookedAt).hasValueLessThan(FOR_ONE_PAGE);
	}

	@Test
	void findsTheLatestChangesWithoutLookingAtTheRest() {
		String since = "'2026-01-12T13:46:30+00:00'";
		query("select id from Contacts where Modified_Time > " + since);
		this.lookedAt.set(0);
		assertThat(query("select id from Contacts where Modified_Time > " + since + " and id > " + this.first)
			.values("id")).isEqualTo(ids(999_991, MILLION));
		assertThat(query("select id from Contacts where Modified_Time > " + since + " order by Modified_Time desc")
			.values("id")
			.get(0)).isEqualTo(Long.toString(this.first + 999_999));
		assertThat(this.lookedAt).hasValueLessThan(FOR_ONE_PAGE);
	}

	@Test
	void listsWithoutLookingAtTheRest() {
		Reply reply = this.caller.get("/Contacts", "fields", "Last_Name");
		Reply next = this.caller.get("/Contacts", "fields", "Last_Name", "page_token",
				reply.info().get("next_page_token").asString());
		assertThat(next.first().get("Last_Name").asString()).isEqualTo("Contact 999799");
		assertThat(this.lookedAt).hasValueLessThan(FOR_ONE_PAGE);
	}

	@Test
	void countsForABulkReadWithoutLookingAtAny() {
		String job = this.caller.post("/bulk/v2/read", "{\"query\":{\"module\":\"Contacts\",\"page\":5}}")
			.first()
			.get("details")
			.get("id")
			.asString();
		IntStream.range(0, 3).forEach((poll) -> this.caller.get("/bulk/v2/read/" + job));
		Reply reply = this.caller.get("/bulk/v2/read/" + job);
		assertThat(reply.first().get("result").get("count").asInt()).isEqualTo(200_000);
		assertThat(reply.first().get("result").get("more_records").asBoolean()).isFalse();
		assertThat(this.lookedAt).hasValue(0);
	}

	@Test
	void followsAChangeWithoutLookingAtTheRest() {
		query("select id from Contacts order by Modified_Time limit 1");
		this.contacts.update(Long.toString(this.first), Map.of("Email", "first@example.com"));
		this.lookedAt.set(0);
		this.contacts.update(Long.toString(this.first + 7), Map.of("Email", "eighth@example.com"));
		this.contacts.delete(Long.toString(this.first + 1));
		assertThat(query("select id from Contacts order by Modified_Time desc limit 2").values("id"))
			.containsExactly(Long.toString(this.first + 7), Long.toString(this.first));
		assertThat(query("select id from Contacts limit 3").values("id")).containsExactly(Long.toString(this.first),
				Long.toString(this.first + 2), Long.toString(this.first + 3));
		assertThat(this.lookedAt).hasValueLessThan(FOR_ONE_PAGE);
	}

}
