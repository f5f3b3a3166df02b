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

package io.github.biginspring.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import io.github.biginspring.BiginTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The API key from a real environment, in a process of its own.
 */
class ApiKeyEnvironmentVariableTests {

	@Test
	void readsTheKeyFromTheEnvironment() throws Exception {
		assertThat(run(Map.of("MATON_API_KEY", "key-of-environment", "MATON_CONNECTION_ID", "connection-1")))
			.contains("started with key-of-environment on connection-1");
	}

	@Test
	void saysWhatToSetWhereTheEnvironmentHasNoKey() throws Exception {
		assertThat(run(Map.of())).contains("APPLICATION FAILED TO START")
			.contains("maton.api-key")
			.contains("MATON_API_KEY")
			.doesNotContain("started with");
	}

	private static String run(Map<String, String> environment) throws Exception {
		ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				// on the class path of the tests, without a Compose file
				"-Dspring.docker.compose.enabled=false", "-cp", System.getProperty("java.class.path"),
				Application.class.getName())
			.redirectErrorStream(true);
		builder.environment().keySet().removeIf((name) -> name.startsWith("MATON"));
		builder.environment().putAll(environment);
		Process process = builder.start();
		try {
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
			return output;
		}
		finally {
			process.destroyForcibly();
		}
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

		public static void main(String[] args) {
			try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
				.web(WebApplicationType.NONE)
				.run(args)) {
				MatonConnectionDetails details = context.getBean(MatonConnectionDetails.class);
				context.getBean(BiginTemplate.class);
				System.out.println("started with " + details.getApiKey() + " on " + details.getConnectionId());
			}
		}

	}

}
