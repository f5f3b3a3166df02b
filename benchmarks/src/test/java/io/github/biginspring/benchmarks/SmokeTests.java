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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.netty.DisposableServer;

import org.springframework.web.reactive.function.client.WebClient;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.write.WriteResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/**
 * Tests that the measurements measure something, not how it turns out.
 */
@Timeout(60)
class SmokeTests {

	@Test
	void theServerCountsWhatTheCallersSend() {
		DisposableServer server = LimitedServer.start(new Options("--kind=bucket", "--limit=50", "--retry-after=1"));
		try {
			String url = "http://127.0.0.1:" + server.port();
			String[] result = new LoadClient()
				.run(new Options("--url=" + url, "--rate=50", "--callers=4", "--seconds=1"))
				.split(" ");
			String counts = WebClient.create(url).get().uri("/counts").retrieve().bodyToMono(String.class).block();
			assertThat(counts).isNotNull();
			assertThat(Integer.parseInt(counts.split(" ")[0])).isPositive()
				.isGreaterThanOrEqualTo(Integer.parseInt(result[0]));
			assertThat(result[1]).isEqualTo("0");
		}
		finally {
			server.disposeNow();
		}
	}

	@Test
	void theModuleIsReadByPagesAndByCoqlAndWrittenTo() {
		DisposableServer server = ModuleServer.start(new Options("--records=13000"));
		try {
			BiginTemplate bigin = BiginTemplate.builder(ApiKey.of("key"))
				.endpoint(MatonEndpoint.of(URI.create("http://127.0.0.1:" + server.port())))
				.rateLimit(RateLimit.defaults().withRequestsPerSecond(100_000))
				.build();
			assertThat(bigin.query("Contacts")
				.fields("Last_Name")
				.all()
				.map(BiginRecord::getId)
				.distinct()
				.count()
				.block()).isEqualTo(13_000);
			assertThat(bigin.batch("Contacts")
				.create(Flux.range(0, 250).map((number) -> new BiginRecord().set("Last_Name", "Contact " + number)))
				.filter((result) -> result instanceof WriteResult.Written)
				.count()
				.block()).isEqualTo(250);
		}
		finally {
			server.disposeNow();
		}
	}

	@Test
	void pagesAreReadByTheSameQueryWithAllTheirFields() {
		DisposableServer server = CannedServer.start();
		try {
			String url = "http://127.0.0.1:" + server.port();
			PageCostBenchmark benchmark = new PageCostBenchmark(url);
			assertThat(benchmark.bare()).hasSize(200);
			String query = query(url);
			assertThat(benchmark.contacts()).hasSize(200);
			assertThat(query(url)).isEqualTo(query);
			assertThat(benchmark.customers()).hasSize(200)
				.allSatisfy((customer) -> assertThat(customer.modifiedTime()).isNotNull());
			assertThat(query(url)).isEqualTo(query);
			assertThat(benchmark.records()).hasSize(200);
			assertThat(query(url)).isEqualTo(query);
			benchmark.run(new PairedBlocks(0, 1), 1, "all");
		}
		finally {
			server.disposeNow();
		}
	}

	@Test
	void singleCallsReadWhatTheServerHas() {
		DisposableServer server = CannedServer.start();
		try {
			SingleCallBenchmark benchmark = new SingleCallBenchmark(new PairedBlocks(1, 2), 2, "");
			assertThatCode(() -> benchmark.run("http://127.0.0.1:" + server.port())).doesNotThrowAnyException();
		}
		finally {
			server.disposeNow();
		}
	}

	private static String query(String url) {
		String query = WebClient.create(url).get().uri("/query").retrieve().bodyToMono(String.class).block();
		assertThat(query).isNotNull();
		return query;
	}

	@Test
	void callsAreMadeWhileOtherConnectionsWait() {
		assertThatCode(() -> new ConnectionsBenchmark(5, 2, 3).run()).doesNotThrowAnyException();
	}

	@Test
	void aWholeClientMakesCallsWhileOtherConnectionsWait() {
		DisposableServer server = CannedServer.start();
		try {
			TenantsBenchmark benchmark = new TenantsBenchmark(new PairedBlocks(1, 2), 5, 2, 3);
			assertThatCode(() -> benchmark.run("http://127.0.0.1:" + server.port())).doesNotThrowAnyException();
		}
		finally {
			server.disposeNow();
		}
	}

	@Test
	@Timeout(240)
	void theApplicationStartsWithAndWithoutTheStarter() {
		assertThatCode(() -> new StartBenchmark(0, 1).run()).doesNotThrowAnyException();
	}

	@Test
	@Timeout(240)
	void theSimulatorIsFilledAndRead() {
		assertThatCode(() -> new SimulatorBenchmark(2_000, 1, 2, 1).run()).doesNotThrowAnyException();
	}

	@Test
	void theLimitIsStrict() {
		StrictLimit window = new StrictLimit("window", 2, 0);
		assertThat(window.accepts(0)).isTrue();
		assertThat(window.accepts(999_999_998)).isTrue();
		assertThat(window.accepts(999_999_999)).isFalse();
		assertThat(window.accepts(1_000_000_000)).isTrue();
		StrictLimit bucket = new StrictLimit("bucket", 10, 0);
		assertThat(bucket.accepts(0)).isTrue();
		assertThat(bucket.accepts(50_000_000)).isFalse();
		assertThat(bucket.accepts(101_000_000)).isTrue();
	}

}
