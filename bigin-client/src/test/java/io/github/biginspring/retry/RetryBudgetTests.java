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

package io.github.biginspring.retry;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link RetryBudget}.
 */
class RetryBudgetTests {

	@Test
	void isUsedUpByRepetitions() {
		RetryBudget budget = new RetryBudget(12);
		assertThat(budget.take()).isTrue();
		assertThat(budget.take()).isTrue();
		assertThat(budget.take()).isFalse();
		assertThat(budget.available()).isEqualTo(2);
	}

	@Test
	void fiveSuccessesPayForARepetition() {
		RetryBudget budget = new RetryBudget(5);
		assertThat(budget.take()).isTrue();
		for (int i = 0; i < 4; i++) {
			budget.succeeded();
		}
		assertThat(budget.take()).isFalse();
		budget.succeeded();
		assertThat(budget.take()).isTrue();
	}

	@Test
	void holdsNoMoreThanItsCapacity() {
		RetryBudget budget = new RetryBudget(5);
		budget.succeeded();
		assertThat(budget.available()).isEqualTo(5);
	}

	@Test
	void anEmptyOneAllowsNone() {
		assertThat(new RetryBudget(0).take()).isFalse();
		assertThatIllegalArgumentException().isThrownBy(() -> new RetryBudget(-1));
	}

	@Test
	void manyThreadsDoNotOverdrawIt() {
		RetryBudget budget = new RetryBudget(5_000);
		AtomicInteger taken = new AtomicInteger();
		IntStream.range(0, 20_000).parallel().forEach((i) -> {
			if (budget.take()) {
				taken.incrementAndGet();
			}
		});
		assertThat(taken).hasValue(1_000);
		assertThat(budget.available()).isZero();
	}

}
