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

package io.github.biginspring.internal.call;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.biginspring.internal.call.ResultPairing.Label;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which result belongs to which record.
 */
class ResultPairingTests {

	@Test
	void goesByTheIdsInWhateverOrder() {
		assertThat(pair(ids("1", "2", "3"), written("3"), written("2"), rejected(Map.of("id", "1"))))
			.containsExactly(rejected(Map.of("id", "1")), written("2"), written("3"));
	}

	@Test
	void goesByThePlaceInTheRequestWhereThereIsNoId() {
		Result rejected = rejected(Map.of("json_path", "$.data[0].Last_Name"));
		assertThat(pair(ids("1", "2", "3"), written("3"), rejected, written("2"))).containsExactly(rejected,
				written("2"), written("3"));
	}

	@Test
	void givesTheOneThatIsLeftToTheOneThatNamesNone() {
		Result rejected = rejected(Map.of());
		assertThat(pair(ids("1", "2", "3"), written("3"), written("2"), rejected)).containsExactly(rejected,
				written("2"), written("3"));
	}

	@Test
	void goesByTheOrderWhereNothingContradictsIt() {
		Result rejected = rejected(Map.of());
		assertThat(pair(ids("1", "2", "3"), rejected, written("2"), rejected)).containsExactly(rejected, written("2"),
				rejected);
		assertThat(pair(ids(null, null), written("9"), written("8"))).containsExactly(written("9"), written("8"));
	}

	@Test
	void doesNotGuessWhichOfSeveralIsLeft() {
		assertThat(pair(ids("1", "2", "3"), rejected(Map.of()), rejected(Map.of()), written("1"))).isNull();
		assertThat(
				pair(ids(null, null, null), written("9"), rejected(Map.of("json_path", "$.data[0].A")), written("8")))
			.isNull();
	}

	@Test
	void doesNotTakeWhatWasNotSent() {
		assertThat(pair(ids("1", "2"), written("1"), written("7"))).isNull();
		assertThat(pair(ids("1", "2"), written("1"), rejected(Map.of("id", "7")))).isNull();
		assertThat(pair(ids("1"), written("7"))).isNull();
	}

	@Test
	void doesNotTakeOneTwiceOrLeaveOneOut() {
		assertThat(pair(ids("1", "2"), written("1"), written("1"))).isNull();
		assertThat(pair(ids("1", "2"), written("1"))).isNull();
		assertThat(pair(ids("1", "2"), written("1"), new Result(true, null, Map.of()))).isNull();
		assertThat(pair(ids("1", "2"), rejected(Map.of("json_path", "$.data[1].A")), written("2"))).isNull();
		assertThat(pair(ids("1", "2"), written("1"), rejected(Map.of("json_path", "$.data[2].A")))).isNull();
	}

	@Test
	void takesTheOnlyResultForThatOfTheOnlyRecordWhateverPlaceItNames() {
		Result rejected = rejected(Map.of("json_path", "$.data[1].Last_Name"));
		assertThat(pair(ids("1"), rejected)).containsExactly(rejected);
	}

	@Test
	void takesTheIdOfADuplicateForThatOfAnotherRecord() {
		Result duplicate = new Result(false, "DUPLICATE_DATA", Map.of("id", "2"));
		assertThat(pair(ids("1", "2"), duplicate, written("2"))).containsExactly(duplicate, written("2"));
	}

	@Test
	void pairsNewRecordsBesideKnownOnes() {
		assertThat(pair(ids(null, "1"), written("9"), written("1"))).containsExactly(written("9"), written("1"));
		assertThat(pair(ids(null, "1"), written("1"), written("9"))).containsExactly(written("9"), written("1"));
		assertThat(pair(ids(null, "1"), written("8"), written("9"))).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "$.data[", "$.data[]", "$.data[x]", "$.data[-1]", "$.data[99999999999]", "$.other[1]" })
	void takesNoOtherPathForAPlace(String path) {
		assertThat(Label.of(false, null, Map.of("json_path", path)).index()).isEqualTo(-1);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void noRecordHasTheResultOfAnother(long seed) {
		Random random = new Random(seed);
		int paired = 0;
		for (int round = 0; round < 2_000; round++) {
			int count = 1 + random.nextInt(6);
			List<String> ids = IntStream.range(0, count).mapToObj(String::valueOf).toList();
			List<Result> sent = new ArrayList<>();
			for (int i = 0; i < count; i++) {
				sent.add(result(random, i));
			}
			List<Result> results = new ArrayList<>(sent);
			Collections.shuffle(results, random);
			switch (random.nextInt(4)) {
				case 0 -> results.remove(random.nextInt(results.size()));
				case 1 -> results.set(random.nextInt(results.size()), written("77"));
				case 2 -> results.set(random.nextInt(results.size()), results.get(random.nextInt(results.size())));
				default -> {
				}
			}
			List<Result> found = ResultPairing.pair(ids, results, Result::label);
			if (found != null) {
				paired++;
				for (int i = 0; i < count; i++) {
					assertThat(found.get(i).owner()).as("seed %s, round %s: %s", seed, round, results).isEqualTo(i);
				}
			}
		}
		assertThat(paired).isGreaterThan(300);
	}

	private static Result result(Random random, int owner) {
		Map<String, @Nullable Object> details = new HashMap<>();
		details.put("owner", owner);
		boolean success = random.nextBoolean();
		if (success || random.nextBoolean()) {
			details.put("id", String.valueOf(owner));
		}
		else {
			details.put("json_path", "$.data[" + owner + "].Last_Name");
		}
		return new Result(success, success ? "SUCCESS" : "INVALID_DATA", details);
	}

	private static List<@Nullable String> ids(@Nullable String... ids) {
		List<@Nullable String> list = new ArrayList<>();
		Collections.addAll(list, ids);
		return list;
	}

	private static @Nullable List<Result> pair(List<@Nullable String> ids, Result... results) {
		return ResultPairing.pair(ids, List.of(results), Result::label);
	}

	private static Result written(String id) {
		return new Result(true, "SUCCESS", Map.of("id", id));
	}

	private static Result rejected(Map<String, ? extends @Nullable Object> details) {
		return new Result(false, "INVALID_DATA", details);
	}

	private record Result(boolean success, @Nullable String code, Map<String, ? extends @Nullable Object> details) {

		Label label() {
			return Label.of(this.success, this.code, this.details);
		}

		int owner() {
			return (this.details.get("owner") instanceof Integer owner) ? owner : -1;
		}

	}

}
