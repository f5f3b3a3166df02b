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

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.buffer.DataBufferUtils;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginScopeException;
import io.github.biginspring.file.FileContent;
import io.github.biginspring.file.UploadedFile;
import io.github.biginspring.simulator.fault.Fault;
import io.github.biginspring.simulator.organization.Scope;
import io.github.biginspring.write.WriteResults;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UploadContractTests {

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture.empty();

	private final BiginTemplate bigin = fixture.bigin();

	@TempDir
	private Path directory;

	private static FileContent file() {
		return FileContent.of("contract.txt", new ByteArrayResource("text".getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void whatIsUploadedCanBeDownloaded() {
		UploadedFile uploaded = await(this.bigin.uploads().add(file()));
		assertThat(uploaded.name()).isEqualTo("contract.txt");
		assertThat(await(this.bigin.uploads().downloadTo(uploaded.id(), this.directory.resolve("copy"))))
			.hasContent("text");
		Mono<String> text = DataBufferUtils.join(this.bigin.uploads().download(uploaded.id())).map((buffer) -> {
			String content = buffer.toString(StandardCharsets.UTF_8);
			DataBufferUtils.release(buffer);
			return content;
		});
		assertThat(await(text)).isEqualTo("text");
	}

	@Test
	void severalAreUploadedByOneCall() {
		FileContent other = FileContent.of("price list.csv",
				new ByteArrayResource("other".getBytes(StandardCharsets.UTF_8)));
		WriteResults<FileContent> uploaded = await(this.bigin.uploads().addAll(List.of(file(), other)));
		assertThat(fixture.simulator().requests().count("POST /files")).isEqualTo(1);
		assertThat(uploaded.written()).extracting((file) -> file.details().get("name"))
			.containsExactly("contract.txt", "price list.csv");
		Path copy = this.directory.resolve("copy");
		assertThat(await(this.bigin.uploads().downloadTo(uploaded.written().get(0).id(), copy))).hasContent("text");
		assertThat(await(this.bigin.uploads().downloadTo(uploaded.written().get(1).id(), copy))).hasContent("other");
	}

	@Test
	void isNotUploadedAgainAfterALostResponse() {
		fixture.simulator().faults().on("POST /files").next(1, Fault.emptyResponse().afterTakingEffect());
		assertThatExceptionOfType(BiginException.class).isThrownBy(() -> await(this.bigin.uploads().add(file())))
			.satisfies((ex) -> assertThat(ex.isOutcomeUnknown()).isTrue());
		assertThat(fixture.simulator().requests().count("POST /files")).isEqualTo(1);
	}

	@Test
	void isToldOfAFileThatDoesNotExist() {
		assertThatExceptionOfType(BiginException.class)
			.isThrownBy(() -> await(this.bigin.uploads().downloadTo("77", this.directory.resolve("copy"))))
			.satisfies((ex) -> assertThat(ex.getCode()).isEqualTo("INVALID_DATA"));
	}

	@Test
	void theScopeThatIsMissingIsNamed() {
		fixture.simulator().account().connections().get(0).withoutScope(Scope.FILES);
		assertThatExceptionOfType(BiginScopeException.class).isThrownBy(() -> await(this.bigin.uploads().add(file())))
			.withMessageContaining("ZohoBigin.Files.CREATE");
	}

}
