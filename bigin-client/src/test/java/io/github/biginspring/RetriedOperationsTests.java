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

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.retry.backoff.NoBackOffPolicy;
import org.springframework.retry.policy.SimpleRetryPolicy;

import io.github.biginspring.criteria.Criteria;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.file.FileContent;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.CallLifecycle;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.StubExchange;
import io.github.biginspring.internal.exchange.RetryInterceptor;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.mail.Mail;
import io.github.biginspring.mail.MailAddress;
import io.github.biginspring.metadata.UserSpec;
import io.github.biginspring.metadata.UserType;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.query.Coql;
import io.github.biginspring.retry.RetryBudget;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of each operation whose call fails with 500, and then with 403.
 */
class RetriedOperationsTests {

	private static final Duration LONG = Duration.ofSeconds(10);

	private final BiginException broken = failed(500);

	private final BiginException forbidden = failed(403);

	private final StubExchange service = new StubExchange().fail(this.broken).fail(this.forbidden);

	private final BiginOperations bigin = StubbedTemplate.of(
			new RetryInterceptor(new SimpleRetryPolicy(5), new NoBackOffPolicy(), Duration.ofMinutes(1), Duration.ZERO,
					new RetryBudget(500), List.of(), OperationObserver.NONE, new CallLifecycle())
				.apply(this.service),
			OperationObserver.NONE, RecordMapper.create());

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void aReadTellsItsLastFailureAndLeavesNothingOpen(String name, Operation operation) {
		assertThat(failureOf(operation)).isSameAs(this.forbidden);
		assertThat(this.service.calls()).hasSize(2).allMatch((call) -> call.effect() == CallEffect.READ);
		assertThat(this.forbidden.isOutcomeUnknown()).isFalse();
	}

	static List<Arguments> aReadTellsItsLastFailureAndLeavesNothingOpen() {
		return List.of(of("findById", (bigin) -> bigin.findById("Contacts", "1", "Last_Name")),
				of("list", (bigin) -> bigin.query("Contacts").fields("Last_Name").all()),
				of("search", (bigin) -> bigin.query("Contacts").matching(Criteria.where("Last_Name").is("Ada")).all()),
				of("coql", (bigin) -> bigin.coql(Coql.of("select Last_Name from Contacts limit 1")).all()),
				of("users", (bigin) -> bigin.metadata().users(UserType.ACTIVE)),
				of("tags", (bigin) -> bigin.tags().list("Contacts")),
				of("count of a tag", (bigin) -> bigin.tags().countRecords("Contacts", "1")),
				of("attachments", (bigin) -> bigin.attachments("Contacts", "1").list()),
				of("channels", (bigin) -> bigin.notifications().list()),
				of("connections", (bigin) -> bigin.connections().list()), of("request",
						(bigin) -> bigin.request(HttpMethod.GET, "/bigin/v2/org").idempotent(true).retrieveJson()));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void whatMayBeMadeTwiceIsMadeAgainAndStaysOpen(String name, Operation operation) {
		assertThat(failureOf(operation)).isSameAs(this.broken);
		assertThat(this.service.calls()).hasSize(2).allMatch((call) -> call.effect() == CallEffect.IDEMPOTENT);
		assertThat(this.broken.isOutcomeUnknown()).isTrue();
	}

	static List<Arguments> whatMayBeMadeTwiceIsMadeAgainAndStaysOpen() {
		return List.of(
				of("update", (bigin) -> bigin.update("Contacts", BiginRecord.withId("1").set("Last_Name", "Ada"))),
				of("delete", (bigin) -> bigin.delete("Contacts", "1")),
				of("add tags", (bigin) -> bigin.tags().addTo("Contacts", List.of("1"), "new")),
				of("change owner", (bigin) -> bigin.owners().change("Contacts", "1", "2")),
				of("update user", (bigin) -> bigin.users().update("1", UserSpec.empty().lastName("Ada"))),
				of("delete user", (bigin) -> bigin.users().delete("1")),
				of("rename tag", (bigin) -> bigin.tags().rename("Contacts", "1", "old")),
				of("link", (bigin) -> bigin.related("Contacts", "1").link("Deals", "2")),
				of("delete photo", (bigin) -> bigin.photo("Contacts", "1").delete()),
				of("unsubscribe", (bigin) -> bigin.notifications().unsubscribe(List.of("1"))),
				of("delete connection", (bigin) -> bigin.connections().delete("c")), of("request",
						(bigin) -> bigin.request(HttpMethod.POST, "/bigin/v2/org").idempotent(true).retrieveJson()));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void whatWouldTakeEffectTwiceIsNotMadeAgain(String name, Operation operation) {
		assertThat(failureOf(operation)).isSameAs(this.broken);
		assertThat(this.service.call().effect()).isEqualTo(CallEffect.ONCE);
	}

	static List<Arguments> whatWouldTakeEffectTwiceIsNotMadeAgain() {
		return List.of(of("create", (bigin) -> bigin.create("Contacts", new BiginRecord().set("Last_Name", "Ada"))),
				of("create tags", (bigin) -> bigin.tags().create("Contacts", "new")),
				of("create user", (bigin) -> bigin.users()
					.create(UserSpec.empty().firstName("A").lastName("B").email("a@b.com").role("1").profile("2"))),
				of("attach link",
						(bigin) -> bigin.attachments("Contacts", "1").addLink(URI.create("https://example.com/"))),
				of("upload",
						(bigin) -> bigin.uploads().add(FileContent.of("a.txt", new ByteArrayResource(new byte[1])))),
				of("upload several",
						(bigin) -> bigin.uploads()
							.addAll(List.of(FileContent.of("a.txt", new ByteArrayResource(new byte[1]))))),
				of("upload organization photo",
						(bigin) -> bigin.organizationPhoto()
							.upload(FileContent.of("a.png", new ByteArrayResource(new byte[1])))),
				of("send mail",
						(bigin) -> bigin.mails()
							.send("Contacts", "1", Mail.from(MailAddress.of("a@b.com")).to(MailAddress.of("c@d.com")))),
				of("create connection", (bigin) -> bigin.connections().create()), of("request",
						(bigin) -> bigin.request(HttpMethod.PUT, "/bigin/v2/org").idempotent(false).retrieveJson()));
	}

	private Throwable failureOf(Operation operation) {
		Throwable[] failure = new Throwable[1];
		StepVerifier.create(Mono.from(operation.on(this.bigin)))
			.expectErrorSatisfies((ex) -> failure[0] = ex)
			.verify(LONG);
		return failure[0];
	}

	private static Arguments of(String name, Operation operation) {
		return Arguments.of(name, operation);
	}

	private static BiginException failed(int status) {
		return ErrorDetails.responded(HttpMethod.POST, "/bigin/v2/{module}", status).toException();
	}

	@FunctionalInterface
	interface Operation {

		Publisher<?> on(BiginOperations bigin);

	}

}
