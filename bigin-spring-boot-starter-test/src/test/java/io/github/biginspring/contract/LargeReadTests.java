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

package io.github.biginspring.contract;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.bulk.BulkReads;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A million records pass through a JVM that has room for a few of them only.
 */
class LargeReadTests {

	private static final int RECORDS = 1_000_000;

	private static BiginSimulator simulator;

	@BeforeAll
	static void start() {
		simulator = BiginSimulator.builder().empty().start();
		simulator.organization()
			.records("Contacts")
			.generate(RECORDS, (number) -> Map.of("Last_Name", "Contact " + number));
		BulkReads.of(simulator.organization()).stepEvery(Duration.ofNanos(1));
	}

	@AfterAll
	static void stop() {
		simulator.close();
	}

	@ParameterizedTest
	@CsvSource({ "automatic, 5040", "bulk, 261" })
	void streamsThroughASmallHeap(String plan, long mostCredits, TestReporter reporter) throws Exception {
		long creditsBefore = simulator.organization().credits().spent();
		long callsBefore = simulator.requests().count();
		String output = run(plan);
		assertThat(output).contains(RECORDS + " different records");
		long credits = simulator.organization().credits().spent() - creditsBefore;
		assertThat(credits).isLessThanOrEqualTo(mostCredits);
		reporter.publishEntry(plan, output.strip() + ", " + (simulator.requests().count() - callsBefore) + " calls, "
				+ credits + " credits");
	}

	private static String run(String plan) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx64m", "-XX:+ExitOnOutOfMemoryError", "-cp", System.getProperty("java.class.path"),
				Reader.class.getName(), simulator.url(), simulator.apiKey(), plan)
			.redirectErrorStream(true)
			.start();
		try {
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(process.waitFor(10, TimeUnit.SECONDS)).as(output).isTrue();
			assertThat(process.exitValue()).as(output).isZero();
			return output;
		}
		finally {
			process.destroyForcibly();
		}
	}

	/**
	 * Reads all contacts, whose ids follow one another.
	 */
	static final class Reader {

		private static final Duration PATIENCE = Duration.ofMinutes(5);

		private final BitSet seen = new BitSet(RECORDS);

		private final long first;

		private Reader(long first) {
			this.first = first;
		}

		public static void main(String[] args) {
			BiginTemplate bigin = BiginTemplate.builder(ApiKey.of(args[1]))
				.endpoint(MatonEndpoint.of(URI.create(args[0])))
				.rateLimit(RateLimit.defaults().withRequestsPerSecond(100_000))
				.build();
			BiginRecord newest = bigin.query("Contacts").fields("Last_Name").first().block(PATIENCE);
			Reader reader = new Reader(Long.parseLong(newest.getId()) - RECORDS + 1);
			long start = System.nanoTime();
			Flux<BiginRecord> records = args[2].equals("bulk")
					? bigin.bulkRead("Contacts").fields("Last_Name").records()
					: bigin.query("Contacts").fields("Last_Name").all();
			records.doOnNext(reader::read).then().block(PATIENCE);
			long seconds = Math.max(1, Duration.ofNanos(System.nanoTime() - start).toSeconds());
			System.out.println(reader.seen.cardinality() + " different records in " + seconds + " s, "
					+ RECORDS / seconds + " a second, heap at most " + peak() + " MB");
			System.exit(0);
		}

		private void read(BiginRecord record) {
			int rank = Math.toIntExact(Long.parseLong(record.getId()) - this.first);
			if (this.seen.get(rank)) {
				throw new IllegalStateException("A record came twice");
			}
			this.seen.set(rank);
		}

		private static long peak() {
			return ManagementFactory.getMemoryPoolMXBeans()
				.stream()
				.filter((pool) -> pool.getType() == MemoryType.HEAP)
				.mapToLong((MemoryPoolMXBean pool) -> pool.getPeakUsage().getUsed())
				.sum() / 1024 / 1024;
		}

	}

}
