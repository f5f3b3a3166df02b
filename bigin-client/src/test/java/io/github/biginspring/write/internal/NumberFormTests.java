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

package io.github.biginspring.write.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import io.github.biginspring.criteria.Criteria;
import io.github.biginspring.criteria.CriteriaRenderer;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.StubExchange;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.write.WriteOperations;
import io.github.biginspring.write.WriteResult.Rejected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * The form in which numbers go out.
 */
class NumberFormTests {

	private final StubExchange service = new StubExchange();

	private final RecordMapper mapper = RecordMapper.create();

	private final WriteOperations bigin = new WriteTemplate(this.service, OperationObserver.NONE, this.mapper);

	static Stream<Arguments> numbers() {
		return Stream.of(arguments(new BigDecimal("1E+2"), "100"), arguments(new BigDecimal("1E-9"), "0.000000001"),
				arguments(new BigDecimal("10.50"), "10.50"), arguments(1e10, "10000000000"),
				arguments(1.5e-7, "0.00000015"), arguments(0.1, "0.1"), arguments(1e10f, "10000000000"),
				arguments(-2.5f, "-2.5"), arguments(Long.MAX_VALUE, "9223372036854775807"),
				arguments(new AtomicLong(7), "7"), arguments(1e300, "1" + "0".repeat(300)));
	}

	static Stream<Number> noNumbers() {
		return Stream.of(Double.NaN, Double.NEGATIVE_INFINITY, Float.NaN, Float.POSITIVE_INFINITY,
				new BigDecimal("1E+999999999"), new BigDecimal("1E-1000000"));
	}

	@ParameterizedTest
	@MethodSource("numbers")
	void goOutInPlainDigits(Number number, String digits) {
		this.service.response(201, WriteTemplateTests.response("SUCCESS"));
		StepVerifier
			.create(this.bigin.create("Own",
					new BiginRecord().set("N", number).set("L", List.of(number)).set("M", Map.of("N", number))))
			.expectNextCount(1)
			.verifyComplete();
		assertThat(this.service.body())
			.contains("{\"N\":" + digits + ",\"L\":[" + digits + "],\"M\":{\"N\":" + digits + "}}");
	}

	@ParameterizedTest
	@MethodSource("numbers")
	void goOutInPlainDigitsOfATypedRecord(Number number, String digits) {
		this.service.response(201, WriteTemplateTests.response("SUCCESS"));
		StepVerifier.create(this.bigin.create(new Amounts(number, number.doubleValue(), List.of(number))))
			.expectNextCount(1)
			.verifyComplete();
		assertThat(this.service.body()).contains("\"Amount\":" + digits + ",")
			.contains("\"More\":[" + digits + "]")
			.doesNotContain("E+")
			.doesNotContainPattern("[0-9]E");
	}

	@ParameterizedTest
	@MethodSource("numbers")
	void areComparedInPlainDigits(Number number, String digits) {
		Criteria criteria = Criteria.where("Amount").is(number);
		assertThat(CriteriaRenderer.SEARCH.render(criteria).text()).isEqualTo("(Amount:equals:" + digits + ")");
		assertThat(CriteriaRenderer.COQL.render(criteria).text()).isEqualTo("Amount = " + digits);
		assertThat(this.mapper.jsonMapper().writeValueAsString(CriteriaRenderer.BULK.render(criteria)))
			.contains("\"value\":" + digits + "}");
	}

	@ParameterizedTest
	@MethodSource("numbers")
	void areReadAsPlainText(Number number, String digits) {
		assertThat(new BiginRecord().set("N", number).getText("N")).isEqualTo(digits);
	}

	@ParameterizedTest
	@MethodSource("noNumbers")
	void areRefusedWhereTheyCannotBeWrittenOut(Number number) {
		assertThatIllegalArgumentException().isThrownBy(() -> Criteria.where("Amount").is(number))
			.withMessageContaining("Field Amount cannot be compared");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.bigin.create("Own", new BiginRecord().set("Amount", List.of(number))))
			.withMessageContaining("Field Amount");
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.create(new Amounts(number, 0, List.of())))
			.withMessageContaining("Field Amount");
	}

	@Test
	void rejectsTheOneRecordOfAStream() {
		this.service.response(201, WriteTemplateTests.response("SUCCESS"));
		StepVerifier
			.create(this.bigin.batch(Amounts.class)
				.create(Flux.just(new Amounts(1, Double.NaN, List.of()), new Amounts(1, 1, List.of()))))
			.assertNext((result) -> assertThat(((Rejected<?>) result).error()).hasMessageContaining("Field Rate")
				.hasMessageContaining("NaN"))
			.assertNext((result) -> assertThat(result.isWritten()).isTrue())
			.verifyComplete();
	}

	@BiginModule("Own")
	record Amounts(@Nullable Number amount, double rate, List<Number> more) {

	}

}
