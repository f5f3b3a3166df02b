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

package io.github.biginspring.sample.metrics;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;

import io.github.biginspring.sample.SampleApplication;
import io.github.biginspring.sample.metrics.Dashboard.Panel;
import io.github.biginspring.sample.metrics.Dashboard.Target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Has a real Prometheus look at the running sample, and asks it what the dashboard and
 * the alerts of the documentation ask. Skipped where there is no Prometheus.
 */
class PrometheusIT {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	@TempDir
	static Path folder;

	private static ReactiveWebServerApplicationContext application;

	private static PrometheusServer prometheus;

	@BeforeAll
	static void start() throws IOException {
		assumeTrue(PrometheusServer.program().isPresent(), "prometheus is not there (Debian package prometheus)");
		application = (ReactiveWebServerApplicationContext) SpringApplication.run(SampleApplication.class,
				"--maton.api-key=", "--server.port=0",
				"--management.metrics.distribution.percentiles-histogram.bigin.operation=true",
				"--bigin.credits.daily-limit=5000", "--bigin.rate-limit.max-wait=2s",
				"--bigin.retry.initial-interval=10ms");
		int port = application.getWebServer().getPort();
		prometheus = PrometheusServer.start(folder, port, Dashboard.FOLDER.resolve("prometheus-alerts.yml"));
		await("Prometheus", prometheus::isReady);
		// once before anything happens: a counter that begins above 0 has not increased
		await("a first look", () -> !prometheus.query("bigin_credits_used").isEmpty());
		Thread traffic = new Thread(new Traffic(application), "traffic");
		traffic.setDaemon(true);
		traffic.start();
	}

	@AfterAll
	static void stop() {
		if (prometheus != null) {
			prometheus.close();
		}
		if (application != null) {
			application.close();
		}
	}

	@Test
	void everyQueryOfTheDashboardHasValues() throws IOException {
		for (Panel panel : Dashboard.read().panels()) {
			for (Target target : panel.targets()) {
				await(panel.title() + ": " + target.expression(),
						() -> hasNumbers(prometheus.query(target.expression())));
			}
		}
	}

	@Test
	void everyRuleIsEvaluated() {
		await("evaluated rules",
				() -> prometheus.rules().valueStream().noneMatch((rule) -> "unknown".equals(text(rule, "health"))));
		assertThat(prometheus.rules()).hasSizeGreaterThan(5)
			.allSatisfy((rule) -> assertThat(text(rule, "health")).as(text(rule, "lastError")).isEqualTo("ok"));
	}

	@Test
	void whatTheTrafficProvokesIsAlerted() {
		List<String> provoked = List.of("BiginOperationsFail", "BiginKeyRejected", "BiginHealthCheckFails",
				"BiginOutcomeUnknown", "BiginCallsRefused", "BiginPausesOften", "BiginCreditsLow");
		List<String> silent = new ArrayList<>(provoked);
		await("alerts", () -> {
			prometheus.rules()
				.valueStream()
				.filter((rule) -> !"inactive".equals(text(rule, "state")))
				.forEach((rule) -> silent.remove(text(rule, "name")));
			return silent.isEmpty();
		});
	}

	@Test
	@EnabledIfSystemProperty(named = "sample.pictures", matches = "true",
			disabledReason = "Writes a file of the documentation")
	void drawsTheDashboard() throws IOException {
		Duration shown = Duration.ofMinutes(2);
		Instant begin = Instant.now();
		await("two minutes", () -> Instant.now().isAfter(begin.plus(shown)));
		DashboardPicture picture = new DashboardPicture(shown);
		for (Panel panel : Dashboard.read().panels()) {
			picture.add(panel, prometheus);
		}
		picture.write(Path.of("..", "docs", "images", "dashboard.png"));
	}

	@Test
	void nothingThatIsShownIsASecretOrNoNumber() throws IOException, InterruptedException {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + application.getWebServer().getPort() + "/actuator/prometheus"))
			.build();
		String scrape = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
		assertThat(scrape).contains("bigin_operation_seconds_count").doesNotContain("simulated-api-key");
		assertThat(scrape.lines().filter((line) -> line.startsWith("bigin_")))
			.noneMatch((line) -> line.endsWith("NaN"));
	}

	private static boolean hasNumbers(JsonNode result) {
		return !result.isEmpty()
				&& result.valueStream().anyMatch((series) -> !"NaN".equals(series.at("/value/1").asString()));
	}

	private static String text(JsonNode node, String name) {
		return node.path(name).asString("");
	}

	private static void await(String what, Callable<Boolean> condition) {
		Awaitility.await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(condition);
	}

}
