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

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.metadata.UserType;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;
import io.github.biginspring.query.RecordQuery;
import io.github.biginspring.query.RecordSearch;
import io.github.biginspring.simulator.organization.Records;
import io.github.biginspring.simulator.request.ReceivedRequest;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PagingContractTests {

	private static final int RECORDS = 2_450;

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture
		.with((builder) -> builder.seed((organization) -> organization.records("Contacts")
			.generate(RECORDS, (number) -> Map.of("Last_Name", "Contact " + number))));

	private final RecordQuery<BiginRecord> contacts = fixture.bigin().query("Contacts").fields("Last_Name").prefetch(0);

	private final RecordSearch<BiginRecord> search = fixture.bigin()
		.query("Contacts")
		.matchingWord("contact")
		.fields("Last_Name");

	private Set<String> ids;

	@BeforeEach
	void collectIds() {
		this.ids = new HashSet<>();
		for (Map<String, ?> contact : fixture.records("Contacts").all()) {
			this.ids.add((String) contact.get("id"));
		}
	}

	private static List<ReceivedRequest> lists() {
		return fixture.simulator().requests().matching("GET /Contacts");
	}

	@Test
	void readsAllRecordsBeyondTwoThousandEachOnce() {
		List<BiginRecord> all = await(this.contacts.all());
		assertThat(all).hasSize(RECORDS);
		assertThat(all).extracting(BiginRecord::getId).doesNotHaveDuplicates().allMatch(this.ids::contains);
		assertThat(lists()).hasSize(14);
	}

	@Test
	void goesByTokenWherePageNumbersEnd() {
		await(this.contacts.all());
		List<ReceivedRequest> requests = lists();
		for (int i = 0; i < requests.size(); i++) {
			ReceivedRequest request = requests.get(i);
			boolean byNumber = i < 11;
			// each begins with the last record of the one before
			assertThat(request.parameter("page")).as("page of call %s", i)
				.isEqualTo(byNumber ? "" + Math.min(i + 1, 10) : null);
			assertThat(request.parameter("per_page")).as("size of call %s", i)
				.isEqualTo("" + ((i < 10) ? 200 - i : 200));
			assertThat(request.parameter("page_token") == null).as("no token in call %s", i).isEqualTo(byNumber);
			assertThat(request.parameter("fields")).isEqualTo("Last_Name");
		}
	}

	@Test
	void goesByTokenWhereThePageSizeDoesNotDivideTwoThousand() {
		assertThat(await(this.contacts.pageSize(150).all())).extracting(BiginRecord::getId)
			.hasSize(RECORDS)
			.doesNotHaveDuplicates();
		List<ReceivedRequest> byNumber = lists().stream()
			.filter((request) -> request.parameter("page") != null)
			.toList();
		assertThat(byNumber.get(byNumber.size() - 1).parameter("page")).isEqualTo("13");
		assertThat(byNumber.get(byNumber.size() - 1).parameter("per_page")).isEqualTo("150");
		// of 1,950 records by number, the others by the token of the full page
		assertThat(lists()).hasSize(byNumber.size() + 4);
	}

	@Test
	void staysWhereItWasWhileRecordsAreAddedOnceItGoesByToken() {
		List<BiginRecord> all = await(this.contacts.all().doOnNext((record) -> {
			if (lists().size() == 12 && fixture.records("Contacts").count() == RECORDS) {
				fixture.records("Contacts").add(Map.of("Last_Name", "Late"));
			}
		}));
		assertThat(fixture.records("Contacts").count()).isEqualTo(RECORDS + 1);
		assertThat(all).extracting(BiginRecord::getId).hasSize(RECORDS).doesNotHaveDuplicates();
	}

	@Test
	void readsAPageByNumber() {
		RecordPage<BiginRecord> second = await(this.contacts.pageSize(100).page(2));
		assertThat(second.items()).hasSize(100);
		assertThat(second.items().get(0).getText("Last_Name")).isEqualTo("Contact " + (RECORDS - 101));
		assertThat(second.hasNext()).isTrue();
		assertThat(second.info().page()).isEqualTo(2);
		assertThat(second.info().perPage()).isEqualTo(100);
		assertThat(second.info().count()).isEqualTo(100);
	}

	@Test
	void readsThePageAfterByToken() {
		RecordPage<BiginRecord> first = await(this.contacts.pageSize(100).page(1));
		assertThat(first.nextPageToken()).isNotNull();
		RecordPage<BiginRecord> second = await(this.contacts.page(new PageSpec(2, 100, first.nextPageToken())));
		assertThat(fixture.sentParameter("page")).isNull();
		assertThat(second.items()).isEqualTo(await(this.contacts.pageSize(100).page(2)).items());
		// the token says how large the page is
		assertThat(await(this.contacts.page(new PageSpec(2, 50, first.nextPageToken()))).items())
			.isEqualTo(second.items());
	}

	@Test
	void isToldThatPageNumbersEndAtTwoThousandRecords() {
		assertThat(await(this.contacts.page(10)).items()).hasSize(200);
		assertThatExceptionOfType(BiginInvalidRequestException.class).isThrownBy(() -> await(this.contacts.page(11)))
			.satisfies((ex) -> {
				assertThat(ex.getStatus()).isEqualTo(400);
				assertThat(ex.getCode()).isEqualTo("DISCRETE_PAGINATION_LIMIT_EXCEEDED");
				assertThat(ex.getDetails()).containsEntry("limit", 2000);
			});
	}

	@Test
	void knowsTheLastPage() {
		RecordPage<BiginRecord> last = await(this.contacts.pageSize(200).page(PageSpec.of(1, 200)));
		while (last.hasNext()) {
			last = await(this.contacts.page(new PageSpec(2, 200, last.nextPageToken())));
		}
		assertThat(last.items()).hasSize(50);
		assertThat(last.nextPageToken()).isNull();
	}

	@Test
	void makesNoFurtherCallOnceCancelled() {
		assertThat(await(this.contacts.all().take(200))).hasSize(200);
		assertThat(lists()).hasSize(1);
		assertThat(await(this.contacts.all().take(201))).hasSize(201);
		assertThat(lists()).hasSize(3);
	}

	@Test
	void fetchesAPageOnlyWhenItIsAskedFor() {
		Flux<BiginRecord> all = this.contacts.pageSize(10).all();
		assertThat(lists()).isEmpty();
		StepVerifier.create(all, 0)
			.expectSubscription()
			.then(() -> assertThat(lists()).isEmpty())
			.thenRequest(10)
			.expectNextCount(10)
			.then(() -> assertThat(lists()).hasSize(1))
			.thenRequest(1)
			.expectNextCount(1)
			.then(() -> assertThat(lists()).hasSize(2))
			.thenCancel()
			.verify();
		assertThat(lists()).hasSize(2);
	}

	@Test
	void readsAnewForEachSubscriber() {
		Flux<BiginRecord> first = this.contacts.all().take(1);
		await(first);
		await(first);
		assertThat(lists()).hasSize(2);
	}

	@Test
	void saysThatASearchEndsAtTwoThousandRecords() {
		StepVerifier.create(this.search.all()).expectNextCount(2_000).expectErrorSatisfies((ex) -> {
			assertThat(ex).isInstanceOf(BiginInvalidRequestException.class);
			assertThat(((BiginInvalidRequestException) ex).getCode()).isEqualTo("LIMIT_REACHED");
		}).verify();
	}

	@Test
	void searchesPageByPageWithoutTokens() {
		RecordPage<BiginRecord> second = await(this.search.pageSize(50).page(2));
		assertThat(second.items()).hasSize(50);
		assertThat(second.nextPageToken()).isNull();
		assertThat(second.hasNext()).isTrue();
		assertThat(await(this.search.pageSize(50).all().take(120))).extracting(BiginRecord::getId)
			.hasSize(120)
			.doesNotHaveDuplicates();
		assertThat(fixture.simulator().requests().matching("GET /Contacts/search"))
			.extracting((request) -> request.parameter("page"))
			.containsExactly("2", "1", "2", "3");
	}

	@Test
	void readsUsersPageByPage() {
		for (int i = 1; i < 250; i++) {
			fixture.simulator().organization().addUser("User", "No " + i, "user" + i + "@example.com");
		}
		assertThat(await(fixture.bigin().metadata().users(UserType.ALL))).hasSize(250).doesNotHaveDuplicates();
		assertThat(fixture.simulator().requests().count("GET /users")).isEqualTo(2);
	}

	@Test
	void readsDeletedRecordsNoMore() {
		Records contacts = fixture.records("Contacts");
		this.ids.stream().limit(2_400).forEach(contacts::delete);
		assertThat(await(this.contacts.all())).hasSize(50);
	}

}
