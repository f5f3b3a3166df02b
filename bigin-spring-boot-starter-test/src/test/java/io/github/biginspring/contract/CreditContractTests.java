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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

import io.github.biginspring.BiginCreditLedger;
import io.github.biginspring.BiginOperations;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Note;
import io.github.biginspring.query.Coql;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What calls cost, as the client counts it and as the service does.
 */
class CreditContractTests {

	private static final long LIMIT = 1_000;

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture.with((builder) -> builder.dailyCredits(LIMIT));

	private final BiginCreditLedger ledger = fixture.bean(BiginCreditLedger.class);

	private static List<BiginRecord> contacts(int count, boolean known) {
		List<BiginRecord> contacts = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			String name = "No " + i;
			contacts.add((known ? BiginRecord.withId(fixture.records("Contacts").add(Map.of("Last_Name", name)))
					: new BiginRecord())
				.set("Last_Name", name));
		}
		return contacts;
	}

	private static List<String> ids(int count) {
		return contacts(count, true).stream().map(BiginRecord::getId).toList();
	}

	private static Note note() {
		Note note = new Note();
		note.setNoteContent("Call back");
		return note;
	}

	static Stream<Arguments> calls() {
		return Stream.of(call("list", 1, (bigin) -> bigin.query("Contacts").fields("id").page(1)),
				call("list by a custom view", 3,
						(bigin) -> bigin.query("Contacts").fields("id").customView("1").page(1)),
				call("get", 1, (bigin) -> bigin.findById("Contacts", "1")),
				call("search", 1, (bigin) -> bigin.query("Contacts").matchingWord("watson").page(1)),
				call("COQL", 1, (bigin) -> bigin.coql(Coql.select("Last_Name").from("Contacts")).page(1)),
				call("deleted", 1, (bigin) -> bigin.deleted("Contacts").page(1)),
				call("create 1", 1, (bigin) -> bigin.create("Contacts", contacts(1, false).get(0))),
				call("create 10", 1, (bigin) -> bigin.createAll("Contacts", contacts(10, false))),
				call("create 11", 2, (bigin) -> bigin.createAll("Contacts", contacts(11, false))),
				call("create 100", 10, (bigin) -> bigin.createAll("Contacts", contacts(100, false))),
				call("create 250 of a stream", 25,
						(bigin) -> bigin.batch("Contacts").create(Flux.fromIterable(contacts(250, false)))),
				call("update 1", 1, (bigin) -> bigin.update("Contacts", contacts(1, true).get(0))),
				call("update 21", 3, (bigin) -> bigin.updateAll("Contacts", contacts(21, true))),
				call("upsert 100", 10, (bigin) -> bigin.upsertAll("Contacts", contacts(100, false), "Email")),
				call("delete 100", 1, (bigin) -> bigin.deleteAll("Contacts", ids(100))),
				call("tag 50", 1, (bigin) -> bigin.tags().addTo("Contacts", ids(50), "VIP")),
				call("tag 51", 2, (bigin) -> bigin.tags().addTo("Contacts", ids(51), "VIP")),
				call("untag 51", 2, (bigin) -> bigin.tags().removeFrom("Contacts", ids(51), "VIP")),
				call("create tags", 1, (bigin) -> bigin.tags().create("Contacts", "Gold", "Silver")),
				call("related", 1, (bigin) -> bigin.related("Contacts", ids(1).get(0)).list("Products", "id").page(1)),
				call("link", 1, (bigin) -> bigin.related("Contacts", "1").link("Products", "1")),
				call("note", 1, (bigin) -> bigin.notes("Contacts", "1").add(note())),
				call("attach", 1,
						(bigin) -> bigin.attachments("Contacts", ids(1).get(0))
							.addLink(URI.create("https://example.org"))),
				call("bulk read", 50, (bigin) -> bigin.bulkRead("Contacts").create()),
				call("bulk job", 1, (bigin) -> bigin.bulkRead("Contacts").job("1")),
				call("watch", 1, (bigin) -> bigin.notifications().list()),
				call("fields", 1, (bigin) -> bigin.metadata().refreshFields("Contacts")),
				call("connections", 0, (bigin) -> bigin.connections().list()));
	}

	private static Arguments call(String name, int credits, Function<BiginOperations, Publisher<?>> call) {
		return arguments(name, credits, call);
	}

	@ParameterizedTest(name = "{0} costs {1}")
	@MethodSource("calls")
	void bothCountTheSame(String name, int credits, Function<BiginOperations, Publisher<?>> call) {
		long before = this.ledger.used();
		// what is refused costs as much
		await(Flux.from(call.apply(fixture.bigin())).cast(Object.class).onErrorComplete(BiginException.class));
		assertThat(fixture.simulator().organization().credits().spent()).isEqualTo(credits);
		assertThat(this.ledger.used() - before).isEqualTo(credits);
	}

	@Test
	void believesTheServiceOnceItTellsWhatRemains() {
		fixture.simulator().organization().credits().spend((int) LIMIT / 2);
		await(fixture.bigin().query("Contacts").fields("id").first());
		assertThat(this.ledger.remaining()).isEqualTo(LIMIT / 2 - 1);
		IntStream.range(0, 3).forEach((i) -> await(fixture.bigin().query("Contacts").fields("id").first()));
		assertThat(this.ledger.remaining()).isEqualTo(LIMIT / 2 - 4);
	}

}
