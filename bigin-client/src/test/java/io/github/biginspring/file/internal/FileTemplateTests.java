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

package io.github.biginspring.file.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.error.FileTooLargeException;
import io.github.biginspring.file.AttachmentOperations;
import io.github.biginspring.file.FileContent;
import io.github.biginspring.file.FileOperations;
import io.github.biginspring.file.PhotoOperations;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.StreamedResponse;
import io.github.biginspring.internal.call.StreamedResponseReader;
import io.github.biginspring.internal.call.StubExchange;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.model.Contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link FileTemplate} and what it hands out.
 */
class FileTemplateTests {

	private static final String ADDED = "{\"data\":[{\"code\":\"SUCCESS\",\"details\":{\"id\":\"77\"},"
			+ "\"message\":\"attachment uploaded successfully\",\"status\":\"success\"}]}";

	private final StubExchange exchange = new StubExchange();

	private final FileOperations files = files(this.exchange);

	private final AttachmentOperations attachments = this.files.attachments(Contact.class, "42");

	@TempDir
	private Path directory;

	@Test
	void listsAttachmentsPageAfterPage() {
		this.exchange.response(200, """
				{"data":[{"id":"1","File_Name":"a.pdf","Size":"245760","Created_By":{"id":"9","name":"Ada"},
				"Created_Time":"2026-02-06T00:28:53-08:00","$type":"Attachment","$unknown":{}}],
				"info":{"more_records":true,"next_page_token":"t"}}""").response(200, """
				{"data":[{"id":"2","File_Name":"Site","Size":null,"$link_url":"https://example.org"},
				{"id":"3","Size":12},{"id":"4","Size":"12 KB"}]}""");
		StepVerifier.create(this.attachments.list()).assertNext((first) -> {
			assertThat(first.fileName()).isEqualTo("a.pdf");
			assertThat(first.size()).isEqualTo(245760);
			assertThat(first.createdBy()).isNotNull();
			assertThat(first.createdTime()).isEqualTo("2026-02-06T08:28:53Z");
		}).assertNext((link) -> {
			assertThat(link.linkUrl()).isEqualTo("https://example.org");
			assertThat(link.size()).isNull();
		})
			.assertNext((third) -> assertThat(third.size()).isEqualTo(12))
			.assertNext((fourth) -> assertThat(fourth.size()).isNull())
			.verifyComplete();
		assertThat(this.exchange.calls()).hasSize(2)
			.allMatch((call) -> call.toString().equals("GET /bigin/v2/{module}/{id}/Attachments"));
		assertThat(this.exchange.query()).contains("page=2", "per_page=200");
	}

	@Test
	void aRecordWithoutAttachmentsHasAnEmptyList() {
		this.exchange.response(204, "");
		StepVerifier.create(this.attachments.list()).verifyComplete();
	}

	@Test
	void attachesAFileAndGivesItsId() {
		this.exchange.response(200, ADDED);
		StepVerifier.create(this.attachments.add(resource("a.txt", 3))).expectNext("77").verifyComplete();
		BiginCall<?> call = this.exchange.call();
		assertThat(call.method()).isEqualTo(HttpMethod.POST);
		assertThat(call.pathVariables()).extracting("value").containsExactly("Contacts", "42");
		assertThat(call.isIdempotent()).isFalse();
		assertThat(call.isStreamed()).isTrue();
		assertThat(call.isBodyRepeatable()).isTrue();
	}

	@Test
	void aPublisherCanBeSentOnlyOnce() {
		this.exchange.response(200, ADDED);
		StepVerifier.create(this.attachments.add("a.txt", Flux.empty())).expectNext("77").verifyComplete();
		assertThat(this.exchange.call().isBodyRepeatable()).isFalse();
	}

	@Test
	void buffersMayBeOfAnyKind() {
		this.exchange.response(200, ADDED).response(200, ADDED);
		Flux<DefaultDataBuffer> content = Flux.just(DefaultDataBufferFactory.sharedInstance.allocateBuffer(1));
		StepVerifier.create(this.attachments.add("a.txt", content)).expectNext("77").verifyComplete();
		StepVerifier.create(this.files.photo("Contacts", "42").upload("a.png", content)).verifyComplete();
		assertThat(this.exchange.calls()).hasSize(2);
	}

	@Test
	void aFileOfMoreThanTwentyMegabytesIsRefusedAtOnce() {
		Resource file = resource("a.bin", (int) AttachmentOperations.MAX_SIZE + 1);
		assertThatExceptionOfType(FileTooLargeException.class).isThrownBy(() -> this.attachments.add(file))
			.withMessageContaining("20 MB");
		assertThatExceptionOfType(FileTooLargeException.class)
			.isThrownBy(() -> this.files.photo("Contacts", "42").upload(file));
		assertThat(this.exchange.calls()).isEmpty();
	}

	@Test
	void attachesALinkAsAForm() {
		this.exchange.response(200, ADDED);
		StepVerifier.create(this.attachments.addLink(URI.create("https://example.org/a?b=c&d")))
			.expectNext("77")
			.verifyComplete();
		assertThat(this.exchange.body())
			.contains("form-data; name=\"attachmentUrl\"\r\n\r\nhttps://example.org/a?b=c&d\r\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "javascript:alert(1)", "file:///etc/passwd", "/a", "https:///a", "mailto:a@example.org" })
	void refusesWhatIsNoLink(String link) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.attachments.addLink(URI.create(link)));
	}

	@Test
	void aRefusedFileIsAnErrorAlsoWhereItStandsInAnArray() {
		String rejected = "{\"data\":[{\"code\":\"INVALID_DATA\",\"details\":{},\"message\":\"no\",\"status\":\"error\"}]}";
		this.exchange.response(400, rejected)
			.response(200, "{\"data\":[{\"code\":\"SUCCESS\",\"status\":\"success\"}]}");
		StepVerifier.create(this.attachments.add(resource("a.txt", 3))).verifyError(BiginInvalidRequestException.class);
		assertThat(this.exchange.call().perRecordStatus()).isTrue();
		StepVerifier.create(this.attachments.add(resource("a.txt", 3)))
			.verifyError(BiginUnreadableResponseException.class);
	}

	@Test
	void downloadsAnAttachment() {
		this.exchange.response(200, "content");
		StepVerifier.create(this.attachments.download("7").map((buffer) -> buffer.toString(StandardCharsets.UTF_8)))
			.expectNext("con", "tent")
			.verifyComplete();
		assertThat(this.exchange.call()).hasToString("GET /bigin/v2/{module}/{id}/Attachments/{attachment}");
	}

	@Test
	void downloadsToAFileAndReplacesIt() throws IOException {
		this.exchange.response(200, "content");
		Path file = Files.writeString(this.directory.resolve("a.txt"), "old, and longer than the new one");
		StepVerifier.create(this.attachments.downloadTo("7", file)).expectNext(file).verifyComplete();
		assertThat(file).hasContent("content");
		assertThat(names()).containsExactly("a.txt");
	}

	@Test
	void leavesNothingBehindWhereADownloadBreaksAndReadsItAnewWhereItIsRepeated() throws IOException {
		Path file = this.directory.resolve("a.txt");
		Flux<DataBuffer> broken = Flux.just(buffer("part")).concatWith(Flux.error(new IllegalStateException("broken")));
		FileOperations files = files(responding(List.of(broken, Flux.just(buffer("whole")))));
		Mono<Path> download = files.attachments("Contacts", "42").downloadTo("7", file);
		StepVerifier.create(download).verifyErrorMessage("broken");
		assertThat(names()).isEmpty();
		StepVerifier.create(download).expectNext(file).verifyComplete();
		assertThat(file).hasContent("whole");
	}

	@Test
	void leavesNothingBehindWhereADownloadIsCancelled() throws IOException {
		Path file = this.directory.resolve("a.txt");
		FileOperations files = files(responding(List.of(Flux.just(buffer("part")).concatWith(Flux.never()))));
		StepVerifier.create(files.photo("Contacts", "42").downloadTo(file))
			.expectSubscription()
			.then(() -> await().until(() -> !names().isEmpty()))
			.thenCancel()
			.verify();
		await().until(() -> names().isEmpty());
	}

	@Test
	void anEmptyDownloadMakesNoFile() throws IOException {
		this.exchange.response(204, "");
		StepVerifier.create(this.files.photo(Contact.class, "42").downloadTo(this.directory.resolve("a.png")))
			.verifyComplete();
		assertThat(names()).isEmpty();
	}

	@Test
	void aDirectoryThatIsNotThereIsToldAsItIs() {
		this.exchange.response(200, "content");
		StepVerifier.create(this.attachments.downloadTo("7", this.directory.resolve("none/a.txt")))
			.verifyError(NoSuchFileException.class);
	}

	@Test
	void deletesAnAttachment() {
		this.exchange.response(200,
				"{\"data\":[{\"code\":\"SUCCESS\",\"details\":{\"id\":\"7\"},\"status\":\"success\"}]}");
		StepVerifier.create(this.attachments.delete("7")).verifyComplete();
		assertThat(this.exchange.call()).hasToString("DELETE /bigin/v2/{module}/{id}/Attachments/{attachment}");
	}

	@Test
	void setsDownloadsAndDeletesAPhoto() {
		// a response without an array
		String done = "{\"message\":\"photo uploaded successfully\",\"details\":{},\"status\":\"success\",\"code\":\"SUCCESS\"}";
		this.exchange.response(200, done).response(200, "png").response(200, done);
		PhotoOperations photo = this.files.photo(Contact.class, "42");
		StepVerifier.create(photo.upload(FileContent.of("a.png", Flux.empty()))).verifyComplete();
		StepVerifier.create(photo.download()).expectNextCount(2).verifyComplete();
		StepVerifier.create(photo.delete()).verifyComplete();
		assertThat(this.exchange.calls()).map(BiginCall::toString)
			.containsExactly("POST /bigin/v2/{module}/{id}/photo", "GET /bigin/v2/{module}/{id}/photo",
					"DELETE /bigin/v2/{module}/{id}/photo");
	}

	@Test
	void aRefusedPhotoIsAnError() {
		this.exchange.response(200,
				"{\"message\":\"no\",\"details\":{},\"status\":\"error\",\"code\":\"INVALID_DATA\"}");
		StepVerifier.create(this.files.photo("Contacts", "42").upload(resource("a.png", 3)))
			.verifyError(BiginInvalidRequestException.class);
	}

	@Test
	void refusesIdsAndModulesThatAreNone() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.files.attachments("Contacts", "42/.."));
		assertThatIllegalArgumentException().isThrownBy(() -> this.files.photo("Con/tacts", "42"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.files.photo(String.class, "42"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.attachments.download("x"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.attachments.downloadTo("1", Path.of("/")));
	}

	private static FileOperations files(CallExchange exchange) {
		return new FileTemplate(exchange, OperationObserver.NONE, RecordMapper.create());
	}

	private static CallExchange responding(List<Flux<DataBuffer>> bodies) {
		Iterator<Flux<DataBuffer>> next = bodies.iterator();
		return new CallExchange() {

			@Override
			public <T> Mono<T> exchange(BiginCall<T> call) {
				StreamedResponseReader<T> reader = call.streamedReader();
				assertThat(reader).isNotNull();
				return Mono.defer(() -> reader.read(new StreamedResponse(200, HttpHeaders.EMPTY, next.next())));
			}

		};
	}

	private List<String> names() throws IOException {
		try (Stream<Path> files = Files.list(this.directory)) {
			return files.map((file) -> file.getFileName().toString()).toList();
		}
	}

	private static DataBuffer buffer(String text) {
		return DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8));
	}

	private static AbstractResource resource(String name, int length) {
		return new ByteArrayResource(new byte[length]) {

			@Override
			public String getFilename() {
				return name;
			}

		};
	}

}
