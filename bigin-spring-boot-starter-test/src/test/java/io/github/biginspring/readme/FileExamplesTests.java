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

package io.github.biginspring.readme;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.file.FileContent;
import io.github.biginspring.file.UploadedFile;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Company;
import io.github.biginspring.model.Contact;
import io.github.biginspring.model.Deal;
import io.github.biginspring.model.Note;
import io.github.biginspring.model.Product;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.write.WriteResult.Written;
import io.github.biginspring.write.WriteResults;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of files, related records, tags and requests, run.
 */
class FileExamplesTests {

	private final BiginSimulator simulator = BiginSimulator.start();

	private final BiginTemplate bigin = BiginTemplate.builder(ApiKey.of(this.simulator.apiKey()))
		.endpoint(MatonEndpoint.of(URI.create(this.simulator.url())))
		.build();

	@TempDir
	private Path directory;

	private String id;

	@BeforeEach
	void createContact() {
		Contact contact = new Contact();
		contact.setLastName("Watson");
		this.id = this.bigin.create(contact).map(Written::id).block();
	}

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void files() throws Exception {
		Path contract = Files.writeString(this.directory.resolve("contract.pdf"), "pdf");
		Path copy = this.directory.resolve("copy.pdf");
		Flux<DataBuffer> upload = Flux
			.just(DefaultDataBufferFactory.sharedInstance.wrap("csv".getBytes(StandardCharsets.UTF_8)));
		Mono<String> attached = bigin.attachments(Contact.class, id).add(new FileSystemResource(contract));
		Mono<String> streamed = bigin.attachments(Contact.class, id).add("upload.csv", upload);
		Mono<Path> saved = attached
			.flatMap((attachment) -> bigin.attachments(Contact.class, id).downloadTo(attachment, copy));
		StepVerifier.create(saved).expectNext(copy).verifyComplete();
		assertThat(copy).hasContent("pdf");
		StepVerifier.create(streamed).expectNextCount(1).verifyComplete();
	}

	@Test
	void uploads() throws Exception {
		Path contract = Files.writeString(this.directory.resolve("contract.pdf"), "pdf");
		Mono<UploadedFile> uploaded = bigin.uploads().add(new FileSystemResource(contract));
		StepVerifier.create(uploaded.map(UploadedFile::name)).expectNext("contract.pdf").verifyComplete();
		Path priceList = Files.writeString(this.directory.resolve("prices.csv"), "csv");
		Mono<WriteResults<FileContent>> both = bigin.uploads()
			.addAll(List.of(FileContent.of(new FileSystemResource(contract)),
					FileContent.of(new FileSystemResource(priceList))));
		StepVerifier.create(both).assertNext((results) -> assertThat(results.isComplete()).isTrue()).verifyComplete();
	}

	@Test
	void organizationPhoto() throws Exception {
		Path logo = Files.writeString(this.directory.resolve("logo.png"), "png");
		Mono<Void> set = bigin.organizationPhoto().upload(new FileSystemResource(logo));
		StepVerifier.create(set).verifyComplete();
	}

	@Test
	void related() {
		String productId = this.bigin.create("Products", new BiginRecord().set("Product_Name", "Lamp"))
			.map(Written::id)
			.block();
		Note note = new Note();
		note.setNoteContent("Called back");
		Mono<Void> linked = bigin.related(Contact.class, id).link("Products", productId);
		Flux<Product> products = bigin.related(Contact.class, id).list("Products", Product.class).all();
		Mono<Written<Note>> noted = bigin.notes(Contact.class, id).add(note);
		StepVerifier.create(linked.thenMany(products)).expectNextCount(1).verifyComplete();
		StepVerifier.create(noted).expectNextCount(1).verifyComplete();
	}

	@Test
	void dealsOfAContact() {
		String pipelineId = bigin.metadata().pipelines().blockFirst().id();
		Flux<Deal> deals = bigin.related(Contact.class, id).list("Pipelines", Deal.class).pipeline(pipelineId).all();
		StepVerifier.create(deals).thenConsumeWhile((deal) -> true).verifyComplete();
	}

	@Test
	void notes() {
		String contactId = this.id;
		String companyId = this.bigin.create("Accounts", new BiginRecord().set("Account_Name", "Acme"))
			.map(Written::id)
			.block();
		Note first = new Note();
		first.setNoteContent("Called back");
		Note second = new Note();
		second.setNoteContent("Moved");
		List<String> noteIds = List.of("1");
		first.setParent(Contact.class, contactId);
		second.setParent(Company.class, companyId);
		Mono<WriteResults<Note>> noted = bigin.createAll(List.of(first, second));
		Mono<WriteResults<String>> deleted = bigin.deleteAll(Note.class, noteIds);
		StepVerifier.create(noted).assertNext((results) -> assertThat(results.isComplete()).isTrue()).verifyComplete();
		StepVerifier.create(deleted)
			.assertNext((results) -> assertThat(results.rejected()).hasSize(1))
			.verifyComplete();
	}

	@Test
	void tags() {
		List<String> ids = List.of(this.id);
		Mono<WriteResults<String>> tagged = bigin.tags().addTo(Contact.class, ids, "VIP", "Newsletter");
		StepVerifier.create(tagged).assertNext((results) -> assertThat(results.isComplete()).isTrue()).verifyComplete();
	}

	@Test
	void request() {
		Mono<JsonNode> layouts = bigin.request(HttpMethod.GET, "/bigin/v2/settings/layouts")
			.query("module", "Contacts")
			.retrieveJson();
		StepVerifier.create(layouts).assertNext((json) -> assertThat(json.has("layouts")).isTrue()).verifyComplete();
	}

}
