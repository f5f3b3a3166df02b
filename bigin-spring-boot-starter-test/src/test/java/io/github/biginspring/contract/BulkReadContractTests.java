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
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.criteria.Criteria;
import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.error.BiginJobFailedException;
import io.github.biginspring.error.BiginNotFoundException;
import io.github.biginspring.error.BiginRateLimitException;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Lookup;
import io.github.biginspring.query.BulkJob;
import io.github.biginspring.query.BulkJobState;
import io.github.biginspring.query.BulkRead;
import io.github.biginspring.request.BiginRequest;
import io.github.biginspring.simulator.bulk.BulkReads;
import io.github.biginspring.simulator.organization.Records;

import static io.github.biginspring.contract.ClientFixture.await;
import static io.github.biginspring.criteria.Criteria.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Bulk reads. Time goes on by a step whenever the simulator looks at its clock.
 */
class BulkReadContractTests {

	private static final Instant START = Instant.parse("2026-11-02T17:30:00Z");

	private static final AtomicReference<Instant> NOW = new AtomicReference<>(START);

	private static final AtomicReference<Duration> STEP = new AtomicReference<>(Duration.ZERO);

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture
		.with((builder) -> builder.clock(() -> NOW.getAndUpdate((now) -> now.plus(STEP.get()))));

	// one of its own for each test, as it counts the downloads of a minute
	private final BiginTemplate bigin = BiginTemplate.builder(ApiKey.of(fixture.simulator().apiKey()))
		.endpoint(MatonEndpoint.of(URI.create(fixture.simulator().url())))
		.build();

	@BeforeEach
	void resetTime() {
		NOW.set(START);
		STEP.set(Duration.ZERO);
	}

	private static BulkReads bulkReads() {
		return BulkReads.of(fixture.simulator().organization());
	}

	private static void completeJobsAtOnce() {
		STEP.set(Duration.ofSeconds(1));
		bulkReads().stepEvery(Duration.ofMillis(1));
	}

	private static String add(String lastName, String email) {
		return fixture.records("Contacts").add(Map.of("Last_Name", lastName, "Email", email));
	}

	@Test
	void aJobGoesThroughItsStatesUntilItsRowsCanBeRead() {
		String zylker = fixture.records("Accounts").add(Map.of("Account_Name", "Zylker Corp"));
		String watson = fixture.records("Contacts")
			.add(Map.of("Last_Name", "Watson, \"Jo\"\nJr", "Email_Opt_Out", true, "Account_Name",
					Map.of("id", zylker)));
		BulkRead<Person> read = this.bigin.bulkRead(Person.class);
		BulkJob added = await(read.create());
		assertThat(fixture.simulator().requests().last().path()).isEqualTo("/zoho-bigin/bigin/bulk/v2/read");
		JsonNode sent = new JsonMapper().readTree(fixture.simulator().requests().last().body());
		assertThat(sent.path("query")).hasToString("{\"module\":\"Contacts\","
				+ "\"fields\":[\"Last_Name\",\"Email_Opt_Out\",\"Account_Name\"],\"page\":1}");
		assertThat(sent.path("file_type").asString()).isEqualTo("csv");
		assertThat(added.state()).isEqualTo(BulkJobState.ADDED);
		assertThatIllegalArgumentException().isThrownBy(() -> read.rows(added)).withMessageContaining("ADDED");
		assertThat(await(read.job(added.id())).state()).isEqualTo(BulkJobState.QUEUED);
		assertThat(await(read.job(added.id())).state()).isEqualTo(BulkJobState.IN_PROGRESS);
		BulkJob completed = await(read.await(added));
		assertThat(completed.isCompleted()).isTrue();
		assertThat(completed.result())
			.isEqualTo(new BulkJob.Result(1, 1, false, "/bigin/bulk/v2/read/" + added.id() + "/result"));
		assertThat(await(read.rows(completed)))
			.containsExactly(new Person(watson, "Watson, \"Jo\"\nJr", true, Lookup.of(zylker)));
	}

	@Test
	void readsPageAfterPageEachRecordOnce() {
		fixture.records("Contacts").generate(7, (number) -> Map.of("Last_Name", "No " + number));
		bulkReads().pageSize(3);
		completeJobsAtOnce();
		assertThat(await(this.bigin.bulkRead("Contacts").fields("Last_Name").records())).hasSize(7)
			.extracting(BiginRecord::getId)
			.doesNotHaveDuplicates();
		assertThat(fixture.simulator().requests().count("POST /bulk/v2/read")).isEqualTo(3);
		assertThat(await(this.bigin.bulkRead("Contacts").fields("Last_Name").page(3).records())).hasSize(1);
		assertThat(await(this.bigin.bulkRead("Products").records())).isEmpty();
	}

	@Test
	void givesAllFieldsUnlessSomeAreNamed() {
		add("Watson", "jo@zylker.com");
		completeJobsAtOnce();
		BiginRecord all = await(this.bigin.bulkRead("Contacts").records()).get(0);
		assertThat(all.asMap()).containsKeys("id", "Last_Name", "Email", "Created_Time", "Owner");
		BiginRecord some = await(this.bigin.bulkRead("Contacts").fields("Email").records()).get(0);
		assertThat(some.asMap().keySet()).containsExactlyInAnyOrder("id", "Email");
	}

	static Stream<Arguments> criteria() {
		Instant third = START.plusSeconds(3 * 3600);
		return Stream.of(arguments(where("Deal_Name").is("Deal 2"), "2"),
				arguments(where("Deal_Name").not("Deal 2"), "134"),
				arguments(where("Deal_Name").in("Deal 1", "Deal 4"), "14"),
				arguments(where("Deal_Name").notIn("Deal 1", "Deal 4"), "23"),
				arguments(where("Stage").like("%sed W%"), "34"), arguments(where("Stage").notLike("%sed W%"), "12"),
				arguments(where("Stage").startsWith("Qual"), "12"), arguments(where("Deal_Name").like("%3"), "3"),
				arguments(where("Amount").greaterThan(300), "4"),
				arguments(where("Amount").greaterThanOrEquals(300), "34"),
				arguments(where("Amount").lessThan(200), "1"), arguments(where("Amount").lessThanOrEquals(200), "12"),
				arguments(where("Amount").between(200, 300), "23"), arguments(where("Closing_Date").isEmpty(), "1234"),
				arguments(where("Stage").isNotEmpty(), "1234"), arguments(where("Deal_Name").like("dEAL 2"), "2"),
				arguments(where("Created_Time").lessThan(third), "12"),
				arguments(where("Amount").is(100).or(where("Amount").is(400).and(where("Stage").is("Closed Won"))),
						"14"));
	}

	@ParameterizedTest
	@MethodSource("criteria")
	void readsWhatMatches(Criteria criteria, String deals) {
		Records pipelines = fixture.records("Pipelines");
		for (int i = 1; i <= 4; i++) {
			pipelines.add(Map.of("Deal_Name", "Deal " + i, "Sub_Pipeline", "Renewals", "Stage",
					(i < 3) ? "Qualification" : "Closed Won", "Amount", i * 100), START.plusSeconds(i * 3600L));
		}
		completeJobsAtOnce();
		assertThat(await(this.bigin.bulkRead("Pipelines").fields("Deal_Name").matching(criteria).records()))
			.extracting((deal) -> deal.getText("Deal_Name"))
			.containsExactlyInAnyOrderElementsOf(deals.chars().mapToObj((number) -> "Deal " + (char) number).toList());
	}

	@Test
	void theModuleCanAlsoBeAnObject() {
		JsonNode added = await(this.bigin.request(HttpMethod.POST, "/bigin/bulk/v2/read")
			.body(Map.of("query", Map.of("module", Map.of("api_name", "Contacts"))))
			.retrieveJson());
		assertThat(added.at("/data/0/code").asString()).isEqualTo("ADDED_SUCCESSFULLY");
	}

	@ParameterizedTest
	@ValueSource(strings = { "FAILURE", "FAILED" })
	void isToldThatAJobHasFailed(String state) {
		bulkReads().failNext(1, state);
		completeJobsAtOnce();
		assertThatExceptionOfType(BiginJobFailedException.class)
			.isThrownBy(() -> await(this.bigin.bulkRead("Contacts").records()))
			.satisfies((ex) -> assertThat(ex.getJobId()).matches("\\d{19}"));
	}

	@Test
	void isToldWhatCannotBeRead() {
		assertThatExceptionOfType(BiginNotFoundException.class)
			.isThrownBy(() -> await(this.bigin.bulkRead("Deals").create()))
			.satisfies((ex) -> assertThat(ex.getCode()).isEqualTo("INVALID_MODULE"));
		assertThatExceptionOfType(BiginInvalidRequestException.class)
			.isThrownBy(() -> await(this.bigin.bulkRead("Contacts").fields("No_Such").create()))
			.satisfies((ex) -> assertThat(ex.getField()).isEqualTo("No_Such"));
		assertThatExceptionOfType(BiginNotFoundException.class)
			.isThrownBy(() -> await(this.bigin.bulkRead("Contacts").job("1")));
		String job = await(this.bigin.bulkRead("Contacts").create()).id();
		assertThatExceptionOfType(BiginInvalidRequestException.class)
			.isThrownBy(() -> await(this.bigin.bulkRead("Contacts").rows(job)));
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void theServiceGivesTenResultsAMinute(boolean soon) {
		completeJobsAtOnce();
		BulkRead<BiginRecord> read = this.bigin.bulkRead("Contacts").fields("Email");
		String job = await(read.create().flatMap(read::await)).id();
		STEP.set(Duration.ZERO);
		for (int i = 0; i < 10; i++) {
			await(read.rows(job));
		}
		NOW.updateAndGet((now) -> now.plusSeconds(soon ? 59 : 60));
		BiginRequest eleventh = fixture.bigin().request(HttpMethod.GET, "/bigin/bulk/v2/read/{id}/result", job);
		if (soon) {
			assertThatExceptionOfType(BiginRateLimitException.class).isThrownBy(() -> await(eleventh.retrieveBytes()));
		}
		else {
			assertThat(await(eleventh.retrieveBytes())).isNotEmpty();
		}
	}

	@BiginModule("Contacts")
	record Person(String id, String lastName, boolean emailOptOut, Lookup accountName) {

	}

}
