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
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import reactor.test.StepVerifier;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.error.BiginScopeException;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Contact;
import io.github.biginspring.observation.BiginObservationContext;
import io.github.biginspring.progress.Progress;
import io.github.biginspring.progress.ProgressOptions;
import io.github.biginspring.query.ReadPlan;
import io.github.biginspring.query.RecordQuery;
import io.github.biginspring.query.SortOrder;
import io.github.biginspring.simulator.bulk.BulkReads;
import io.github.biginspring.simulator.organization.Connection;
import io.github.biginspring.simulator.organization.Scope;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every plan reads the same records, for the credits that it promises.
 */
class ReadPlanContractTests {

	private static final int RECORDS = 16_000;

	static final List<ReadPlan> PLANS = List.of(ReadPlan.pages(), ReadPlan.automatic(),
			ReadPlan.automatic().expecting(RECORDS), ReadPlan.coql(), ReadPlan.coql(10));

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture.with((builder) -> builder.seed((organization) -> {
		String company = organization.records("Accounts").add(Map.of("Account_Name", "Zylker, \"Corp\""));
		organization.records("Contacts").generate(RECORDS, (number) -> {
			Map<String, Object> contact = new LinkedHashMap<>();
			contact.put("Last_Name", "Contact " + number);
			if (number % 3 != 0) {
				contact.put("Account_Name", company);
			}
			return contact;
		});
	}));

	private final RecordQuery<BiginRecord> contacts = fixture.bigin()
		.query("Contacts")
		.fields("Last_Name", "Account_Name", "Email_Opt_Out", "Created_Time", "Owner");

	@BeforeEach
	void completeJobsAtOnce() {
		BulkReads.of(fixture.simulator().organization()).stepEvery(Duration.ofNanos(1));
	}

	private static Connection connection() {
		return fixture.simulator().account().connections().get(0);
	}

	private static int calls(String pattern) {
		return fixture.simulator().requests().count(pattern);
	}

	private static long credits() {
		return fixture.simulator().organization().credits().spent();
	}

	private static List<String> ids() {
		List<String> ids = new ArrayList<>();
		fixture.records("Contacts").all().forEach((contact) -> ids.add((String) contact.get("id")));
		Collections.sort(ids, Collections.reverseOrder());
		return ids;
	}

	@ParameterizedTest
	@FieldSource("PLANS")
	void readsEachRecordOnce(ReadPlan plan) {
		List<String> read = new ArrayList<>(await(this.contacts.plan(plan).all().map(BiginRecord::getId)));
		Collections.sort(read, Collections.reverseOrder());
		assertThat(read).isEqualTo(ids());
	}

	@Test
	void byItselfReadsWhatPagesGive() {
		List<BiginRecord> byPages = await(this.contacts.plan(ReadPlan.pages()).all());
		assertThat(await(this.contacts.all())).isEqualTo(byPages);
		assertThat(calls("POST /coql")).isPositive();
		assertThat(await(this.contacts.sort(SortOrder.ascending("id")).all())).containsExactlyElementsOf(
				byPages.stream().sorted((one, other) -> one.getId().compareTo(other.getId())).toList());
		assertThat(await(this.contacts.plan(ReadPlan.coql()).all())).isEqualTo(byPages);
	}

	@Test
	void aTypeInABulkReadHasTheSameValuesButForTheNamesOfLookups() {
		RecordQuery<Contact> typed = fixture.bigin()
			.query(Contact.class)
			.fields("Last_Name", "Account_Name", "Email_Opt_Out", "Created_Time");
		Contact byPages = await(typed.plan(ReadPlan.pages()).all().filter((contact) -> contact.getCompany() != null))
			.get(0);
		Contact inBulk = await(fixture.bigin()
			.bulkRead(Contact.class)
			.fields("Last_Name", "Account_Name", "Email_Opt_Out", "Created_Time")
			.records()
			.filter((contact) -> byPages.getId().equals(contact.getId()))).get(0);
		assertThat(inBulk.getLastName()).isEqualTo(byPages.getLastName());
		assertThat(inBulk.getCreatedTime()).isEqualTo(byPages.getCreatedTime());
		assertThat(inBulk.getCompany().id()).isEqualTo(byPages.getCompany().id());
		assertThat(byPages.getCompany().name()).isEqualTo("Zylker, \"Corp\"");
		assertThat(inBulk.getCompany().name()).isNull();
	}

	@Test
	void costsWhatThePlanSays() {
		List<Long> credits = new ArrayList<>();
		for (ReadPlan plan : PLANS) {
			long before = credits();
			await(this.contacts.plan(plan).all());
			credits.add(credits() - before);
		}
		// COQL: 71 or 81 ranges, and up to 5 calls to find where they end
		assertThat(credits.get(0)).isEqualTo(81);
		assertThat(credits.get(1)).isBetween(11L + 71, 11L + 71 + 5);
		assertThat(credits.subList(2, 5)).allSatisfy((spent) -> assertThat(spent).isBetween(81L, 81L + 5));
	}

	@Test
	void fewRecordsCostNothingMore() {
		ids().stream().skip(1_950).forEach(fixture.records("Contacts")::delete);
		assertThat(await(this.contacts.all())).hasSize(1_950);
		assertThat(credits()).isEqualTo(11);
	}

	@Test
	void goesOnByPagesWithoutTheScopeOfCoql() {
		connection().withoutScope(Scope.COQL);
		List<String> ids = ids();
		assertThat(await(this.contacts.all())).extracting(BiginRecord::getId).isEqualTo(ids);
		assertThat(calls("GET /Contacts")).isEqualTo(81);
		StepVerifier.create(this.contacts.plan(ReadPlan.coql()).all()).verifyError(BiginScopeException.class);
	}

	@Test
	void losesNothingWhereRecordsAreDeletedMeanwhile() {
		List<String> ids = new ArrayList<>(ids());
		List<String> deleted = ids.subList(5_000, 5_900).stream().toList();
		List<BiginRecord> read = await(this.contacts.all().doOnNext((contact) -> {
			if (contact.getId().equals(ids.get(2_100))) {
				deleted.forEach(fixture.records("Contacts")::delete);
			}
		}));
		assertThat(read).extracting(BiginRecord::getId).doesNotHaveDuplicates();
		Set<String> missing = new HashSet<>(ids);
		deleted.forEach(missing::remove);
		read.forEach((contact) -> missing.remove(contact.getId()));
		assertThat(missing).isEmpty();
	}

	@ParameterizedTest
	@FieldSource("PLANS")
	void tellsTheProgressOfEachRecordOnce(ReadPlan plan) {
		List<Progress> emitted = new CopyOnWriteArrayList<>();
		await(fixture.bigin()
			.withProgress(emitted::add, ProgressOptions.defaults().every(Duration.ZERO))
			.query("Contacts")
			.fields("Last_Name")
			.plan(plan)
			.all());
		assertThat(emitted).last().satisfies((progress) -> {
			assertThat(progress.read()).isEqualTo(RECORDS);
			assertThat(progress.running()).isFalse();
		});
		assertThat(calls("POST /bulk/v2/read")).isZero();
	}

	@ParameterizedTest
	@FieldSource("PLANS")
	void isOneOperationWhoseChildrenAreTheCalls(ReadPlan plan) {
		List<Observation.Context> started = new CopyOnWriteArrayList<>();
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new ObservationHandler<>() {

			@Override
			public void onStart(Observation.Context context) {
				started.add(context);
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}

		});
		BiginTemplate bigin = BiginTemplate.builder(ApiKey.of(fixture.simulator().apiKey()))
			.endpoint(MatonEndpoint.of(URI.create(fixture.simulator().url())))
			.rateLimit(RateLimit.defaults().withRequestsPerSecond(10_000))
			.observationRegistry(registry)
			.build();
		await(bigin.query("Contacts").fields("Last_Name").plan(plan).all());
		Observation.Context operation = started.get(0);
		assertThat(operation).isInstanceOf(BiginObservationContext.class);
		assertThat(started.stream().skip(1)).hasSize(Math.toIntExact(fixture.simulator().requests().count()))
			.allSatisfy((call) -> assertThat(call.getParentObservation()).isNotNull()
				.extracting((parent) -> (Object) parent.getContextView())
				.isSameAs(operation));
	}

	@Test
	void makesNoFurtherCallOnceCancelled() {
		long before = fixture.simulator().requests().count();
		StepVerifier.create(this.contacts.all(), 0)
			.thenRequest(2_000)
			.expectNextCount(2_000)
			.thenRequest(100)
			.expectNextCount(100)
			.thenCancel()
			.verify();
		long made = fixture.simulator().requests().count() - before;
		assertThat(made).isLessThan(20);
		await(this.contacts.first());
		assertThat(fixture.simulator().requests().count() - before).isLessThan(20);
	}

}
