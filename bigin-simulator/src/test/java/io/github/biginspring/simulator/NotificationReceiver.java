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

package io.github.biginspring.simulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Takes messages of channels, each path for itself.
 */
final class NotificationReceiver implements AutoCloseable {

	private final HttpServer server;

	private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();

	private volatile int status = 200;

	NotificationReceiver() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		this.server.createContext("/", this::receive);
		this.server.start();
	}

	private void receive(HttpExchange exchange) throws IOException {
		assertThat(exchange.getRequestMethod()).isEqualTo("POST");
		this.messages.add(new JsonMapper().readTree(exchange.getRequestBody().readAllBytes()));
		exchange.sendResponseHeaders(this.status, -1);
		exchange.close();
	}

	void respondWith(int status) {
		this.status = status;
	}

	String url() {
		return "http://localhost:" + this.server.getAddress().getPort() + "/changed";
	}

	/**
	 * The next message, for which it waits a while.
	 * @return the message
	 */
	JsonNode next() {
		try {
			JsonNode message = this.messages.poll(30, TimeUnit.SECONDS);
			assertThat(message).as("a message").isNotNull();
			return message;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	boolean isEmpty() {
		return this.messages.isEmpty();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
