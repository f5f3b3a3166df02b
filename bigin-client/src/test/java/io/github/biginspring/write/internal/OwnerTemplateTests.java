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

package io.github.biginspring.write.internal;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.StubExchange;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.model.Contact;
import io.github.biginspring.write.OwnerOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link OwnerTemplate}.
 */
class OwnerTemplateTests {

	private static final String FIRST = "{\"code\":\"SUCCESS\",\"details\":{\"id\":\"1\"},\"status\":\"success\"}";

	private static final String REFUSED = "{\"code\":\"INVALID_DATA\",\"details\":{\"id\":\"2\"},\"message\":\"no\",\"status\":\"error\"}";

	private final StubExchange service = new StubExchange();

	private final OwnerOperations owners = new OwnerTemplate(this.service, OperationObserver.NONE,
			RecordMapper.create());

	@Test
	void givesARecordToAnotherOwner() {
		this.service.response(200, "{\"data\":[" + FIRST + "]}");
		StepVerifier.create(this.owners.change(Contact.class, "1", "9"))
			.assertNext((written) -> assertThat(written.id()).isEqualTo("1"))
			.verifyComplete();
		assertThat(this.service.call()).hasToString("POST /bigin/v2/{module}/{id}/actions/change_owner");
		assertThat(this.service.body()).isEqualTo("{\"owner\":{\"id\":\"9\"}}");
		assertThat(this.service.call().isIdempotent()).isTrue();
	}

	@Test
	void aRefusedChangeIsAnError() {
		this.service.response(400, "{\"data\":[" + REFUSED + "]}");
		StepVerifier.create(this.owners.change("Contacts", "2", "9")).verifyError(BiginException.class);
	}

	@Test
	void isNotTakenInByTheChangeOfAnother() {
		this.service.response(200, "{\"data\":[" + FIRST + "]}");
		StepVerifier.create(this.owners.change("Contacts", "2", "9"))
			.verifyError(BiginUnreadableResponseException.class);
	}

	@Test
	void hasAResultForEachRecord() {
		this.service.response(202, "{\"data\":[" + REFUSED + "," + FIRST + "]}");
		StepVerifier.create(this.owners.changeAll(Contact.class, List.of("1", "2"), "9", true))
			.assertNext((results) -> {
				assertThat(results.written()).extracting("id").containsExactly("1");
				assertThat(results.rejected()).extracting("input").containsExactly("2");
			})
			.verifyComplete();
		assertThat(this.service.call()).hasToString("POST /bigin/v2/{module}/actions/change_owner");
		assertThat(this.service.body()).contains("\"ids\":[\"1\",\"2\"]", "\"owner\":{\"id\":\"9\"}",
				"\"notify\":true");
	}

	@Test
	void makesNoCallForNoRecords() {
		StepVerifier.create(this.owners.changeAll("Contacts", List.of(), "9", false))
			.expectNextCount(1)
			.verifyComplete();
		assertThat(this.service.calls()).isEmpty();
	}

	@Test
	void refusesMoreThanACallTakes() {
		List<String> ids = Collections.nCopies(OwnerOperations.MAX_RECORDS + 1, "1");
		assertThatIllegalArgumentException().isThrownBy(() -> this.owners.changeAll("Contacts", ids, "9", false))
			.withMessageContaining("at most 500 records, not 501");
	}

	@Test
	void refusesAnOwnerThatIsNoId() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.owners.change("Contacts", "1", "me"));
	}

}
