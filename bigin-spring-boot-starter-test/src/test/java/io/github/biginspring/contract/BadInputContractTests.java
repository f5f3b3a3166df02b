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

package io.github.biginspring.contract;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.BiginTemplate;
import io.github.biginspring.criteria.Criteria;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.error.RequestState;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Contact;
import io.github.biginspring.model.Note;
import io.github.biginspring.notification.NotificationToken;
import io.github.biginspring.notification.WatchEvent;
import io.github.biginspring.notification.WatchRequest;
import io.github.biginspring.query.Coql;
import io.github.biginspring.query.SortOrder;
import io.github.biginspring.request.BiginRequest;
import io.github.biginspring.write.WriteOptions;
import io.github.biginspring.write.WriteResult;

import static io.github.biginspring.contract.ClientFixture.await;
import static io.github.biginspring.criteria.Criteria.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What cannot succeed is told at once, with what is wrong and where, and before any call.
 */
class BadInputContractTests {

	private static final String CONTACTS = "Contacts";

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture.empty();

	private final BiginTemplate bigin = fixture.bigin();

	private static Arguments told(String message, Consumer<BiginOperations> mistake) {
		return arguments(message, mistake);
	}

	static Stream<Arguments> mistakesInReading() {
		return Stream.of(told("'Con tacts'", (bigin) -> bigin.query("Con tacts")),
				told("which fields", (bigin) -> bigin.query(CONTACTS).all()),
				told("at most 50 fields, not 51", (bigin) -> bigin.query(CONTACTS).fields(names(51))),
				told("at most 50 fields, not 51",
						(bigin) -> bigin.query(CONTACTS).matchingWord("watson").fields(names(51))),
				told("at most 50 fields, not 51", (bigin) -> bigin.findById(CONTACTS, "1", names(51))),
				told("'Last Name'", (bigin) -> bigin.query(CONTACTS).fields("Last Name")),
				told("1 to 200 records", (bigin) -> bigin.query(CONTACTS).pageSize(201)),
				told("1 to 200 records", (bigin) -> bigin.deleted(CONTACTS).pageSize(0)),
				told("The first page is 1", (bigin) -> bigin.query(CONTACTS).fields("id").page(0)),
				told("asc or desc", (bigin) -> bigin.query(CONTACTS).sort(new SortOrder("id", "up"))),
				told("digits only", (bigin) -> bigin.query(CONTACTS).customView("all")),
				told("digits only", (bigin) -> bigin.query("Pipelines").pipeline("Sales")),
				told("'1/../2'", (bigin) -> bigin.findById(CONTACTS, "1/../2")),
				told("at least 2 characters", (bigin) -> bigin.query(CONTACTS).matchingWord("w ")),
				told("'email'", (bigin) -> bigin.query(CONTACTS).matchingEmail(" ")),
				told("at most 10 conditions, not 11", (bigin) -> bigin.query(CONTACTS).matching(nCopies(11))),
				told("1 to 100 values in a search, not 101",
						(bigin) -> bigin.query(CONTACTS).matching(where("Phone").in(Collections.nCopies(101, "1")))),
				told("one value or more", (bigin) -> where("Phone").in(List.of())),
				told("Field Phone cannot be compared with a java.util.ArrayList",
						(bigin) -> where("Phone").is(new ArrayList<>())),
				told("knows them for lists only",
						(bigin) -> bigin.query(CONTACTS).sort(SortOrder.ascending("id")).matchingWord("watson")),
				told("at most 25 conditions, not 26", (bigin) -> bigin.coql(Contact.class).matching(nCopies(26))),
				told("joins at most 2 modules", (bigin) -> Coql.select("A.Name", "B.Name", "C.Name").from(CONTACTS)),
				told("control character", (bigin) -> where("Phone").is("1\n2")),
				told("not closed", (bigin) -> Coql.of("select id from Contacts where Last_Name = 'O'Brien'")),
				told(":name", (bigin) -> bigin.coql(Coql.of("select id from Contacts where Last_Name = :name"))),
				told("1 to 50 fields, not 0", (bigin) -> bigin.related(CONTACTS, "1").list("Products")),
				told("The first page is 1", (bigin) -> bigin.bulkRead(CONTACTS).page(0)),
				told("'Last Name; x'", (bigin) -> bigin.bulkRead(CONTACTS).fields("Last Name; x")),
				told("leave out matching", (bigin) -> bigin.bulkRead(CONTACTS).matching(null)),
				told("leave out matching", (bigin) -> bigin.query(CONTACTS).matching(null)),
				told("leave out matching", (bigin) -> bigin.coql(Contact.class).matching(null)),
				told("A search cannot express 'isEmpty' (field Phone): query by COQL",
						(bigin) -> bigin.query(CONTACTS).matching(where("Phone").isEmpty())),
				told("COQL cannot express 'matches' (field Phone): use 'is' or 'like', or a search",
						(bigin) -> bigin.coql(Contact.class).matching(where("Phone").matches("1"))),
				told("A bulk read cannot express 'is' (field Phone): a text that begins with '${'",
						(bigin) -> bigin.bulkRead(CONTACTS).matching(where("Phone").is("${EMPTY}"))),
				told("A search cannot express 'not' (field Phone): a text that begins with '${'",
						(bigin) -> bigin.query(CONTACTS).matching(where("Phone").not("${EMPTY}"))),
				told("begins with '${'", (bigin) -> bigin.query(CONTACTS).matchingWord("${EMPTY}")),
				told("'me'", (bigin) -> bigin.metadata().user("me")));
	}

	private static Criteria nCopies(int count) {
		return Collections.nCopies(count, where("Phone").is("1")).stream().reduce(Criteria::or).orElseThrow();
	}

	static Stream<Arguments> mistakesInWriting() {
		return Stream.of(told("at most 100 records, not 101", (bigin) -> bigin.createAll(CONTACTS, records(101))),
				told("at most 100 records, not 101", (bigin) -> bigin.updateAll(CONTACTS, records(101))),
				told("at most 100 records, not 101", (bigin) -> bigin.upsertAll(CONTACTS, records(101), "Email")),
				told("at most 100 records, not 101", (bigin) -> bigin.deleteAll(CONTACTS, ids(101))),
				told("without its id", (bigin) -> bigin.update(CONTACTS, new BiginRecord())),
				told("Number 1 of the list, counted from 0: A record of Contacts cannot be updated without its id",
						(bigin) -> bigin.updateAll(CONTACTS,
								List.of(BiginRecord.withId("1").set("Phone", "1"), new BiginRecord()))),
				told("nothing to write of a record of Contacts", (bigin) -> bigin.create(CONTACTS, new BiginRecord())),
				told("nothing to write of a record of Contacts",
						(bigin) -> bigin.update(CONTACTS, BiginRecord.withId("1"))),
				told("nothing to write of a record of Contacts", (bigin) -> bigin.upsert(new Contact(), "Email")),
				told("nothing to write of the note", (bigin) -> bigin.notes(CONTACTS, "1").add(new Note())),
				told("Number 1 of the list, counted from 0, is null",
						(bigin) -> bigin.deleteAll(CONTACTS, Arrays.asList("1", null))),
				told("Number 2 of the list, counted from 0: Not a record id: 'x'",
						(bigin) -> bigin.deleteAll(CONTACTS, List.of("1", "2", "x"))),
				told("Field Phone cannot hold a java.lang.Object",
						(bigin) -> new BiginRecord().set("Phone", new Object())),
				told("Field Amount cannot hold NaN", (bigin) -> new BiginRecord().set("Amount", Double.NaN)),
				told("to name the module call create(module, record)", (bigin) -> bigin.create("no record")),
				told("'E mail'", (bigin) -> bigin.upsert(CONTACTS, new BiginRecord(), "E mail")),
				told("'Last Name'", (bigin) -> WriteOptions.defaults().clearing("Last Name")),
				told("Name the fields",
						(bigin) -> bigin.withOptions(WriteOptions.defaults().retryingUnknownUpserts())
							.upsert(CONTACTS, new BiginRecord())),
				told("without a value in any of [Email]",
						(bigin) -> bigin.withOptions(WriteOptions.defaults().retryingUnknownUpserts())
							.upsert(CONTACTS, new BiginRecord().set("Last_Name", "Watson"), "Email")),
				told("1 to 100 records, not 101", (bigin) -> bigin.batch(CONTACTS).batchSize(101)),
				told("at most 100 relations, not 101",
						(bigin) -> bigin.related(CONTACTS, "1").unlinkAll("Products", ids(101))),
				told("'Pro ducts'", (bigin) -> bigin.related(CONTACTS, "1").link("Pro ducts", "2")),
				told("at most 500 records, not 501", (bigin) -> bigin.tags().addTo(CONTACTS, ids(501), "VIP")),
				told("at most 500 records, not 501", (bigin) -> bigin.tags().removeFrom(CONTACTS, ids(501), "VIP")),
				told("no comma", (bigin) -> bigin.tags().create(CONTACTS, "Gold, Silver")),
				told("must not be empty", (bigin) -> bigin.tags().rename(CONTACTS, "1", " ")),
				told("20 MB", (bigin) -> bigin.attachments(CONTACTS, "1").add(file(20 * 1024 * 1024 + 1))),
				told("20 MB", (bigin) -> bigin.photo(CONTACTS, "1").upload(file(20 * 1024 * 1024 + 1))),
				told("http or https",
						(bigin) -> bigin.attachments(CONTACTS, "1").addLink(URI.create("file:///etc/passwd"))));
	}

	static Stream<Arguments> otherMistakes() {
		return Stream.of(told("at most 50 characters, not 51", (bigin) -> NotificationToken.of("x".repeat(51))),
				told("at most a day", (bigin) -> channel().timeToLive(Duration.ofHours(25)).build()),
				told("at least one event",
						(bigin) -> WatchRequest.channel("1").notifyUrl(URI.create("https://a")).build()),
				told("Not a channel id", (bigin) -> bigin.notifications().unsubscribe("1,2")),
				told("Not a connection id", (bigin) -> bigin.withConnection("a/b")),
				told("Not a connection id", (bigin) -> bigin.connections().get("../x")),
				told("'method'", (bigin) -> bigin.connections().create(" ")),
				told("begins with '/bigin/'", (bigin) -> bigin.request(HttpMethod.GET, "https://example.org/bigin/v2")),
				told("takes 1 variables, not 0", (bigin) -> bigin.request(HttpMethod.GET, "/bigin/v2/{module}")),
				told("the client sends the API key itself",
						(bigin) -> bigin.request(HttpMethod.GET, "/bigin/v2/org").header("Authorization", "Bearer x")));
	}

	private static WatchRequest.Builder channel() {
		return WatchRequest.channel("1").events(WatchEvent.all(CONTACTS)).notifyUrl(URI.create("https://a"));
	}

	private static String[] names(int count) {
		return IntStream.range(0, count).mapToObj((number) -> "Field_" + number).toArray(String[]::new);
	}

	private static List<String> ids(int count) {
		return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
	}

	private static List<BiginRecord> records(int count) {
		return ids(count).stream().map(BiginRecord::withId).toList();
	}

	private static ByteArrayResource file(int size) {
		return new ByteArrayResource(new byte[size]) {
			@Override
			public String getFilename() {
				return "large.bin";
			}
		};
	}

	@ParameterizedTest
	@MethodSource({ "mistakesInReading", "mistakesInWriting", "otherMistakes" })
	void isToldBeforeAnyCall(String message, Consumer<BiginOperations> mistake) {
		assertThatThrownBy(() -> mistake.accept(this.bigin))
			.isInstanceOfAny(IllegalArgumentException.class, IllegalStateException.class)
			.hasMessageContaining(message);
		assertThat(fixture.simulator().requests().count()).isZero();
	}

	@Test
	void rowsBeyondTheReachOfOffsetsAreNotAskedFor() {
		assertThatExceptionOfType(BiginInvalidRequestException.class)
			.isThrownBy(() -> await(this.bigin.coql(Coql.select("Last_Name").from(CONTACTS)).page(51)))
			.withMessageContaining("10000")
			.satisfies((ex) -> assertThat(ex.getErrorDetails().requestState()).isEqualTo(RequestState.NOT_SENT));
		assertThat(fixture.simulator().requests().count()).isZero();
	}

	@Test
	void nothingAtAllMakesNoCallAndGivesAnEmptyResult() {
		assertThat(await(this.bigin.createAll(CONTACTS, List.of())).all()).isEmpty();
		assertThat(await(this.bigin.updateAll(CONTACTS, List.of())).all()).isEmpty();
		assertThat(await(this.bigin.upsertAll(CONTACTS, List.of(), "Email")).all()).isEmpty();
		assertThat(await(this.bigin.deleteAll(CONTACTS, List.of())).all()).isEmpty();
		assertThat(await(this.bigin.batch(CONTACTS).create(Flux.empty()))).isEmpty();
		assertThat(await(this.bigin.batch(CONTACTS).update(Flux.empty()))).isEmpty();
		assertThat(await(this.bigin.batch(CONTACTS).upsert(Flux.empty(), "Email"))).isEmpty();
		assertThat(await(this.bigin.batch(CONTACTS).delete(Flux.empty()))).isEmpty();
		assertThat(await(this.bigin.related(CONTACTS, "1").unlinkAll("Products", List.of())).all()).isEmpty();
		assertThat(await(this.bigin.tags().create(CONTACTS)).all()).isEmpty();
		assertThat(await(this.bigin.tags().addTo(CONTACTS, List.of(), "VIP")).all()).isEmpty();
		assertThat(await(this.bigin.tags().removeFrom(CONTACTS, List.of("1"))).all()).isEmpty();
		assertThat(await(this.bigin.notifications().unsubscribe())).isEmpty();
		assertThat(await(this.bigin.notifications().removeEvents("1"))).isNull();
		assertThat(await(this.bigin.coql(Coql.select("Last_Name").from(CONTACTS)).limit(0).all())).isEmpty();
		assertThat(fixture.simulator().requests().count()).isZero();
	}

	@Test
	void oneRecordOfAStreamThatCannotBeSentIsRefusedAlone() {
		String id = fixture.records(CONTACTS).add(Map.of("Last_Name", "Watson"));
		List<WriteResult<BiginRecord>> results = await(this.bigin.batch(CONTACTS)
			.update(Flux.just(BiginRecord.withId(id).set("Title", "Dr"), new BiginRecord().set("Title", "Dr"))));
		assertThat(results.get(0).isWritten()).isTrue();
		assertThat(results.get(1)).isInstanceOfSatisfying(WriteResult.Rejected.class,
				(rejected) -> assertThat(rejected.error()).hasMessageContaining("record 1 of the stream")
					.hasMessageContaining("without its id"));
	}

	@ParameterizedTest
	@CsvSource({ "Email_Opt_Out, yes, boolean", "Email, no address, email", "Account_Name, Zylker, jsonobject",
			"Owner, me, jsonobject" })
	void isToldByTheServiceOfAValueOfAWrongType(String field, String value, String expected) {
		BiginRecord record = new BiginRecord().set("Last_Name", "Watson").set(field, value);
		assertThatExceptionOfType(BiginInvalidRequestException.class)
			.isThrownBy(() -> await(this.bigin.create(CONTACTS, record)))
			.satisfies((ex) -> {
				assertThat(ex.getCode()).isEqualTo("INVALID_DATA");
				assertThat(ex.getField()).isEqualTo(field);
				assertThat(ex.getJsonPath()).isEqualTo("$.data[0]." + field);
				assertThat(ex.getDetails()).containsEntry("expected_data_type", expected);
			});
	}

	@ParameterizedTest
	@CsvSource({ "GET, /bigin/v2/Contacts, , 400, REQUIRED_PARAM_MISSING",
			"GET, /bigin/v2/Contacts, fields=id&page=x, 400, INVALID_DATA",
			"GET, /bigin/v2/Contacts, fields=id&per_page=201, 400, LIMIT_EXCEEDED",
			"GET, /bigin/v2/Contacts/search, , 400, EXPECTED_PARAM_MISSING",
			"GET, /bigin/v2/Contacts/search, word=watson&phone=1, 400, INVALID_REQUEST",
			"GET, /bigin/v2/Contacts/search, word=w, 400, INVALID_DATA",
			"GET, /bigin/v2/Contacts/search, criteria=(Last_Name:equals:Watson, 400, INVALID_QUERY",
			"GET, /bigin/v2/Contacts/deleted, type=some, 400, INVALID_DATA",
			"GET, /bigin/v2/users, type=SomeUsers, 400, INVALID_DATA",
			"DELETE, /bigin/v2/Contacts, , 400, REQUIRED_PARAM_MISSING",
			"PATCH, /bigin/v2/Contacts, , 405, INVALID_REQUEST_METHOD",
			"GET, /bigin/v2/contacts, fields=id, 400, INVALID_MODULE",
			"GET, /bigin/v2/settings/nothing, , 404, INVALID_URL_PATTERN" })
	void isToldByTheServiceOfWhatTheClientWouldNotHaveSent(String method, String path, @Nullable String query,
			int status, String code) {
		BiginRequest request = this.bigin.request(HttpMethod.valueOf(method), path);
		for (String parameter : (query != null) ? query.split("&") : new String[0]) {
			request = request.query(parameter.split("=")[0], parameter.split("=")[1]);
		}
		Mono<?> rejected = request.retrieveJson();
		assertThatExceptionOfType(BiginException.class).isThrownBy(() -> await(rejected)).satisfies((ex) -> {
			assertThat(ex.getStatus()).isEqualTo(status);
			assertThat(ex.getCode()).isEqualTo(code);
		});
		assertThat(fixture.simulator().requests().count()).isEqualTo(1);
	}

}
