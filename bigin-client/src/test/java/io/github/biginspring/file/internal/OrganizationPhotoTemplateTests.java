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
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import org.springframework.core.io.ByteArrayResource;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.FileTooLargeException;
import io.github.biginspring.file.FileContent;
import io.github.biginspring.file.OrganizationPhotoOperations;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.StubExchange;
import io.github.biginspring.internal.mapping.RecordMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link OrganizationPhotoTemplate}.
 */
class OrganizationPhotoTemplateTests {

	private final StubExchange service = new StubExchange();

	private final OrganizationPhotoOperations photo = new FileTemplate(this.service, OperationObserver.NONE,
			RecordMapper.create())
		.organizationPhoto();

	private static FileContent picture(long length) {
		return FileContent.of("logo.png", new ByteArrayResource(new byte[(int) length]));
	}

	@Test
	void setsThePhotoOnce() {
		this.service.response(200,
				"{\"message\":\"photo uploaded successfully\",\"details\":{},\"status\":\"success\",\"code\":\"SUCCESS\"}");
		StepVerifier.create(this.photo.upload(picture(OrganizationPhotoOperations.MAX_SIZE))).verifyComplete();
		assertThat(this.service.call()).hasToString("POST /bigin/v2/org/photo");
		assertThat(this.service.call().effect()).isEqualTo(CallEffect.ONCE);
	}

	@Test
	void aRefusalWithStatus200IsAnError() {
		this.service.response(200,
				"{\"message\":\"Invalid file type\",\"details\":{},\"status\":\"error\",\"code\":\"INVALID_DATA\"}");
		StepVerifier.create(this.photo.upload(picture(3)))
			.verifyErrorSatisfies((ex) -> assertThat(ex).isInstanceOfSatisfying(BiginException.class,
					(refusal) -> assertThat(refusal.getCode()).isEqualTo("INVALID_DATA")));
	}

	@Test
	void refusesAPictureOfMoreThanOneMegabyte() {
		assertThatExceptionOfType(FileTooLargeException.class)
			.isThrownBy(() -> this.photo.upload(picture(OrganizationPhotoOperations.MAX_SIZE + 1)));
		assertThat(this.service.calls()).isEmpty();
	}

	@Test
	void refusesANameThatIsNone() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.photo.upload("a/b.png", Flux.empty()));
	}

}
