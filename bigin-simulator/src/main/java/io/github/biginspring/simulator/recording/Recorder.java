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
import java.io.InterruptedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.biginspring.simulator.request.ReceivedRequest;

/**
 * Forwards each request to the service, and records it with its response. Secrets and
 * personal data are masked before anything is written.
 *
 * @since 0.1.0
 */
public final class Recorder implements AutoCloseable {

	private static final List<String> REQUEST_HEADERS = List.of("Content-Type", "Maton-Connection",
			"If-Modified-Since");

	private static final List<String> RESPONSE_HEADERS = List.of("Content-Type", "Retry-After",
			"X-API-CREDITS-REMAINING");

	private final StandIns standIns = new StandIns();

	private final ExchangeMask mask = new ExchangeMask(this.standIns);

	private final Upstream upstream;

	private final Cassette cassette;

	private final PlainServer server;

	/**
	 * Begin a recording.
	 * @param file the file to write, which must not be there yet
	 * @param gatewayUrl where the gateway is
	 * @param controlUrl where the control plane is
	 * @param address the address to listen on
	 * @param port the port to listen on, 0 for any that is free
	 * @throws IllegalArgumentException if the file is there, or a URL is none that a key
	 * may be sent to
	 * @throws IllegalStateException if the port cannot be listened on
	 */
	public Recorder(Path file, String gatewayUrl, String controlUrl, String address, int port) {
		this.upstream = new Upstream(gatewayUrl, controlUrl);
		this.cassette = Cassette.create(file);
		this.server = new PlainServer(address, port, this::respond);
	}

	/**
	 * Where it listens, for gateway and control plane.
	 * @return scheme, host and port
	 */
	public String url() {
		return this.server.url();
	}

	private RecordedResponse respond(ReceivedRequest request) throws IOException {
		HttpResponse<byte[]> response;
		try {
			response = this.upstream.send(request.method(), request.url(), request.headers(), request.bodyBytes());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException();
		}
		catch (IOException ex) {
			return RecordedResponse.error(502, request.toString(),
					"the upstream did not respond, so nothing is recorded",
					"look whether it can be reached, and make the call again if it may be made twice");
		}
		record(request, response);
		// without Location: a client would follow it, and take the key along
		return new RecordedResponse(response.statusCode(), headers(response), response.body());
	}

	// one by one, as a value that one of them brings is to be known to the next
	private synchronized void record(ReceivedRequest request, HttpResponse<byte[]> response) {
		String authorization = request.header("Authorization");
		if (authorization != null) {
			this.standIns.secret(authorization.replaceFirst("(?i)^bearer +", ""));
		}
		Map<String, String> sent = new LinkedHashMap<>();
		for (String name : REQUEST_HEADERS) {
			String value = request.header(name);
			if (value != null) {
				sent.put(name, value);
			}
		}
		this.cassette.add(this.mask
			.mask(new RecordedExchange(request.method(), request.url(), RecordedMessage.of(sent, request.bodyBytes()),
					response.statusCode(), RecordedMessage.of(headers(response), response.body()))));
	}

	private static Map<String, String> headers(HttpResponse<byte[]> response) {
		Map<String, String> headers = new LinkedHashMap<>();
		for (String name : RESPONSE_HEADERS) {
			response.headers().firstValue(name).ifPresent((value) -> headers.put(name, value));
		}
		return headers;
	}

	@Override
	public void close() {
		this.server.close();
	}

}
