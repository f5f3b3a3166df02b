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

package io.github.biginspring.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

/**
 * Tests for {@link BiginRecord} as JSON, by the mapper of an application.
 */
class BiginRecordJsonTests {

	@ParameterizedTest
	@MethodSource("applicationMappers")
	void isWrittenAsItStandsOnTheWire(JsonMapper mapper) {
		BiginRecord record = BiginRecord.withId("7255024000000596045")
			.set("Last_Name", "Watson")
			.set("Birthday", LocalDate.of(1852, 7, 7))
			.set("All_day", null)
			.set("Account_Name", Lookup.of("1"))
			.set("Tag", List.of(Tag.of("vip")));
		assertThat(mapper.writeValueAsString(record)).isEqualTo("{\"id\":\"7255024000000596045\","
				+ "\"Last_Name\":\"Watson\",\"Birthday\":\"1852-07-07\",\"All_day\":null,"
				+ "\"Account_Name\":{\"id\":\"1\"},\"Tag\":[{\"name\":\"vip\"}]}");
	}

	@ParameterizedTest
	@MethodSource("applicationMappers")
	void isReadBackUnderTheSameNames(JsonMapper mapper) {
		BiginRecord record = mapper.readValue("{\"id\":\"7255024000000596045\",\"Id\":\"x\",\"Last_Name\":\"Watson\","
				+ "\"$approved\":true,\"Amount\":12.5,\"Phone\":null,\"Account_Name\":{\"name\":\"Zylker\",\"id\":\"1\"},"
				+ "\"Tag\":[{\"name\":\"vip\",\"color_code\":null}]}", BiginRecord.class);
		assertThat(record.asMap().keySet()).containsExactly("id", "Id", "Last_Name", "$approved", "Amount", "Phone",
				"Account_Name", "Tag");
		assertThat(record.getId()).isEqualTo("7255024000000596045");
		assertThat(record.getNumber("Amount")).isEqualTo(new BigDecimal("12.5"));
		assertThat(record.getLookup("Account_Name")).isEqualTo(new Lookup("1", "Zylker"));
		assertThat(record.getTags("Tag")).containsExactly(Tag.of("vip"));
	}

	@Test
	void whatIsReadFromJsonCountsAsSet() {
		BiginRecord record = JsonMapper.shared().readValue("{\"id\":\"1\",\"Phone\":null}", BiginRecord.class);
		assertThat(record.changes()).containsExactly(entry("id", "1"), entry("Phone", null));
	}

	@Test
	void referencesAndTagsAreWrittenAsOnTheWire() {
		JsonMapper mapper = JsonMapper.shared();
		assertThat(mapper.writeValueAsString(List.of(Lookup.of("1"), UserLookup.of("2"), Tag.of("vip"))))
			.isEqualTo("[{\"id\":\"1\"},{\"id\":\"2\"},{\"name\":\"vip\"}]");
		assertThat(mapper.readValue("{\"name\":\"vip\",\"id\":\"3\",\"color_code\":\"#57B1FD\"}", Tag.class))
			.isEqualTo(new Tag("vip", "3", "#57B1FD"));
		assertThat(mapper.convertValue(Map.of("name", "Watson", "id", "2", "email", "w@example.com"), UserLookup.class))
			.isEqualTo(new UserLookup("2", "Watson", "w@example.com"));
	}

	static Stream<JsonMapper> applicationMappers() {
		return Stream.of(JsonMapper.shared(),
				JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build(),
				JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE).build(),
				JsonMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES).build());
	}

}
