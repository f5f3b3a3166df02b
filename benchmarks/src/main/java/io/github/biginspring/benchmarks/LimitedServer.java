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

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * The service, in a process of its own: canned responses, a strict limit, outages, and
 * counts of what came. Prints its port.
 */
final class LimitedServer {

	private final Records records = new Records();

	private final StrictLimit limit;

	private final @Nullable String retryAfter;

	private final Duration latency;

	private final AtomicInteger accepted = new AtomicInteger();

	private final AtomicInteger rejected = new AtomicInteger();

	private final AtomicInteger failed = new AtomicInteger();

	private final Queue<Long> acceptedAfterOutage = new ConcurrentLinkedQueue<>();

	private volatile long outageEnd = Long.MIN_VALUE;

	private volatile int outageStatus;

	private LimitedServer(Options options) {
		this.limit = new StrictLimit(options.text("kind", "window"), options.number("limit", 0), System.nanoTime());
		this.retryAfter = options.text("retry-after");
		this.latency = Duration.ofMillis(options.number("latency", 0));
	}

	public static void main(String[] arguments) {
		DisposableServer server = start(new Options(arguments));
		System.out.println(server.port());
		server.onDispose().block();
	}

	static DisposableServer start(Options options) {
		LimitedServer server = new LimitedServer(options);
		return HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.route((routes) -> routes
				.get("/counts", (request, response) -> response.sendString(Mono.just(server.counts())))
				.get("/outage/{status}/{seconds}", server::beginOutage)
				.get("/recovery/{rate}", server::recovery)
				.get("/zoho-bigin/bigin/v2/Contacts",
						(request, response) -> server.respond(response, server.records.page()))
				.get("/zoho-bigin/bigin/v2/Contacts/{id}",
						(request, response) -> server.respond(response, server.records.one())))
			.bindNow();
	}

	private String counts() {
		return this.accepted + " " + this.rejected + " " + this.failed;
	}

	private Publisher<Void> beginOutage(HttpServerRequest request, HttpServerResponse response) {
		this.outageStatus = number(request, "status");
		this.acceptedAfterOutage.clear();
		this.outageEnd = System.nanoTime() + TimeUnit.SECONDS.toNanos(number(request, "seconds"));
		return response.send();
	}

	// milliseconds until the first request, and until the second from which on it is
	// called at the given rate
	private Publisher<Void> recovery(HttpServerRequest request, HttpServerResponse response) {
		List<Long> times = List.copyOf(this.acceptedAfterOutage);
		int rate = number(request, "rate");
		long first = times.isEmpty() ? -1 : times.get(0);
		long full = -1;
		for (int i = 0; full < 0 && i + rate - 1 < times.size(); i++) {
			if (times.get(i + rate - 1) - times.get(i) <= TimeUnit.SECONDS.toNanos(1)) {
				full = times.get(i);
			}
		}
		return response
			.sendString(Mono.just(TimeUnit.NANOSECONDS.toMillis(first) + " " + TimeUnit.NANOSECONDS.toMillis(full)));
	}

	private static int number(HttpServerRequest request, String name) {
		String value = request.param(name);
		return (value != null) ? Integer.parseInt(value) : 0;
	}

	private Publisher<Void> respond(HttpServerResponse response, byte[] body) {
		long now = System.nanoTime();
		long sinceOutage = now - this.outageEnd;
		if (this.outageStatus != 0 && sinceOutage < 0) {
			this.failed.incrementAndGet();
			return later(response.status(this.outageStatus).send());
		}
		if (!this.limit.accepts(now)) {
			this.rejected.incrementAndGet();
			if (this.retryAfter != null) {
				response.header("Retry-After", this.retryAfter);
			}
			return later(response.status(429).send());
		}
		this.accepted.incrementAndGet();
		if (this.outageStatus != 0) {
			this.acceptedAfterOutage.add(sinceOutage);
		}
		return later(response.header("Content-Type", "application/json").sendByteArray(Mono.just(body)));
	}

	private Publisher<Void> later(Publisher<Void> response) {
		return this.latency.isZero() ? response : Mono.delay(this.latency).then(Mono.from(response));
	}

}
