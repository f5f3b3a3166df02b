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

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginNotFoundException;
import io.github.biginspring.error.BiginScopeException;
import io.github.biginspring.error.FileTooLargeException;
import io.github.biginspring.file.AttachmentInfo;
import io.github.biginspring.file.AttachmentOperations;
import io.github.biginspring.file.PhotoOperations;
import io.github.biginspring.model.Contact;
import io.github.biginspring.simulator.organization.Scope;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FileContractTests {

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture.empty();

	private final BiginTemplate bigin = fixture.bigin();

	@TempDir
	private Path directory;

	private static String contact() {
		return fixture.records("Contacts").add(Map.of("Last_Name", "Watson"));
	}

	@Test
	void whatWasAttachedIsListedAndComesBackAsItWas() throws IOException {
		byte[] content = new byte[3_000_000];
		new Random(7).nextBytes(content);
		Path file = Files.write(this.directory.resolve("scan.pdf"), content);
		AttachmentOperations attachments = this.bigin.attachments(Contact.class, contact());
		String id = await(attachments.add(new FileSystemResource(file)));
		assertThat(await(attachments.list())).singleElement().satisfies((info) -> {
			assertThat(info.id()).isEqualTo(id);
			assertThat(info.fileName()).isEqualTo("scan.pdf");
			assertThat(info.size()).isEqualTo(content.length);
			assertThat(info.linkUrl()).isNull();
			assertThat(info.createdTime()).isNotNull();
		});
		assertThat(await(bytes(attachments.download(id)))).isEqualTo(content);
		Path copy = this.directory.resolve("copy.pdf");
		assertThat(await(attachments.downloadTo(id, copy))).isEqualTo(copy);
		assertThat(copy).hasBinaryContent(content);
		await(attachments.delete(id));
		assertThat(await(attachments.list())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "a b.txt", "é–ü.txt", "Ada's list.txt", "a;b=c.txt", "100%.txt", "-.txt", "日本.txt" })
	void aNameComesBackAsItWas(String name) {
		AttachmentOperations attachments = this.bigin.attachments("Contacts", contact());
		await(attachments.add(name, text("abc")));
		assertThat(await(attachments.list())).extracting(AttachmentInfo::fileName).containsExactly(name);
	}

	@Test
	void anEmptyFileAndOneInManyPiecesComeBackAsTheyWere() {
		AttachmentOperations attachments = this.bigin.attachments("Contacts", contact());
		String empty = await(attachments.add("empty.txt", Flux.empty()));
		String pieces = await(
				attachments.add("pieces.txt", text("a").concatWith(text("\r\n--b\r\n")).concatWith(text("c"))));
		assertThat(await(bytes(attachments.download(empty)))).isEmpty();
		assertThat(await(bytes(attachments.download(pieces)))).asString().isEqualTo("a\r\n--b\r\nc");
	}

	@Test
	void aLinkIsListedAsOne() {
		AttachmentOperations attachments = this.bigin.attachments("Contacts", contact());
		await(attachments.addLink(URI.create("https://example.org/a?b=c&d=e")));
		assertThat(await(attachments.list())).extracting(AttachmentInfo::linkUrl)
			.containsExactly("https://example.org/a?b=c&d=e");
	}

	@Test
	void theServiceRefusesWhatIsNotThere() {
		AttachmentOperations none = this.bigin.attachments("Contacts", "1");
		assertThatExceptionOfType(BiginException.class).isThrownBy(() -> await(none.add("a.txt", text("a"))));
		AttachmentOperations attachments = this.bigin.attachments("Contacts", contact());
		assertThatExceptionOfType(BiginException.class).isThrownBy(() -> await(attachments.delete("1")));
	}

	@Test
	void aPhotoIsSetReplacedAndDeleted() {
		PhotoOperations photo = this.bigin.photo(Contact.class, contact());
		await(photo.upload("a.png", text("first")));
		await(photo.upload("b.png", text("second")));
		assertThat(await(bytes(photo.download()))).asString().isEqualTo("second");
		await(photo.delete());
		assertThat(await(photo.download().hasElements())).isFalse();
		assertThatExceptionOfType(BiginException.class).isThrownBy(() -> await(photo.delete()));
	}

	@Test
	void takesTwentyMegabytesAndNoMore() {
		byte[] megabyte = new byte[1024 * 1024];
		AttachmentOperations attachments = this.bigin.attachments("Contacts", contact());
		Flux<DataBuffer> largest = Flux.range(0, 20).map((i) -> DefaultDataBufferFactory.sharedInstance.wrap(megabyte));
		await(attachments.add("largest.bin", largest));
		assertThat(await(attachments.list())).extracting(AttachmentInfo::size).containsExactly(20L * 1024 * 1024);
		// how long it is shows only when it is sent
		assertThatExceptionOfType(FileTooLargeException.class)
			.isThrownBy(() -> await(attachments.add("too-large.bin", largest.concatWith(text("x")))));
		assertThat(await(attachments.list())).hasSize(1);
	}

	@Test
	void thePhotoOfTheOrganizationIsSet() {
		assertThat(await(this.bigin.metadata().organization()).attributes().get("photo_id")).isNull();
		await(this.bigin.organizationPhoto().upload("logo.png", text("logo")));
		assertThat(fixture.simulator().requests().last().parts()).singleElement().satisfies((part) -> {
			assertThat(part.name()).isEqualTo("file");
			assertThat(part.fileName()).isEqualTo("logo.png");
			assertThat(part.contentType()).isEqualTo("image/png");
			assertThat(part.text()).isEqualTo("logo");
		});
		assertThat(await(this.bigin.metadata().organization()).attributes().get("photo_id")).isNotNull();
	}

	@Test
	void thePhotoOfTheOrganizationIsAPicture() {
		assertThatExceptionOfType(BiginException.class)
			.isThrownBy(() -> await(this.bigin.organizationPhoto().upload("logo.txt", text("logo"))))
			.satisfies((ex) -> assertThat(ex.getCode()).isEqualTo("INVALID_DATA"));
	}

	@Test
	void theScopeOfThePhotoOfTheOrganizationIsNamed() {
		fixture.simulator().account().connections().get(0).withoutScope(Scope.ORGANIZATION);
		assertThatExceptionOfType(BiginScopeException.class)
			.isThrownBy(() -> await(this.bigin.organizationPhoto().upload("logo.png", text("logo"))))
			.withMessageContaining("ZohoBigin.org.CREATE");
	}

	@Test
	void aModuleWithoutPhotosRefusesOne() {
		String task = fixture.records("Tasks").add(Map.of("Subject", "Call"));
		assertThatExceptionOfType(BiginNotFoundException.class)
			.isThrownBy(() -> await(this.bigin.photo("Tasks", task).upload("a.png", text("a"))))
			.satisfies((ex) -> assertThat(ex.getCode()).isEqualTo("INVALID_MODULE"));
	}

	private static Flux<DataBuffer> text(String text) {
		return Flux.defer(
				() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8))));
	}

	private static Mono<byte[]> bytes(Flux<DataBuffer> content) {
		return content.map((buffer) -> {
			byte[] bytes = new byte[buffer.readableByteCount()];
			buffer.read(bytes);
			DataBufferUtils.release(buffer);
			return bytes;
		}).reduce(new byte[0], FileContractTests::joined);
	}

	private static byte[] joined(byte[] first, byte[] second) {
		byte[] joined = Arrays.copyOf(first, first.length + second.length);
		System.arraycopy(second, 0, joined, first.length, second.length);
		return joined;
	}

}
