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

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.query.Coql;

import static io.github.biginspring.contract.ClientFixture.await;
import static io.github.biginspring.criteria.Criteria.where;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A search sees what was written some seconds later; all other calls see it at once.
 */
class SearchLagContractTests {

	private static final Instant START = Instant.parse("2026-11-02T17:30:00Z");

	private static final AtomicReference<Instant> NOW = new AtomicReference<>(START);

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture
		.with((builder) -> builder.clock(NOW::get).searchLag(Duration.ofSeconds(20)));

	private final BiginTemplate bigin = fixture.bigin();

	@BeforeEach
	void resetTime() {
		NOW.set(START);
	}

	private List<String> found() {
		return await(this.bigin.query("Contacts")
			.matching(where("Last_Name").is("Watson"))
			.fields("Title")
			.all()
			.map((contact) -> contact.getId() + " " + contact.getText("Title")));
	}

	@Test
	void isFoundOnlyAfterTheLag() {
		String id = await(
				this.bigin.create("Contacts", new BiginRecord().set("Last_Name", "Watson").set("Title", "Dr")))
			.id();
		assertThat(found()).isEmpty();
		assertThat(await(this.bigin.findById("Contacts", id, "Title"))).isNotNull();
		assertThat(await(this.bigin.query("Contacts").fields("Title").all())).hasSize(1);
		assertThat(await(
				this.bigin.coql(Coql.select("Title").from("Contacts").where(where("Last_Name").is("Watson"))).all()))
			.hasSize(1);
		NOW.set(START.plusSeconds(20));
		assertThat(found()).containsExactly(id + " Dr");
	}

	@Test
	void isFoundAsItWasUntilThen() {
		String id = await(
				this.bigin.create("Contacts", new BiginRecord().set("Last_Name", "Watson").set("Title", "Dr")))
			.id();
		NOW.set(START.plusSeconds(60));
		await(this.bigin.update("Contacts", BiginRecord.withId(id).set("Title", "Captain")));
		assertThat(found()).containsExactly(id + " Dr");
		NOW.set(START.plusSeconds(80));
		assertThat(found()).containsExactly(id + " Captain");
		await(this.bigin.delete("Contacts", id));
		assertThat(found()).containsExactly(id + " Captain");
		NOW.set(START.plusSeconds(100));
		assertThat(found()).isEmpty();
	}

}
