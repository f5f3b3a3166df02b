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

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.error.BiginScopeException;
import io.github.biginspring.model.Company;
import io.github.biginspring.model.Contact;
import io.github.biginspring.model.Deal;
import io.github.biginspring.model.Note;
import io.github.biginspring.write.WriteResult;
import io.github.biginspring.write.WriteResults;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Notes on many records, written in their module.
 */
class NoteContractTests {

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture.empty();

	private final BiginTemplate bigin = fixture.bigin();

	private static String contact() {
		return fixture.records("Contacts").add(Map.of("Last_Name", "Watson"));
	}

	private static Note note(String content) {
		Note note = new Note();
		note.setNoteContent(content);
		return note;
	}

	@Test
	void notesOnRecordsOfSeveralModulesAreAddedWithOneCall() {
		String contact = contact();
		String company = fixture.records("Accounts").add(Map.of("Account_Name", "Zylker"));
		String deal = fixture.records("Pipelines")
			.add(Map.of("Deal_Name", "Lamps", "Sub_Pipeline", "Renewals", "Stage", "Qualification"));
		Note first = note("first");
		first.setParent(Contact.class, contact);
		Note second = note("second");
		second.setParent(Company.class, company);
		Note third = note("third");
		third.setParent(Deal.class, deal);
		WriteResults<Note> results = await(this.bigin.createAll(List.of(first, second, third)));
		assertThat(fixture.simulator().requests().count("POST /Notes")).isEqualTo(1);
		assertThat(fixture.simulator().requests().last().body())
			.contains("\"Parent_Id\":{\"id\":\"" + contact + "\"},\"$se_module\":\"Contacts\"");
		assertThat(results.isComplete()).isTrue();
		assertThat(results.written()).extracting("input").containsExactly(first, second, third);
		assertThat(await(this.bigin.notes(Contact.class, contact).all())).extracting(Note::getNoteContent)
			.containsExactly("first");
		assertThat(await(this.bigin.notes(Company.class, company).all())).extracting(Note::getNoteContent)
			.containsExactly("second");
		assertThat(await(this.bigin.notes(Deal.class, deal).all())).extracting(Note::getNoteContent)
			.containsExactly("third");
	}

	@Test
	void aNoteThatIsRefusedStandsBesideThoseThatAreNot() {
		Note lost = note("on nothing");
		lost.setParent(Contact.class, "1");
		Note wrong = note("of another module");
		wrong.setParent(Company.class, contact());
		Note good = note("good");
		good.setParent(Contact.class, contact());
		WriteResults<Note> results = await(this.bigin.createAll(List.of(lost, good, wrong, note("without a record"))));
		assertThat(results.written()).extracting("input").containsExactly(good);
		assertThat(results.rejected()).extracting((rejected) -> rejected.error().getCode())
			.containsExactly("INVALID_DATA", "INVALID_DATA", "MANDATORY_NOT_FOUND");
		assertThat(results.rejected().get(1).input()).isSameAs(wrong);
	}

	@Test
	void anyNumberOfNotesIsAddedInBatchesAndDeletedByIds() {
		String contact = contact();
		Flux<Note> notes = Flux.range(0, 205).map((i) -> {
			Note note = note("No " + i);
			note.setParent(Contact.class, contact);
			return note;
		});
		List<WriteResult<Note>> results = await(this.bigin.batch(Note.class).create(notes));
		assertThat(results).hasSize(205).allMatch(WriteResult::isWritten);
		assertThat(fixture.simulator().requests().count("POST /Notes")).isEqualTo(3);
		List<String> ids = await(this.bigin.notes(Contact.class, contact).all().map(Note::getId));
		assertThat(ids).hasSize(205);
		WriteResults<String> deleted = await(this.bigin.deleteAll(Note.class,
				IntStream.range(0, 3).mapToObj((i) -> (i == 1) ? "1" : ids.get(i)).toList()));
		assertThat(deleted.written()).extracting("id").containsExactly(ids.get(0), ids.get(2));
		assertThat(deleted.rejected()).extracting("input").containsExactly("1");
		assertThat(fixture.records("Notes").count()).isEqualTo(203);
	}

	@Test
	void oneCallTakesAHundredNotes() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.createAll(Collections.nCopies(101, note("x"))))
			.withMessageContaining("at most 100");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.bigin.deleteAll(Note.class, Collections.nCopies(101, "1")))
			.withMessageContaining("at most 100");
	}

	@Test
	void theScopeThatIsMissingIsNamed() {
		fixture.simulator().account().connections().get(0).withoutScope("Notes");
		assertThatExceptionOfType(BiginScopeException.class)
			.isThrownBy(() -> await(this.bigin.createAll(List.of(note("x")))))
			.withMessageContaining("ZohoBigin.modules.notes.CREATE");
	}

	@Test
	void theScopesOfTheNotesOnARecordAreNamedWithThoseOfItsModule() {
		String contact = contact();
		fixture.simulator().account().connections().get(0).withoutScope("Contacts");
		assertThatExceptionOfType(BiginScopeException.class)
			.isThrownBy(() -> await(this.bigin.notes(Contact.class, contact).add(note("x"))))
			.satisfies((ex) -> assertThat(ex.getRequiredScope())
				.isEqualTo("ZohoBigin.modules.notes.CREATE,ZohoBigin.modules.contacts.CREATE"));
	}

}
