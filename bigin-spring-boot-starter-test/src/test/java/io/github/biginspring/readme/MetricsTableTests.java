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

package io.github.biginspring.readme;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.model.Contact;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.fault.Fault;
import io.github.biginspring.test.AutoConfigureBiginSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the table of metrics with those of an application.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE,
		properties = { "bigin.retry.initial-interval=1ms", "bigin.credits.daily-limit=5000" })
@AutoConfigureBiginSimulator
class MetricsTableTests {

	@Test
	void namesAllMetrics(@Autowired BiginTemplate bigin, @Autowired BiginSimulator simulator,
			@Autowired MeterRegistry registry) {
		simulator.faults().next(Fault.internalError());
		assertThat(bigin.query(Contact.class).all().blockFirst()).isNotNull();
		Set<String> metrics = new TreeSet<>();
		registry.getMeters().forEach((meter) -> {
			String name = meter.getId().getName();
			if (name.startsWith("bigin.") && meter.getId().getType() != Meter.Type.LONG_TASK_TIMER) {
				metrics.add(name);
			}
		});
		String section = Documentation.section(Documentation.read("docs/observability.md"),
				"## Meters and observations");
		Set<String> documented = new TreeSet<>();
		for (List<String> row : Documentation.rows(section)) {
			documented.addAll(Documentation.code(row.get(0)));
		}
		documented.remove("http.client.requests");
		assertThat(documented).isEqualTo(metrics);
	}

	/**
	 * The application.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
