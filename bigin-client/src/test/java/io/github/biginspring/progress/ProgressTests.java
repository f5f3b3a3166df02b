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

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ProgressTests {

	@Test
	void saysHowFastAndHowLongYet() {
		Progress progress = new Progress(600, 250, 100, 50, 4000L, ofSeconds(4), ofMillis(1500), true);
		assertThat(progress.done()).isEqualTo(1000);
		assertThat(progress.perSecond()).isEqualTo(250);
		assertThat(progress.remaining()).isEqualTo(ofSeconds(12));
		assertThat(progress).hasToString("1000 of 4000 records (100 refused, 50 unknown), 250.0/s, waited 1.5 s");
	}

	@Test
	void saysNothingThatIsNotKnown() {
		Progress progress = new Progress(0, 0, 0, 0, 4000L, Duration.ZERO, Duration.ZERO, true);
		assertThat(progress.perSecond()).isZero();
		assertThat(progress.remaining()).isNull();
		assertThat(new Progress(1, 0, 0, 0, null, ofSeconds(1), Duration.ZERO, true).remaining()).isNull();
		assertThat(new Progress(1, 0, 0, 0, null, ofSeconds(1), Duration.ZERO, true))
			.hasToString("1 records, 1.0/s, waited 0.0 s");
	}

	@Test
	void moreThanThereShouldBeLeavesNothing() {
		assertThat(new Progress(5, 0, 0, 0, 4L, ofSeconds(4), Duration.ZERO, true).remaining()).isZero();
	}

	@Test
	void refusesOptionsBelowZero() {
		assertThatIllegalArgumentException().isThrownBy(() -> ProgressOptions.defaults().every(ofMillis(-1)))
			.withMessageContaining("'interval'");
		assertThatIllegalArgumentException().isThrownBy(() -> ProgressOptions.defaults().outOf(-1))
			.withMessageContaining("'total'");
	}

}
