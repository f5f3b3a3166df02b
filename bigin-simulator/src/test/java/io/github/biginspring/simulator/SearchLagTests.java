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
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.biginspring.simulator.organization.Records;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for searches with an index that lags behind the records.
 */
class SearchLagTests {

	@RegisterExtension
	static final SimulatorFixture fixture = new SimulatorFixture(
			(builder) -> builder.empty().searchLag(Duration.ofSeconds(15)));

	private final Caller caller = fixture.caller();

	private List<String> titles() {
		return this.caller.get("/Contacts/search", "word", "watson").values("Title");
	}

	@Test
	void showsWritesOnlyAfterTheLag() {
		Records contacts = fixture.simulator().organization().records("Contacts");
		String id = contacts.add(Map.of("Last_Name", "Watson", "Title", "first"));
		assertThat(this.caller.get("/Contacts/" + id).status()).isEqualTo(200);
		fixture.clock().advance(Duration.ofSeconds(14));
		assertThat(titles()).isEmpty();
		fixture.clock().advance(Duration.ofSeconds(1));
		assertThat(titles()).containsExactly("first");
		contacts.update(id, Map.of("Title", "second"));
		assertThat(titles()).containsExactly("first");
		fixture.clock().advance(Duration.ofSeconds(10));
		contacts.update(id, Map.of("Title", "third"));
		assertThat(titles()).containsExactly("first");
		fixture.clock().advance(Duration.ofSeconds(5));
		assertThat(titles()).containsExactly("second");
		contacts.delete(id);
		fixture.clock().advance(Duration.ofSeconds(10));
		assertThat(titles()).containsExactly("third");
		fixture.clock().advance(Duration.ofSeconds(5));
		assertThat(titles()).isEmpty();
	}

}
