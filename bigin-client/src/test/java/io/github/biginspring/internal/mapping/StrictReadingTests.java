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

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

import io.github.biginspring.internal.call.UnfitRecordException;
import io.github.biginspring.internal.paging.PageParser;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.model.BiginRecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Values that do not fit the property that they are read into.
 */
class StrictReadingTests {

	private final RecordMapper mapper = RecordMapper.create();

	private final RecordMapping<Everything> mapping = this.mapper.forType(Everything.class);

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "Kind|1", "Kind|\"1\"", "Kind|\"0\"", "Kind|true", "Kinds|[\"A\",1]",
					"Day|\"2026-02-06T00:28:53-08:00\"", "Day|\"2026-02-06T00:28:53Z\"", "Day|\"2026-02-06T00:28:53\"",
					"Day|20000", "Day|[2026,2,6]", "Local|\"2026-02-06T00:28:53Z\"",
					"Local|\"2026-02-06T00:28:53-08:00\"", "Local|[2026,2,6,1,1]", "Time|\"2026-02-06\"",
					"Time|1700000000", "Count|1.5", "Count|2147483648", "Count|\"x\"", "Count|true", "Count|-1e20",
					"Total|1.5", "Total|9223372036854775808", "Total|\"9223372036854775808\"", "Flag|1", "Flag|0",
					"Flag|\"yes\"", "Flag|\"1\"", "Flag|1.0", "Rate|1e400", "Rate|-1e400", "Share|1e39", "Amount|true",
					"Amount|\"12 EUR\"", "Text|{\"a\":1}", "Text|[1]", "Level|128", "Level|255", "Level|\"200\"",
					"Level|-129", "Level|1.5", "Level|true" })
	void isAnErrorThatNamesTheField(String field, String value) {
		String record = "{\"id\":\"42\",\"" + field + "\":" + value + "}";
		assertUnfit(field, () -> this.mapping.read(parser(record)));
		assertUnfit(field, () -> this.mapping.read(parser(record), (fields) -> true));
		assertUnfit(field, () -> this.mapping.convert(this.mapper.untyped("Own").read(parser(record))));
	}

	private void assertUnfit(String field, Runnable reading) {
		assertThatExceptionOfType(JacksonException.class).isThrownBy(reading::run)
			.satisfies((ex) -> assertThat(Misfit.of(ex).field()).isEqualTo(field));
	}

	@Test
	void whatFitsIsRead() {
		Everything read = this.mapping.read(parser("""
				{"id":"42","Kind":"B","Kinds":["A"],"Day":"2026-02-06","Local":"2026-02-06T00:28:53",
				"Time":"2026-02-06T00:28:53-08:00","Count":2147483647,"Total":-9223372036854775808,"Flag":"true",
				"Rate":1e300,"Share":0.5,"Amount":1.50,"Text":"1","Level":-128}"""));
		assertThat(read).isEqualTo(new Everything("42", Kind.B, List.of(Kind.A), LocalDate.of(2026, 2, 6),
				LocalDateTime.of(2026, 2, 6, 0, 28, 53), OffsetDateTime.parse("2026-02-06T00:28:53-08:00"),
				Integer.MAX_VALUE, Long.MIN_VALUE, true, 1e300, 0.5f, new BigDecimal("1.50"), "1", (byte) -128));
	}

	@Test
	void whatIsEmptyIsRead() {
		Everything read = this.mapping.read(parser(
				"{\"Kind\":null,\"Day\":null,\"Count\":null,\"Total\":null,\"Flag\":null,\"Rate\":null,\"Share\":null}"));
		assertThat(read.count()).isZero();
		assertThat(read.rate()).isNull();
		assertThat(read.share()).isZero();
	}

	@Test
	void namesTheRecordAndTheFieldAndNeverTheValue() {
		PageParser<Everything> parser = new PageParser<>(this.mapper.jsonMapper(), "data", this.mapping::read);
		assertThatExceptionOfType(UnfitRecordException.class)
			.isThrownBy(() -> parser.parse("{\"data\":[{\"id\":\"41\"},{\"Count\":1.5,\"id\":\"42\"}]}".getBytes()))
			.withMessage("record 42 cannot be read: field Count does not fit the type int");
		assertThatExceptionOfType(UnfitRecordException.class)
			.isThrownBy(() -> parser.parse("{\"data\":[{\"id\":\"41\"},{\"Kind\":\"secret\"}]}".getBytes()))
			.withMessageStartingWith("record number 2 of the page cannot be read: field Kind does not fit")
			.withMessageNotContaining("secret");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-02-06T00:28:53-08:00", "20260206", "6.2.2026" })
	void accessorsOfRecordsAreAsStrict(String text) {
		BiginRecord record = new BiginRecord().set("F", text);
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> record.getDate("F"));
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> record.getBoolean("F"));
		BiginRecord number = new BiginRecord().set("F", 1);
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> number.getDate("F"));
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> number.getDateTime("F"));
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> number.getBoolean("F"));
		BiginRecord date = new BiginRecord().set("F", "2026-02-06");
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> date.getDateTime("F"));
	}

	private JsonParser parser(String json) {
		JsonParser parser = this.mapper.jsonMapper().createParser(json);
		parser.nextToken();
		return parser;
	}

	enum Kind {

		A, B

	}

	@BiginModule("Own")
	record Everything(@Nullable String id, @Nullable Kind kind, @Nullable List<Kind> kinds, @Nullable LocalDate day,
			@Nullable LocalDateTime local, @Nullable OffsetDateTime time, int count, long total, boolean flag,
			@Nullable Double rate, float share, @Nullable BigDecimal amount, @Nullable String text, byte level) {

	}

}
