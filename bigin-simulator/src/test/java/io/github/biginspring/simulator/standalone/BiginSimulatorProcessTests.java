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

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BiginSimulatorApplication} in a process of its own, by what it prints.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class BiginSimulatorProcessTests {

	private static final Pattern CURL = Pattern.compile(" *curl -H \"Authorization: Bearer (.*)\" \"(.*)\"");

	private final HttpClient client = HttpClient.newHttpClient();

	@Test
	void canBeUsedByWhatItPrints() throws Exception {
		Process process = SimulatorProcess.process("--port=0");
		try {
			Matcher curl = curl(process.inputReader());
			String key = curl.group(1);
			HttpResponse<String> listed = send("GET", curl.group(2), key, "");
			assertThat(listed.statusCode()).isEqualTo(200);
			assertThat(listed.body()).contains("Watson");
			String contacts = curl.group(2).replaceFirst("[?].*", "");
			HttpResponse<String> created = send("POST", contacts, key, "{\"data\":[{\"Last_Name\":\"Moriarty\"}]}");
			assertThat(created.statusCode()).isEqualTo(201);
			String admin = URI.create(contacts).resolve("/__admin/bigin/").toString();
			assertThat(send("POST", admin + "faults", "", "{\"on\":\"POST /Contacts\",\"status\":429}").statusCode())
				.isEqualTo(200);
			assertThat(send("POST", contacts, key, "{\"data\":[{\"Last_Name\":\"Moran\"}]}").statusCode())
				.isEqualTo(429);
			assertThat(send("GET", curl.group(2), key, "").body()).contains("Moriarty").doesNotContain("Moran");
			assertThat(send("GET", admin + "requests?count", "", "").body()).isEqualTo("{\"count\":4}");
			assertThat(process.isAlive()).isTrue();
		}
		finally {
			process.destroy();
		}
		assertThat(process.waitFor()).isNotZero();
	}

	@Test
	void endsWithHelp() throws Exception {
		Process process = SimulatorProcess.process("--help");
		assertThat(text(process)).contains("--seed-file=<file>", "BIGIN_SIMULATOR_SEED_FILE");
		assertThat(process.waitFor()).isZero();
	}

	@Test
	void endsWithWhatIsWrong() throws Exception {
		Process process = SimulatorProcess.process("--prot=0");
		assertThat(text(process)).startsWith("'--prot' is no option: use some of --port")
			.endsWith("Use --help for all options and what they allow." + System.lineSeparator());
		assertThat(process.waitFor()).isEqualTo(2);
	}

	private static String text(Process process) throws IOException {
		return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
	}

	private static Matcher curl(BufferedReader output) throws IOException {
		StringBuilder printed = new StringBuilder();
		String line = output.readLine();
		while (line != null) {
			Matcher curl = CURL.matcher(line);
			if (curl.matches()) {
				return curl;
			}
			printed.append(line).append('\n');
			line = output.readLine();
		}
		throw new AssertionError("No line to paste in: " + printed);
	}

	private HttpResponse<String> send(String method, String url, String key, String body) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
			.method(method, BodyPublishers.ofString(body));
		if (!key.isEmpty()) {
			request.header("Authorization", "Bearer " + key);
		}
		return this.client.send(request.build(), BodyHandlers.ofString());
	}

}
