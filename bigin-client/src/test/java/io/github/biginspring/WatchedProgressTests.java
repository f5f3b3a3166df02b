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

package io.github.biginspring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.StubExchange;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.progress.Progress;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Operations of a template that tell how far they have come.
 */
class WatchedProgressTests {

	private final List<Progress> emitted = new ArrayList<>();

	private final StubExchange service = new StubExchange();

	@Test
	void keepsTheConnectionThatWasChosenLast() {
		this.service.response(204, "").response(204, "").response(204, "");
		BiginOperations bigin = StubbedTemplate.of(this.service, OperationObserver.NONE, RecordMapper.create())
			.withConnection("a")
			.withProgress(this.emitted::add);
		StepVerifier.create(bigin.metadata().modules()).verifyComplete();
		StepVerifier.create(bigin.withConnection("b").metadata().modules()).verifyComplete();
		assertThat(this.service.calls()).extracting(BiginCall::connectionId).containsExactly("a", "b");
		assertThat(this.emitted).hasSize(2);
	}

	@Test
	void tellsTwoListeners() {
		List<Progress> second = new ArrayList<>();
		this.service.response(200, records(2));
		BiginOperations bigin = StubbedTemplate.of(this.service, OperationObserver.NONE, RecordMapper.create())
			.withProgress(this.emitted::add)
			.withProgress(second::add);
		StepVerifier.create(bigin.query("Contacts").fields("Email").all()).expectNextCount(2).verifyComplete();
		assertThat(this.emitted).extracting(Progress::read).containsExactly(2L);
		assertThat(second).extracting(Progress::read).containsExactly(2L);
	}

	private static String records(int count) {
		return "{\"data\":[" + String.join(",", Collections.nCopies(count, "{\"id\":\"1\"}")) + "]}";
	}

}
