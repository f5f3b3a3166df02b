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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.Json;

/**
 * The simulator as a program of its own, found by what it prints.
 */
final class SimulatorProcess implements AutoCloseable {

	private static final Pattern URL = Pattern.compile(" *Maton gateway +(http\\S+) .*");

	private final Process process;

	private final String url;

	private final HttpClient client = HttpClient.newHttpClient();

	private SimulatorProcess(Process process) throws IOException {
		this.process = process;
		this.url = url(process.inputReader());
	}

	static SimulatorProcess start(String... arguments) throws Exception {
		return new SimulatorProcess(process(arguments));
	}

	/**
	 * Start the program without waiting for what it prints.
	 * @param arguments its arguments
	 * @return the process
	 */
	static Process process(String... arguments) throws Exception {
		String separator = System.getProperty("path.separator");
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
						location(BiginSimulatorApplication.class) + separator + location(WireMockServer.class),
						BiginSimulatorApplication.class.getName()));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().keySet().removeIf((name) -> name.startsWith("BIGIN_SIMULATOR_"));
		return builder.start();
	}

	private static String location(Class<?> type) throws Exception {
		return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
	}

	private static String url(BufferedReader output) throws IOException {
		StringBuilder printed = new StringBuilder();
		String line = output.readLine();
		while (line != null) {
			Matcher url = URL.matcher(line);
			if (url.matches()) {
				return url.group(1);
			}
			printed.append(line).append('\n');
			line = output.readLine();
		}
		throw new AssertionError("It says not where it listens: " + printed);
	}

	String url() {
		return this.url;
	}

	/**
	 * Call the admin API.
	 * @param method the method
	 * @param path the path and query below {@code /__admin/bigin}
	 * @param body the body, empty for none
	 * @return the JSON object of the response
	 */
	@SuppressWarnings("unchecked")
	Map<String, Object> admin(String method, String path, String body) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.url + "/__admin/bigin" + path))
			.method(method, BodyPublishers.ofString(body))
			.build();
		HttpResponse<String> response = this.client.send(request, BodyHandlers.ofString());
		if (response.statusCode() != 200) {
			throw new AssertionError(response.body());
		}
		return response.body().isEmpty() ? Map.of() : Json.read(response.body(), Map.class);
	}

	@Override
	public void close() {
		this.process.destroy();
	}

}
