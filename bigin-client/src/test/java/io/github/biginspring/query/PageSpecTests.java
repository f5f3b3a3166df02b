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

package io.github.biginspring.query;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link PageSpec}.
 */
class PageSpecTests {

	@Test
	void beginsWithTheFirstPageOfTheLargestSize() {
		assertThat(PageSpec.first()).isEqualTo(new PageSpec(1, 200, null));
	}

	@ParameterizedTest
	@CsvSource({ "0, 200", "-1, 200", "1, 0", "1, 201", "1, -1" })
	void refusesNumbersOutOfRange(int page, int perPage) {
		assertThatIllegalArgumentException().isThrownBy(() -> PageSpec.of(page, perPage));
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "1, 200, -", "9, 200, -", "10, 200, token", "11, 200, token", "12, 150, -",
			"13, 150, token", "9, 199, -", "10, 199, token", "1999, 1, -", "2000, 1, token" })
	void goesByNumberAsFarAsTheServiceAllowsThenByToken(int page, int perPage, String token) {
		assertThat(PageSpec.of(page, perPage).after(pageWithToken("token")))
			.isEqualTo(new PageSpec(page + 1, perPage, token));
	}

	@Test
	void staysWithTokens() {
		assertThat(new PageSpec(1, 200, "first").after(pageWithToken("second")))
			.isEqualTo(new PageSpec(2, 200, "second"));
	}

	@Test
	void goesOnByNumberWhereThereIsNoToken() {
		assertThat(PageSpec.of(10, 200).after(pageWithToken(null))).isEqualTo(PageSpec.of(11, 200));
	}

	private static PageInfo pageWithToken(String token) {
		return new PageInfo(1, 200, 1, true, token);
	}

}
