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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.util.context.Context;

import io.github.biginspring.change.ChangeSettings;
import io.github.biginspring.change.InMemoryCursorStore;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.ConnectionResolver;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.error.BiginNoConnectionException;
import io.github.biginspring.internal.call.LocalServer;
import io.github.biginspring.limit.CallPriority;
import io.github.biginspring.metadata.FieldInfo;
import io.github.biginspring.model.BiginRecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Which connection an operation is made on, where a {@link ConnectionResolver} tells.
 */
class ConnectionResolverTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final String CREATED = "{\"data\":[{\"code\":\"SUCCESS\",\"details\":{\"id\":\"7\"},\"status\":\"success\"}]}";

	private final LocalServer server = new LocalServer();

	private final AtomicInteger asked = new AtomicInteger();

	private final ConnectionResolver byTenant = () -> Mono.deferContextual((view) -> {
		this.asked.incrementAndGet();
		return Mono.justOrEmpty(view.<String>getOrEmpty("tenant"));
	});

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	private BiginTemplateBuilder builder() {
		return BiginTemplate.builder(ApiKey.of("key"))
			.endpoint(MatonEndpoint.of(this.server.url()))
			.connectionResolver(this.byTenant);
	}

	private List<String> connections() {
		return this.server.received()
			.stream()
			.map((request) -> String.valueOf(request.headers().getFirst("Maton-Connection")))
			.toList();
	}

	private static Context tenant(String connectionId) {
		return Context.of("tenant", connectionId);
	}

	static Stream<Arguments> operations() {
		return Stream
			.of(RetriedOperationsTests.whatMayBeMadeTwiceIsMadeAgainAndStaysOpen(),
					RetriedOperationsTests.whatWouldTakeEffectTwiceIsNotMadeAgain())
			.flatMap(List::stream)
			// they belong to the API key
			.filter((arguments) -> !String.valueOf(arguments.get()[0]).contains("connection"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("operations")
	void everyOperationIsMadeOnTheConnectionOfWhoeverAsks(String name, RetriedOperationsTests.Operation operation) {
		this.server.respondsWith(204);
		BiginTemplate bigin = builder().build();
		Publisher<?> made = operation.on(bigin);
		for (String tenant : List.of("a", "b")) {
			Flux.from(made).onErrorComplete().contextWrite(tenant(tenant)).blockLast(LONG);
		}
		assertThat(connections()).isNotEmpty().containsOnly("a", "b");
	}

	@Test
	void isAskedOnceForAllPagesOfAReading() {
		for (int page = 1; page <= 3; page++) {
			this.server.respondsWith(200, "{\"data\":[{\"id\":\"" + (10 - page) + "\"}],\"info\":{\"more_records\":"
					+ (page < 3) + ",\"page\":" + page + ",\"per_page\":1,\"count\":1}}");
		}
		Flux<BiginRecord> all = builder().build().related("Contacts", "5").list("Products", "Product_Name").all();
		StepVerifier.create(all.contextWrite(tenant("a"))).expectNextCount(3).expectComplete().verify(LONG);
		assertThat(connections()).containsExactly("a", "a", "a");
		assertThat(this.asked).hasValue(1);
	}

	@Test
	void isAskedAnewForEachSubscription() {
		this.server.respondsWith(200, CREATED);
		Mono<?> create = builder().build().create("Contacts", new BiginRecord().set("Last_Name", "W"));
		create.contextWrite(tenant("a")).block(LONG);
		create.contextWrite(tenant("b")).block(LONG);
		assertThat(connections()).containsExactly("a", "b");
		assertThat(this.asked).hasValue(2);
	}

	@Test
	void anOperationWithinAnotherIsMadeOnTheConnectionOfItsOwnContext() {
		this.server
			.respondsWith(200, "{\"data\":[{\"id\":\"1\",\"Last_Name\":\"W\"}],\"info\":{\"more_records\":false}}")
			.respondsWith(200, CREATED);
		BiginTemplate bigin = builder().build();
		Flux<BiginRecord> read = bigin.query("Contacts")
			.fields("Last_Name")
			.all()
			.map((record) -> new BiginRecord().set("Last_Name", record.getText("Last_Name")))
			.contextWrite(tenant("from"));
		StepVerifier.create(bigin.batch("Contacts").create(read).contextWrite(tenant("to")))
			.expectNextCount(1)
			.expectComplete()
			.verify(LONG);
		assertThat(connections()).containsExactly("from", "to");
	}

	@Test
	void anotherTemplateWithinAnOperationHasItsOwn() {
		this.server.respondsWith(200, CREATED);
		BiginTemplate one = builder().build();
		BiginTemplate other = builder().connectionResolver(() -> Mono.just("other")).build();
		Flux<BiginRecord> records = other.create("Contacts", new BiginRecord().set("Last_Name", "W"))
			.map((written) -> new BiginRecord().set("Last_Name", "V"))
			.flux();
		one.batch("Contacts").create(records).contextWrite(tenant("one")).blockLast(LONG);
		assertThat(connections()).containsExactly("other", "one");
	}

	@Test
	void whatIsSaidAtTheCallGoesBefore() {
		this.server.respondsWith(200, CREATED);
		BiginOperations bigin = builder().build().withConnection("said").withPriority(CallPriority.BACKGROUND);
		bigin.create("Contacts", new BiginRecord().set("Last_Name", "W")).contextWrite(tenant("a")).block(LONG);
		assertThat(connections()).containsExactly("said");
		assertThat(this.asked).hasValue(0);
		assertThat(bigin.connectionId()).isEqualTo("said");
	}

	@Test
	void noneIsNotThatOfSomebodyElse() {
		this.server.respondsWith(200, CREATED);
		Mono<?> create = builder().build().create("Contacts", new BiginRecord().set("Last_Name", "W"));
		StepVerifier.create(create)
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(BiginNoConnectionException.class)
				.hasMessageContaining("was not sent: the ConnectionResolver named no connection")
				.hasMessageEndingWith("or name a connection by withConnection."))
			.verify(LONG);
		assertThat(this.server.received()).isEmpty();
	}

	@Test
	void noneIsThatOfTheTemplateWhereItHasOne() {
		this.server.respondsWith(200, CREATED);
		BiginTemplate bigin = builder().connectionId("fallback").build();
		bigin.create("Contacts", new BiginRecord().set("Last_Name", "W")).block(LONG);
		assertThat(connections()).containsExactly("fallback");
		assertThat(bigin.connectionId()).as("each operation has its own").isNull();
	}

	@Test
	void itsFailureIsThatOfTheOperation() {
		BiginTemplate failing = builder().connectionResolver(() -> Mono.error(new SecurityException("who?"))).build();
		StepVerifier.create(failing.findById("Contacts", "1")).expectErrorMessage("who?").verify(LONG);
		BiginTemplate invalid = builder().connectionResolver(() -> Mono.just("a\r\nb")).build();
		StepVerifier.create(invalid.findById("Contacts", "1")).expectError(IllegalArgumentException.class).verify(LONG);
		assertThat(this.server.received()).isEmpty();
	}

	@Test
	void operationsOnConnectionsThemselvesAskNothing() {
		this.server.respondsWith(200, "{\"connections\":[]}");
		builder().build().connections().list().blockLast(LONG);
		assertThat(connections()).containsExactly("null");
	}

	@Test
	void fieldsThatAreKeptAreThoseOfTheTenant() {
		for (String field : List.of("A", "B")) {
			this.server.respondsWith(200, "{\"fields\":[{\"api_name\":\"" + field + "\"}]}");
		}
		BiginTemplate bigin = builder().fieldCacheTimeToLive(Duration.ofHours(1)).build();
		Flux<String> fields = bigin.metadata().fields("Contacts").map(FieldInfo::apiName);
		for (int i = 0; i < 2; i++) {
			StepVerifier.create(fields.contextWrite(tenant("a"))).expectNext("A").expectComplete().verify(LONG);
			StepVerifier.create(fields.contextWrite(tenant("b"))).expectNext("B").expectComplete().verify(LONG);
		}
		assertThat(connections()).containsExactly("a", "b");
	}

	@Test
	void aCursorBelongsToOneConnection() {
		BiginTemplate bigin = builder().changes(ChangeSettings.defaults().withCursorStore(new InMemoryCursorStore()))
			.build();
		assertThatIllegalStateException().isThrownBy(() -> bigin.changes("Contacts").checkpointName("contacts"))
			.withMessageContaining("name it by withConnection");
		assertThat(bigin.withConnection("a").changes("Contacts").checkpointName("contacts")).isNotNull();
	}

}
