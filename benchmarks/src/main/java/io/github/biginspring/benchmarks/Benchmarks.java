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

/**
 * Runs all measurements and prints their tables.
 */
public final class Benchmarks {

	private Benchmarks() {
	}

	/**
	 * Run.
	 * @param arguments {@code --seconds=30} for each measurement of the limit,
	 * {@code --calls=300} for a block of {@code call}; {@code --redis-delay=0} ms to
	 * Redis and back, each way; {@code --only=limit}, {@code shared}, {@code long},
	 * {@code call}, {@code page}, {@code start}, {@code simulator}, {@code connections}
	 * or {@code ratelimiter} for a part; {@code --row=create} for the rows of
	 * {@code call} that have it in their names, {@code --pairs=40} for how many pairs of
	 * blocks each of them has, 20 for the starts of {@code start}
	 */
	public static void main(String[] arguments) {
		Options options = new Options(arguments);
		String only = options.text("only", "all");
		if (only.equals("all") || only.equals("ratelimiter")) {
			new RateLimiterCostBenchmark(options.number("calls", 2000) * 150).run();
			System.out.println();
		}
		if (only.equals("all") || only.equals("connections")) {
			new ConnectionsBenchmark(10_000, 1_000, options.number("calls", 2000) * 50).run();
			System.out.println();
			new TenantsBenchmark(new PairedBlocks(60, options.number("pairs", 40)), 10_000, 1_000,
					options.number("calls", 300))
				.run();
			System.out.println();
		}
		if (only.equals("all") || only.equals("page")) {
			PageCostBenchmark.run(options);
			System.out.println();
		}
		if (only.equals("all") || only.equals("call")) {
			new SingleCallBenchmark(new PairedBlocks(60, options.number("pairs", 40)), options.number("calls", 300),
					options.text("row", ""))
				.run();
			System.out.println();
		}
		if (only.equals("all") || only.equals("start")) {
			new StartBenchmark(1, options.number("pairs", 20)).run();
			System.out.println();
		}
		if (only.equals("all") || only.equals("simulator")) {
			new SimulatorBenchmark(options.number("records", 100_000), options.number("seconds", 15), 8,
					options.number("cores", 1))
				.run();
			System.out.println();
		}
		if (only.equals("all") || only.equals("long")) {
			new LongWorkBenchmark().run();
			System.out.println();
		}
		RateLimitBenchmark limit = new RateLimitBenchmark(options.number("seconds", 30),
				Duration.ofMillis(options.number("redis-delay", 0)));
		if (only.equals("all") || only.equals("limit")) {
			limit.run();
		}
		if (only.equals("shared")) {
			limit.runShared();
		}
		// the client's event loops are daemons, and nothing else is left
		System.exit(0);
	}

}
