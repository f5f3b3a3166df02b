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

package io.github.biginspring.internal.call;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

import org.springframework.http.HttpHeaders;

/**
 * A real server on a free port of the loopback interface, which keeps what it received
 * and responds, or fails to, as it is told.
 */
public final class LocalServer implements AutoCloseable {

	private final List<Received> received = new CopyOnWriteArrayList<>();

	private final Deque<Reaction> reactions = new ConcurrentLinkedDeque<>();

	private final Sinks.Empty<Void> connectionClosed = Sinks.empty();

	private final Sinks.Empty<Void> requestReceived = Sinks.empty();

	private final DisposableServer server;

	public LocalServer() {
		this.server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.doOnConnection((connection) -> connection.onDispose(this.connectionClosed::tryEmitEmpty))
			.handle(this::handle)
			.bindNow();
	}

	private Mono<Void> handle(HttpServerRequest request, HttpServerResponse response) {
		HttpHeaders headers = new HttpHeaders();
		request.requestHeaders().forEach((header) -> headers.add(header.getKey(), header.getValue()));
		return request.receive().aggregate().asString().defaultIfEmpty("").flatMap((body) -> {
			this.received.add(new Received(request.method().name(), request.uri(), headers, body));
			this.requestReceived.tryEmitEmpty();
			Reaction reaction = (this.reactions.size() > 1) ? this.reactions.poll() : this.reactions.peek();
			return (reaction != null) ? reaction.apply(request, response) : response.status(204).send();
		});
	}

	/**
	 * Respond to the next request so; the last reaction also serves all further requests.
	 */
	public LocalServer respondsWith(int status, String contentType, String body, Map<String, String> headers) {
		return reacts((request, response) -> {
			headers.forEach(response::header);
			return response.status(status).header("Content-Type", contentType).sendString(Mono.just(body)).then();
		});
	}

	public LocalServer respondsWith(int status, String json) {
		return respondsWith(status, "application/json", json, Map.of());
	}

	/**
	 * Respond without a body.
	 */
	public LocalServer respondsWith(int status) {
		return reacts((request, response) -> response.status(status).header("Content-Type", "application/json").send());
	}

	/**
	 * Respond with a body that comes piece by piece. An error closes the connection.
	 */
	public LocalServer streams(int status, Publisher<String> pieces) {
		return reacts((request, response) -> response.status(status)
			.header("Content-Type", "application/octet-stream")
			.send(Flux.from(pieces).map((piece) -> Unpooled.copiedBuffer(piece, StandardCharsets.UTF_8)),
					(buffer) -> true)
			.then());
	}

	/**
	 * Forget how further requests were to be responded to.
	 */
	public LocalServer forget() {
		this.reactions.clear();
		return this;
	}

	public LocalServer neverResponds() {
		return reacts((request, response) -> Mono.never());
	}

	public LocalServer resetsTheConnection() {
		return reacts((request, response) -> {
			response.withConnection((connection) -> {
				connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
				connection.channel().close();
			});
			return Mono.never();
		});
	}

	public LocalServer closesTheConnection() {
		return reacts((request, response) -> {
			response.withConnection((connection) -> connection.channel().close());
			return Mono.never();
		});
	}

	/**
	 * Announce a longer body than is sent.
	 */
	public LocalServer truncates(int status, String body) {
		String raw = "HTTP/1.1 " + status + " X\r\nContent-Type: application/json\r\nContent-Length: "
				+ (body.length() + 100) + "\r\n\r\n" + body;
		return reacts((request, response) -> {
			response.withConnection((connection) -> {
				Channel channel = connection.channel();
				// below the codec, which would not let it pass
				channel.pipeline()
					.firstContext()
					.writeAndFlush(Unpooled.copiedBuffer(raw, StandardCharsets.US_ASCII))
					.addListener((written) -> channel.close());
			});
			return Mono.never();
		});
	}

	private LocalServer reacts(Reaction reaction) {
		this.reactions.add(reaction);
		return this;
	}

	public URI url() {
		return URI.create("http://127.0.0.1:" + this.server.port());
	}

	public List<Received> received() {
		return this.received;
	}

	/**
	 * Return the one request.
	 */
	public Received request() {
		if (this.received.size() != 1) {
			throw new AssertionError("Not one request, but " + this.received);
		}
		return this.received.get(0);
	}

	/**
	 * Completes when a first request was received.
	 */
	public Mono<Void> requestReceived() {
		return this.requestReceived.asMono();
	}

	/**
	 * Completes when a first connection was closed.
	 */
	public Mono<Void> connectionClosed() {
		return this.connectionClosed.asMono();
	}

	@Override
	public void close() {
		this.server.disposeNow();
	}

	/**
	 * A request as it came over the wire.
	 */
	public record Received(String method, String uri, HttpHeaders headers, String body) {

	}

	private interface Reaction extends BiFunction<HttpServerRequest, HttpServerResponse, Mono<Void>> {

	}

}
