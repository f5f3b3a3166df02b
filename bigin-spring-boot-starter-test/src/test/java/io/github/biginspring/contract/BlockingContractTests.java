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

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.github.biginspring.blocking.BiginClient;
import io.github.biginspring.change.Change;
import io.github.biginspring.error.BiginDuplicateException;
import io.github.biginspring.metadata.ModuleInfo;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Contact;
import io.github.biginspring.model.Note;
import io.github.biginspring.model.Product;
import io.github.biginspring.query.Coql;
import io.github.biginspring.query.DeletedRecord;
import io.github.biginspring.write.WriteOptions;
import io.github.biginspring.write.WriteResult;
import io.github.biginspring.write.WriteResults;

import static io.github.biginspring.criteria.Criteria.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a thread that waits gets from the service.
 */
class BlockingContractTests {

	@RegisterExtension
	private static final ClientFixture fixture = ClientFixture.empty();

	private final BiginClient client = fixture.bean(BiginClient.class);

	@Test
	void writesReadsAndDeletesARecord() {
		Contact contact = contact("Watson");
		contact.setEmail("jo@zylker.com");
		String id = this.client.create(contact).id();
		assertThat(this.client.findById(Contact.class, id)).map(Contact::getLastName).contains("Watson");
		contact.setLastName("Holmes");
		this.client.update(contact);
		assertThat(this.client.findAllById(Contact.class, List.of(id, "1"))).singleElement()
			.satisfies((found) -> assertThat(found.getLastName()).isEqualTo("Holmes"));
		assertThat(this.client.query(Contact.class).matching(where("Last_Name").is("Holmes")).exists()).isTrue();
		assertThat(this.client.coql(Coql.select("id").from("Contacts")).list()).hasSize(1);
		Contact again = contact("Adler");
		again.setEmail("jo@zylker.com");
		assertThatExceptionOfType(BiginDuplicateException.class).isThrownBy(() -> this.client.create(again))
			.satisfies((failure) -> assertThat(failure.getExistingId()).isEqualTo(id));
		assertThat(this.client.upsert(again, "Email").id()).isEqualTo(id);
		this.client.delete(Contact.class, id);
		assertThat(this.client.findById(Contact.class, id)).isEmpty();
		assertThat(this.client.deleted(Contact.class).list()).extracting(DeletedRecord::id).containsExactly(id);
	}

	@Test
	void writesAndReadsAnyNumberOfRecords() {
		Stream<Contact> contacts = IntStream.range(0, 450).mapToObj((number) -> contact("Contact " + number));
		try (Stream<WriteResult<Contact>> results = this.client.batch(Contact.class).create(contacts)) {
			assertThat(results).hasSize(450).allMatch((result) -> result instanceof WriteResult.Written);
		}
		try (Stream<Contact> all = this.client.query(Contact.class).all()) {
			assertThat(all.map(Contact::getId).distinct()).hasSize(450);
		}
		long calls = fixture.simulator().requests().count();
		try (Stream<Contact> all = this.client.query(Contact.class).all()) {
			assertThat(all.limit(3)).hasSize(3);
		}
		assertThat(fixture.simulator().requests().count()).as("the page, and one ahead at most")
			.isBetween(calls + 1, calls + 2);
		assertThat(this.client.query(Contact.class).count()).isEqualTo(450);
		try (Stream<BiginRecord> rows = this.client.bulkRead("Contacts").fields("Last_Name").records()) {
			assertThat(rows).hasSize(450);
		}
		try (Stream<Change<Contact>> changes = this.client
			.stream((bigin) -> bigin.changes(Contact.class).watermarkDelay(Duration.ZERO).read())) {
			assertThat(changes).hasSize(450);
		}
	}

	@Test
	void givesAResultForEachRecordOfACall() {
		WriteResults<Contact> results = this.client.withOptions(WriteOptions.defaults().withoutWorkflows())
			.createAll(List.of(contact("Watson"), contact("x".repeat(1000))));
		assertThat(results.written()).hasSize(1);
		assertThat(results.rejected()).hasSize(1);
	}

	@Test
	void relatesNotesAndTags() {
		String id = this.client.create(contact("Watson")).id();
		Product product = new Product();
		product.set("Product_Name", "Lamp");
		String productId = this.client.create(product).id();
		this.client.related(Contact.class, id).link("Products", productId);
		assertThat(this.client.related(Contact.class, id).list("Products", Product.class).list()).hasSize(1);
		this.client.related(Contact.class, id).unlink("Products", productId);
		assertThat(this.client.related(Contact.class, id).list("Products", Product.class).exists()).isFalse();
		Note note = new Note();
		note.setNoteContent("Called back");
		String noteId = this.client.notes(Contact.class, id).add(note).id();
		assertThat(this.client.notes(Contact.class, id).list()).extracting(Note::getId).containsExactly(noteId);
		this.client.tags().create("Contacts", "VIP");
		assertThat(this.client.tags().addTo(Contact.class, List.of(id), "VIP").written()).hasSize(1);
	}

	@Test
	void keepsFiles(@TempDir Path directory) throws Exception {
		String id = this.client.create(contact("Watson")).id();
		String attachment = this.client.attachments(Contact.class, id)
			.add("contract.txt", "the contract".getBytes(StandardCharsets.UTF_8));
		assertThat(this.client.attachments(Contact.class, id).list()).hasSize(1);
		try (InputStream content = this.client.attachments(Contact.class, id).download(attachment)) {
			assertThat(content).hasContent("the contract");
		}
		Path copy = directory.resolve("copy.txt");
		assertThat(this.client.attachments(Contact.class, id).downloadTo(attachment, copy)).contains(copy);
		assertThat(copy).hasContent("the contract");
	}

	@Test
	void knowsTheServiceAndItsConnections() {
		assertThat(this.client.metadata().modules()).extracting(ModuleInfo::apiName).contains("Contacts");
		String connection = this.client.connections().list().get(0).connectionId();
		this.client.create("Contacts", new BiginRecord().set("Last_Name", "Watson"));
		assertThat(this.client.withConnection(connection).query(Contact.class).count()).isEqualTo(1);
		assertThat(fixture.simulator().requests().last().header("Maton-Connection")).isEqualTo(connection);
	}

	private static Contact contact(String lastName) {
		Contact contact = new Contact();
		contact.setLastName(lastName);
		return contact;
	}

}
