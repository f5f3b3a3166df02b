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

package io.github.biginspring.contract;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

/**
 * A real Redis server on a free port of the loopback interface, which keeps nothing.
 */
final class RedisProcess implements AutoCloseable {

	private final int port;

	private final Process process;

	private RedisProcess(int port) throws IOException {
		this.port = port;
		this.process = new ProcessBuilder("redis-server", "--bind", "127.0.0.1", "--port", String.valueOf(port),
				"--save", "", "--appendonly", "no")
			.redirectErrorStream(true)
			.start();
		BufferedReader log = this.process.inputReader();
		String line = log.readLine();
		while (line != null && !line.contains("Ready to accept connections")) {
			line = log.readLine();
		}
		if (line == null) {
			throw new IOException("redis-server has not started");
		}
	}

	/**
	 * Start a server, or skip the test where there is none to start.
	 */
	static RedisProcess start() throws IOException {
		boolean installed = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.anyMatch((directory) -> Files.isExecutable(Path.of(directory, "redis-server")));
		Assumptions.assumeTrue(installed, "There is no redis-server on the PATH");
		return new RedisProcess(freePort());
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	String url() {
		return "redis://127.0.0.1:" + this.port;
	}

	@Override
	public void close() {
		this.process.destroyForcibly().onExit().join();
	}

}
