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

package io.github.biginspring.change;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ChangeSettingsTests {

	private final ChangeSettings defaults = ChangeSettings.defaults();

	private final CursorStore store = new InMemoryCursorStore();

	private final LeaseProvider provider = (name, duration) -> Mono.empty();

	@Test
	void everyStepChangesItsPartAlone() {
		assertThat(this.defaults.withCursorStore(this.store)).hasToString("ChangeSettings[cursorStore=" + this.store
				+ ", leaseProvider=null, watermarkDelay=PT5S, maxAge=PT1440H]");
		assertThat(this.defaults.withLeaseProvider(this.provider))
			.hasToString("ChangeSettings[cursorStore=null, leaseProvider=" + this.provider
					+ ", watermarkDelay=PT5S, maxAge=PT1440H]");
		assertThat(this.defaults.withWatermarkDelay(Duration.ZERO))
			.hasToString("ChangeSettings[cursorStore=null, leaseProvider=null, watermarkDelay=PT0S, maxAge=PT1440H]");
		assertThat(this.defaults.withMaxAge(Duration.ofNanos(1))).hasToString(
				"ChangeSettings[cursorStore=null, leaseProvider=null, watermarkDelay=PT5S, maxAge=PT0.000000001S]");
		assertThat(this.defaults)
			.hasToString("ChangeSettings[cursorStore=null, leaseProvider=null, watermarkDelay=PT5S, maxAge=PT1440H]");
	}

	@Test
	void stepsKeepWhatEarlierOnesSet() {
		ChangeSettings settings = this.defaults.withCursorStore(this.store)
			.withLeaseProvider(this.provider)
			.withWatermarkDelay(Duration.ofSeconds(1))
			.withMaxAge(Duration.ofDays(2));
		assertThat(settings.cursorStore()).isSameAs(this.store);
		assertThat(settings.leaseProvider()).isSameAs(this.provider);
		assertThat(settings.watermarkDelay()).hasSeconds(1);
		assertThat(settings.maxAge()).hasDays(2);
		assertThat(settings.withCursorStore(null).withLeaseProvider(null))
			.isEqualTo(this.defaults.withWatermarkDelay(Duration.ofSeconds(1)).withMaxAge(Duration.ofDays(2)));
	}

	@Test
	void equalsOneOfTheSameParts() {
		assertThat(this.defaults.withWatermarkDelay(Duration.ofMillis(5_000))).isEqualTo(this.defaults)
			.hasSameHashCodeAs(this.defaults);
		assertThat(this.defaults).isNotEqualTo(this.defaults.withCursorStore(this.store))
			.isNotEqualTo(this.defaults.withLeaseProvider(this.provider))
			.isNotEqualTo(this.defaults.withWatermarkDelay(Duration.ofSeconds(9)))
			.isNotEqualTo(this.defaults.withMaxAge(Duration.ofDays(9)))
			.isNotEqualTo("another");
	}

	@Test
	void rejectsANegativeDelay() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.defaults.withWatermarkDelay(Duration.ofSeconds(-1)))
			.withMessage("'watermarkDelay' must not be negative, as is PT-1S");
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT0S", "PT-1S" })
	void rejectsAnAgeThatIsNotPositive(Duration age) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.defaults.withMaxAge(age))
			.withMessage("'maxAge' must be positive, not " + age);
	}

}
