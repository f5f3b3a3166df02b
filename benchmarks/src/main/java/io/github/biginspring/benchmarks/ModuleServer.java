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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * A module of many records, in a process of its own: listed by page number, queried by
 * COQL, and written to. Prints its port.
 */
final class ModuleServer {

	private static final Pattern PARAMETER = Pattern.compile("[?&](page|per_page)=(\\d+)");

	private static final Pattern AFTER = Pattern.compile("id < '(\\d+)'");

	private static final Pattern ROWS = Pattern.compile("limit (\\d+) offset (\\d+)");

	private static final Pattern RECORD = Pattern.compile("\"Last_Name\"");

	private static final long FIRST_ID = 7_255_024_000_000_000_000L;

	private final int records;

	private final Duration latency;

	private final AtomicInteger calls = new AtomicInteger();

	private final AtomicInteger inFlight = new AtomicInteger();

	private final AtomicInteger mostInFlight = new AtomicInteger();

	private ModuleServer(Options options) {
		this.records = options.number("records", 20_000);
		this.latency = Duration.ofMillis(options.number("latency", 0));
	}

	public static void main(String[] arguments) {
		DisposableServer server = start(new Options(arguments));
		System.out.println(server.port());
		server.onDispose().block();
	}

	static DisposableServer start(Options options) {
		ModuleServer server = new ModuleServer(options);
		return HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.route((routes) -> routes
				.get("/counts", (request, response) -> response.sendString(Mono.just(server.counts())))
				.get("/zoho-bigin/bigin/v2/Contacts",
						(request, response) -> server.respond(response, Mono.just(server.list(request.uri()))))
				.post("/zoho-bigin/bigin/v2/coql",
						(request, response) -> server.respond(response, body(request).map(server::rows)))
				.post("/zoho-bigin/bigin/v2/Contacts",
						(request, response) -> server.respond(response, body(request).map(ModuleServer::written))))
			.bindNow();
	}

	private static Mono<String> body(HttpServerRequest request) {
		return request.receive().aggregate().asString(StandardCharsets.UTF_8);
	}

	private Publisher<Void> respond(HttpServerResponse response, Mono<String> body) {
		this.calls.incrementAndGet();
		this.mostInFlight.accumulateAndGet(this.inFlight.incrementAndGet(), Math::max);
		Mono<byte[]> bytes = body.map((text) -> text.getBytes(StandardCharsets.UTF_8)).cache();
		return bytes.then(Mono.delay(this.latency)).then(Mono.defer(() -> {
			this.inFlight.decrementAndGet();
			return response.header("Content-Type", "application/json").sendByteArray(bytes).then();
		}));
	}

	// calls since this was asked last, and how many were under way at once
	private String counts() {
		return this.calls.getAndSet(0) + " " + this.mostInFlight.getAndSet(0);
	}

	private String list(String uri) {
		int page = 1;
		int size = 200;
		Matcher parameter = PARAMETER.matcher(uri);
		while (parameter.find()) {
			int value = Integer.parseInt(parameter.group(2));
			if (parameter.group(1).equals("page")) {
				page = value;
			}
			else {
				size = value;
			}
		}
		return page((page - 1) * size, size);
	}

	private String rows(String query) {
		Matcher after = AFTER.matcher(query);
		int before = after.find() ? (int) (FIRST_ID + this.records - Long.parseLong(after.group(1))) : 0;
		Matcher rows = ROWS.matcher(query);
		if (!rows.find()) {
			throw new IllegalArgumentException(query);
		}
		return page(before + Integer.parseInt(rows.group(2)), Integer.parseInt(rows.group(1)));
	}

	private String page(int before, int size) {
		StringBuilder json = new StringBuilder("{\"data\":[");
		int to = Math.min(before + size, this.records);
		for (int i = before; i < to; i++) {
			json.append((i > before) ? "," : "")
				.append("{\"id\":\"")
				.append(FIRST_ID + this.records - 1 - i)
				.append("\",\"Last_Name\":\"Contact ")
				.append(i)
				.append("\"}");
		}
		boolean more = to < this.records;
		return json.append("],\"info\":{\"more_records\":")
			.append(more)
			.append(",\"next_page_token\":")
			.append(more ? "\"t" + to + "\"" : "null")
			.append("}}")
			.toString();
	}

	private static String written(String body) {
		int count = (int) RECORD.matcher(body).results().count();
		StringBuilder json = new StringBuilder("{\"data\":[");
		for (int i = 0; i < count; i++) {
			json.append((i > 0) ? "," : "")
				.append("{\"code\":\"SUCCESS\",\"details\":{\"id\":\"")
				.append(FIRST_ID + System.nanoTime() * 1_000 % 1_000_000_000_000L + i)
				.append("\"},\"status\":\"success\"}");
		}
		return json.append("]}").toString();
	}

}
