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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;

import io.github.biginspring.query.Coql;
import io.github.biginspring.query.Sort;
import io.github.biginspring.record.BiginRecord;
import io.github.biginspring.simulator.organization.Records;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reading 20,000 records while others are written loses and doubles none.
 */
class ConcurrentWritesContractTests {

	private static final int RECORDS = 20_000;

	// at either end of the list, where what is deleted moves the others
	private static final int DELETED = 1_500;

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture.with((builder) -> builder.seed((organization) -> organization
		.records("Contacts")
		.generate(RECORDS, (number) -> Map.of("Last_Name", "Contact " + number))));

	private static final ExecutorService WRITER = Executors.newSingleThreadExecutor();

	private final Records contacts = fixture.records("Contacts");

	private List<String> ids;

	@BeforeEach
	void collectIds() {
		this.ids = new ArrayList<>();
		fixture.records("Contacts").all().forEach((record) -> this.ids.add((String) record.get("id")));
	}

	@AfterAll
	static void endWriter() {
		WRITER.shutdownNow();
	}

	@ParameterizedTest
	@CsvSource({ "desc, 0", "desc, 4", "desc, 9", "asc, 4" })
	void aListLosesAndDoublesNone(String order, int prefetch) throws Exception {
		assertNoneLostOrDoubled(fixture.bigin()
			.query("Contacts")
			.fields("Last_Name")
			.sort(new Sort("id", order))
			.prefetch(prefetch)
			.all());
		assertThat(fixture.simulator().requests().count("GET /Contacts")).isLessThan(150);
	}

	@Test
	void aCoqlQueryLosesAndDoublesNone() throws Exception {
		assertNoneLostOrDoubled(
				fixture.bigin().coql(Coql.select("Last_Name").from("Contacts")).prefetch(4).all());
	}

	private void assertNoneLostOrDoubled(Flux<BiginRecord> all) throws Exception {
		Set<String> alwaysThere = new HashSet<>(this.ids.subList(DELETED, RECORDS - DELETED));
		AtomicBoolean reading = new AtomicBoolean(true);
		Future<?> writer = WRITER.submit(() -> write(reading));
		List<String> read = new ArrayList<>(RECORDS);
		// as a reader does that takes its time, so that something is written between any
		// two pages
		await(all.doOnNext((record) -> {
			read.add(record.getId());
			if (read.size() % 100 == 0) {
				writeOne(read.size());
			}
		}).then());
		reading.set(false);
		writer.get();
		assertThat(new HashSet<>(read)).as("none twice").hasSameSizeAs(read);
		alwaysThere.removeAll(new HashSet<>(read));
		assertThat(alwaysThere).as("none lost").isEmpty();
	}

	private final Deque<String> oldest = new ArrayDeque<>();

	private final Deque<String> newest = new ArrayDeque<>();

	private void write(AtomicBoolean reading) {
		for (int number = 0; reading.get() && !Thread.currentThread().isInterrupted(); number++) {
			writeOne(number);
		}
	}

}
