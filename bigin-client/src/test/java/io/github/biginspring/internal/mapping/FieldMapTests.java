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

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link FieldMap}: whatever is done to it, it is as a {@link LinkedHashMap}.
 */
class FieldMapTests {

	private static final int NAMES = 40;

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 3, 4, 5, 8, 9, 25, 33 })
	void isAsALinkedHashMapAfterAnyOperations(int size) {
		for (int seed = 0; seed < 300; seed++) {
			Random random = new Random(seed);
			Map<String, Object> expected = new LinkedHashMap<>();
			Map<String, Object> map = map(size, expected);
			requireSame(map, expected, random);
			for (int step = 0; step < 12; step++) {
				int operation = random.nextInt(19);
				String name = name(random.nextInt(NAMES));
				Object value = random.nextBoolean() ? random.nextInt() : null;
				long at = random.nextLong();
				assertThat(apply(operation, map, name, value, at)).as("operation %s, seed %s", operation, seed)
					.isEqualTo(apply(operation, expected, name, value, at));
				requireSame(map, expected, random);
			}
		}
	}

	private static Object apply(int operation, Map<String, Object> map, String name, Object value, long at) {
		return switch (operation) {
			case 0 -> map.put(name, value);
			case 1 -> map.remove(name);
			case 2 -> map.putIfAbsent(name, value);
			case 3 -> map.merge(name, 1, (before, one) -> null);
			case 4 -> map.computeIfAbsent(name, (key) -> value);
			case 5 -> map.compute(name, (key, before) -> (before != null) ? null : value);
			case 6 -> map.replace(name, value);
			case 7 -> removeThroughIterator(map, at);
			case 8 -> setThroughIterator(map, value, at);
			case 9 -> map.keySet().remove(name);
			case 10 -> map.values().remove(value);
			case 11 ->
				map.entrySet().removeIf((field) -> String.valueOf(field.getKey()).hashCode() % 3 == Math.abs(at % 3));
			case 12 -> map.keySet().retainAll(Arrays.asList(name, name(1), name(2), name(3), name(17)));
			case 13 -> {
				map.replaceAll((key, before) -> key + before);
				yield null;
			}
			case 14 -> {
				Map<String, Object> further = new LinkedHashMap<>();
				further.put(name, value);
				further.put(name(0), 7);
				map.putAll(further);
				yield null;
			}
			case 15 -> map.put(null, value);
			case 16 -> map.remove(null);
			case 17 -> {
				if (at % 5 == 0) {
					map.clear();
				}
				yield null;
			}
			default -> map.remove(name, value);
		};
	}

	// of the elements from a place on every other one
	private static Object removeThroughIterator(Map<String, Object> map, long at) {
		List<Object> seen = new ArrayList<>();
		Iterator<Map.Entry<String, Object>> iterator = map.entrySet().iterator();
		for (int i = 0; iterator.hasNext(); i++) {
			Map.Entry<String, Object> entry = iterator.next();
			seen.add(entry.toString());
			if (i >= Math.abs(at % 7) && i % 2 == 0) {
				iterator.remove();
				seen.add(thrown(iterator::remove));
			}
		}
		seen.add(thrown(iterator::next));
		return seen;
	}

	private static Object setThroughIterator(Map<String, Object> map, Object value, long at) {
		List<Object> before = new ArrayList<>();
		for (Map.Entry<String, Object> entry : map.entrySet()) {
			if (entry.hashCode() % 2 == at % 2) {
				before.add(entry.setValue(value));
				before.add(entry.getValue());
			}
		}
		return before;
	}

	private static Object thrown(Runnable action) {
		try {
			action.run();
			return "nothing";
		}
		catch (IllegalStateException | NoSuchElementException | ConcurrentModificationException ex) {
			return ex.getClass();
		}
	}

	private static void requireSame(Map<String, Object> map, Map<String, Object> expected, Random random) {
		String name = name(random.nextInt(NAMES));
		boolean same = map.equals(expected) && expected.equals(map) && map.hashCode() == expected.hashCode()
				&& map.toString().equals(expected.toString()) && map.size() == expected.size()
				&& map.isEmpty() == expected.isEmpty() && map.containsKey(name) == expected.containsKey(name)
				&& Objects.equals(map.get(name), expected.get(name))
				&& Objects.equals(map.getOrDefault(name, 1), expected.getOrDefault(name, 1))
				&& map.containsKey(null) == expected.containsKey(null)
				&& map.containsValue(null) == expected.containsValue(null)
				&& List.copyOf(map.keySet().stream().map(String::valueOf).toList())
					.equals(expected.keySet().stream().map(String::valueOf).toList())
				&& new ArrayList<>(map.values()).equals(new ArrayList<>(expected.values()))
				&& map.entrySet().equals(expected.entrySet()) && expected.entrySet().equals(map.entrySet())
				&& map.entrySet().containsAll(expected.entrySet());
		List<Object> fields = new ArrayList<>();
		map.forEach((key, value) -> fields.add(key + "=" + value));
		List<Object> expectedFields = new ArrayList<>();
		expected.forEach((key, value) -> expectedFields.add(key + "=" + value));
		assertThat(same && fields.equals(expectedFields)).as("%s as %s", map, expected).isTrue();
	}

	@Test
	void leavesTheNamesOfOthersAlone() {
		FieldNames names = new FieldNames(new String[] { "a", "b" });
		FieldMap first = new FieldMap(names, new Object[] { 1, 2 });
		FieldMap second = new FieldMap(names, new Object[] { 3, 4 });
		first.remove("a");
		first.put("c", 5);
		assertThat(first).hasToString("{b=2, c=5}");
		assertThat(second).hasToString("{a=3, b=4}");
	}

	@Test
	void noticesChangesBesideAnIteration() {
		Map<String, Object> map = map(5, new LinkedHashMap<>());
		Iterator<String> iterator = map.keySet().iterator();
		iterator.next();
		map.put(name(0), "changed");
		iterator.next();
		map.put("new", 1);
		assertThatExceptionOfType(ConcurrentModificationException.class).isThrownBy(iterator::next);
		assertThatExceptionOfType(ConcurrentModificationException.class).isThrownBy(iterator::remove);
		Map<String, Object> other = map(5, new LinkedHashMap<>());
		assertThatExceptionOfType(ConcurrentModificationException.class)
			.isThrownBy(() -> other.forEach((name, value) -> other.put(name + "2", value)));
	}

	@Test
	void anEntryStaysOnItsField() {
		Map<String, Object> map = map(5, new LinkedHashMap<>());
		Map.Entry<String, Object> entry = map.entrySet().iterator().next();
		map.put("new", 1);
		map.put(entry.getKey(), "changed");
		assertThat(entry.getValue()).isEqualTo("changed");
		entry.setValue("again");
		assertThat(map).containsEntry(entry.getKey(), "again");
	}

	@Test
	void isSerializedByJavaAndByJackson() throws Exception {
		Map<String, Object> expected = new LinkedHashMap<>();
		Map<String, Object> map = map(9, expected);
		assertThat(JsonMapper.shared().writeValueAsString(map))
			.isEqualTo(JsonMapper.shared().writeValueAsString(expected));
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream output = new ObjectOutputStream(bytes)) {
			output.writeObject(map);
		}
		try (ObjectInputStream input = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
			assertThat(input.readObject()).isEqualTo(expected).isExactlyInstanceOf(LinkedHashMap.class);
		}
	}

	private static Map<String, Object> map(int size, Map<String, Object> same) {
		String[] names = IntStream.range(0, size).mapToObj(FieldMapTests::name).toArray(String[]::new);
		Object[] values = new Object[size];
		for (int i = 0; i < size; i++) {
			values[i] = (i % 3 == 0) ? null : "value " + i;
			same.put(names[i], values[i]);
		}
		return new FieldMap(new FieldNames(names), values);
	}

	// some of them with the same hash
	private static String name(int number) {
		return ((number % 2 == 0) ? "Aa" : "BB") + number / 2;
	}

}
