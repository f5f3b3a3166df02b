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

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.biginspring.simulator.BiginSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares docs/simulator.md with the program, and runs its examples.
 */
class SimulatorPageTests {

	private static final String ADDRESS = "http://localhost:8080";

	private static final Pattern OPTION = Pattern.compile("^\\| `(--.*?)` \\| `(.*?)` \\| (.*?) \\|$",
			Pattern.MULTILINE);

	private static final Pattern CALL = Pattern.compile("^\\| `([A-Z]+) (/[a-z]+)", Pattern.MULTILINE);

	private static final Pattern CURL = Pattern.compile(
			"^curl(?: -o (?<file>\\S+))?(?: -X (?<method>[A-Z]+))? '?(?<url>http\\S+?)'?(?: -d '?(?<body>.*?)'?)?$",
			Pattern.MULTILINE);

	private static final Pattern JSON = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);

	private final String page = read();

	private static String read() {
		try {
			return Files.readString(Path.of("..", "docs", "simulator.md"));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static BiginSimulator start(String... arguments) {
		return BiginSimulatorApplication.start(arguments, Map.of("BIGIN_SIMULATOR_PORT", "0"),
				new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8));
	}

	@Test
	void tableOfOptionsIsComplete() {
		List<String> documented = OPTION.matcher(this.page)
			.results()
			.map((row) -> row.group(1) + " " + row.group(2) + " " + row.group(3))
			.toList();
		assertThat(documented).isEqualTo(Arrays.stream(SimulatorOption.values())
			.map((option) -> option.usage() + " " + option.defaultValue() + " " + option.description())
			.toList());
	}

	@Test
	void showsWhatIsPrinted() {
		try (BiginSimulator simulator = start()) {
			SimulatorOptions options = SimulatorOptions.of(new String[0], Map.of());
			assertThat(this.page).contains(StartMessage.started(simulator, options).replace(simulator.url(), ADDRESS));
		}
	}

	@Test
	void everyExampleCanBeRun() throws Exception {
		Map<String, String> files = new HashMap<>();
		List<String> calls = new ArrayList<>();
		try (BiginSimulator simulator = start()) {
			for (MatchResult curl : CURL.matcher(this.page).results().toList()) {
				String method = (curl.group(2) != null) ? curl.group(2) : "GET";
				String body = (curl.group(4) != null) ? curl.group(4) : "";
				HttpRequest request = HttpRequest
					.newBuilder(URI.create(curl.group(3).replace(ADDRESS, simulator.url())))
					.method(method, BodyPublishers.ofString(body.startsWith("@") ? files.get(body.substring(1)) : body))
					.build();
				HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
				assertThat(response.statusCode()).as(curl.group()).isEqualTo(200);
				calls.add(method + " " + request.uri().getPath().split("/")[3]);
				files.put(String.valueOf(curl.group(1)), response.body());
			}
		}
		assertThat(calls).hasSize((int) this.page.lines().filter((line) -> line.startsWith("curl ")).count());
		List<String> documented = CALL.matcher(this.page)
			.results()
			.map((row) -> row.group(1) + " " + row.group(2).substring(1))
			.toList();
		assertThat(documented).hasSize(13).containsAll(calls);
	}

	@Test
	void seedFileOfTheExampleIsOne(@TempDir Path folder) throws Exception {
		List<String> examples = JSON.matcher(this.page).results().map((block) -> block.group(1)).toList();
		Path file = Files.writeString(folder.resolve("seed.json"), examples.get(0));
		try (BiginSimulator simulator = start("--seed-file", file.toString())) {
			assertThat(simulator.organization().records("Tasks").all()).singleElement()
				.satisfies((task) -> assertThat(task.get("Related_To").toString()).contains("name=Watson"));
			HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.url() + "/__admin/bigin/faults"))
				.POST(BodyPublishers.ofString("{\"status\":429,\"count\":0}"))
				.build();
			HttpResponse<String> refused = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
			assertThat(refused.body()).isEqualTo(examples.get(1).strip().replace("\": ", "\":").replace(", \"", ",\""));
		}
	}

}
