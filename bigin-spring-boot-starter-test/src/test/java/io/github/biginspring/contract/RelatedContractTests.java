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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.error.BiginDuplicateException;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginNotFoundException;
import io.github.biginspring.metadata.PipelineInfo;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Contact;
import io.github.biginspring.model.Deal;
import io.github.biginspring.model.Note;
import io.github.biginspring.model.Product;
import io.github.biginspring.model.Tag;
import io.github.biginspring.query.RecordPage;
import io.github.biginspring.related.NoteOperations;
import io.github.biginspring.related.RelatedOperations;
import io.github.biginspring.related.RelatedQuery;
import io.github.biginspring.related.TagOperations;
import io.github.biginspring.write.WriteResults;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Related records, notes, tags, and requests of the application's own.
 */
class RelatedContractTests {

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture.empty();

	private final BiginTemplate bigin = fixture.bigin();

	private static String contact() {
		return fixture.records("Contacts").add(Map.of("Last_Name", "Watson"));
	}

	private static String product(String name) {
		return fixture.records("Products").add(Map.of("Product_Name", name));
	}

	@Test
	void whatIsLinkedIsListedUntilItIsUnlinked() {
		String lamp = product("Lamp");
		RelatedOperations related = this.bigin.related(Contact.class, contact());
		assertThat(await(related.list("Products", Product.class).all())).isEmpty();
		await(related.link("Products", lamp));
		await(related.link("Products", lamp));
		assertThat(await(related.list("Products", Product.class).all())).extracting(Product::getName)
			.containsExactly("Lamp");
		await(related.unlink("Products", lamp));
		assertThat(await(related.list("Products", "Product_Name").first())).isNull();
		assertThatExceptionOfType(BiginException.class).isThrownBy(() -> await(related.unlink("Products", lamp)));
	}

	@Test
	void manyAreReadPageAfterPageAndUnlinkedAtOnce() {
		String contact = contact();
		RelatedOperations related = this.bigin.related("Contacts", contact);
		List<String> products = IntStream.range(0, 205).mapToObj((i) -> product("Product " + i)).toList();
		products.forEach((product) -> await(related.link("Products", product)));
		assertThat(await(related.list("Products", "Product_Name").all())).extracting(BiginRecord::getId)
			.containsExactlyInAnyOrderElementsOf(products);
		RecordPage<BiginRecord> second = await(related.list("Products", "Product_Name").page(2));
		assertThat(second.items()).hasSize(5);
		WriteResults<String> unlinked = await(related.unlinkAll("Products", products.subList(0, 100)));
		assertThat(unlinked.isComplete()).isTrue();
		assertThat(unlinked.written()).extracting("id").containsExactlyElementsOf(products.subList(0, 100));
		assertThat(await(related.list("Products", "Product_Name").all())).hasSize(105);
	}

	@Test
	void theDealsOfAContactAreThoseOfATeamPipeline() {
		String contact = contact();
		List<PipelineInfo> pipelines = await(this.bigin.metadata().pipelines());
		Map<String, String> deals = new LinkedHashMap<>();
		for (PipelineInfo pipeline : pipelines) {
			PipelineInfo.SubPipeline subPipeline = pipeline.subPipelines().get(0);
			deals.put(pipeline.id(),
					fixture.records("Pipelines")
						.add(Map.of("Deal_Name", pipeline.name(), "Pipeline", Map.of("id", pipeline.id()),
								"Sub_Pipeline", subPipeline.name(), "Stage", subPipeline.stageNames().get(0),
								"Contact_Name", Map.of("id", contact))));
		}
		assertThat(deals).hasSizeGreaterThan(1);
		RelatedQuery<Deal> related = this.bigin.related(Contact.class, contact).list("Pipelines", Deal.class);
		deals.forEach((pipeline, deal) -> assertThat(await(related.pipeline(pipeline).all())).extracting(Deal::getId)
			.containsExactly(deal));
		assertThatExceptionOfType(BiginException.class).isThrownBy(() -> await(related.all()))
			.satisfies((ex) -> assertThat(ex.getCode()).isEqualTo("REQUIRED_PARAM_MISSING"));
	}

	@Test
	void aRecordThatIsNotThereHasNoRelatedList() {
		assertThatExceptionOfType(BiginException.class)
			.isThrownBy(() -> await(this.bigin.related("Contacts", "1").list("Products", "Product_Name").all()));
	}

	@Test
	void notesAreAddedChangedAndDeleted() {
		NoteOperations notes = this.bigin.notes(Contact.class, contact());
		Note note = new Note();
		note.setNoteTitle("Call");
		note.setNoteContent("Asked for a lamp – « tomorrow »");
		String id = await(notes.add(note)).id();
		Note change = new Note();
		change.setId(id);
		change.setNoteTitle("Call back");
		await(notes.update(change));
		assertThat(await(notes.all())).singleElement().satisfies((found) -> {
			assertThat(found.getId()).isEqualTo(id);
			assertThat(found.getNoteTitle()).isEqualTo("Call back");
			assertThat(found.getNoteContent()).isEqualTo("Asked for a lamp – « tomorrow »");
		});
		// notes are records of a module too
		assertThat(await(this.bigin.findById(Note.class, id)).getNoteTitle()).isEqualTo("Call back");
		assertThat(await(this.bigin.query(Note.class).all())).extracting(Note::getId).containsExactly(id);
		await(notes.delete(id));
		assertThat(await(notes.all())).isEmpty();
		Note empty = new Note();
		empty.setNoteTitle("Without content");
		assertThatExceptionOfType(BiginException.class).isThrownBy(() -> await(notes.add(empty)));
	}

	@Test
	void tagsOfAModuleAreCreatedRenamedAndDeleted() {
		TagOperations tags = this.bigin.tags();
		WriteResults<String> created = await(tags.create("Contacts", "Gold", "R & D"));
		assertThat(created.isComplete()).isTrue();
		assertThat(await(tags.list("Contacts"))).extracting(Tag::name).contains("Gold", "R & D");
		assertThat(await(tags.list("Products"))).extracting(Tag::name).doesNotContain("Gold");
		String gold = created.written().get(0).id();
		await(tags.rename("Contacts", gold, "Silver"));
		assertThat(await(tags.list("Contacts"))).extracting(Tag::name).contains("Silver").doesNotContain("Gold");
		await(tags.delete("Contacts", gold));
		assertThat(await(tags.list("Contacts"))).extracting(Tag::name).contains("R & D").doesNotContain("Silver");
	}

	@Test
	void tagsAreAddedToAndRemovedFromRecordsWithAResultForEach() {
		List<String> contacts = List.of(contact(), contact());
		TagOperations tags = this.bigin.tags();
		WriteResults<String> added = await(tags.addTo(Contact.class, contacts, "VIP", "R & D"));
		assertThat(added.isComplete()).isTrue();
		assertThat(added.written()).extracting("id").containsExactlyElementsOf(contacts);
		assertThat(names(contacts.get(0))).containsExactlyInAnyOrder("VIP", "R & D");
		await(tags.removeFrom("Contacts", contacts, "VIP"));
		assertThat(names(contacts.get(1))).containsExactly("R & D");
	}

	@Test
	void theRecordsOfATagAreCounted() {
		TagOperations tags = this.bigin.tags();
		String vip = await(tags.create("Contacts", "VIP")).written().get(0).id();
		assertThat(await(tags.countRecords(Contact.class, vip))).isZero();
		await(tags.addTo(Contact.class, List.of(contact(), contact()), "VIP"));
		assertThat(await(tags.countRecords("Contacts", vip))).isEqualTo(2);
		assertThatExceptionOfType(BiginException.class).isThrownBy(() -> await(tags.countRecords("Products", vip)))
			.satisfies((ex) -> assertThat(ex.getCode()).isEqualTo("INVALID_DATA"));
	}

	@Test
	void aRecordThatIsNotThereIsRefusedBesideOneThatIs() {
		WriteResults<String> added = await(this.bigin.tags().addTo("Contacts", List.of(contact(), "1"), "VIP"));
		assertThat(added.written()).hasSize(1);
		assertThat(added.rejected()).extracting("input").containsExactly("1");
	}

	@Test
	void relationsThatThereAreNotAreRefusedBesideThoseThatThereAre() {
		RelatedOperations related = this.bigin.related("Contacts", contact());
		String lamp = product("Lamp");
		String chair = product("Chair");
		await(related.link("Products", lamp));
		WriteResults<String> some = await(related.unlinkAll("Products", List.of(chair, lamp)));
		assertThat(some.rejected()).extracting("input").containsExactly(chair);
		assertThat(some.written()).extracting("id").containsExactly(lamp);
		WriteResults<String> none = await(related.unlinkAll("Products", List.of(chair, lamp)));
		assertThat(none.rejected()).extracting("input").containsExactly(chair, lamp);
	}

	@Test
	void aTagThatIsThereIsRefusedBesideOneThatIsNotAndAlsoAlone() {
		TagOperations tags = this.bigin.tags();
		String gold = await(tags.create("Contacts", "Gold")).written().get(0).id();
		WriteResults<String> some = await(tags.create("Contacts", "GOLD", "Silver"));
		assertThat(some.written()).extracting("input").containsExactly("Silver");
		assertThat(some.rejected()).singleElement()
			.satisfies((rejected) -> assertThat(rejected.error()).isInstanceOfSatisfying(BiginDuplicateException.class,
					(ex) -> assertThat(ex.getExistingId()).isEqualTo(gold)));
		WriteResults<String> none = await(tags.create("Contacts", "Gold", "Silver"));
		assertThat(none.rejected()).extracting("input").containsExactly("Gold", "Silver");
		assertThat(await(tags.list("Contacts"))).hasSize(2);
	}

	@Test
	void aTagNeedsNoColor() {
		JsonNode created = await(this.bigin.request(HttpMethod.POST, "/bigin/v2/settings/tags")
			.query("module", "Contacts")
			.body(Map.of("tags", List.of(Map.of("name", "Blue", "color_code", "#0000FF"))))
			.retrieveJson());
		assertThat(created.at("/tags/0/code").asString()).isEqualTo("SUCCESS");
		await(this.bigin.tags().create("Contacts", "Plain"));
		Map<String, Optional<String>> colors = await(this.bigin.tags().list("Contacts")).stream()
			.collect(Collectors.toMap(Tag::name, (tag) -> Optional.ofNullable(tag.colorCode())));
		assertThat(colors).containsEntry("Blue", Optional.of("#0000FF")).containsEntry("Plain", Optional.empty());
	}

	@Test
	void fiveHundredRecordsAreTaggedWithOneCall() {
		fixture.records("Contacts").generate(500, (number) -> Map.of("Last_Name", "No " + number));
		List<String> ids = await(this.bigin.query("Contacts").fields("id").all().map(BiginRecord::getId));
		assertThat(await(this.bigin.tags().addTo("Contacts", ids, "VIP")).written()).hasSize(500);
		assertThat(fixture.simulator().requests().count("POST /Contacts/actions/add_tags")).isEqualTo(1);
		assertThat(names(ids.get(499))).containsExactly("VIP");
	}

	@Test
	void theTagsOfOneRecordHaveAPathOfTheirOwnToo() {
		String contact = contact();
		await(this.bigin.request(HttpMethod.POST, "/bigin/v2/{module}/{id}/actions/add_tags", "Contacts", contact)
			.query("tag_names", "VIP,R & D")
			.retrieveJson());
		assertThat(names(contact)).containsExactlyInAnyOrder("VIP", "R & D");
		await(this.bigin.request(HttpMethod.POST, "/bigin/v2/{module}/{id}/actions/remove_tags", "Contacts", contact)
			.query("tag_names", "VIP")
			.retrieveJson());
		assertThat(names(contact)).containsExactly("R & D");
	}

	@Test
	void aRequestOfTheApplicationsOwnGoesTheSameWay() {
		String id = contact();
		JsonNode found = await(this.bigin.request(HttpMethod.GET, "/bigin/v2/{module}/{id}", "Contacts", id)
			.query("fields", "Last_Name")
			.retrieveJson());
		assertThat(found.at("/data/0/Last_Name").asString()).isEqualTo("Watson");
		ResponseEntity<JsonNode> created = await(this.bigin.request(HttpMethod.POST, "/bigin/v2/Contacts")
			.body(Map.of("data", List.of(Map.of("Last_Name", "Holmes"))))
			.toEntity(JsonNode.class));
		assertThat(created.getStatusCode().value()).isEqualTo(201);
		assertThat(created.getBody()).isNotNull();
		assertThat(created.getBody().at("/data/0/code").asString()).isEqualTo("SUCCESS");
		assertThatExceptionOfType(BiginNotFoundException.class)
			.isThrownBy(() -> await(this.bigin.request(HttpMethod.GET, "/bigin/v2/Nothing/There").retrieveJson()));
	}

	private List<String> names(String contact) {
		return await(this.bigin.findById(Contact.class, contact)).getTags().stream().map(Tag::name).toList();
	}

}
