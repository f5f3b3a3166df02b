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

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Runs the examples in other languages against the simulator as a program, with nothing
 * changed but the two hosts.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ExampleTests {

	private static final Path EXAMPLES = Path.of("..", "examples");

	private static final Map<String, ExpectedExample> EXPECTED = ExpectedExample.byTopic();

	private static final String API_KEY = "key-of-the-examples";

	private static SimulatorProcess simulator;

	@TempDir
	private Path folder;

	@BeforeAll
	static void startTheProgram() throws Exception {
		simulator = SimulatorProcess.start("--port=0", "--api-key=" + API_KEY);
	}

	@AfterAll
	static void endTheProgram() {
		simulator.close();
	}

	@BeforeEach
	void beginAnew() throws Exception {
		simulator.admin("POST", "/reset", "");
		simulator.admin("POST", "/records/Contacts",
				"{\"First_Name\":\"Ted\",\"Last_Name\":\"Watson\",\"Email\":\"support@bigin.com\"}");
		simulator.admin("POST", "/faults", "{\"on\":\"GET /Accounts\",\"kind\":\"rate_limited\",\"retry_after\":1}");
	}

	static List<Path> examples() throws IOException {
		try (Stream<Path> files = Files.walk(EXAMPLES)) {
			return files.filter((file) -> Files.isRegularFile(file) && !file.toString().endsWith(".md"))
				.map(EXAMPLES::relativize)
				.sorted()
				.toList();
		}
	}

	@Test
	void coversEachTopicInEachLanguage() throws IOException {
		Map<String, List<String>> topics = examples().stream()
			.collect(Collectors.groupingBy((file) -> file.getName(0).toString(),
					Collectors.mapping(ExampleTests::topic, Collectors.toList())));
		assertThat(topics).containsOnlyKeys("curl", "javascript", "python");
		assertThat(topics.get("python")).containsExactlyInAnyOrderElementsOf(EXPECTED.keySet());
		assertThat(topics.get("curl")).isEqualTo(topics.get("javascript"))
			.containsExactlyInAnyOrderElementsOf(
					EXPECTED.keySet().stream().filter((topic) -> !topic.endsWith("-requests")).toList());
	}

	@ParameterizedTest
	@MethodSource("examples")
	void doesWhatItSays(Path example) throws Exception {
		List<String> command = command(example);
		String text = Files.readString(EXAMPLES.resolve(example))
			.replace("https://gateway.maton.ai", simulator.url())
			.replace("https://ctrl.maton.ai", simulator.url());
		assertThat(text).contains(simulator.url()).doesNotContain("https://");
		Path copy = Files.writeString(this.folder.resolve(example.getFileName()), text);
		File output = this.folder.resolve("output.txt").toFile();
		ProcessBuilder builder = new ProcessBuilder(
				Stream.concat(command.stream(), Stream.of(copy.toString())).toList())
			.redirectErrorStream(true)
			.redirectOutput(output);
		builder.environment().put("MATON_API_KEY", API_KEY);
		int status = builder.start().waitFor();
		String printed = Files.readString(output.toPath());
		assertThat(status).as(printed).isZero();
		ExpectedExample expected = EXPECTED.get(topic(example));
		assertThat(printed.replaceAll("\\s", "").replace('"', '\'')).containsSubsequence(expected.printed());
		assertThat(printed).doesNotContain("session_token", API_KEY);
		assertThat(requests()).matches(expected.requestPattern());
		// what an example creates it deletes again
		assertThat(simulator.admin("GET", "/records/Contacts?count", "")).containsEntry("count", 31);
		assertThat(simulator.admin("GET", "/records/Pipelines?count", "")).containsEntry("count", 15);
	}

	private static String topic(Path example) {
		return example.getFileName().toString().replaceFirst("[.].*", "").replace('_', '-');
	}

	private static List<String> command(Path example) throws Exception {
		String name = example.toString();
		if (name.endsWith(".sh")) {
			return runnable("bash, curl and jq", List.of("bash"), "-c", "curl --version && jq --version");
		}
		if (name.endsWith(".mjs")) {
			return runnable("Node.js with fetch", List.of("node"), "-e", "fetch");
		}
		if (name.contains("with_requests")) {
			// a Python of one's own may lack what the system's has
			return runnable("Python with requests", List.of("python3", "/usr/bin/python3"), "-c", "import requests");
		}
		return runnable("Python", List.of("python3"), "--version");
	}

	private static List<String> runnable(String what, List<String> candidates, String... proof) throws Exception {
		for (String candidate : candidates) {
			if (isRunnable(Stream.concat(Stream.of(candidate), Stream.of(proof)).toList())) {
				return List.of(candidate);
			}
		}
		assumeTrue(false, "skipped, since there is no " + what);
		return List.of();
	}

	private static boolean isRunnable(List<String> command) throws InterruptedException {
		try {
			return new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor() == 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static String requests() throws Exception {
		List<?> requests = (List<?>) simulator.admin("GET", "/requests", "").get("requests");
		return requests.stream()
			.map((request) -> ((Map<?, ?>) request).get("method") + " " + ((Map<?, ?>) request).get("url"))
			.map((request) -> request.replace("/zoho-bigin/bigin/v2", ""))
			.collect(Collectors.joining("\n"));
	}

}
