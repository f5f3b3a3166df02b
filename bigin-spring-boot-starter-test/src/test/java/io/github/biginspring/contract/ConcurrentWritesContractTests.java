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

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;

import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.query.Coql;
import io.github.biginspring.query.SortOrder;
import io.github.biginspring.simulator.organization.Records;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reading 20,000 records while others are written loses and doubles none.
 */
class ConcurrentWritesContractTests {

	private static final int RECORDS = 20_000;

	// at either end of the list, where what is deleted moves the others
	private static final int DELETED = 500;

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture
		.with((builder) -> builder.seed((organization) -> organization.records("Contacts")
			.generate(RECORDS, (number) -> Map.of("Last_Name", "Contact " + number))));

	private final ExecutorService writer = Executors.newSingleThreadExecutor();

	private final AtomicInteger turnsTaken = new AtomicInteger();

	private Records contacts;

	// ascending
	private List<String> ids;

	@BeforeEach
	void collectIds() {
		this.contacts = fixture.records("Contacts");
		this.ids = new ArrayList<>();
		this.contacts.all().forEach((record) -> this.ids.add((String) record.get("id")));
	}

	@AfterEach
	void endWriter() {
		this.writer.shutdownNow();
	}

	@ParameterizedTest
	@CsvSource({ "desc, 0", "desc, 4", "desc, 9", "asc, 4" })
	void aListLosesAndDoublesNone(String order, int prefetch) throws Exception {
		assertNoneLostOrDoubled(fixture.bigin()
			.query("Contacts")
			.fields("Last_Name")
			.sort(new SortOrder("id", order))
			.prefetch(prefetch)
			.all());
		assertThat(fixture.simulator().requests().count("GET /Contacts")).isLessThan(150);
	}

	@Test
	void aCoqlQueryLosesAndDoublesNone() throws Exception {
		assertNoneLostOrDoubled(fixture.bigin().coql(Coql.select("Last_Name").from("Contacts")).prefetch(4).all());
	}

	private void assertNoneLostOrDoubled(Flux<BiginRecord> all) throws Exception {
		Semaphore turns = new Semaphore(0);
		Future<?> writer = this.writer.submit(() -> write(turns));
		List<String> read = new ArrayList<>(RECORDS);
		await(all.doOnNext((record) -> {
			read.add(record.getId());
			if (read.size() % 50 == 0) {
				turns.release();
			}
		}).then());
		writer.cancel(true);
		assertThat(this.turnsTaken).as("turns of the writer").hasPositiveValue();
		Set<String> once = new HashSet<>(read);
		assertThat(once).as("none twice").hasSameSizeAs(read);
		Set<String> lost = new HashSet<>(this.ids.subList(DELETED, RECORDS - DELETED));
		lost.removeAll(once);
		assertThat(lost).as("lost").isEmpty();
	}

	private void write(Semaphore turns) {
		try {
			for (int turn = 0; turn < DELETED; turn++) {
				turns.acquire();
				this.contacts.delete(this.ids.get(turn));
				this.contacts.delete(this.ids.get(RECORDS - 1 - turn));
				this.contacts.update(this.ids.get(RECORDS / 2 + turn), Map.of("Last_Name", "Changed"));
				if (turn % 2 == 0) {
					this.contacts.add(Map.of("Last_Name", "New"));
				}
				this.turnsTaken.incrementAndGet();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
