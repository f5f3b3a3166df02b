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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.biginspring.query.PageSpec;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OverlappingPage}.
 */
class OverlappingPageTests {

	@ParameterizedTest
	@CsvSource({ "200, 2, 199", "398, 3, 198", "594, 4, 197", "1728, 10, 191", "1910, 10, 200" })
	void beginsWithTheLastElementThatWasRead(int read, int page, int size) {
		assertThat(OverlappingPage.after(read, 200, 2_000)).isEqualTo(PageSpec.of(page, size));
	}

	@Test
	void holdsWhatWasReadLastAndMuchMoreWithinReach() {
		for (int size = 17; size <= 200; size++) {
			for (int read = 1; read <= 2_000 - size; read += 7) {
				PageSpec request = OverlappingPage.after(read, size, 2_000);
				assertThat(request).as("%s of %s", read, size).isNotNull();
				assertThat(request.perPage()).isLessThanOrEqualTo(size);
				assertThat(OverlappingPage.start(request)).isLessThan(read);
				assertThat(OverlappingPage.end(request)).isBetween(read + size / 4, 2_000);
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "2000, 200", "1970, 200", "1, 1", "7, 1", "2, 2" })
	void isNoneWhereThereIsNotMuchMore(int read, int size) {
		assertThat(OverlappingPage.after(read, size, 2_000)).isNull();
	}

}
