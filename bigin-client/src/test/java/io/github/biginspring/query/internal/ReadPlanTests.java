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

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscription;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.BaseSubscriber;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.error.BiginScopeException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.RecordOutcome;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.query.ReadPlan;
import io.github.biginspring.query.RecordQuery;
import io.github.biginspring.query.SortOrder;
import io.github.biginspring.query.internal.list.AdaptiveSubscription;

import static io.github.biginspring.query.internal.ModuleService.COQL;
import static io.github.biginspring.query.internal.ModuleService.LIST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Which way a list is read, what it costs, and that no way loses or doubles a record.
 */
class ReadPlanTests {

	private static final int WITHOUT_COQL = 2_000 + 9_751;

	private final Logger logger = (Logger) LoggerFactory.getLogger(AdaptiveSubscription.class);

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private long counted;

	@AfterEach
	void stopLogging() {
		this.logger.detachAppender(this.log);
		this.logger.setLevel(null);
	}

	private List<String> logged() {
		return this.log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
	}

	private RecordQuery<Deal> deals(ModuleService service) {
		this.logger.setLevel(Level.DEBUG);
		this.log.start();
		this.logger.addAppender(this.log);
		OperationObserver observer = new OperationObserver() {

			@Override
			public void records(@Nullable String module, RecordOutcome outcome, int count) {
				ReadPlanTests.this.counted += count;
			}

		};
		return new QueryTemplate(service, observer, RecordMapper.create(), 200, InstantSource.system(),
				ReadPlan.automatic())
			.query(Deal.class);
	}

	private List<String> read(RecordQuery<Deal> query) {
		List<String> ids = query.all().map(Deal::id).collectList().block();
		assertThat(this.counted).isEqualTo(ids.size());
		return ids;
	}

	@ParameterizedTest
	@CsvSource({ "0, 1", "1, 1", "200, 1", "201, 2", "2000, 11" })
	void fewRecordsCostNoCallMore(int size, int calls) {
		ModuleService service = new ModuleService(size);
		assertThat(read(deals(service))).isEqualTo(service.ids("desc"));
		assertThat(service.calls(LIST)).isEqualTo(calls);
		assertThat(service.calls()).hasSize(calls);
		assertThat(logged()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "2001, 12, 1", "11751, 60, 1", "11752, 11, 50", "100000, 11, 494" })
	void goesOnByCoqlWhereManyFollow(int size, int pages, int queries) {
		ModuleService service = new ModuleService(size);
		assertThat(read(deals(service))).isEqualTo(service.ids("desc"));
		assertThat(service.calls(LIST)).isEqualTo(pages);
		assertThat(service.calls(COQL)).isEqualTo(queries);
		assertThat(logged()).hasSize(1)
			.first()
			.asString()
			.isEqualTo(
					(size > WITHOUT_COQL) ? "Plan automatic: Pipelines by COQL, 10 calls at once, as many more follow"
							: "Plan automatic: Pipelines by further pages, as COQL does not give many more");
	}

	@ParameterizedTest(name = "seed {0}")
	@ValueSource(longs = { 1, 2, 3, 4 })
	void deliversEachRecordOnceAndInOrderWhileRecordsComeAndGo(long seed) {
		Random random = new Random(seed);
		for (int i = 0; i < 6; i++) {
			VirtualTimeScheduler time = VirtualTimeScheduler.create();
			ModuleService service = new ModuleService(1 + random.nextInt(20_000));
			service.responseLate(random, time);
			String order = random.nextBoolean() ? "asc" : "desc";
			ReadPlan plan = random.nextBoolean() ? ReadPlan.automatic() : ReadPlan.coql(1 + random.nextInt(10));
			Set<String> stay = new HashSet<>(service.ids(order));
			Reader reader = new Reader();
			RecordQuery<Deal> query = deals(service).plan(plan);
			((order.equals("desc") && random.nextBoolean()) ? query : query.sort(new SortOrder("id", order))).all()
				.map(Deal::id)
				.subscribe(reader);
			int turns = 0;
			while (!reader.isDisposed()) {
				reader.request((random.nextInt(10) == 0) ? Long.MAX_VALUE : 1 + random.nextInt(1_000));
				// while pages go by number, a change could shift them
				if (reader.received.size() >= 2_000 || plan.strategy() == ReadPlan.Strategy.COQL) {
					change(service, stay, random);
				}
				time.advanceTimeBy(Duration.ofMillis(random.nextInt(60)));
				assertThat(turns++).isLessThan(100_000);
			}
			assertThat(reader.failure).isNull();
			assertThat(reader.received).doesNotHaveDuplicates()
				.isSortedAccordingTo((one, other) -> order.equals("asc") ? one.compareTo(other) : other.compareTo(one));
			reader.received.forEach(stay::remove);
			assertThat(stay).as("not read, but always there").isEmpty();
			// one more where records between two ranges have to be read
			assertThat(service.mostCoqlAtOnce()).isLessThanOrEqualTo(plan.calls() + 1);
			assertThat(service.inFlight()).isZero();
		}
	}

	private static void change(ModuleService service, Set<String> stay, Random random) {
		if (random.nextInt(3) == 0) {
			List<String> ids = service.ids("asc");
			// some, or more than a range
			int count = (random.nextInt(8) == 0) ? 700 : random.nextInt(3);
			int from = random.nextInt(ids.size());
			for (String id : ids.subList(from, Math.min(from + count, ids.size() - 1))) {
				service.remove(Long.parseLong(id));
				stay.remove(id);
			}
			service.add();
		}
	}

	@Test
	void staysWithPagesWhereCoqlIsRefused() {
		ModuleService service = new ModuleService(13_000);
		service.failCoql(ReadPlanTests::scopeMissing);
		for (ReadPlan plan : List.of(ReadPlan.automatic(), ReadPlan.automatic().expecting(20_000))) {
			service.calls().clear();
			this.counted = 0;
			assertThat(read(deals(service).plan(plan))).isEqualTo(service.ids("desc"));
			assertThat(service.calls(LIST)).isEqualTo(66);
			assertThat(service.calls(COQL)).isEqualTo(1);
		}
		assertThat(logged()).contains("No COQL of Pipelines: OAUTH_SCOPE_MISMATCH",
				"Plan automatic: Pipelines by further pages, as COQL does not give many more",
				"Plan automatic, expecting 20000 records: Pipelines by pages, as COQL does not give them");
	}

	@Test
	void readsAgainWhereTheFirstTokenIsTooOld() {
		ModuleService service = new ModuleService(2_300);
		service.expireToken();
		assertThat(deals(service).all().map(Deal::id).collectList().block()).isEqualTo(service.ids("desc"));
		// by number, the one with the token that is too old, and all of them again
		assertThat(service.calls(LIST)).isEqualTo(11 + 1 + 13);
	}

	private static BiginException scopeMissing(BiginCall<?> call) {
		return ErrorDetails.responded(call.method(), call.pathTemplate(), 401)
			.code("OAUTH_SCOPE_MISMATCH")
			.toException();
	}

	@ParameterizedTest
	@CsvSource({ "'{\"id\":\"1\"}', 66", "'{\"id\":\"1\",\"name\":\"Zylker\"}', 11", "'null', 11" })
	void staysWithPagesWhereCoqlGivesLookupsWithoutTheirNames(String lookup, int pages) {
		ModuleService service = new ModuleService(13_000);
		service.coqlFields(",\"Account_Name\":" + lookup);
		assertThat(read(deals(service))).isEqualTo(service.ids("desc"));
		assertThat(service.calls(LIST)).isEqualTo(pages);
	}

	@Test
	void staysWithPagesWhereCoqlCannotGiveTheSame() {
		ModuleService service = new ModuleService(13_000);
		RecordQuery<Deal> query = deals(service);
		for (RecordQuery<Deal> other : List.of(query.prefetch(0), query.fields("Deal_Name", "Description"),
				query.fields("$approved"), query.customView("1"), query.pipeline("1"),
				query.sort(SortOrder.ascending("Created_Time")), query.plan(ReadPlan.pages()),
				query.plan(ReadPlan.automatic().expecting(11_999)))) {
			StepVerifier.create(other.all()).expectNextCount(13_000).verifyComplete();
		}
		assertThat(service.calls(COQL)).isZero();
		StepVerifier
			.create(new QueryTemplate(service, OperationObserver.NONE, RecordMapper.create(), 200,
					InstantSource.system(), ReadPlan.automatic())
				.query(Anonymous.class)
				.all())
			.expectNextCount(13_000)
			.verifyComplete();
		assertThat(service.calls(COQL)).isZero();
		assertThat(logged()).contains("Plan automatic: Pipelines by pages, as COQL does not know the field Description",
				"Plan automatic: Pipelines by further pages, as they have no id");
	}

	@Test
	void whoTakesSomeRecordsCausesNoFurtherCall() {
		ModuleService service = new ModuleService(100_000);
		assertThat(deals(service).all().take(2_100).count().block()).isEqualTo(2_100);
		assertThat(service.calls()).hasSize(12);
		assertThat(service.calls(COQL)).isZero();
	}

	@Test
	void readsNoFurtherAheadThanItMayAndStopsWhenCancelled() {
		VirtualTimeScheduler time = VirtualTimeScheduler.create();
		ModuleService service = new ModuleService(100_000);
		service.responseLate(new Random(7), time);
		Reader reader = new Reader();
		deals(service).all().map(Deal::id).subscribe(reader);
		reader.request(1_000);
		time.advanceTimeBy(Duration.ofSeconds(2));
		reader.request(2_000);
		time.advanceTimeBy(Duration.ofMinutes(10));
		assertThat(reader.received).hasSize(3_000);
		// 1,000 records are in 6 ranges; half as many more are held as may be under way,
		// one for each of those 6, and the last one of the section
		assertThat(service.calls(COQL)).isBetween(6L, 6L + 5 + 6 + 1);
		reader.request(10_000);
		time.advanceTimeBy(Duration.ofMillis(50));
		assertThat(service.inFlight()).isPositive();
		int made = service.calls().size();
		reader.cancel();
		assertThat(service.inFlight()).isZero();
		time.advanceTimeBy(Duration.ofMinutes(10));
		assertThat(service.calls()).hasSize(made);
	}

	@Test
	void deliversWhatComesBeforeAFailure() {
		VirtualTimeScheduler time = VirtualTimeScheduler.create();
		ModuleService service = new ModuleService(30_000);
		service.responseLate(new Random(3), time);
		service.failCoql((call) -> PagedService.statement(call).endsWith("offset " + 4 * 199)
				? PagedService.refusal(call, "INVALID_QUERY") : null);
		Reader reader = new Reader();
		deals(service).all().map(Deal::id).subscribe(reader);
		reader.request(1_000);
		time.advanceTimeBy(Duration.ofSeconds(2));
		reader.request(1_500);
		time.advanceTimeBy(Duration.ofSeconds(2));
		// it has failed by now, and those before it wait
		assertThat(reader.received).hasSize(2_500);
		assertThat(reader.failure).isNull();
		reader.request(Long.MAX_VALUE);
		time.advanceTimeBy(Duration.ofMinutes(10));
		assertThat(reader.failure).isInstanceOf(BiginInvalidRequestException.class);
		// the first record of the range that failed is the last one of the range before
		assertThat(reader.received).isEqualTo(service.ids("desc").subList(0, 2_000 + 4 * 199 + 1));
		assertThat(service.inFlight()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "0, 1", "1, 1", "200, 1", "201, 3", "1000, 8", "10000, 54", "50000, 257" })
	void coqlAloneCostsFewCallsMore(int size, int calls) {
		ModuleService service = new ModuleService(size);
		assertThat(read(deals(service).plan(ReadPlan.coql()).sort(SortOrder.ascending("id"))))
			.isEqualTo(service.ids("asc"));
		assertThat(service.calls(LIST)).isZero();
		assertThat(service.calls(COQL)).isLessThanOrEqualTo(calls);
	}

	@Test
	void manyThatAreExpectedAreReadByCoqlFromTheBeginning() {
		ModuleService service = new ModuleService(50_000);
		for (ReadPlan plan : List.of(ReadPlan.automatic(), ReadPlan.coql(10))) {
			service.calls().clear();
			this.counted = 0;
			assertThat(read(deals(service).plan(plan.expecting(50_000)))).isEqualTo(service.ids("desc"));
			assertThat(service.calls(LIST)).isZero();
			assertThat(service.calls(COQL)).isEqualTo(255);
		}
	}

	@Test
	void aPlanThatWasChosenFailsWhereItCannotBeKept() {
		ModuleService service = new ModuleService(10);
		service.failCoql(ReadPlanTests::scopeMissing);
		RecordQuery<Deal> coql = deals(service).plan(ReadPlan.coql());
		StepVerifier.create(coql.all()).verifyError(BiginScopeException.class);
		assertThatIllegalStateException().isThrownBy(() -> coql.sort(SortOrder.ascending("Created_Time")).all())
			.withMessageContaining("order is not that of ids");
		assertThatIllegalStateException().isThrownBy(() -> coql.fields("Tag").all())
			.withMessageContaining("COQL does not know the field Tag");
		assertThatIllegalStateException().isThrownBy(() -> coql.customView("1").all())
			.withMessageContaining("custom view");
		assertThatIllegalArgumentException().isThrownBy(() -> ReadPlan.coql(11)).withMessageContaining("1 to 10");
		assertThatIllegalArgumentException().isThrownBy(() -> ReadPlan.automatic().expecting(-1));
		assertThatIllegalStateException().isThrownBy(() -> deals(service).fields().plan(ReadPlan.coql()).all())
			.withMessageContaining("which fields");
	}

	@BiginModule("Pipelines")
	record Deal(String id, @Nullable String dealName) {

	}

	@BiginModule("Pipelines")
	record Anonymous(@Nullable String dealName) {

	}

	private static final class Reader extends BaseSubscriber<String> {

		private final List<String> received = new ArrayList<>();

		private @Nullable Throwable failure;

		@Override
		protected void hookOnSubscribe(Subscription subscription) {
			// the test asks
		}

		@Override
		protected void hookOnNext(String id) {
			this.received.add(id);
		}

		@Override
		protected void hookOnError(Throwable failure) {
			this.failure = failure;
		}

	}

}
