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

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Prometheus of its own, which looks at one application every second.
 */
final class PrometheusServer implements AutoCloseable {

	private static final String CONFIGURATION = """
			global:
			  scrape_interval: 1s
			  evaluation_interval: 1s
			rule_files: ["%s"]
			scrape_configs:
			  - job_name: sample
			    metrics_path: /actuator/prometheus
			    static_configs: [{targets: ["127.0.0.1:%s"]}]
			""";

	private final HttpClient client = HttpClient.newHttpClient();

	private final JsonMapper mapper = new JsonMapper();

	private final int port;

	private final Process process;

	private PrometheusServer(int port, Process process) {
		this.port = port;
		this.process = process;
	}

	/**
	 * Return the program of this machine.
	 * @return its file, or empty where there is none
	 */
	static Optional<Path> program() {
		return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
			.map((folder) -> Path.of(folder, "prometheus"))
			.filter(Files::isExecutable)
			.findFirst();
	}

	static PrometheusServer start(Path folder, int applicationPort, Path rules) throws IOException {
		Path configuration = folder.resolve("prometheus.yml");
		Files.writeString(configuration, CONFIGURATION.formatted(rules.toAbsolutePath(), applicationPort));
		int port = freePort();
		Process process = new ProcessBuilder(program().orElseThrow().toString(), "--config.file=" + configuration,
				"--storage.tsdb.path=" + folder.resolve("data"), "--web.listen-address=127.0.0.1:" + port)
			.redirectErrorStream(true)
			.redirectOutput(folder.resolve("prometheus.log").toFile())
			.start();
		return new PrometheusServer(port, process);
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	boolean isReady() {
		try {
			return this.client.send(HttpRequest.newBuilder(uri("/-/ready")).build(), BodyHandlers.discarding())
				.statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Ask for the value of an expression now.
	 * @param expression the expression in PromQL
	 * @return the elements of the result
	 */
	JsonNode query(String expression) {
		return get("/api/v1/query?query=" + encoded(expression)).path("result");
	}

	/**
	 * Ask for the values of an expression in the time up to now, one for each second.
	 * @param expression the expression in PromQL
	 * @param range how long
	 * @return the elements of the result
	 */
	JsonNode query(String expression, Duration range) {
		Instant now = Instant.now();
		return get("/api/v1/query_range?step=1&start=%s&end=%s&query=%s".formatted(now.minus(range).getEpochSecond(),
				now.getEpochSecond(), encoded(expression)))
			.path("result");
	}

	JsonNode rules() {
		return get("/api/v1/rules").path("groups").path(0).path("rules");
	}

	private JsonNode get(String path) {
		try {
			String body = this.client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString()).body();
			JsonNode response = this.mapper.readTree(body);
			if (!"success".equals(response.path("status").asString())) {
				throw new AssertionError(path + ": " + body);
			}
			return response.path("data");
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private URI uri(String path) {
		return URI.create("http://127.0.0.1:" + this.port + path);
	}

	private static String encoded(String expression) {
		return URLEncoder.encode(expression, StandardCharsets.UTF_8);
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(10, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

}
