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

package io.github.biginspring.contract;

import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.ReactorResourceFactory;

import io.github.biginspring.simulator.BiginSimulator;

/**
 * A whole application with all that Spring Boot configures by itself, on a free port.
 */
final class LocalApplication {

	private LocalApplication() {
	}

	static ConfigurableApplicationContext run(BiginSimulator simulator, WebApplicationType type, Class<?> configuration,
			String... properties) {
		List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--spring.main.banner-mode=off",
				"--spring.jmx.enabled=false", "--maton.url=" + simulator.url(), "--maton.api-key=" + simulator.apiKey(),
				"--bigin.retry.initial-interval=1ms", "--bigin.retry.max-interval=2ms",
				"--bigin.rate-limit.requests-per-second=10000"));
		for (String property : properties) {
			arguments.add("--" + property);
		}
		return new SpringApplicationBuilder(configuration).web(type).run(arguments.toArray(String[]::new));
	}

	static String url(ConfigurableApplicationContext context) {
		return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Plain {

		@Bean
		ReactorResourceFactory reactorResourceFactory() {
			return ClientFixture.ownResources();
		}

	}

}
