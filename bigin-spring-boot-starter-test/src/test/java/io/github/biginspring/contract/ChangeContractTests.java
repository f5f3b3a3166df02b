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

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.biginspring.model.Contact;
import io.github.biginspring.query.DeletedRecord;
import io.github.biginspring.query.DeletedType;
import io.github.biginspring.query.RecordQuery;
import io.github.biginspring.simulator.organization.Records;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

class ChangeContractTests {

	private static final Instant START = Instant.parse("2026-11-02T17:30:00Z");

	private static final AtomicReference<Instant> NOW = new AtomicReference<>(START);

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture.with((builder) -> builder.clock(NOW::get));

	private String holmes;

	private String watson;

	@BeforeEach
	void addRecords() {
		NOW.set(START);
		Records contacts = fixture.records("Contacts");
		this.holmes = contacts.add(Map.of("Last_Name", "Holmes"));
		this.watson = contacts.add(Map.of("Last_Name", "Watson"));
		NOW.set(START.plusSeconds(3600));
	}

	@Test
	void listsWhatWasChangedSinceATime() {
		fixture.records("Contacts").update(this.watson, Map.of("Title", "Dr"));
		RecordQuery<Contact> query = fixture.bigin().query(Contact.class);
		assertThat(await(query.modifiedSince(START.plusSeconds(60)).all())).extracting(Contact::getId)
			.containsExactly(this.watson);
		assertThat(fixture.sentHeader("If-Modified-Since")).isEqualTo("2026-11-02T17:31:00+00:00");
		assertThat(await(query.modifiedSince(START.minusSeconds(60)).all())).hasSize(2);
	}

	@Test
	void nothingChangedIsEmpty() {
		RecordQuery<Contact> query = fixture.bigin().query(Contact.class).modifiedSince(START.plusSeconds(7200));
		assertThat(await(query.all())).isEmpty();
		assertThat(await(query.first())).isNull();
		assertThat(await(query.page(1)).items()).isEmpty();
	}

	@Test
	void listsWhatWasDeleted() {
		Records contacts = fixture.records("Contacts");
		contacts.delete(this.holmes);
		NOW.set(START.plusSeconds(7200));
		contacts.delete(this.watson);
		contacts.purge(this.watson);
		assertThat(await(fixture.bigin().deleted(Contact.class).all())).extracting(DeletedRecord::id)
			.containsExactlyInAnyOrder(this.holmes, this.watson);
		assertThat(await(fixture.bigin().deleted("Contacts").type(DeletedType.RECYCLE).all()))
			.satisfiesExactly((deleted) -> {
				assertThat(deleted.id()).isEqualTo(this.holmes);
				assertThat(deleted.displayName()).isEqualTo("Holmes");
				assertThat(deleted.type()).isEqualTo("recycle");
				assertThat(deleted.deletedBy()).isNotNull();
				assertThat(deleted.deletedTime().toInstant()).isEqualTo(START.plusSeconds(3600));
			});
		assertThat(await(fixture.bigin().deleted("Contacts").type(DeletedType.PERMANENT).all()))
			.extracting(DeletedRecord::id)
			.containsExactly(this.watson);
		assertThat(await(fixture.bigin().deleted("Contacts").modifiedSince(START.plusSeconds(7000)).all()))
			.extracting(DeletedRecord::id)
			.containsExactly(this.watson);
	}

	@Test
	void nothingDeletedIsEmpty() {
		assertThat(await(fixture.bigin().deleted(Contact.class).all())).isEmpty();
		assertThat(await(fixture.bigin().deleted(Contact.class).first())).isNull();
	}

	@Test
	void listsWhatWasDeletedPageAfterPage() {
		Records contacts = fixture.records("Contacts");
		List.of(this.holmes, this.watson).forEach(contacts::delete);
		assertThat(await(fixture.bigin().deleted(Contact.class).pageSize(1).all())).extracting(DeletedRecord::id)
			.containsExactlyInAnyOrder(this.holmes, this.watson);
		assertThat(fixture.simulator().requests().count("GET /Contacts/deleted")).isEqualTo(2);
		assertThat(fixture.sentParameter("per_page")).isEqualTo("1");
		assertThat(fixture.sentParameter("page")).isEqualTo("2");
	}

}
