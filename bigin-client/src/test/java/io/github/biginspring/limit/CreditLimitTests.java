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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CreditLimitTests {

	private final CreditLimit none = CreditLimit.none();

	private final CreditLimit ten = CreditLimit.daily(10);

	@Test
	void everyStepChangesItsPartAlone() {
		assertThat(this.ten.withWarnAt(0.5)).hasToString("CreditLimit[daily=10, warnAt=0.5, refuse=false, reserve=0]");
		assertThat(this.ten.withRefuse(true)).hasToString("CreditLimit[daily=10, warnAt=0.8, refuse=true, reserve=0]");
		assertThat(this.ten.withReserve(9)).hasToString("CreditLimit[daily=10, warnAt=0.8, refuse=false, reserve=9]");
		assertThat(this.ten.withReserve(9).withRefuse(true).withWarnAt(1))
			.hasToString("CreditLimit[daily=10, warnAt=1.0, refuse=true, reserve=9]");
		assertThat(this.ten).hasToString("CreditLimit[daily=10, warnAt=0.8, refuse=false, reserve=0]");
	}

	@Test
	void whatRefusesNothingNeedsNoLimit() {
		assertThat(this.none.withRefuse(false).withReserve(0).withWarnAt(0.5))
			.hasToString("CreditLimit[daily=null, warnAt=0.5, refuse=false, reserve=0]");
		assertThat(this.none).hasToString("CreditLimit[daily=null, warnAt=0.8, refuse=false, reserve=0]");
	}

	@Test
	void equalsOneOfTheSameParts() {
		assertThat(CreditLimit.daily(5_000).withReserve(1).withReserve(0)).isEqualTo(CreditLimit.daily(5_000))
			.hasSameHashCodeAs(CreditLimit.daily(5_000));
		assertThat(this.none.withWarnAt(0.5).withWarnAt(0.8)).isEqualTo(this.none).hasSameHashCodeAs(this.none);
		assertThat(this.ten).isNotEqualTo(CreditLimit.daily(9))
			.isNotEqualTo(this.none)
			.isNotEqualTo(this.ten.withWarnAt(0.9))
			.isNotEqualTo(this.ten.withRefuse(true))
			.isNotEqualTo(this.ten.withReserve(9))
			.isNotEqualTo("another");
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, -1, Integer.MIN_VALUE })
	void rejectsALimitBelowOne(int credits) {
		assertThatIllegalArgumentException().isThrownBy(() -> CreditLimit.daily(credits))
			.withMessage("'daily' must be 1 or more, not " + credits);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, -1, 1.1, Double.NaN })
	void rejectsAShareOutOfRange(double share) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.none.withWarnAt(share))
			.withMessage("'warnAt' must be above 0 and up to 1, not " + share);
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 10, Integer.MAX_VALUE })
	void rejectsAReserveThatTheLimitDoesNotHold(int reserve) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.ten.withReserve(reserve))
			.withMessage("'reserve' must be 0 or more and less than 'daily', not " + reserve);
	}

	@Test
	void whatIsRefusedNeedsALimit() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.none.withRefuse(true))
			.withMessage("'refuse' and 'reserve' need to know the limit: 'daily' must not be null");
		assertThatIllegalArgumentException().isThrownBy(() -> this.none.withReserve(1))
			.withMessage("'refuse' and 'reserve' need to know the limit: 'daily' must not be null");
		assertThatIllegalArgumentException().isThrownBy(() -> this.none.withReserve(-1))
			.withMessage("'reserve' must be 0 or more and less than 'daily', not -1");
	}

}
