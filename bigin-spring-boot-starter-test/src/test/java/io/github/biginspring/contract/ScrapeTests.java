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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.context.ConfigurableApplicationContext;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.fault.Fault;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Prometheus is shown: dashboards and alerts hang on each of these names and labels.
 */
class ScrapeTests {

	private static final Path GOLDEN = Path.of("src/test/resources/ScrapeTests/scrape.txt");

	private static final Pattern SAMPLE = Pattern.compile("((?:bigin_|http_client_requests)\\S*?)(\\{.*})? (\\S+)");

	private static final Pattern COMMENT = Pattern
		.compile("# (?:HELP|TYPE) ((?:bigin_|http_client_requests)\\S*)( .*)?");

	private static BiginSimulator simulator;

	private static ConfigurableApplicationContext context;

	private static String scrape;

	@BeforeAll
	static void use() {
		simulator = BiginSimulator.builder().empty().start();
		context = LocalApplication.run(simulator, WebApplicationType.NONE, LocalApplication.Plain.class,
				"bigin.credits.daily-limit=5000", "maton.connections.tokyo.api-key=of-another-account");
		BiginOperations bigin = context.getBean(BiginOperations.class);
		String id = await(bigin.create("Contacts", new BiginRecord().set("Last_Name", "Watson"))).id();
		simulator.faults().next(Fault.rateLimited());
		await(bigin.findById("Contacts", id));
		await(bigin.createAll("Contacts", List.of(new BiginRecord().set("Email", "jo@example.com"))));
		await(bigin.delete("Contacts", "1").onErrorComplete());
		context.getBean(HealthEndpoint.class).healthForPath("maton");
		scrape = context.getBean(PrometheusMeterRegistry.class).scrape();
	}

	@AfterAll
	static void close() {
		context.close();
		simulator.close();
	}

	@Test
	void showsTheseNamesAndLabels() throws IOException {
		assertThat(withoutValues()).isEqualTo(Files.readString(GOLDEN));
	}

	@Test
	void showsNoValueThatIsNoNumber() {
		assertThat(scrape.lines().filter((line) -> line.startsWith("bigin_"))).isNotEmpty()
			.noneMatch((line) -> line.endsWith(" NaN"));
	}

	// in an order of its own: that of the registry is nobody's concern
	private static String withoutValues() {
		Map<String, TreeSet<String>> comments = new TreeMap<>();
		TreeSet<String> samples = new TreeSet<>();
		scrape.lines().forEach((line) -> {
			Matcher sample = SAMPLE.matcher(line);
			Matcher comment = COMMENT.matcher(line);
			if (sample.matches()) {
				samples.add(sample.group(1) + ((sample.group(2) != null) ? sample.group(2) : "") + " N");
			}
			else if (comment.matches()) {
				comments.computeIfAbsent(comment.group(1), (name) -> new TreeSet<>()).add(line.stripTrailing());
			}
		});
		StringBuilder text = new StringBuilder();
		comments.values().forEach((lines) -> lines.forEach((line) -> text.append(line).append('\n')));
		samples.forEach((line) -> text.append(line).append('\n'));
		return text.toString();
	}

}
