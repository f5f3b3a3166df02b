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

package io.github.biginspring.simulator;

import java.util.function.UnaryOperator;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One simulator for the tests of a class, as new before each of them.
 */
final class SimulatorFixture implements BeforeEachCallback, AfterAllCallback {

	private final TestClock clock = new TestClock();

	private final BiginSimulator simulator;

	SimulatorFixture(UnaryOperator<BiginSimulatorBuilder> customizer) {
		this.simulator = customizer.apply(BiginSimulator.builder().clock(this.clock)).start();
	}

	static SimulatorFixture empty() {
		return new SimulatorFixture(BiginSimulatorBuilder::empty);
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		this.clock.reset();
		this.simulator.reset();
	}

	@Override
	public void afterAll(ExtensionContext context) {
		this.simulator.close();
	}

	BiginSimulator simulator() {
		return this.simulator;
	}

	TestClock clock() {
		return this.clock;
	}

	Caller caller() {
		return new Caller(this.simulator);
	}

}
