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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
	void refusesAFileThatIsTooLong() {
		assertThatExceptionOfType(FileTooLargeException.class)
			.isThrownBy(() -> this.uploads.add(file((int) UploadOperations.MAX_SIZE + 1)));
	}

	@Test
	void refusesAnIdThatIsNone() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.uploads.download(" "));
	}

}
