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

package io.github.biginspring.internal.exchange;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import io.github.biginspring.circuitbreaker.CircuitState;

import static org.assertj.core.api.Assertions.assertThat;

class Resilience4jCircuitBreakerTests {

	private final TestCircuit circuit = new TestCircuit();

	@Test
	void tellsHowLongItStaysOpen() {
		assertThat(this.circuit.circuitBreaker.openFor()).isNull();
		this.circuit.engine.transitionToOpenState();
		this.circuit.pass(Duration.ofSeconds(10));
		assertThat(this.circuit.circuitBreaker.state()).isEqualTo(CircuitState.OPEN);
		assertThat(this.circuit.circuitBreaker.openFor()).isEqualTo(Duration.ofSeconds(20));
	}

	@Test
	void isHalfOpenWhenItsTimeIsOverThoughNoCallHasCome() {
		this.circuit.engine.transitionToOpenState();
		this.circuit.pass(TestCircuit.WAIT);
		assertThat(this.circuit.circuitBreaker.state()).isEqualTo(CircuitState.HALF_OPEN);
	}

	@Test
	void staysOpenWhereSomebodyHasForcedIt() {
		this.circuit.engine.transitionToForcedOpenState();
		this.circuit.pass(Duration.ofDays(1));
		assertThat(this.circuit.circuitBreaker.state()).isEqualTo(CircuitState.OPEN);
		assertThat(this.circuit.circuitBreaker.openFor()).isNull();
		assertThat(this.circuit.circuitBreaker.tryAcquire()).isNull();
	}

	@Test
	void isClosedWhereSomebodyHasSwitchedItOff() {
		this.circuit.engine.transitionToDisabledState();
		assertThat(this.circuit.circuitBreaker.state()).isEqualTo(CircuitState.CLOSED);
		assertThat(this.circuit.circuitBreaker.tryAcquire()).isNotNull();
	}

}
