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

import java.util.List;

import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import org.springframework.core.io.ByteArrayResource;

import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.error.FileTooLargeException;
import io.github.biginspring.file.FileContent;
import io.github.biginspring.file.UploadOperations;
import io.github.biginspring.file.UploadedFile;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.StubExchange;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.write.WriteResult;
import io.github.biginspring.write.WriteResult.Rejected;
import io.github.biginspring.write.WriteResult.Unknown;
import io.github.biginspring.write.WriteResult.Written;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link UploadTemplate}.
 */
class UploadTemplateTests {

	private final StubExchange service = new StubExchange();

	private final UploadOperations uploads = new FileTemplate(this.service, OperationObserver.NONE,
			RecordMapper.create())
		.uploads();

	private static FileContent file(int length) {
		return FileContent.of("a.txt", new ByteArrayResource(new byte[length]));
	}

	@Test
	void uploadsOnceAndTellsTheEncryptedId() {
		this.service.response(200, "{\"data\":[{\"code\":\"SUCCESS\",\"details\":{\"name\":\"a.txt\",\"id\":\"c5e2f\"},"
				+ "\"status\":\"success\"}]}");
		StepVerifier.create(this.uploads.add(file(3))).expectNext(new UploadedFile("c5e2f", "a.txt")).verifyComplete();
		assertThat(this.service.call()).hasToString("POST /bigin/v2/files");
		assertThat(this.service.call().effect()).isEqualTo(CallEffect.ONCE);
	}

	@Test
	void theServiceNeedNotRepeatTheName() {
		this.service.response(200,
				"{\"data\":[{\"code\":\"SUCCESS\",\"details\":{\"id\":\"c5e2f\"},\"status\":\"success\"}]}");
		StepVerifier.create(this.uploads.add(file(3))).expectNext(new UploadedFile("c5e2f", null)).verifyComplete();
	}

	@Test
	void aRefusedUploadIsAnError() {
		this.service.response(400,
				"{\"data\":[{\"code\":\"INVALID_DATA\",\"details\":{\"id\":\"1\"},\"status\":\"error\"}]}");
		StepVerifier.create(this.uploads.add(file(3))).verifyError(BiginInvalidRequestException.class);
	}

	@Test
	void anUploadWithoutAnIdIsUnreadable() {
		this.service.response(200, "{\"data\":[{\"code\":\"SUCCESS\",\"details\":{},\"status\":\"success\"}]}");
		StepVerifier.create(this.uploads.add(file(3))).verifyError(BiginUnreadableResponseException.class);
	}

	@Test
	void uploadsSeveralByOneCall() {
		this.service.response(207, "{\"data\":[" + uploaded("a.txt", "1") + ","
				+ "{\"code\":\"INVALID_DATA\",\"details\":{},\"status\":\"error\"}," + uploaded("c_2.txt", "3") + "]}");
		List<FileContent> files = List.of(file("a.txt"), file("b.txt"), file("c 2.txt"));
		StepVerifier.create(this.uploads.addAll(files)).assertNext((results) -> {
			assertThat(results.all()).extracting(WriteResult::input).isEqualTo(files);
			assertThat(results.written()).extracting(Written::id).containsExactly("1", "3");
			assertThat(results.written().get(1).details()).containsEntry("name", "c_2.txt");
			assertThat(results.rejected()).extracting(Rejected::input).containsExactly(files.get(1));
		}).verifyComplete();
		assertThat(this.service.call()).hasToString("POST /bigin/v2/files");
		assertThat(this.service.call().effect()).isEqualTo(CallEffect.ONCE);
	}

	@Test
	void takesNoFilesIdForThatOfAnother() {
		List<FileContent> files = List.of(file("a.txt"), file("b.txt"));
		this.service.response(200, "{\"data\":[" + uploaded("b.txt", "2") + "," + uploaded("a.txt", "1") + "]}")
			.response(200, "{\"data\":[" + uploaded("b.txt", "2") + "," + uploaded("b.txt", "1") + "]}")
			.response(200, "{\"data\":[" + uploaded("a.txt", "1") + "]}")
			.response(200, "{\"data\":[" + uploaded("a.txt", "1")
					+ ",{\"code\":\"SUCCESS\",\"details\":{},\"status\":\"success\"}]}");
		StepVerifier.create(this.uploads.addAll(files))
			.assertNext((results) -> assertThat(results.written()).extracting(Written::input, Written::id)
				.containsExactly(tuple(files.get(0), "1"), tuple(files.get(1), "2")))
			.verifyComplete();
		StepVerifier.create(this.uploads.addAll(files)).verifyError(BiginUnreadableResponseException.class);
		StepVerifier.create(this.uploads.addAll(files)).verifyError(BiginUnreadableResponseException.class);
		StepVerifier.create(this.uploads.addAll(files))
			.assertNext(
					(results) -> assertThat(results.unknown()).extracting(Unknown::input).containsExactly(files.get(1)))
			.verifyComplete();
	}

	@Test
	void makesNoCallForNoFiles() {
		StepVerifier.create(this.uploads.addAll(List.of()))
			.assertNext((results) -> assertThat(results.all()).isEmpty())
			.verifyComplete();
		assertThat(this.service.calls()).isEmpty();
	}

	private static FileContent file(String name) {
		return FileContent.of(name, new ByteArrayResource(new byte[3]));
	}

	private static String uploaded(String name, String id) {
		return "{\"code\":\"SUCCESS\",\"details\":{\"name\":\"" + name + "\",\"id\":\"" + id
				+ "\"},\"status\":\"success\"}";
	}

	@Test
	void refusesAFileThatIsTooLong() {
		assertThatExceptionOfType(FileTooLargeException.class)
			.isThrownBy(() -> this.uploads.addAll(List.of(file("a.txt"), file((int) UploadOperations.MAX_SIZE + 1))));
		assertThatExceptionOfType(FileTooLargeException.class)
			.isThrownBy(() -> this.uploads.add(file((int) UploadOperations.MAX_SIZE + 1)));
	}

	@Test
	void refusesAnIdThatIsNone() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.uploads.download(" "));
	}

}
