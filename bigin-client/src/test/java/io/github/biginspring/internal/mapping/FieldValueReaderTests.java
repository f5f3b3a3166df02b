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

package io.github.biginspring.internal.mapping;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FieldValueReader} and what it learns.
 */
class FieldValueReaderTests {

	private final FieldValueReader reader = new FieldValueReader();

	private final JsonMapper json = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	@Test
	void objectsOfTheSameFieldsShareTheirNames() {
		read("{\"a\":1,\"b\":{\"c\":2}}");
		FieldShape shape = learnt("a", "b");
		read("{\"a\":3,\"b\":{\"c\":4}}");
		assertThat(learnt("a", "b")).isSameAs(shape);
	}

	@Test
	void readsWhateverFieldsComeWhateverCameBefore() {
		Random random = new Random(11);
		for (int i = 0; i < 3000; i++) {
			String object = object(random, 0);
			assertThat(read(object)).as(object).isEqualTo(expected(object)).hasToString(expected(object).toString());
		}
	}

	@Test
	void theLastOfSeveralFieldsOfTheSameNameCountsAtTheFirstPlace() {
		for (int i = 0; i < 3; i++) {
			assertThat(read("{\"a\":1,\"b\":2,\"a\":3,\"c\":{\"x\":1,\"x\":2},\"d\":4}"))
				.hasToString("{a=3, b=2, c={x=2}, d=4}");
			assertThat(read("{\"a\":1,\"a\":{\"b\":3,\"b\":4}}")).hasToString("{a={b=4}}");
			assertThat(read("{\"a\":1,\"b\":2}")).hasToString("{a=1, b=2}");
		}
	}

	@Test
	void aFieldMayHaveAnyName() {
		for (int i = 0; i < 3; i++) {
			assertThat(read("{\"\":1,\"a\\\"b\":2,\"\\u00e9é日本\":3,\"a\\u0000\":4,\"\":5}"))
				.isEqualTo(Map.of("", 5, "a\"b", 2, "éé日本", 3, "a\u0000", 4));
		}
	}

	@Test
	void keepsOnlySoManyNames() {
		for (int i = 0; i < 5000; i++) {
			String name = "n".repeat(i % 150) + i;
			assertThat(read("{\"id\":\"1\",\"" + name + "\":{\"" + i + "\":2},\"end\":3}"))
				.hasToString("{id=1, " + name + "={" + i + "=2}, end=3}");
		}
		String wide = IntStream.range(0, 3000)
			.mapToObj((i) -> "\"w" + i + "\":" + i)
			.collect(Collectors.joining(",", "{", "}"));
		assertThat(read(wide)).hasSize(3000).containsEntry("w2999", 2999).isEqualTo(expected(wide));
		assertThat(count(this.reader.shapes().start())).isBetween(1, 513);
	}

	@Test
	void learnsAnewWhereWhatItHasLearntIsOfNoUse() {
		for (int i = 0; i < 1000; i++) {
			read("{\"field" + i + "\":1}");
		}
		for (int i = 0; i < 30_000; i++) {
			read("{\"a\":1,\"b\":2}");
		}
		assertThat(learnt("a", "b")).isNotNull();
		assertThat(count(this.reader.shapes().start())).isEqualTo(3);
	}

	@RepeatedTest(5)
	void severalThreadsLearnAtATime() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			List<Callable<Void>> readings = new ArrayList<>();
			for (int thread = 0; thread < 4; thread++) {
				int seed = thread % 2;
				readings.add(() -> {
					Random random = new Random(seed);
					for (int i = 0; i < 1500; i++) {
						String object = object(random, 0);
						assertThat(read(object)).as(object).hasToString(expected(object).toString());
					}
					return null;
				});
			}
			for (Future<Void> reading : threads.invokeAll(readings)) {
				reading.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(count(this.reader.shapes().start())).isLessThanOrEqualTo(513);
	}

	private FieldShape learnt(String... names) {
		FieldShape shape = this.reader.shapes().start();
		for (String name : names) {
			FieldShape next = shape.with(name);
			assertThat(next).isNotNull();
			shape = next;
		}
		return shape;
	}

	private static int count(FieldShape shape) {
		int count = 1;
		for (FieldShape branch : shape.branches()) {
			count += count(branch);
		}
		return count + ((shape.knownNested() != null) ? count(shape.knownNested()) : 0);
	}

	// of some fields that mostly come in the same order
	private static String object(Random random, int depth) {
		List<String> names = new ArrayList<>(List.of("id", "Last_Name", "Näme", "Owner", "Tag", "Amount", "$x", "日本"));
		if (random.nextInt(5) == 0) {
			Collections.shuffle(names, random);
		}
		names.removeIf((name) -> random.nextInt(8) == 0);
		if (random.nextInt(20) == 0) {
			names.add("Rare" + random.nextInt(50));
		}
		if (random.nextInt(20) == 0) {
			names.add("id");
		}
		return names.stream()
			.map((name) -> "\"" + name + "\":" + value(random, depth))
			.collect(Collectors.joining(",", "{", "}"));
	}

	private static String value(Random random, int depth) {
		return switch (random.nextInt((depth < 2) ? 9 : 7)) {
			case 0 -> "null";
			case 1 -> "true";
			case 2 -> String.valueOf(random.nextInt());
			case 3 -> random.nextInt(100) + ".50";
			case 4 -> "\"tëxt " + random.nextInt(1000) + "\"";
			case 5 -> "[]";
			case 6 -> "{}";
			case 7 -> object(random, depth + 1);
			default -> "[" + object(random, depth + 1) + ",1,[" + object(random, depth + 1) + "]]";
		};
	}

	private Map<String, Object> read(String object) {
		try (JsonParser parser = this.json.createParser(object.getBytes(StandardCharsets.UTF_8))) {
			parser.nextToken();
			Map<String, Object> fields = this.reader.readObject(parser);
			assertThat(parser.nextToken()).isNull();
			return fields;
		}
	}

	private Map<?, ?> expected(String object) {
		return this.json.readValue(object, LinkedHashMap.class);
	}

}
