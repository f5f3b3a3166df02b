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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Measures what comes through, and what is rejected with 429, at a limit of 100 requests
 * a second.
 */
final class RateLimitBenchmark {

	private static final int LIMIT = 100;

	private static final int WARM_UP_SECONDS = 5;

	private final int seconds;

	private final Duration redisDelay;

	/**
	 * Create.
	 * @param seconds how long each row is measured
	 * @param redisDelay what the way to Redis takes, and the way back
	 */
	RateLimitBenchmark(int seconds, Duration redisDelay) {
		this.seconds = seconds;
		this.redisDelay = redisDelay;
	}

	/**
	 * Measure the rows of processes that share Redis alone.
	 */
	void runShared() {
		head();
		shared("window");
		shared("bucket");
	}

	void run() {
		head();
		goodput("window", "", "bigin", 1);
		goodput("window", "1", "bigin", 1);
		goodput("window", "", "bigin", 4);
		shared("window");
		goodput("window", "", "webclient", 1);
		goodput("bucket", "", "bigin", 1);
		goodput("bucket", "1", "bigin", 1);
		goodput("bucket", "", "bigin", 4);
		shared("bucket");
		goodput("bucket", "", "webclient", 1);
		System.out.println();
		System.out.println("| 30 s of | first call after | 95 % of the limit from | 75 % from |");
		System.out.println("|---|---|---|---|");
		recovery(503);
		recovery(429);
		System.out.println();
		deadline();
	}

	private static void head() {
		System.out.println("| limit kept by the server | client | goodput / limit | status 429 | failed calls |");
		System.out.println("|---|---|---|---|---|");
	}

	private void shared(String kind) {
		int port = freePort();
		try (ChildProcess redis = redis(port)) {
			redis.line((line) -> line.contains("Ready to accept connections"));
			if (this.redisDelay.isZero()) {
				goodput(kind, "", "bigin", 4, port);
				return;
			}
			try (DelayingProxy proxy = new DelayingProxy(port, this.redisDelay)) {
				goodput(kind, "", "bigin", 4, proxy.port());
			}
		}
	}

	private void goodput(String kind, String retryAfter, String client, int processes) {
		goodput(kind, retryAfter, client, processes, 0);
	}

	private void goodput(String kind, String retryAfter, String client, int processes, int redis) {
		try (ChildProcess server = server(kind, retryAfter)) {
			String url = "http://127.0.0.1:" + server.line();
			// loads what counting takes, while no client's time runs
			counts(url);
			List<ChildProcess> clients = new ArrayList<>();
			for (int i = 0; i < processes; i++) {
				clients.add(client(url, client, (redis != 0) ? LIMIT : LIMIT / processes, 64 / processes, 60_000,
						WARM_UP_SECONDS + this.seconds + 3, redis));
			}
			clients.forEach(ChildProcess::line);
			pause(WARM_UP_SECONDS);
			int[] before = counts(url);
			long start = System.nanoTime();
			pause(this.seconds);
			int[] after = counts(url);
			double measured = (System.nanoTime() - start) / 1e9;
			int failed = clients.stream().mapToInt((process) -> numbers(process.line())[1]).sum();
			clients.forEach(ChildProcess::close);
			int accepted = after[0] - before[0];
			int rejected = after[1] - before[1];
			System.out.printf(Locale.ROOT, "| %s%s | %s, %d process%s%s | %.1f %% | %.2f %% (%d) | %d |%n", kind,
					retryAfter.isEmpty() ? "" : ", Retry-After: " + retryAfter, client, processes,
					(processes > 1) ? "es" : "", (redis != 0) ? " sharing Redis" : "",
					100.0 * accepted / measured / LIMIT, 100.0 * rejected / Math.max(1, accepted + rejected), rejected,
					failed);
		}
	}

	private void recovery(int status) {
		try (ChildProcess server = server("window", "")) {
			String url = "http://127.0.0.1:" + server.line();
			try (ChildProcess client = client(url, "bigin", LIMIT, 64, 60_000, 60, 0)) {
				client.line();
				pause(WARM_UP_SECONDS);
				get(url + "/outage/" + status + "/30");
				pause(45);
				int[] first = numbers(get(url + "/recovery/" + (LIMIT * 95 / 100)));
				int[] cut = numbers(get(url + "/recovery/" + (LIMIT * 75 / 100)));
				System.out.printf(Locale.ROOT, "| %d | %d ms | %d ms | %d ms |%n", status, first[0], first[1], cut[1]);
				client.line();
			}
		}
	}

	// at a server without a limit, so that only the wait counts
	private void deadline() {
		try (ChildProcess server = new ChildProcess(LimitedServer.class)) {
			String url = "http://127.0.0.1:" + server.line();
			try (ChildProcess client = client(url, "bigin", LIMIT, 64, 300, this.seconds, 0)) {
				client.line();
				int[] result = numbers(client.line());
				System.out.printf(Locale.ROOT,
						"64 callers, max-wait 300 ms: %d calls made after %d ms at most, %d refused after %d ms at"
								+ " most.%n",
						result[0], result[3], result[2], result[4]);
			}
		}
	}

	private static ChildProcess server(String kind, String retryAfter) {
		List<String> options = new ArrayList<>(List.of("--kind=" + kind, "--limit=" + LIMIT, "--latency=20"));
		if (!retryAfter.isEmpty()) {
			options.add("--retry-after=" + retryAfter);
		}
		return new ChildProcess(LimitedServer.class, options.toArray(String[]::new));
	}

	private static ChildProcess client(String url, String client, int rate, int callers, int maxWait, int seconds,
			int redis) {
		return new ChildProcess(LoadClient.class, "--url=" + url, "--client=" + client, "--rate=" + rate,
				"--callers=" + callers, "--max-wait=" + maxWait, "--seconds=" + seconds, "--redis=" + redis);
	}

	private static ChildProcess redis(int port) {
		return new ChildProcess(List.of("redis-server", "--bind", "127.0.0.1", "--port", String.valueOf(port), "--save",
				"", "--appendonly", "no"));
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int[] counts(String url) {
		return numbers(get(url + "/counts"));
	}

	private static int[] numbers(String line) {
		return Arrays.stream(line.split(" ")).mapToInt(Integer::parseInt).toArray();
	}

	private static String get(String url) {
		return WebClient.create(url).get().retrieve().bodyToMono(String.class).blockOptional().orElse("");
	}

	private static void pause(int seconds) {
		Mono.delay(Duration.ofSeconds(seconds)).block();
	}

}
