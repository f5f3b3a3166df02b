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

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Compares the dashboard, the alerts and the table of names with what an application
 * shows to Prometheus.
 */
class DashboardTests {

	private static final Path ALERTS = Documentation.ROOT.resolve("docs/observability/prometheus-alerts.yml");

	private static final Path ALERTS_TEST = Documentation.ROOT.resolve("docs/observability/prometheus-alerts-test.yml");

	private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");

	private static final Pattern SERIES = Pattern.compile("\\b(?:bigin|http_client)_[a-z_]+");

	private static final Pattern MATCHERS = Pattern.compile("\\{([^}]*)}");

	private static final Pattern GROUPING = Pattern.compile("\\bby \\(([^)]*)\\)");

	private static final Pattern LABEL = Pattern.compile("([a-z_]+)(?:=~|!~|!=|=)\"");

	private static final String BUCKET = "_bucket";

	private final List<String> scrape = Documentation
		.read("bigin-spring-boot-starter-test/src/test/resources/ScrapeTests/scrape.txt")
		.lines()
		.filter((line) -> !line.startsWith("#"))
		.toList();

	private final JsonNode dashboard = new JsonMapper()
		.readTree(Documentation.read("docs/observability/grafana-dashboard.json"));

	@Test
	void everySeriesAndLabelIsShownToPrometheus() {
		Set<String> series = new TreeSet<>();
		Set<String> labels = new TreeSet<>();
		Stream.concat(dashboardQueries(), alertQueries()).forEach((query) -> {
			GROUPING.matcher(query).results().forEach((by) -> labels.addAll(Arrays.asList(by.group(1).split(", "))));
			MATCHERS.matcher(query)
				.results()
				.forEach((matchers) -> LABEL.matcher(matchers.group(1))
					.results()
					.forEach((label) -> labels.add(label.group(1))));
			String bare = GROUPING.matcher(MATCHERS.matcher(query).replaceAll("")).replaceAll("");
			SERIES.matcher(bare).results().forEach((name) -> series.add(name.group()));
		});
		assertThat(series).hasSizeGreaterThan(15);
		// there only with a histogram
		assertThat(series.removeIf((name) -> name.endsWith(BUCKET) && names().contains(counted(name)))).isTrue();
		assertThat(names()).containsAll(series);
		labels.remove("le");
		assertThat(labels).hasSizeGreaterThan(5)
			.allMatch((label) -> this.scrape.stream().anyMatch((line) -> line.matches(".*[{,]" + label + "=\".*")));
	}

	private static String counted(String bucket) {
		return bucket.substring(0, bucket.length() - BUCKET.length()) + "_count";
	}

	@Test
	void aPanelThatNeedsAHistogramSaysSo() {
		this.dashboard.get("panels")
			.valueStream()
			.filter((panel) -> panel.get("targets").toString().contains(BUCKET))
			.forEach((panel) -> assertThat(panel.get("description").asString()).contains("percentiles-histogram"));
	}

	@Test
	void theTableNamesWhatIsShownToPrometheus() {
		Set<String> documented = new TreeSet<>();
		String page = Documentation.read("docs/observability.md");
		for (List<String> row : Documentation.rows(Documentation.section(page, "### Names in Prometheus"))) {
			documented.addAll(Documentation.code(row.get(1)));
		}
		Set<String> shown = new TreeSet<>(names());
		shown.removeIf((name) -> name.contains("_active_seconds_"));
		assertThat(documented).isEqualTo(shown);
	}

	@Test
	void prometheusTakesTheAlerts() throws IOException, InterruptedException {
		assertThat(promtool("check", "rules", ALERTS.toString())).contains(alertQueries().count() + " rules found");
	}

	@Test
	void theAlertsFireWhenTheyShould() throws IOException, InterruptedException {
		assertThat(promtool("test", "rules", ALERTS_TEST.toString())).contains("SUCCESS");
	}

	@Test
	void eachAlertIsTestedToFireAndToBeSilent() {
		String rules = Documentation.read("docs/observability/prometheus-alerts.yml");
		String tests = Documentation.read("docs/observability/prometheus-alerts-test.yml");
		List<String> alerts = ALERT.matcher(rules).results().map((alert) -> alert.group(1)).toList();
		assertThat(alerts).hasSizeGreaterThan(5).allSatisfy((alert) -> {
			String name = Pattern.quote(alert);
			assertThat(tests).containsPattern("alertname: " + name + "\n +eval_time: \\w+\n +exp_alerts: \\[]")
				.containsPattern("alertname: " + name + "\n +eval_time: \\w+\n +exp_alerts:\n +- exp_labels:");
		});
	}

	private static String promtool(String... arguments) throws IOException, InterruptedException {
		Optional<Path> promtool = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
			.map((folder) -> Path.of(folder, "promtool"))
			.filter(Files::isExecutable)
			.findFirst();
		assumeTrue(promtool.isPresent(), "promtool is not there (Debian package prometheus)");
		List<String> command = new ArrayList<>(List.of(promtool.get().toString()));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
		return output;
	}

	private Set<String> names() {
		Set<String> names = new TreeSet<>();
		this.scrape.forEach((line) -> names.add(line.split("[{ ]")[0]));
		return names;
	}

	private Stream<String> dashboardQueries() {
		List<String> queries = new ArrayList<>();
		this.dashboard.get("panels")
			.valueStream()
			.flatMap((panel) -> panel.get("targets").valueStream())
			.forEach((target) -> queries.add(target.get("expr").asString()));
		return queries.stream();
	}

	private static Stream<String> alertQueries() {
		YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
		yaml.setResources(new FileSystemResource(ALERTS));
		Properties rules = yaml.getObject();
		return rules.stringPropertyNames().stream().filter((name) -> name.endsWith(".expr")).map(rules::getProperty);
	}

}
