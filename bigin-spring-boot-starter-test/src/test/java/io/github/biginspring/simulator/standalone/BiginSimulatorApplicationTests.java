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

package io.github.biginspring.simulator.standalone;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.organization.RefusedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link BiginSimulatorApplication}.
 */
class BiginSimulatorApplicationTests {

	private final ByteArrayOutputStream output = new ByteArrayOutputStream();

	private BiginSimulator run(Map<String, String> environment, String... arguments) {
		return BiginSimulatorApplication.run(arguments, environment,
				new PrintStream(this.output, true, StandardCharsets.UTF_8));
	}

	@Test
	void saysWhereItListensAndKeepsTheKeyToItself() {
		try (BiginSimulator simulator = run(Map.of("MATON_API_KEY", "from-environment"), "--port=0")) {
			assertThat(this.output.toString(StandardCharsets.UTF_8)).contains(simulator.url())
				.doesNotContain("from-environment");
			assertThat(simulator.apiKey()).isEqualTo("from-environment");
			assertThat(simulator.organization().records("Contacts").count()).isEqualTo(30);
		}
	}

	@Test
	void prefersArgumentsToTheEnvironment() {
		Map<String, String> environment = Map.of("MATON_API_KEY", "from-environment", "PORT", "1");
		try (BiginSimulator simulator = run(environment, "--port=0", "--api-key=given", "--empty")) {
			assertThat(simulator.apiKey()).isEqualTo("given");
			assertThat(simulator.organization().records("Contacts").count()).isZero();
		}
	}

	@Test
	void leavesChecksOut() {
		Map<String, Object> task = Map.of("Subject", "A", "Status", "Nope");
		try (BiginSimulator simulator = run(Map.of(), "--port=0", "--lenient=RELATED_MODULE, PICK_LIST_VALUE")) {
			simulator.organization().records("Tasks").add(task);
		}
		try (BiginSimulator simulator = run(Map.of(), "--port=0")) {
			assertThatExceptionOfType(RefusedException.class)
				.isThrownBy(() -> simulator.organization().records("Tasks").add(task));
		}
		assertThatIllegalArgumentException().isThrownBy(() -> run(Map.of(), "--port=0", "--lenient=SPELLING"))
			.withMessageContaining("'SPELLING' is no check")
			.withMessageContaining("RELATED_MODULE");
	}

	@Test
	void refusesAPortThatIsNone() {
		assertThatIllegalArgumentException().isThrownBy(() -> run(Map.of(), "--port=http"))
			.withMessageContaining("'http' is no port");
	}

}
