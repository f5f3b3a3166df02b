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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.Disposable;

import io.github.biginspring.change.Change;
import io.github.biginspring.change.ChangeQuery;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Contact;
import io.github.biginspring.simulator.organization.Records;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reading changes, held against the simulator.
 */
class SyncContractTests {

	private static final Instant START = Instant.parse("2026-11-02T17:30:00Z");

	private static final AtomicReference<InstantSource> CLOCK = new AtomicReference<>(InstantSource.fixed(START));

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture.with((builder) -> builder.clock(() -> CLOCK.get().instant()));

	private Records contacts;

	@BeforeEach
	void start() {
		at(0);
		this.contacts = fixture.records("Contacts");
	}

	private static void at(int minutes) {
		CLOCK.set(InstantSource.fixed(START.plus(Duration.ofMinutes(minutes))));
	}

	private String add(int minutes, String lastName) {
		at(minutes);
		return this.contacts.add(Map.of("Last_Name", lastName));
	}

	private static ChangeQuery<Contact> changes() {
		return fixture.bigin().changes(Contact.class).watermarkDelay(Duration.ZERO);
	}

	@Test
	void tellsWhatWasCreatedChangedAndDeletedInOrder() {
		String holmes = add(1, "Holmes");
		String watson = add(2, "Watson");
		String moriarty = add(3, "Moriarty");
		String adler = add(10, "Adler");
		at(11);
		this.contacts.delete(moriarty);
		at(12);
		this.contacts.update(watson, Map.of("Title", "Dr"));
		List<Change<Contact>> changes = await(changes().since(START.plus(Duration.ofMinutes(5))).read());
		assertThat(changes).satisfiesExactly((change) -> assertSaved(change, adler, "Adler", true),
				(change) -> assertThat(change).isInstanceOfSatisfying(Change.Deleted.class, (deleted) -> {
					assertThat(deleted.id()).isEqualTo(moriarty);
					assertThat(deleted.deletedTime()).isEqualTo(START.plus(Duration.ofMinutes(11)));
				}), (change) -> assertSaved(change, watson, "Watson", false));
		assertThat(await(changes().read())).extracting(SyncContractTests::id)
			.as("all, and none that was deleted before")
			.containsExactly(holmes, adler, watson);
	}

	private static void assertSaved(Change<Contact> change, String id, String lastName, boolean created) {
		assertThat(change).isInstanceOfSatisfying(Change.Saved.class, (saved) -> {
			assertThat(saved.id()).isEqualTo(id);
			assertThat(((Contact) saved.record()).getLastName()).isEqualTo(lastName);
			assertThat(saved.created()).isEqualTo(created);
		});
	}

	@Test
	void goesOnFromACursorThatWasStored() {
		List<String> ids = new ArrayList<>();
		IntStream.range(0, 3).forEach((minute) -> ids.add(add(minute, "No " + minute)));
		String cursor = await(changes().read()).get(1).cursor().toString();
		at(20);
		this.contacts.delete(ids.get(0));
		assertThat(await(changes().fromText(cursor).read())).extracting(SyncContractTests::id)
			.containsExactly(ids.get(2), ids.get(0));
	}

	@Test
	void readsAllAgainFromACursorThatIsNone() {
		String holmes = add(1, "Holmes");
		assertThat(await(changes().fromText("rubbish").read())).extracting(SyncContractTests::id)
			.containsExactly("UNREADABLE_CURSOR", holmes);
	}

	@Test
	void nothingIsMissedWhileOthersWrite() {
		CLOCK.set(InstantSource.system());
		Map<String, String> copy = new ConcurrentHashMap<>();
		AtomicInteger handled = new AtomicInteger();
		AtomicReference<Throwable> failure = new AtomicReference<>();
		Set<String> seen = new HashSet<>();
		// more than a page, and more come while it is read
		await(fixture.bigin().createAll("Contacts", records("Early", 100)));
		Disposable following = fixture.bigin()
			.changes(Contact.class)
			.watermarkDelay(Duration.ofSeconds(1))
			.pollEvery(Duration.ofMillis(50))
			.read()
			.subscribe((change) -> {
				assertThat(seen.add(change.toString())).as("%s comes once", change).isTrue();
				take(change, copy);
				handled.incrementAndGet();
			}, failure::set);
		int written = 0;
		while (handled.get() < 1_500 && failure.get() == null) {
			write(written++);
		}
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(failure.get() != null || copy.equals(truth())).isTrue());
		following.dispose();
		assertThat(failure.get()).isNull();
		assertThat(copy).isEqualTo(truth()).hasSizeGreaterThan(200);
	}

	private void write(int number) {
		List<String> ids = this.contacts.all().stream().map((contact) -> String.valueOf(contact.get("id"))).toList();
		List<BiginRecord> changed = new ArrayList<>();
		IntStream.range(0, 10)
			.map((i) -> (number * 31 + i * 17) % ids.size())
			.distinct()
			.forEach((i) -> changed.add(BiginRecord.withId(ids.get(i)).set("Last_Name", "Changed " + number)));
		await(fixture.bigin().createAll("Contacts", records("No " + number, 30)));
		await(fixture.bigin().updateAll("Contacts", changed));
		await(fixture.bigin().deleteAll("Contacts", ids.subList(number % 50, number % 50 + 5)));
	}

	private static List<BiginRecord> records(String name, int count) {
		return IntStream.range(0, count).mapToObj((i) -> new BiginRecord().set("Last_Name", name + " " + i)).toList();
	}

	private static void take(Change<Contact> change, Map<String, String> copy) {
		if (change instanceof Change.Saved<Contact> saved) {
			copy.put(saved.id(), saved.record().getLastName());
		}
		else if (change instanceof Change.Deleted<Contact> deleted) {
			copy.remove(deleted.id());
		}
	}

	private Map<String, String> truth() {
		return this.contacts.all()
			.stream()
			.collect(Collectors.toMap((contact) -> String.valueOf(contact.get("id")),
					(contact) -> String.valueOf(contact.get("Last_Name"))));
	}

	private static String id(Change<Contact> change) {
		if (change instanceof Change.Saved<Contact> saved) {
			return saved.id();
		}
		return (change instanceof Change.Deleted<Contact> deleted) ? deleted.id()
				: ((Change.Reset<Contact>) change).reason().name();
	}

}
