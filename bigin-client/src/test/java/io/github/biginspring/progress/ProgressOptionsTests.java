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

package io.github.biginspring.progress;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ProgressOptionsTests {

	private final ProgressOptions defaults = ProgressOptions.defaults();

	@Test
	void everyStepChangesItsPartAlone() {
		assertThat(this.defaults.every(Duration.ZERO)).hasToString("ProgressOptions[interval=PT0S, total=null]");
		assertThat(this.defaults.outOf(0)).hasToString("ProgressOptions[interval=PT1S, total=0]");
		assertThat(this.defaults.outOf(5_000).every(Duration.ofSeconds(10)))
			.hasToString("ProgressOptions[interval=PT10S, total=5000]")
			.isEqualTo(this.defaults.every(Duration.ofSeconds(10)).outOf(5_000));
		assertThat(this.defaults).hasToString("ProgressOptions[interval=PT1S, total=null]");
	}

	@Test
	void equalsOneOfTheSameParts() {
		assertThat(this.defaults.outOf(5_000)).isEqualTo(this.defaults.outOf(5_000))
			.hasSameHashCodeAs(this.defaults.outOf(5_000))
			.isNotEqualTo(this.defaults);
		assertThat(this.defaults.every(Duration.ofMillis(1_000))).isEqualTo(this.defaults)
			.hasSameHashCodeAs(this.defaults);
		assertThat(this.defaults).isNotEqualTo(this.defaults.every(Duration.ofSeconds(9)))
			.isNotEqualTo(this.defaults.outOf(9))
			.isNotEqualTo("another");
	}

	@Test
	void rejectsValuesBelowZero() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.defaults.every(Duration.ofMillis(-1)))
			.withMessage("'interval' must not be negative, not PT-0.001S");
		assertThatIllegalArgumentException().isThrownBy(() -> this.defaults.outOf(-1))
			.withMessage("'total' must not be negative, not -1");
	}

}
