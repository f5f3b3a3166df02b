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

package io.github.biginspring.metadata.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.StubExchange;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.metadata.FieldInfo;
import io.github.biginspring.metadata.MetadataOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link FieldCache} and what reads fields by way of it.
 */
class FieldCacheTests {

	private final AtomicLong nanos = new AtomicLong();

	private final FieldCache cache = new FieldCache(Duration.ofMinutes(10), this.nanos::get);

	private final StubExchange service = new StubExchange();

	private final MetadataOperations metadata = metadata(null);

	@Test
	void readsFieldsOnceForSomeTime() {
		this.service.response(200, fields("Email")).response(200, fields("Phone"));
		assertFields(this.metadata, "Contacts", "Email");
		this.nanos.addAndGet(Duration.ofMinutes(10).toNanos() - 1);
		assertFields(this.metadata, "Contacts", "Email");
		assertThat(this.service.calls()).hasSize(1);
		this.nanos.addAndGet(1);
		assertFields(this.metadata, "Contacts", "Phone");
	}

	@Test
	void keepsModulesAndConnectionsApart() {
		this.service.response(200, fields("A"))
			.response(200, fields("B"))
			.response(200, fields("C"))
			.response(200, fields("D"));
		for (int i = 0; i < 2; i++) {
			assertFields(this.metadata, "Contacts", "A");
			assertFields(this.metadata, "Accounts", "B");
			assertFields(metadata("x"), "Contacts", "C");
			assertFields(metadata("y"), "Contacts", "D");
		}
		assertThat(this.service.calls()).hasSize(4);
	}

	@Test
	void keepsWhatAnEmptyResponseSays() {
		this.service.response(204, "");
		assertFields(this.metadata, "Contacts");
		assertFields(this.metadata, "Contacts");
	}

	@Test
	void keepsNoFailure() {
		this.service.fail(new IllegalStateException("down")).response(200, fields("Email"));
		StepVerifier.create(this.metadata.fields("Contacts")).verifyErrorMessage("down");
		assertFields(this.metadata, "Contacts", "Email");
	}

	@Test
	void oneThatTriesAgainAtOnceDoesNotMeetTheFailure() {
		this.service.fail(new IllegalStateException("down")).response(200, fields("Email"));
		StepVerifier.create(this.metadata.fields("Contacts").retry(1)).expectNextCount(1).verifyComplete();
	}

	@Test
	void thoseWhoAskMeanwhileShareOneCallWhichNoneOfThemEnds() {
		TestPublisher<List<FieldInfo>> call = TestPublisher.create();
		List<List<FieldInfo>> read = new ArrayList<>();
		Mono<List<FieldInfo>> fields = this.cache.get(null, "Contacts", call.mono());
		fields.subscribe().dispose();
		fields.subscribe(read::add);
		this.cache.get(null, "Contacts", Mono.error(new AssertionError("A second call"))).subscribe(read::add);
		assertThat(call.subscribeCount()).isEqualTo(1);
		call.assertNotCancelled();
		call.emit(List.of());
		assertThat(read).hasSize(2);
	}

	@Test
	void refreshesWhatIsKept() {
		this.service.response(200, fields("Email")).response(200, fields("Phone"));
		assertFields(this.metadata, "Contacts", "Email");
		StepVerifier.create(this.metadata.refreshFields("Contacts").map(FieldInfo::apiName))
			.expectNext("Phone")
			.verifyComplete();
		assertFields(this.metadata, "Contacts", "Phone");
		assertThat(this.service.calls()).hasSize(2);
	}

	@Test
	void aFailureOfARefreshDoesNotBringBackWhatWasKept() {
		this.service.response(200, fields("Email"))
			.fail(new IllegalStateException("down"))
			.response(200, fields("Phone"));
		assertFields(this.metadata, "Contacts", "Email");
		StepVerifier.create(this.metadata.refreshFields("Contacts")).verifyErrorMessage("down");
		assertFields(this.metadata, "Contacts", "Phone");
	}

	@Test
	void keepsSoManyModulesAndNoMore() {
		for (int i = 0; i < 1000; i++) {
			this.cache.get(null, "Module" + i, Mono.just(List.of()));
		}
		this.cache.get(null, "Module0", Mono.error(new AssertionError("A second call"))).subscribe();
		this.cache.get(null, "Module1000", Mono.just(List.of()));
		StepVerifier.create(this.cache.get(null, "Module0", Mono.error(new IllegalStateException("read again"))))
			.verifyErrorMessage("read again");
	}

	@Test
	void cachesNothingElse() {
		this.service.response(200, "{\"modules\":[]}").response(200, "{\"modules\":[]}");
		StepVerifier.create(this.metadata.modules()).verifyComplete();
		StepVerifier.create(this.metadata.modules()).verifyComplete();
		assertThat(this.service.calls()).hasSize(2);
	}

	@Test
	void refusesATimeThatIsNone() {
		assertThatIllegalArgumentException().isThrownBy(() -> new FieldCache(Duration.ZERO, System::nanoTime))
			.withMessage("'timeToLive' must be positive");
	}

	private MetadataOperations metadata(@Nullable String connectionId) {
		return new MetadataTemplate(this.service, OperationObserver.NONE, RecordMapper.create().jsonMapper(),
				this.cache, (view) -> connectionId);
	}

	private static void assertFields(MetadataOperations metadata, String module, String... names) {
		StepVerifier.create(metadata.fields(module).map(FieldInfo::apiName)).expectNext(names).verifyComplete();
	}

	private static String fields(String name) {
		return "{\"fields\":[{\"api_name\":\"" + name + "\"}]}";
	}

}
