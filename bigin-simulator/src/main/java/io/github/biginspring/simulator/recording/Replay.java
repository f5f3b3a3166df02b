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

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.biginspring.simulator.request.ReceivedRequest;

/**
 * Responds with recorded responses. It requires no key, and writes change nothing.
 *
 * @since 0.1.0
 */
public final class Replay implements AutoCloseable {

	private static final int NOT_IMPLEMENTED = 501;

	private final Recording recording;

	private final PlainServer server;

	/**
	 * Begin to respond.
	 * @param file the file of the recording
	 * @param address the address to listen on
	 * @param port the port to listen on, 0 for any that is free
	 * @throws IllegalArgumentException if the file is no recording
	 * @throws IllegalStateException if the port cannot be listened on
	 */
	public Replay(Path file, String address, int port) {
		this.recording = new Recording(Cassette.read(file));
		this.server = new PlainServer(address, port, this::respond);
	}

	/**
	 * Where it listens, for gateway and control plane.
	 * @return scheme, host and port
	 */
	public String url() {
		return this.server.url();
	}

	private RecordedResponse respond(ReceivedRequest received) {
		Map<String, String> headers = new LinkedHashMap<>();
		String connection = received.header("Maton-Connection");
		if (connection != null) {
			headers.put("Maton-Connection", connection);
		}
		RecordedExchange request = new RecordedExchange(received.method(), received.url(),
				RecordedMessage.of(headers, received.bodyBytes()), 0, RecordedMessage.of(Map.of(), new byte[0]));
		RecordedExchange exchange = this.recording.next(request);
		if (exchange == null) {
			String nearest = this.recording.nearest(request);
			return RecordedResponse.error(NOT_IMPLEMENTED, this.recording.describe(request),
					"this request was not recorded"
							+ ((nearest != null) ? "; the nearest one is " + nearest : "; nothing was"),
					"make the request that was recorded, or record this one as well");
		}
		return new RecordedResponse(exchange.status(), exchange.response().headers(), exchange.response().bytes());
	}

	@Override
	public void close() {
		this.server.close();
	}

}
