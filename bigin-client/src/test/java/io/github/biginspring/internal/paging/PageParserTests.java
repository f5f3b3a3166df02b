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

package io.github.biginspring.internal.paging;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

import io.github.biginspring.query.PageInfo;
import io.github.biginspring.query.RecordPage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PageParser}.
 */
class PageParserTests {

	private static final JsonMapper JSON = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {
	};

	@Test
	void readsAFullPageOfAList() {
		String records = IntStream.range(0, 200)
			.mapToObj((i) -> """
					{"Owner":{"name":"Dr Mortimer","id":"11","email":"m@example.com"},"Last_Name":"Watson %d",
					"Tag":[{"name":"vip","id":"33","color_code":null}],"id":"%d"}""".formatted(i,
					7255024000000596045L + i))
			.collect(Collectors.joining(","));
		RecordPage<Map<String, Object>> page = parse(
				"{\"data\":[" + records + "],\"info\":{\"per_page\":200,\"count\":200,"
						+ "\"page\":1,\"more_records\":true,\"sort_by\":\"id\",\"sort_order\":\"desc\","
						+ "\"next_page_token\":\"c8582e\",\"previous_page_token\":null,"
						+ "\"page_token_expiry\":\"2026-02-07T00:28:53-08:00\"}}");
		assertThat(page.items()).hasSize(200);
		assertThat(page.items().get(0)).containsEntry("Last_Name", "Watson 0")
			.containsEntry("id", "7255024000000596045");
		assertThat(page.items().get(199)).containsEntry("Last_Name", "Watson 199")
			.containsEntry("id", "7255024000000596244");
		assertThat(page.info()).isEqualTo(new PageInfo(1, 200, 200, true, "c8582e"));
		assertThat(page.hasNext()).isTrue();
		assertThat(page.nextPageToken()).isEqualTo("c8582e");
	}

	@Test
	void readsTheInfoOfASearchWhichHasNoTokens() {
		RecordPage<Map<String, Object>> page = parse(
				"{\"data\":[{\"id\":\"1\"}],\"info\":{\"per_page\":200,\"count\":1,"
						+ "\"page\":2,\"more_records\":true,\"sort_by\":\"id\",\"sort_order\":\"desc\"}}");
		assertThat(page.info()).isEqualTo(new PageInfo(2, 200, 1, true, null));
	}

	@Test
	void readsARecordByIdWhichHasNoInfo() {
		RecordPage<Map<String, Object>> page = parse("{\"data\":[{\"id\":\"1\"}]}");
		assertThat(page.items()).containsExactly(Map.of("id", "1"));
		assertThat(page.hasNext()).isFalse();
	}

	@Test
	void readsUsers() {
		PageParser<String> parser = new PageParser<>(JSON, "users",
				(json) -> (String) JSON.readerFor(FIELDS)
					.without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
					.<Map<String, Object>>readValue(json)
					.get("full_name"));
		RecordPage<String> page = parser.parse(bytes("""
				{"users":[{"id":"1","full_name":"Dr Mortimer","role":{"name":"CEO","id":"2"},"Modified_Time":null},
				{"id":"3","full_name":"Dr Watson","status":"active"}],
				"info":{"per_page":200,"count":2,"page":1,"more_records":false}}"""));
		assertThat(page.items()).containsExactly("Dr Mortimer", "Dr Watson");
		assertThat(page.hasNext()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"info\":{\"page\":1,\"more_records\":true},\"data\":[{\"id\":\"1\"}]}",
			"{\"new\":{\"data\":[{\"id\":\"2\"}]},\"data\":[{\"id\":\"1\"}],\"info\":{\"more_records\":true}}",
			"{\"list\":[[1],{\"info\":{}}],\"data\":[{\"id\":\"1\"}],\"info\":{\"more_records\":true,\"new\":[{}]}}",
			"{\"data\":[{\"id\":\"1\"}],\"info\":{\"page\":null,\"count\":null,\"more_records\":true}}",
			"\n {\"data\" : [ {\"id\" : \"1\"} ], \"info\" : {\"more_records\" : true}, \"x\":1 } \n" })
	void takesNamesInAnyOrderAndUnknownOnes(String body) {
		RecordPage<Map<String, Object>> page = parse(body);
		assertThat(page.items()).containsExactly(Map.of("id", "1"));
		assertThat(page.hasNext()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"data\":[],\"info\":null}", "{\"data\":[]}", "{\"data\":[],\"info\":[]}" })
	void readsAnEmptyArrayAsAnEmptyPage(String body) {
		assertThat(parse(body)).isEqualTo(new RecordPage<>(List.of(), PageInfo.NONE));
	}

	@Test
	void readsNoBodyAsNothing() {
		assertThat(parse("")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "<html>Bad Gateway</html>", "[]", "null", "{}", "{\"data\":null}", "{\"data\":{}}",
			"{\"users\":[{\"id\":\"1\"}]}", "{\"data\":[1]}", "{\"data\":[null]}", "{\"data\":[[]]}",
			"{\"data\":[{\"id\":\"1\"}", "{\"data\":[{\"id\":\"1\"}],\"info\":{\"more_records\":", " ", "{\"data\":[" })
	void refusesOtherBodies(String body) {
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> parse(body));
	}

	@Test
	void leavesNothingOfABodyInItsMessage() {
		assertThatExceptionOfType(JacksonException.class)
			.isThrownBy(() -> parse("{\"users\":[{\"Email\":\"watson@example.com\"}]}"))
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("watson"));
	}

	private static RecordPage<Map<String, Object>> parse(String body) {
		ObjectReader reader = JSON.readerFor(FIELDS).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
		return new PageParser<Map<String, Object>>(JSON, "data", reader::readValue).parse(bytes(body));
	}

	private static byte[] bytes(String body) {
		return body.getBytes(StandardCharsets.UTF_8);
	}

}
