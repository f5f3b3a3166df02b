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

package io.github.biginspring.test;

import java.net.URI;

import io.github.biginspring.autoconfigure.MatonConnectionDetails;
import io.github.biginspring.simulator.BiginSimulator;

/**
 * The way to a simulator, which is gateway and control plane in one.
 */
final class SimulatorConnectionDetails implements MatonConnectionDetails {

	private final BiginSimulator simulator;

	SimulatorConnectionDetails(BiginSimulator simulator) {
		this.simulator = simulator;
	}

	BiginSimulator simulator() {
		return this.simulator;
	}

	@Override
	public String getApiKey() {
		return this.simulator.apiKey();
	}

	@Override
	public URI getGatewayUrl() {
		return URI.create(this.simulator.url());
	}

	@Override
	public URI getControlUrl() {
		return URI.create(this.simulator.url());
	}

}
