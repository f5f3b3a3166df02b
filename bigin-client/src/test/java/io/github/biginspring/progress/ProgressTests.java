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

class ProgressTests {

	@Test
	void saysHowFastAndHowLongYet() {
		Progress progress = Progress.builder()
			.read(600)
			.written(250)
			.rejected(100)
			.unknown(50)
			.total(4000L)
			.elapsed(ofSeconds(4))
			.waited(ofMillis(1500))
			.running(true)
			.build();
		assertThat(progress.done()).isEqualTo(1000);
		assertThat(progress.perSecond()).isEqualTo(250);
		assertThat(progress.remaining()).isEqualTo(ofSeconds(12));
		assertThat(progress).hasToString("1000 of 4000 records (100 refused, 50 unknown), 250.0/s, waited 1.5 s");
	}

	@Test
	void saysNothingThatIsNotKnown() {
		Progress progress = Progress.builder().total(4000L).running(true).build();
		assertThat(progress.perSecond()).isZero();
		assertThat(progress.remaining()).isNull();
		assertThat(Progress.builder().read(1).elapsed(ofSeconds(1)).running(true).build().remaining()).isNull();
		assertThat(Progress.builder().read(1).elapsed(ofSeconds(1)).running(true).build())
			.hasToString("1 records, 1.0/s, waited 0.0 s");
	}

	@Test
	void moreThanThereShouldBeLeavesNothing() {
		assertThat(Progress.builder().read(5).total(4L).elapsed(ofSeconds(4)).running(true).build().remaining())
			.isZero();
	}

}
