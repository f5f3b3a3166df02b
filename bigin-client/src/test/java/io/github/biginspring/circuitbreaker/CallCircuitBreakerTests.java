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

package io.github.biginspring.circuitbreaker;

import java.time.Duration;

import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import org.junit.jupiter.api.Test;

import io.github.biginspring.internal.exchange.TestCircuit;

import static org.assertj.core.api.Assertions.assertThat;

class CallCircuitBreakerTests {

	private final TestCircuit circuit = new TestCircuit();

	@Test
	void tellsHowLongItStaysOpen() {
		assertThat(this.circuit.circuitBreaker.openFor()).isNull();
		this.circuit.engine.transitionToOpenState();
		this.circuit.pass(Duration.ofSeconds(10));
		assertThat(this.circuit.circuitBreaker.state()).isEqualTo(State.OPEN);
		assertThat(this.circuit.circuitBreaker.openFor()).isEqualTo(Duration.ofSeconds(20));
	}

	@Test
	void isHalfOpenWhenItsTimeIsOverThoughNoCallHasCome() {
		this.circuit.engine.transitionToOpenState();
		assertThat(this.circuit.circuitBreaker.isOpen()).isTrue();
		this.circuit.pass(TestCircuit.WAIT);
		assertThat(this.circuit.circuitBreaker.state()).isEqualTo(State.HALF_OPEN);
		assertThat(this.circuit.circuitBreaker.isOpen()).isFalse();
	}

	@Test
	void staysOpenWhereSomebodyHasForcedIt() {
		this.circuit.engine.transitionToForcedOpenState();
		this.circuit.pass(Duration.ofDays(1));
		assertThat(this.circuit.circuitBreaker.state()).isEqualTo(State.FORCED_OPEN);
		assertThat(this.circuit.circuitBreaker.openFor()).isNull();
		assertThat(this.circuit.circuitBreaker.isOpen()).isTrue();
	}

	@Test
	void letsCallsThroughWhereSomebodyHasSwitchedItOff() {
		this.circuit.engine.transitionToDisabledState();
		assertThat(this.circuit.circuitBreaker.state()).isEqualTo(State.DISABLED);
		assertThat(this.circuit.circuitBreaker.isOpen()).isFalse();
	}

}
