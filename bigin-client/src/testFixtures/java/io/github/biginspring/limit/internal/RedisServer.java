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

package io.github.biginspring.limit.internal;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Redis server on a free port of the loopback interface, which keeps nothing.
 */
public final class RedisServer implements AutoCloseable {

	private final int port;

	private final List<String> command;

	private Process process;

	private RedisServer(int port, List<String> options) throws IOException {
		this.port = port;
		this.command = new ArrayList<>(List.of("redis-server", "--bind", "127.0.0.1", "--port", String.valueOf(port),
				"--save", "", "--appendonly", "no"));
		this.command.addAll(options);
		restart();
	}

	/**
	 * Start a server, or skip the test where there is none to start.
	 */
	public static RedisServer start(String... options) {
		boolean installed = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.anyMatch((directory) -> Files.isExecutable(Path.of(directory, "redis-server")));
		Assumptions.assumeTrue(installed, "There is no redis-server on the PATH");
		try {
			return new RedisServer(freePort(), List.of(options));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	public int port() {
		return this.port;
	}

	public RedisURI uri() {
		return RedisURI.create("127.0.0.1", this.port);
	}

	void kill() {
		this.process.destroyForcibly().onExit().join();
	}

	void restart() throws IOException {
		this.process = new ProcessBuilder(this.command).redirectErrorStream(true).start();
		BufferedReader log = new BufferedReader(
				new InputStreamReader(this.process.getInputStream(), StandardCharsets.UTF_8));
		StringBuilder said = new StringBuilder();
		for (String line = log.readLine(); line != null; line = log.readLine()) {
			if (line.contains("Ready to accept connections")) {
				return;
			}
			said.append(line).append('\n');
		}
		throw new IOException("redis-server has not started:\n" + said);
	}

	/**
	 * Ask the server something, on a connection of its own.
	 */
	public <T> T ask(Function<RedisCommands<String, String>, T> question) {
		return ask(uri(), question);
	}

	public <T> T ask(RedisURI uri, Function<RedisCommands<String, String>, T> question) {
		RedisClient client = RedisClient.create(uri);
		try (StatefulRedisConnection<String, String> connection = client.connect()) {
			return question.apply(connection.sync());
		}
		finally {
			client.shutdown();
		}
	}

	@Override
	public void close() {
		kill();
	}

}
