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

package io.github.biginspring.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.context.reactive.StandardReactiveWebEnvironment;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import io.github.biginspring.simulator.BiginSimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Runs the commands of README as they stand there, in their order, in a shell and against
 * the sample as it starts, and compares what they print with what README shows. Only the
 * port is another one.
 */
class ReadmeCommandsTests {

	private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

	private static final Duration LONG = Duration.ofSeconds(30);

	@BeforeAll
	static void needsCurl() {
		assumeTrue(Shell.hasCurl(), "bash or curl is not there: the commands of README are not run");
	}

	@Test
	@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void everyCommandPrintsWhatReadmeShows(@TempDir Path folder) throws IOException {
		Files.createSymbolicLink(folder.resolve("sample-app"), ROOT.resolve("sample-app"));
		try (ConfigurableApplicationContext sample = start(); Shell shell = new Shell(folder)) {
			String readme = Files.readString(ROOT.resolve("sample-app/README.md"))
				.replace("http://localhost:8080/",
						"http://localhost:" + sample.getEnvironment().getProperty("local.server.port") + "/");
			List<ReadmeCommand> commands = ReadmeCommand.of(readme);
			assertThat(commands).hasSizeGreaterThan(20);
			for (ReadmeCommand command : commands) {
				assertPrintsWhatReadmeShows(command, shell);
			}
		}
	}

	// what goes on beside it may take a while to be seen: a job, or a command in the
	// background
	private static void assertPrintsWhatReadmeShows(ReadmeCommand command, Shell shell) throws IOException {
		Shell.Result result = shell.run(command.text());
		String output = result.output();
		long end = System.nanoTime() + LONG.toNanos();
		while (!command.missingIn(output).isEmpty() && System.nanoTime() < end) {
			if (command.isReading()) {
				result = shell.run(command.text());
				output = result.output();
			}
			else if (command.text().endsWith("&")) {
				output += shell.run("sleep 0.1").output();
			}
			else {
				break;
			}
		}
		assertThat(result.exit()).as("%s%n%s", command.text(), output).isZero();
		assertThat(result.isSuccess()).as("%s%n%s", command.text(), output).isNotEqualTo(command.isRefused());
		assertThat(command.missingIn(output)).as("%s%n%s", command.text(), output).isEmpty();
	}

	private static ConfigurableApplicationContext start() {
		ConfigurableEnvironment environment = new StandardReactiveWebEnvironment();
		String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
		environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, Map.of()));
		ConfigurableApplicationContext sample = new SpringApplicationBuilder(SampleApplication.class)
			.environment(environment)
			.run("--server.port=0", "--maton.api-key=");
		assertThat(sample.getBeansOfType(BiginSimulator.class)).hasSize(1);
		return sample;
	}

}
