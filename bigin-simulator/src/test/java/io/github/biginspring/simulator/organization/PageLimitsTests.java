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

package io.github.biginspring.simulator.organization;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PageLimitsTests {

	private final PageLimits defaults = PageLimits.defaults();

	@Test
	void everyStepChangesItsPartAlone() {
		PageLimits limits = this.defaults.withPageSize(1)
			.withDiscreteRecords(2)
			.withTokenRecords(3)
			.withTokenLifetime(Duration.ofSeconds(4));
		assertThat(limits).hasToString("PageLimits[pageSize=1, discreteRecords=2, tokenRecords=3, tokenLifetime=PT4S]");
		assertThat(this.defaults)
			.hasToString("PageLimits[pageSize=200, discreteRecords=2000, tokenRecords=100000, tokenLifetime=PT24H]");
	}

	@Test
	void equalsOneOfTheSameParts() {
		assertThat(this.defaults.withPageSize(1).withPageSize(200)).isEqualTo(this.defaults)
			.hasSameHashCodeAs(this.defaults);
		assertThat(this.defaults).isNotEqualTo(this.defaults.withPageSize(9))
			.isNotEqualTo(this.defaults.withDiscreteRecords(9))
			.isNotEqualTo(this.defaults.withTokenRecords(9))
			.isNotEqualTo(this.defaults.withTokenLifetime(Duration.ofSeconds(9)))
			.isNotEqualTo("another");
	}

}
