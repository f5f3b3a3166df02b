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

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;

import com.sun.management.OperatingSystemMXBean;
import reactor.core.publisher.Flux;

import org.springframework.web.reactive.function.client.WebClient;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.query.ReadPlan;

/**
 * Measures how far long readings and streams of writes fill what the limits allow: 10
 * calls at once, and in some of the rows 10 requests a second.
 */
final class LongWorkBenchmark {

	private static final int CALLS_AT_ONCE = 10;

	private static final int RATE = 10;

	void run() {
		System.out.println(
				"| work | responses after | requests a second | calls | at once | time | ideal | x | processor time |");
		System.out.println("|---|---|---|---|---|---|---|---|---|");
		read(2_000, 1_000, RATE, ReadPlan.automatic());
		read(20_000, 1_000, RATE, ReadPlan.automatic());
		read(20_000, 1_000, RATE, ReadPlan.automatic().expecting(20_000));
		read(100_000, 1_000, RATE, ReadPlan.automatic());
		write(10_000, 1_000, RATE);
		read(100_000, 50, 0, ReadPlan.automatic());
		write(100_000, 50, 0);
	}

	private static void read(int records, int latency, int rate, ReadPlan plan) {
		String work = "read " + String.format(Locale.ROOT, "%,d", records)
				+ (plan.expectsMany() != null ? ", expected" : "");
		measure(work, records, latency, rate,
				(bigin) -> bigin.query("Contacts").fields("Last_Name").plan(plan).all().map(BiginRecord::getId));
	}

	private static void write(int records, int latency, int rate) {
		measure("write " + String.format(Locale.ROOT, "%,d", records), records, latency, rate, (bigin) -> bigin
			.batch("Contacts")
			.create(Flux.range(0, records).map((number) -> new BiginRecord().set("Last_Name", "Contact " + number))));
	}

	private static void measure(String work, int records, int latency, int rate, Work measured) {
		try (ChildProcess server = new ChildProcess(ModuleServer.class, "--records=" + records,
				"--latency=" + latency)) {
			String url = "http://127.0.0.1:" + server.line();
			// what is loaded and compiled once takes no time of the work
			if (rate == 0) {
				measured.start(template(url, 0)).blockLast();
			}
			template(url, 0).query("Contacts").fields("Last_Name").first().block();
			counts(url);
			BiginTemplate bigin = template(url, rate);
			long used = processorTime();
			long start = System.nanoTime();
			long count = measured.start(bigin).count().blockOptional().orElse(0L);
			double seconds = (System.nanoTime() - start) / 1e9;
			double processor = (processorTime() - used) / 1e9;
			int[] counts = counts(url);
			double ideal = (rate > 0) ? (double) counts[0] / rate : counts[0] * latency / 1e3 / CALLS_AT_ONCE;
			System.out.printf(Locale.ROOT, "| %s%s | %s | %s | %d | %d | %.1f s | %.1f s | %.2f | %.1f s |%n", work,
					(count == records) ? "" : " (" + count + "!)", (latency < 1_000) ? latency + " ms" : "1 s",
					(rate > 0) ? rate : "any", counts[0], counts[1], seconds, ideal, seconds / ideal, processor);
		}
	}

	private static long processorTime() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
	}

	private static BiginTemplate template(String url, int rate) {
		return BiginTemplate.builder(ApiKey.of("key"))
			.endpoint(MatonEndpoint.of(URI.create(url)))
			.rateLimit(RateLimit.defaults()
				.withMaxInFlight(CALLS_AT_ONCE)
				.withRequestsPerSecond((rate > 0) ? rate : 100_000))
			.build();
	}

	private static int[] counts(String url) {
		String counts = WebClient.create(url).get().uri("/counts").retrieve().bodyToMono(String.class).block();
		return Arrays.stream(String.valueOf(counts).split(" ")).mapToInt(Integer::parseInt).toArray();
	}

	/**
	 * What is measured.
	 */
	@FunctionalInterface
	private interface Work {

		Flux<?> start(BiginTemplate bigin);

	}

}
