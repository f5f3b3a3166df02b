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

package io.github.biginspring.hostile;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.FieldNaming;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A record is on the wire, and after it, what was set in it.
 */
class HostileRecordTests {

	private static final int CASES = 1000;

	private final JsonMapper mapper = RecordMapper.create(FieldNaming.BIGIN, (builder) -> {
	}).jsonMapper();

	@ParameterizedTest(name = "seed {0}")
	@ValueSource(longs = { 41, 42, 43 })
	void comesBackFromJsonAsItWasSet(long seed) {
		HostileText texts = new HostileText(seed);
		for (int i = 0; i < CASES; i++) {
			Map<String, Object> fields = fields(texts, 3);
			byte[] json = this.mapper.writeValueAsBytes(BiginRecord.of(fields));
			// one reader that knows nothing of records, and the client's own
			assertSame(JsonMapper.shared().readTree(json), fields);
			BiginRecord read = this.mapper.readValue(json, BiginRecord.class);
			assertThat(read.asMap().keySet()).containsExactlyElementsOf(fields.keySet());
			assertSame(this.mapper.readTree(this.mapper.writeValueAsBytes(read)), fields);
			fields.forEach((name, value) -> {
				if (value instanceof String) {
					assertThat(read.getText(name)).isEqualTo(value);
				}
				else if (value instanceof Number) {
					assertThat(read.getNumber(name).doubleValue()).isEqualTo(((Number) value).doubleValue());
				}
				else {
					assertThat(read.has(name)).isTrue();
				}
			});
		}
	}

	private static void assertSame(JsonNode node, Object value) {
		if (value instanceof Map<?, ?> map) {
			assertThat(node.propertyNames()).hasSameSizeAs(map.keySet());
			map.forEach((name, element) -> assertSame(node.get((String) name), element));
		}
		else if (value instanceof List<?> list) {
			assertThat(node.isArray()).isTrue();
			assertThat(node.size()).isEqualTo(list.size());
			for (int i = 0; i < list.size(); i++) {
				assertSame(node.get(i), list.get(i));
			}
		}
		else if (value instanceof Double number) {
			assertThat(node.doubleValue()).isEqualTo(number);
		}
		else if (value instanceof BigInteger || value instanceof Long) {
			assertThat(node.bigIntegerValue()).hasToString(value.toString());
		}
		else if (value instanceof BigDecimal) {
			assertThat(node.isNumber()).isTrue();
		}
		else if (value == null) {
			assertThat(node.isNull()).isTrue();
		}
		else if (value instanceof Boolean) {
			assertThat(node.booleanValue()).isEqualTo(value);
		}
		else {
			assertThat(node.stringValue()).isEqualTo(value);
		}
	}

	private static Map<String, Object> fields(HostileText texts, int depth) {
		Map<String, Object> fields = new LinkedHashMap<>();
		int count = texts.random().nextInt(6);
		for (int i = 0; i < count; i++) {
			String name = texts.random().nextBoolean() ? texts.text() : texts.name(8);
			if (!name.isBlank()) {
				fields.put(name, value(texts, depth - 1));
			}
		}
		return fields;
	}

	private static Object value(HostileText texts, int depth) {
		return switch (texts.random().nextInt((depth > 0) ? 9 : 7)) {
			case 0 -> null;
			case 1 -> texts.random().nextBoolean();
			case 2 -> texts.random().nextLong();
			case 3 -> finite(Double.longBitsToDouble(texts.random().nextLong()));
			case 4 -> new BigInteger(200, texts.random());
			// no more digits than a double keeps
			case 5 -> new BigDecimal(new BigInteger(49, texts.random()), texts.random().nextInt(60) - 20);
			case 6 -> texts.text();
			case 7 -> fields(texts, depth);
			default -> {
				List<Object> list = new ArrayList<>();
				for (int i = texts.random().nextInt(4); i > 0; i--) {
					list.add(value(texts, depth - 1));
				}
				yield list;
			}
		};
	}

	private static double finite(double number) {
		return Double.isFinite(number) ? number : 0.1;
	}

}
