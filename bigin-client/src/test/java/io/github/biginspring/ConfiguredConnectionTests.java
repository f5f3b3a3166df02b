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

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.StubExchange;
import io.github.biginspring.internal.exchange.BoundExchange;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.limit.CallPriority;
import io.github.biginspring.query.BulkJob;
import io.github.biginspring.query.BulkJobState;

import static org.assertj.core.api.Assertions.assertThat;

class ConfiguredConnectionTests {

	private final StubExchange service = new StubExchange();

	private final BiginOperations bigin = StubbedTemplate.of(BoundExchange.of(this.service).onConnection("a"),
			OperationObserver.NONE, RecordMapper.create());

	@Test
	void operationsKnowTheirConnection() {
		assertThat(this.bigin.connectionId()).isEqualTo("a");
		BiginOperations other = this.bigin.withConnection("other");
		assertThat(other.connectionId()).isEqualTo("other");
		assertThat(other.withPriority(CallPriority.BACKGROUND).withProgress((progress) -> {
		}).connectionId()).isEqualTo("other");
		assertThat(this.bigin.connectionId()).isEqualTo("a");
		assertThat(BiginTemplate.builder(ApiKey.of("key")).build().connectionId()).isNull();
	}

	@Test
	void itsDownloadsWaitForThoseOfTheSameOneNamed() {
		List<BiginOperations> all = List.of(this.bigin, this.bigin.withConnection("a"),
				this.bigin.withPriority(CallPriority.BACKGROUND));
		BulkJob completed = new BulkJob("5", BulkJobState.COMPLETED, null);
		Flux.range(0, 11).subscribe((i) -> this.service.response(204, ""));
		StepVerifier
			.withVirtualTime(() -> Flux.range(0, 11)
				.flatMap((i) -> all.get(i % 3).bulkRead("Contacts").fields("Email").rows(completed), 11))
			.expectSubscription()
			.thenAwait(Duration.ofMillis(59_999))
			.then(() -> assertThat(this.service.calls()).hasSize(10))
			.thenAwait(Duration.ofMillis(1))
			.verifyComplete();
		assertThat(this.service.calls()).hasSize(11);
	}

}
