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
package io.github.biginspring.simulator.recording;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.github.biginspring.simulator.request.ReceivedRequest;

/**
 * An HTTP server that gives each request to one handler.
 */
final class PlainServer implements AutoCloseable {

	private static final int THREADS = 16;

	private final HttpServer server;

	private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

	private final String host;

	/**
	 * Start to listen.
	 * @param address the address to listen on
	 * @param port the port, 0 for any
	 * @param handler what responds
	 */
	PlainServer(String address, int port, Handler handler) {
		this.host = address;
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), port), 0);
		}
		catch (IOException ex) {
			this.threads.shutdown();
			throw new IllegalStateException("Port " + port + " of " + address
					+ " cannot be listened on; another process may do so already: choose another", ex);
		}
		this.server.setExecutor(this.threads);
		this.server.createContext("/", (exchange) -> respond(exchange, handler));
		this.server.start();
	}

	private static void respond(HttpExchange exchange, Handler handler) throws IOException {
		try (exchange) {
			byte[] body = exchange.getRequestBody().readAllBytes();
			RecordedResponse response = handler.respond(new ReceivedRequest(exchange.getRequestMethod(),
					exchange.getRequestURI().toString(), "", exchange.getRequestHeaders(), body));
			response.headers().forEach(exchange.getResponseHeaders()::set);
			boolean bodiless = response.body().length == 0 || "HEAD".equals(exchange.getRequestMethod());
			exchange.sendResponseHeaders(response.status(), bodiless ? -1 : response.body().length);
			if (!bodiless) {
				try (OutputStream output = exchange.getResponseBody()) {
					output.write(response.body());
				}
			}
		}
	}

	String url() {
		String name = this.host.contains(":") ? "[" + this.host + "]" : this.host;
		boolean local = "127.0.0.1".equals(this.host) || "0.0.0.0".equals(this.host);
		return "http://" + (local ? "localhost" : name) + ":" + this.server.getAddress().getPort();
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdown();
	}

	/**
	 * Responds to requests.
	 */
	@FunctionalInterface
	interface Handler {

		RecordedResponse respond(ReceivedRequest request) throws IOException;

	}

}
