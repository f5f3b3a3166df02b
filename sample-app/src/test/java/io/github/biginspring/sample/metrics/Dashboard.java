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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The dashboard of the documentation, for all connections.
 *
 * @param panels its panels
 */
record Dashboard(List<Panel> panels) {

	static final Path FOLDER = Path.of("..", "docs", "observability");

	// as Grafana does: some times the interval at which Prometheus looks
	private static final String RATE_INTERVAL = "10s";

	static Dashboard read() throws IOException {
		JsonNode dashboard = new JsonMapper().readTree(Files.readString(FOLDER.resolve("grafana-dashboard.json")));
		return new Dashboard(dashboard.path("panels").valueStream().map(Panel::of).toList());
	}

	/**
	 * A panel.
	 *
	 * @param title its title
	 * @param unit the unit of its values
	 * @param targets its queries
	 */
	record Panel(String title, String unit, List<Target> targets) {

		private static Panel of(JsonNode panel) {
			return new Panel(panel.path("title").asString(), panel.at("/fieldConfig/defaults/unit").asString(),
					panel.path("targets").valueStream().map(Target::of).toList());
		}

	}

	/**
	 * A query.
	 *
	 * @param expression the expression in PromQL, without variables
	 * @param legend the name of a series, with labels in double braces
	 */
	record Target(String expression, String legend) {

		private static Target of(JsonNode target) {
			return new Target(target.path("expr")
				.asString()
				.replace("$connection", ".*")
				.replace("$__rate_interval", RATE_INTERVAL), target.path("legendFormat").asString());
		}

	}

}
