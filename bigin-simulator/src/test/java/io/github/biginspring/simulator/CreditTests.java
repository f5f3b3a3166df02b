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

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.biginspring.simulator.Caller.Reply;
import io.github.biginspring.simulator.organization.Credits;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what calls cost.
 */
class CreditTests {

	private static final String REMAINING = "X-API-CREDITS-REMAINING";

	@RegisterExtension
	static final SimulatorFixture fixture = new SimulatorFixture((builder) -> builder.empty().dailyCredits(20));

	private final Caller caller = fixture.caller();

	private Credits credits() {
		return fixture.simulator().organization().credits();
	}

	private Reply call() {
		return this.caller.get("/Contacts", "fields", "id");
	}

	private static String data(int count) {
		return IntStream.range(0, count)
			.mapToObj((i) -> "{\"Last_Name\":\"A\"}")
			.collect(Collectors.joining(",", "{\"trigger\":[{}],\"data\":[", "]}"));
	}

	@Test
	void tellsWhatRemainsOnceHalfIsSpent() {
		for (int i = 0; i < 9; i++) {
			assertThat(call().header(REMAINING)).isNull();
		}
		assertThat(call().header(REMAINING)).isEqualTo("10");
		assertThat(this.caller.get("/Nope").header(REMAINING)).isEqualTo("9");
	}

	@Test
	void refusesCallsThatCannotBePaid() {
		this.caller.post("/Contacts", data(100));
		assertThat(this.caller.post("/Contacts", data(99)).header(REMAINING)).isEqualTo("0");
		Reply reply = call();
		assertThat(reply.status()).isEqualTo(429);
		assertThat(reply.code()).isEqualTo("TOO_MANY_REQUESTS");
		assertThat(reply.header(REMAINING)).isEqualTo("0");
		fixture.clock().advance(Duration.ofHours(23).plusMinutes(59));
		assertThat(call().status()).isEqualTo(429);
		fixture.clock().advance(Duration.ofMinutes(1));
		assertThat(call().status()).isEqualTo(200);
		assertThat(credits().spent()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "/Contacts,10,1", "/Contacts,11,2", "/Contacts/upsert,100,10", "/Contacts/actions/add_tags,1,1" })
	void costsByTheNumberOfRecords(String path, int records, int cost) {
		this.caller.post(path, data(records));
		assertThat(credits().spent()).isEqualTo(cost);
	}

	@Test
	void costsMoreToListByCustomViewAndToTagManyRecords() {
		this.caller.get("/Contacts", "fields", "id", "cvid", "1");
		assertThat(credits().spent()).isEqualTo(3);
		String ids = IntStream.range(0, 51).mapToObj(Integer::toString).collect(Collectors.joining(","));
		this.caller.post("/Contacts/actions/add_tags?tag_names=A&ids=" + ids, "");
		assertThat(credits().spent()).isEqualTo(5);
		this.caller.put("/Contacts", data(20));
		assertThat(credits().spent()).isEqualTo(7);
		this.caller.delete("/Contacts", "ids", ids);
		assertThat(credits().spent()).isEqualTo(8);
	}

	@Test
	void costsNothingWhereBiginIsNotReached() {
		fixture.caller().with("Authorization", "Bearer wrong").get("/Contacts");
		assertThat(credits().spent()).isZero();
	}

	@Test
	void canBeLimitedAnewAtAnyTime() {
		credits().limit(Credits.UNLIMITED);
		for (int i = 0; i < 30; i++) {
			assertThat(call().header(REMAINING)).isNull();
		}
		credits().limit(31);
		assertThat(call().header(REMAINING)).isEqualTo("0");
		assertThat(call().status()).isEqualTo(429);
		fixture.simulator().reset();
		assertThat(credits().remaining()).isEqualTo(20);
	}

}
