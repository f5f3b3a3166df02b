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
package io.github.biginspring.limit;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RateLimitTests {

	private final RateLimit defaults = RateLimit.defaults();

	@Test
	void everyStepChangesItsNumberAlone() {
		RateLimit limit = this.defaults.withRequestsPerSecond(2.5)
			.withBurst(3)
			.withMaxInFlight(4)
			.withMaxQueue(5)
			.withMaxWait(Duration.ofSeconds(6));
		assertThat(limit)
			.hasToString("RateLimit[requestsPerSecond=2.5, burst=3, maxInFlight=4, maxQueue=5, maxWait=PT6S]");
		assertThat(this.defaults)
			.hasToString("RateLimit[requestsPerSecond=10.0, burst=0, maxInFlight=10, maxQueue=10000, maxWait=PT1M]");
	}

	@Test
	void equalsOneOfTheSameNumbers() {
		assertThat(this.defaults.withBurst(1).withBurst(0)).isEqualTo(this.defaults).hasSameHashCodeAs(this.defaults);
		assertThat(this.defaults).isNotEqualTo(this.defaults.withRequestsPerSecond(9))
			.isNotEqualTo(this.defaults.withBurst(9))
			.isNotEqualTo(this.defaults.withMaxInFlight(9))
			.isNotEqualTo(this.defaults.withMaxQueue(9))
			.isNotEqualTo(this.defaults.withMaxWait(Duration.ofSeconds(9)))
			.isNotEqualTo("another");
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, 0.09, -1, 100_001, Double.NaN, Double.POSITIVE_INFINITY })
	void rejectsARateOutOfRange(double requestsPerSecond) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.defaults.withRequestsPerSecond(requestsPerSecond))
			.withMessage("'requestsPerSecond' must be 0.1 to 100000, not " + requestsPerSecond);
	}

	@Test
	void rejectsOtherNumbersOutOfRange() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.defaults.withBurst(-1))
			.withMessage("'burst' must not be negative, not -1");
		assertThatIllegalArgumentException().isThrownBy(() -> this.defaults.withMaxInFlight(0))
			.withMessage("'maxInFlight' must be 1 or more, not 0");
		assertThatIllegalArgumentException().isThrownBy(() -> this.defaults.withMaxQueue(-1))
			.withMessage("'maxQueue' must not be negative, not -1");
		assertThatIllegalArgumentException().isThrownBy(() -> this.defaults.withMaxWait(Duration.ofMillis(-1)))
			.withMessage("'maxWait' must not be negative, not PT-0.001S");
	}

}
