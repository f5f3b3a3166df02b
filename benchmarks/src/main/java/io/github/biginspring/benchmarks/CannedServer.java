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

package io.github.biginspring.benchmarks;

import java.util.concurrent.atomic.AtomicLong;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Responds with canned contacts, in a process of its own. Prints its port.
 */
final class CannedServer {

	private final VaryingContacts contacts = new VaryingContacts();

	private final AtomicLong calls = new AtomicLong();

	private volatile String query = "";

	private CannedServer() {
	}

	public static void main(String[] arguments) {
		DisposableServer server = start();
		System.out.println(server.port());
		server.onDispose().block();
	}

	static DisposableServer start() {
		CannedServer server = new CannedServer();
		return HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.route((routes) -> routes
				// the query of the call before, so that another client can ask for the
				// same
				.get("/query", (request, response) -> response.sendString(Mono.just("? " + server.query)))
				.get("/zoho-bigin/bigin/v2/Contacts", server::page)
				.get("/zoho-bigin/bigin/v2/Contacts/{id}", server::record)
				.post("/zoho-bigin/bigin/v2/Contacts", server::result))
			.bindNow();
	}

	private Publisher<Void> page(HttpServerRequest request, HttpServerResponse response) {
		return respond(request, response, this.contacts.page((int) (this.calls.getAndIncrement() % 1000)));
	}

	private Publisher<Void> record(HttpServerRequest request, HttpServerResponse response) {
		return respond(request, response, this.contacts.record(String.valueOf(request.param("id"))));
	}

	private Publisher<Void> result(HttpServerRequest request, HttpServerResponse response) {
		byte[] body = this.contacts.result(this.calls.getAndIncrement());
		return request.receive().then(Mono.from(respond(request, response.status(201), body)));
	}

	private Publisher<Void> respond(HttpServerRequest request, HttpServerResponse response, byte[] body) {
		String uri = request.uri();
		this.query = uri.substring(uri.indexOf('?') + 1);
		return response.header("Content-Type", "application/json;charset=UTF-8").sendByteArray(Mono.just(body)).then();
	}

}
