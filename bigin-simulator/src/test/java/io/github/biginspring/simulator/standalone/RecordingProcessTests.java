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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BiginSimulatorApplication} in a process of its own that records,
 * replays and compares.
 */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class RecordingProcessTests {

	private static final String LIST = "/zoho-bigin/bigin/v2/Contacts?fields=Last_Name,Email";

	private final HttpClient client = HttpClient.newHttpClient();

	@TempDir
	private Path folder;

	@Test
	void recordsReplaysAndCompares() throws Exception {
		Path file = this.folder.resolve("recording.json");
		try (SimulatorProcess service = SimulatorProcess.start("--port=0", "--api-key=real-key");
				SimulatorProcess recorder = SimulatorProcess.start("--port=0", "--record=" + file,
						"--upstream-gateway=" + service.url(), "--upstream-control=" + service.url())) {
			assertThat(get(recorder.url() + LIST).body()).contains("Watson");
			assertThat(get(recorder.url() + "/connections").body()).contains("session_token");
		}
		assertThat(Files.readString(file)).doesNotContain("Watson", "session_token", "real-key");
		try (SimulatorProcess replay = SimulatorProcess.start("--port=0", "--replay=" + file)) {
			HttpResponse<String> listed = get(replay.url() + LIST);
			assertThat(listed.statusCode()).isEqualTo(200);
			assertThat(listed.body()).contains("@example.com").doesNotContain("Watson");
			assertThat(get(replay.url() + "/connections").body()).contains("ACTIVE").doesNotContain("session_token");
			assertThat(get(replay.url() + "/other").statusCode()).isEqualTo(501);
		}
		Process alike = SimulatorProcess.process("--compare=" + file);
		assertThat(text(alike)).isEqualToIgnoringNewLines("2 requests, 0 with differences");
		assertThat(alike.waitFor()).isZero();
		Process different = SimulatorProcess.process("--compare=" + file, "--empty");
		assertThat(text(different)).contains("GET " + LIST, "  status: recorded 200, simulator 204",
				"2 requests, 1 with differences");
		assertThat(different.waitFor()).isEqualTo(3);
	}

	@Test
	void endsWhereAnOptionOfRecordingsIsWrong() throws Exception {
		Process both = SimulatorProcess.process("--replay=a.json", "--record=b.json");
		assertThat(text(both)).startsWith("--record and --replay exclude each other");
		assertThat(both.waitFor()).isEqualTo(2);
		Process missing = SimulatorProcess.process("--replay=" + this.folder.resolve("missing.json"));
		assertThat(text(missing)).contains("missing.json' cannot be read");
		assertThat(missing.waitFor()).isEqualTo(2);
		Process readable = SimulatorProcess.process("--record=" + this.folder.resolve("recording.json"),
				"--upstream-gateway=http://gateway.example.com");
		assertThat(text(readable)).startsWith("The API key would travel readable to gateway.example.com");
		assertThat(readable.waitFor()).isEqualTo(2);
		Process port = SimulatorProcess.process("--record=" + this.folder.resolve("recording.json"), "--port=x");
		assertThat(text(port)).startsWith("--port: 'x' is not allowed");
		assertThat(port.waitFor()).isEqualTo(2);
		assertThat(this.folder).isEmptyDirectory();
	}

	private HttpResponse<String> get(String url) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(url))
			.header("Authorization", "Bearer real-key")
			.build();
		return this.client.send(request, BodyHandlers.ofString());
	}

	private static String text(Process process) throws IOException {
		return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
	}

}
