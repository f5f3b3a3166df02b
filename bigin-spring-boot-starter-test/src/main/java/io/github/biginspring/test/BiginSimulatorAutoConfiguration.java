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

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

import io.github.biginspring.autoconfigure.BiginAutoConfiguration;
import io.github.biginspring.simulator.BiginSimulator;

/**
 * Auto-configuration of a {@link BiginSimulator} and of the connection details for it.
 *
 * @since 0.1.0
 * @see AutoConfigureBiginSimulator
 */
@AutoConfiguration(before = BiginAutoConfiguration.class)
public final class BiginSimulatorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	BiginSimulator biginSimulator() {
		return BiginSimulator.start();
	}

	// primary: a test that asks for the simulator must never reach the real service
	@Bean
	@Primary
	SimulatorConnectionDetails simulatorConnectionDetails(BiginSimulator simulator) {
		return new SimulatorConnectionDetails(simulator);
	}

}
