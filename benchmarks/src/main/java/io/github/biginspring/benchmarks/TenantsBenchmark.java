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

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.function.IntUnaryOperator;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.biginspring.BiginCreditLedger;
import io.github.biginspring.BiginTemplate;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.limit.CreditLimit;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.model.Contact;
import io.github.biginspring.observation.BiginMeters;

/**
 * Measures what a whole client keeps of each connection that it has made a call on, and
 * what a call costs after many were seen and while calls wait on others, in processor
 * time against a client that knows one connection only.
 */
final class TenantsBenchmark {

	private static final String HELD = "1";

	private final PairedBlocks blocks;

	private final int connections;

	private final int waiting;

	private final int calls;

	/**
	 * Create.
	 * @param blocks measures
	 * @param connections how many connections make a call each
	 * @param waiting on how many of them a call waits meanwhile
	 * @param calls how many calls a block makes
	 */
	TenantsBenchmark(PairedBlocks blocks, int connections, int waiting, int calls) {
		this.blocks = blocks;
		this.connections = connections;
		this.waiting = waiting;
		this.calls = calls;
	}

	void run() {
		try (ChildProcess server = new ChildProcess(CannedServer.class)) {
			run("http://127.0.0.1:" + server.line());
		}
	}

	void run(String url) {
		System.out.println("| a client that knows | of a connection it keeps |");
		System.out.println("|---|---|");
		BiginTemplate many = seen(url, null, "");
		seen(url, new SimpleMeterRegistry(), ", with meters");
		BiginTemplate busy = client(url, null);
		for (int i = 0; i < this.connections; i++) {
			find(busy, i, i);
		}
		Disposable.Composite held = Disposables.composite();
		for (int i = 0; i < this.waiting; i++) {
			// the first one holds the only turn of its connection, the second one waits
			// for it
			held.add(hold(busy, i));
			held.add(hold(busy, i));
		}
		System.out.println();
		PairedBlocks.printHead("one connection", "many");
		IntUnaryOperator one = calls(client(url, null));
		String name = String.format(Locale.ROOT, "get, %,d seen", this.connections);
		this.blocks.compare(name, this.calls, one, calls(many));
		this.blocks.compare(name + String.format(Locale.ROOT, ", calls wait on %,d", this.waiting), this.calls, one,
				calls(busy));
		held.dispose();
	}

	private BiginTemplate seen(String url, @Nullable MeterRegistry registry, String name) {
		BiginTemplate bigin = client(url, registry);
		// what the first calls load stays out of it
		for (int i = 0; i < 500; i++) {
			find(bigin, -1, i);
		}
		long before = HeapMemory.used();
		for (int i = 0; i < this.connections; i++) {
			find(bigin, i, i);
		}
		long after = HeapMemory.used();
		System.out.printf(Locale.ROOT, "| %,d connections%s | %,d bytes |%n", this.connections, name,
				(after - before) / this.connections);
		return bigin;
	}

	private static IntUnaryOperator calls(BiginTemplate bigin) {
		return (number) -> find(bigin, -1, number);
	}

	private static int find(BiginTemplate bigin, int connection, int number) {
		Contact found = bigin.withConnection("connection-" + connection)
			.findById(Contact.class, VaryingContacts.id(number))
			.block();
		return (found != null) ? found.hashCode() : 0;
	}

	private static Disposable hold(BiginTemplate bigin, int connection) {
		return bigin.withConnection("connection-" + connection).findById(Contact.class, HELD).subscribe();
	}

	private static BiginTemplate client(String url, @Nullable MeterRegistry registry) {
		return BiginTemplate.builder(ApiKey.of("benchmark-benchmark-benchmark"))
			.endpoint(MatonEndpoint.of(URI.create(url)))
			.webClientBuilder(WebClient.builder().filter(TenantsBenchmark::hold))
			.rateLimit(RateLimit.defaults().withRequestsPerSecond(100_000).withBurst(1_000_000).withMaxInFlight(1))
			.creditLedger(BiginCreditLedger.of(CreditLimit.daily(1_000_000_000), null))
			.callTimeout(Duration.ofMinutes(30))
			.meters((registry != null) ? BiginMeters.of(registry) : null)
			.build();
	}

	private static Mono<ClientResponse> hold(ClientRequest request, ExchangeFunction next) {
		return request.url().getPath().endsWith("/" + HELD) ? Mono.never() : next.exchange(request);
	}

}
