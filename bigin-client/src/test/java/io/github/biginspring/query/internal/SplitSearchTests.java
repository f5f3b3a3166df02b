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
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

import io.github.biginspring.criteria.Criteria;
import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.query.RecordQuery;
import io.github.biginspring.query.RecordSearch;

import static io.github.biginspring.criteria.Criteria.where;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A search that finds more records than the service gives.
 */
class SplitSearchTests {

	private static final int MAX_RECORDS = 2000;

	private static final Criteria WON = where("Stage").is("Won");

	private static final Instant EARLY = Instant.parse("2021-01-01T00:00:00Z");

	@ParameterizedTest
	@CsvSource({ "2000, 200, 0", "2001, 200, 0", "2001, 200, 3", "7000, 200, 1", "9000, 150, 5", "4000, 199, 2",
			"12000, 200, 0" })
	void findsEachRecordOnce(int size, int pageSize, int prefetch) {
		SearchService service = new SearchService(new Random(size), size, Duration.ofDays(5 * 365));
		StepVerifier
			.create(bigin(service).query(Item.class)
				.matching(WON)
				.pageSize(pageSize)
				.prefetch(prefetch)
				.all()
				.map(Item::id)
				.collectList())
			.assertNext(
					(ids) -> assertThat(ids).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(service.ids()))
			.verifyComplete();
	}

	@ParameterizedTest
	@ValueSource(longs = { 600, 86_400 })
	void findsRecordsThatWereCreatedInAShortTime(long seconds) {
		SearchService service = new SearchService(new Random(seconds), 6_000, Duration.ofSeconds(seconds));
		StepVerifier
			.create(bigin(service).query("Pipelines")
				.matching(WON)
				.all()
				.map(BiginRecord::getId)
				.collect(HashSet::new, HashSet::add))
			.assertNext((ids) -> assertThat(ids).isEqualTo(new HashSet<>(service.ids())))
			.verifyComplete();
	}

	@Test
	void costsFewCallsMore() {
		SearchService service = new SearchService(new Random(1), 8_000, Duration.ofDays(5 * 365));
		StepVerifier.create(bigin(service).query(Item.class).matching(WON).prefetch(0).all())
			.expectNextCount(8_000)
			.verifyComplete();
		// 11 in vain but for their records, then 40 and what it takes to split
		assertThat(service.calls()).hasSizeLessThan(100);
	}

	@Test
	void asksForOnePageWhereThereIsOne() {
		SearchService service = new SearchService(new Random(1), 150, Duration.ofDays(1));
		StepVerifier.create(bigin(service).query(Item.class).matching(WON).all()).expectNextCount(150).verifyComplete();
		assertThat(service.calls()).hasSize(1);
	}

	@Test
	void saysWhatToDoWhereASearchCannotBeSplit() {
		SearchService service = new SearchService(new Random(1), 3_000, Duration.ofDays(1));
		RecordQuery<Item> query = bigin(service).query(Item.class);
		Criteria nine = WON;
		for (int i = 0; i < 8; i++) {
			nine = nine.and(where("F" + i).startsWith("x"));
		}
		for (RecordSearch<Item> search : List.of(query.matchingWord("won"), query.matching(nine))) {
			StepVerifier.create(search.all())
				.expectNextCount(2_000)
				.verifyErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(BiginInvalidRequestException.class)
					.hasMessageContaining("LIMIT_REACHED")
					.hasMessageContaining("search for something narrower"));
		}
		StepVerifier.create(bigin(service).query(Anonymous.class).matching(WON).all())
			.expectNextCount(2_000)
			.verifyErrorSatisfies((failure) -> assertThat(failure).hasMessageContaining("add the id to the type"));
	}

	@Test
	void saysWhatToDoWhereTooManyRecordsWereCreatedAtOnce() {
		SearchService service = new SearchService(new Random(1), 2_001, Duration.ofSeconds(1));
		StepVerifier.create(bigin(service).query(Item.class).matching(WON).all())
			.expectNextCount(2_000)
			.verifyErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(BiginInvalidRequestException.class)
				.hasMessageContaining("created at about 2021-01-01T00:00:00Z"));
	}

	private static QueryTemplate bigin(PagedService service) {
		return new QueryTemplate(service, OperationObserver.NONE, RecordMapper.create(), 200, InstantSource.system());
	}

	@BiginModule("Pipelines")
	record Item(String id, @Nullable String stage) {

	}

	@BiginModule("Pipelines")
	record Anonymous(@Nullable String stage) {

	}

	/**
	 * Finds all its records, in an order of its own, or those of some time.
	 */
	private static final class SearchService extends PagedService {

		private static final Pattern TIME = Pattern.compile("\\(Created_Time:(greater_equal|less_than):([^)]+)\\)");

		private final List<Deal> deals = new ArrayList<>();

		SearchService(Random random, int size, Duration time) {
			for (int i = 0; i < size; i++) {
				this.deals
					.add(new Deal(String.valueOf(1000 + i), EARLY.plusSeconds(random.nextInt((int) time.toSeconds()))));
			}
			Collections.shuffle(this.deals, random);
		}

		List<String> ids() {
			return this.deals.stream().map(Deal::id).toList();
		}

		@Override
		String response(BiginCall<?> call) {
			int size = number(call, "per_page");
			int page = number(call, "page");
			if (page * size > MAX_RECORDS) {
				throw refusal(call, "LIMIT_REACHED");
			}
			String criteria = parameter(call, "criteria");
			Predicate<Instant> created = created((criteria != null) ? criteria : "");
			List<Deal> found = this.deals.stream().filter((deal) -> created.test(deal.created())).toList();
			int from = Math.min((page - 1) * size, found.size());
			int to = Math.min(from + size, found.size());
			return page(found.subList(from, to).stream().map(Deal::json).toList(), to < found.size(), null);
		}

		private static Predicate<Instant> created(String criteria) {
			Predicate<Instant> matches = (created) -> true;
			Matcher time = TIME.matcher(criteria);
			while (time.find()) {
				Instant bound = OffsetDateTime.parse(time.group(2)).toInstant();
				boolean before = time.group(1).equals("less_than");
				matches = matches.and((created) -> created.isBefore(bound) == before);
			}
			return matches;
		}

	}

	private record Deal(String id, Instant created) {

		String json() {
			return "{\"id\":\"" + this.id + "\",\"Stage\":\"Won\"}";
		}

	}

}
