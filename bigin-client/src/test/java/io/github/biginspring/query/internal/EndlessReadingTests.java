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

package io.github.biginspring.query.internal;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.http.HttpHeaders;

import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginResponse;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.metadata.UserType;
import io.github.biginspring.metadata.internal.MetadataTemplate;
import io.github.biginspring.query.Coql;
import io.github.biginspring.query.ReadPlan;
import io.github.biginspring.query.SortOrder;
import io.github.biginspring.related.internal.RelationTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A service that promises more for ever is not asked for ever.
 */
class EndlessReadingTests {

	private static final int MAX_CALLS = 60;

	private static final RecordMapper MAPPER = RecordMapper.create();

	private int calls;

	private CallExchange service(IntFunction<String> responses) {
		return new CallExchange() {

			@Override
			public <T> Mono<T> exchange(BiginCall<T> call) {
				return Mono.defer(() -> {
					int number = ++EndlessReadingTests.this.calls;
					if (number > 10 * MAX_CALLS) {
						throw new IllegalStateException("asked without end");
					}
					byte[] body = responses.apply(number).getBytes(StandardCharsets.UTF_8);
					return Mono.justOrEmpty(call.reader().read(new BiginResponse(200, HttpHeaders.EMPTY, body, false)));
				});
			}

		};
	}

	private static String page(String items, String token) {
		return "{\"data\":[" + items + "],\"users\":[" + items + "],\"info\":{\"more_records\":true,"
				+ "\"next_page_token\":" + token + "}}";
	}

	static Stream<Arguments> readings() {
		return Stream.of(
				reading("list", (service) -> queries(service).query("Contacts").fields("Email").all()),
				reading("list of ids upwards",
						(service) -> queries(service).query("Contacts")
							.fields("Email")
							.sort(SortOrder.ascending("id"))
							.all()),
				reading("list in another order",
						(service) -> queries(service).query("Contacts")
							.fields("Email")
							.sort(SortOrder.ascending("Created_Time"))
							.all()),
				reading("list by ranges",
						(service) -> queries(service).query("Contacts").fields("Email").plan(ReadPlan.coql()).all()),
				reading("list by what is best",
						(service) -> queries(service).query("Contacts")
							.fields("Email")
							.plan(ReadPlan.automatic())
							.all()),
				reading("search", (service) -> queries(service).query("Contacts").matchingWord("Watson").all()),
				reading("COQL",
						(service) -> queries(service).coql(Coql.of("select Email from Contacts where Email = 'a'"))
							.all()),
				reading("COQL ahead",
						(service) -> queries(service).coql(Coql.of("select Email from Contacts where Email = 'a'"))
							.prefetch(4)
							.all()),
				reading("deleted", (service) -> queries(service).deleted("Contacts").all()),
				reading("related",
						(service) -> new RelationTemplate(service, OperationObserver.NONE, MAPPER, 200)
							.related("Contacts", "5")
							.list("Products", "Product_Name")
							.all()),
				reading("users", (service) -> new MetadataTemplate(service, OperationObserver.NONE, MAPPER.jsonMapper())
					.users(UserType.ALL)));
	}

	private static Arguments reading(String name, Function<CallExchange, Flux<?>> reading) {
		return Arguments.of(name, reading);
	}

	private static QueryTemplate queries(CallExchange service) {
		return new QueryTemplate(service, OperationObserver.NONE, MAPPER, 200, InstantSource.system());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("readings")
	void endsWhereEmptyPagesPromiseMore(String name, Function<CallExchange, Flux<?>> reading) {
		StepVerifier.create(reading.apply(service((call) -> page("", "\"the same\""))))
			.thenConsumeWhile((item) -> true)
			.expectErrorMatches(EndlessReadingTests::isUnreadable)
			.verify();
		assertThat(this.calls).isLessThan(MAX_CALLS);
		this.calls = 0;
		StepVerifier.create(reading.apply(service((call) -> page("", "\"" + call + "\""))))
			.thenConsumeWhile((item) -> true)
			.expectErrorMatches(EndlessReadingTests::isUnreadable)
			.verify();
		assertThat(this.calls).isLessThan(MAX_CALLS);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("readings")
	void endsWhereTheSamePageComesAgainAndAgain(String name, Function<CallExchange, Flux<?>> reading) {
		StepVerifier.create(reading.apply(service((call) -> page("{\"id\":\"7\"}", "\"" + call + "\""))))
			.thenConsumeWhile((item) -> true)
			.expectErrorMatches(EndlessReadingTests::isUnreadable)
			.verify();
		assertThat(this.calls).isLessThan(MAX_CALLS);
	}

	@Test
	void endsWhereATokenLeadsBack() {
		StepVerifier
			.create(queries(service((call) -> page("{\"id\":\"" + call + "\"}", "\"token " + call % 5 + "\"")))
				.query("Contacts")
				.fields("Email")
				.sort(SortOrder.ascending("Created_Time"))
				.all())
			.expectNextCount(6)
			.expectErrorMatches(EndlessReadingTests::isUnreadable)
			.verify();
	}

	@Test
	void goesOnAfterSomeEmptyPages() {
		StepVerifier
			.create(queries(
					service((call) -> (call < 20) ? page((call % 4 == 0) ? "{\"id\":\"" + call + "\"}" : "", "null")
							: "{\"data\":[{\"id\":\"20\"}]}"))
				.deleted("Contacts")
				.all())
			.expectNextCount(5)
			.verifyComplete();
	}

	private static boolean isUnreadable(Throwable failure) {
		return failure instanceof BiginUnreadableResponseException
				&& failure.getMessage().contains("The reading would never end");
	}

}
