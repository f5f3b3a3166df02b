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

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import io.github.biginspring.criteria.Criteria;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.ReportedFailureException;
import io.github.biginspring.internal.call.StubExchange;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Contact;
import io.github.biginspring.query.RecordSearch;
import io.github.biginspring.query.UnreadableRecord;

import static io.github.biginspring.criteria.Criteria.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

/**
 * A search finds what it says.
 */
class FilteredSearchTests {

	private static final Criteria ACME = where("Product_Name").is("acme product");

	private final StubExchange service = new StubExchange();

	private final QueryTemplate bigin = new QueryTemplate(this.service, OperationObserver.NONE, RecordMapper.create(),
			200, InstantSource.system());

	@Test
	void leavesOutWhatMatchesByWordsOnly() {
		this.service.response(200, page(false, "Acme Product", "Acme Other Product", "ACME PRODUCT"));
		StepVerifier.create(this.bigin.query("Products").matching(ACME).all().map(BiginRecord::getId))
			.expectNext("1", "3")
			.verifyComplete();
		assertThat(this.service.query()).startsWith("criteria=(Product_Name:equals:acme product)");
	}

	@Test
	void leavesItOutOfTypedRecordsToo() {
		this.service.response(200, page(false, "Acme Product", "Acme Other Product"))
			.response(200, page(false, "Acme Product", "Acme Other Product"));
		StepVerifier.create(this.bigin.query(Item.class).matching(ACME).all())
			.expectNext(new Item("1", "Acme Product"))
			.verifyComplete();
		assertThat(this.service.query()).contains("fields=Product_Name");
		StepVerifier.create(this.bigin.query(Contact.class).matching(ACME).all().map(Contact::getId))
			.expectNext("1")
			.verifyComplete();
	}

	@Test
	void readsTheFieldsThatItLooksAt() {
		this.service.response(200, page(false, "Acme Product", "Acme Other Product"))
			.response(200, page(false, "Acme Product", "Acme Other Product"))
			.response(200, page(false, "Acme Product", "Acme Other Product"));
		StepVerifier.create(this.bigin.query(Nameless.class).matching(ACME).all())
			.expectNext(new Nameless("1", null))
			.verifyComplete();
		assertThat(this.service.query()).contains("fields=Unit_Price,Product_Name");
		StepVerifier.create(this.bigin.query(Item.class).matching(ACME).fields("Unit_Price").all())
			.expectNextCount(1)
			.verifyComplete();
		assertThat(this.service.query()).contains("fields=Unit_Price,Product_Name");
		StepVerifier.create(this.bigin.query("Products").matching(ACME).all()).expectNextCount(1).verifyComplete();
		assertThat(this.service.query()).noneMatch((parameter) -> parameter.startsWith("fields="));
	}

	@Test
	void isRefusedWhereNoFieldCanBeReadBeside() {
		String[] fifty = IntStream.range(0, 50).mapToObj((i) -> "F" + i).toArray(String[]::new);
		RecordSearch<BiginRecord> search = this.bigin.query("Products").matching(ACME).fields(fifty);
		assertThatIllegalArgumentException().isThrownBy(search::all).withMessageContaining("[Product_Name]");
		assertThat(this.service.calls()).isEmpty();
	}

	@Test
	void refusesToTakeEmptyFieldsForAText() {
		this.service.response(200,
				"{\"data\":[{\"id\":\"1\",\"Product_Name\":null},{\"id\":\"2\",\"Product_Name\":\"${EMPTY}\"},"
						+ "{\"id\":\"3\"}]}");
		Criteria odd = where("Product_Name").in("Acme", "${EMPTY}");
		StepVerifier.create(this.bigin.query("Products").matching(odd).all().map(BiginRecord::getId))
			.expectNext("2")
			.verifyComplete();
		String[] fifty = IntStream.range(0, 50).mapToObj((i) -> "F" + i).toArray(String[]::new);
		RecordSearch<BiginRecord> search = this.bigin.query("Products").matching(odd).fields(fifty);
		assertThatIllegalArgumentException().isThrownBy(search::all).withMessageContaining("[Product_Name]");
	}

	@Test
	void takesNoRecordWhoseFieldDidNotComeForOneThatMatches() {
		String page = "{\"data\":[{\"id\":\"1\",\"Product_Name\":\"Acme Product\"},{\"id\":\"2\"}]}";
		this.service.response(200, page).response(200, page).response(200, page);
		StepVerifier.create(this.bigin.query("Products").matching(ACME).all())
			.verifyErrorMessage("record 2 cannot be read: field Product_Name did not come, so that nobody can tell"
					+ " whether it is equal: 'matches' leaves the comparison to Bigin");
		StepVerifier.create(this.bigin.query(Item.class).matching(ACME).all()).verifyError();
		List<UnreadableRecord> unreadable = new ArrayList<>();
		StepVerifier.create(this.bigin.query(Item.class).matching(ACME).onUnreadable(unreadable::add).all())
			.expectNext(new Item("1", "Acme Product"))
			.verifyComplete();
		assertThat(unreadable).extracting(UnreadableRecord::id, UnreadableRecord::field)
			.containsExactly(tuple("2", "Product_Name"));
	}

	@Test
	void aFailureInThePlaceOfARecordIsThatFailure() {
		this.service.response(200,
				"{\"data\":[{\"code\":\"NO_PERMISSION\",\"details\":{},\"message\":\"no\",\"status\":\"error\"}]}");
		StepVerifier.create(this.bigin.query("Products").matching(ACME).all())
			.verifyError(ReportedFailureException.class);
	}

	@Test
	void takesAllThatBiginFindsByWords() {
		this.service.response(200, page(false, "Acme Product", "Acme Other Product"));
		StepVerifier.create(this.bigin.query(Item.class).matching(where("Product_Name").matches("Acme Product")).all())
			.expectNextCount(2)
			.verifyComplete();
	}

	@Test
	void goesOnPastPagesOnWhichNothingMatches() {
		this.service.response(200, page(true, "Acme Other Product"))
			.response(200, page(true, "Acme Other Product"))
			.response(200, page(false, "Other Product of Acme", "Acme Product"));
		StepVerifier.create(this.bigin.query(Item.class).matching(ACME).prefetch(0).all(), 1)
			.expectNext(new Item("2", "Acme Product"))
			.verifyComplete();
		assertThat(this.service.calls()).hasSize(3);
		assertThat(this.service.query()).contains("page=3");
	}

	@Test
	void givesOfAPageWhatMatches() {
		this.service.response(200, page(true, "Acme Product", "Acme Other Product"));
		StepVerifier.create(this.bigin.query(Item.class).matching(ACME).page(1)).assertNext((page) -> {
			assertThat(page.items()).containsExactly(new Item("1", "Acme Product"));
			assertThat(page.hasNext()).isTrue();
		}).verifyComplete();
	}

	@Test
	void theFirstIsTheFirstThatMatches() {
		this.service.response(200, page(true, "Acme Other Product", "Acme Product", "Acme Product"));
		StepVerifier.create(this.bigin.query(Item.class).matching(ACME).first())
			.expectNext(new Item("2", "Acme Product"))
			.verifyComplete();
		assertThat(this.service.call().query()).extracting("name", "value").contains(tuple("per_page", "200"));
	}

	@Test
	void thereIsNoFirstWhereNothingMatches() {
		this.service.response(200, page(false, "Acme Other Product")).response(204, "");
		StepVerifier.create(this.bigin.query(Item.class).matching(ACME).first()).verifyComplete();
		StepVerifier.create(this.bigin.query(Item.class).matching(ACME).first()).verifyComplete();
	}

	private static String page(boolean more, String... names) {
		List<String> records = new ArrayList<>();
		for (String name : names) {
			records.add("{\"id\":\"" + (records.size() + 1) + "\",\"Product_Name\":\"" + name + "\"}");
		}
		return PagedService.page(records, more, null);
	}

	@BiginModule("Products")
	record Item(String id, String productName) {

	}

	@BiginModule("Products")
	record Nameless(String id, @Nullable Double unitPrice) {

	}

}
