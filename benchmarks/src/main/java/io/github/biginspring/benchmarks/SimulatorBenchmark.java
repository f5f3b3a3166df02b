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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Measures the simulator on one core: how long it takes to start, how many records a
 * second can be read one by one, and what many records take of time and heap.
 */
final class SimulatorBenchmark {

	private static final String RECORDS = "/zoho-bigin/bigin/v2/Contacts";

	private static final String FIELDS = "?fields=First_Name,Last_Name,Email,Phone,Title,Account_Name,Owner,Modified_Time";

	private static final Pattern ID = Pattern.compile("\"(\\d{15,})\"");

	private static final Path TASKSET = Path.of("/usr/bin/taskset");

	private static final int IMPORTED_AT_ONCE = 1_000;

	private static final int STARTS = 5;

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final int records;

	private final int seconds;

	private final int callers;

	private final int cores;

	private final List<String> ids = new CopyOnWriteArrayList<>();

	/**
	 * Create.
	 * @param records how many records are imported
	 * @param seconds how long they are read
	 * @param callers how many read at the same time
	 * @param cores how many cores the simulator has
	 */
	SimulatorBenchmark(int records, int seconds, int callers, int cores) {
		this.records = records;
		this.seconds = seconds;
		this.callers = callers;
		this.cores = cores;
	}

	void run() {
		printStarts();
		try (ChildProcess simulator = new ChildProcess(command())) {
			String url = "http://127.0.0.1:" + simulator.line().split(" ")[0];
			System.out.println("| on " + this.cores + ((this.cores == 1) ? " core" : " cores")
					+ " | requests | a second | median | 99 % | longest | processor time of one"
					+ " | longest pause of GC |");
			System.out.println("|---|---|---|---|---|---|---|---|");
			long empty = ask(simulator, "heap")[1];
			long[] before = ask(simulator, "next");
			Latencies imported = importRecords(url, 0, IMPORTED_AT_ONCE);
			Readers meanwhile = new Readers(this.http, url, this::anyRecord, 1);
			imported.addAll(importRecords(url, IMPORTED_AT_ONCE, this.records));
			Latencies readMeanwhile = meanwhile.end();
			print("import " + IMPORTED_AT_ONCE + " records", imported, before, ask(simulator, "next"));
			System.out.printf(Locale.ROOT, "| one record, meanwhile | %s | |%n", readMeanwhile);
			long heap = ask(simulator, "heap")[1] - empty;
			read(simulator, url, "page of 200", this::anyPage, 1);
			read(simulator, url, "one record", this::anyRecord, this.callers);
			System.out.printf(Locale.ROOT, "%n%,d records take %.1f MB of the heap.%n", this.records, heap / 1e6);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	// once more than is counted, to warm up
	private void read(ChildProcess simulator, String url, String name, Supplier<String> path, int callers)
			throws InterruptedException {
		readFor(url, path, callers);
		long[] before = ask(simulator, "next");
		Latencies latencies = readFor(url, path, callers);
		print(name, latencies, before, ask(simulator, "next"));
	}

	private Latencies readFor(String url, Supplier<String> path, int callers) throws InterruptedException {
		Readers readers = new Readers(this.http, url, path, callers);
		Thread.sleep(this.seconds * 1_000L);
		return readers.end();
	}

	// in JVMs that have done nothing before, with all cores
	private static void printStarts() {
		double[] first = new double[STARTS];
		double[] second = new double[STARTS];
		for (int i = 0; i < STARTS; i++) {
			try (ChildProcess simulator = new ChildProcess(SimulatorProcess.class)) {
				String[] started = simulator.line().split(" ");
				first[i] = Double.parseDouble(started[1]);
				second[i] = Double.parseDouble(started[2]);
			}
		}
		System.out.printf(Locale.ROOT, "The first start took %.0f ms, the second one in the same JVM %.0f ms.%n%n",
				PairedBlocks.median(first), PairedBlocks.median(second));
	}

	private List<String> command() {
		List<String> command = new ArrayList<>();
		if (Files.exists(TASKSET)) {
			command.addAll(List.of(TASKSET.toString(), "-c", "0-" + (this.cores - 1)));
		}
		command.addAll(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx1g",
				"-XX:ActiveProcessorCount=" + this.cores, "-cp", System.getProperty("java.class.path"),
				SimulatorProcess.class.getName()));
		return command;
	}

	private static long[] ask(ChildProcess simulator, String question) {
		simulator.send(question);
		return Arrays.stream(simulator.line().split(" ")).mapToLong(Long::parseLong).toArray();
	}

	private static void print(String name, Latencies latencies, long[] before, long[] after) {
		System.out.printf(Locale.ROOT, "| %s | %s | %,d µs | %d ms |%n", name, latencies,
				(after[0] - before[0]) / latencies.count(), after[2]);
	}

	private Latencies importRecords(String url, int from, int to) throws IOException, InterruptedException {
		Latencies latencies = new Latencies();
		for (int first = from; first < to; first += IMPORTED_AT_ONCE) {
			StringBuilder json = new StringBuilder("{\"data\":[");
			int end = first + IMPORTED_AT_ONCE;
			for (int number = first; number < end; number++) {
				json.append((number > first) ? "," : "").append(contact(number));
			}
			HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/__admin/bigin/records/Contacts"))
				.POST(HttpRequest.BodyPublishers.ofString(json.append("]}").toString()))
				.build();
			long begin = System.nanoTime();
			String response = this.http.send(request, BodyHandlers.ofString()).body();
			latencies.add(System.nanoTime() - begin);
			this.ids.addAll(ID.matcher(response).results().map((id) -> id.group(1)).toList());
		}
		if (this.ids.size() != to) {
			throw new IllegalStateException(this.ids.size() + " records were imported");
		}
		return latencies;
	}

	private static String contact(int number) {
		return "{\"First_Name\":\"Grace\",\"Last_Name\":\"Hopper " + number + "\",\"Email\":\"grace" + number
				+ "@example.com\",\"Phone\":\"+1 555 " + number + "\",\"Title\":\"Rear admiral\","
				+ "\"Mailing_City\":\"Arlington\",\"Mailing_Street\":\"" + number + " Navy Yard\"}";
	}

	private String anyPage() {
		return RECORDS + FIELDS + "&per_page=200&page=" + (1 + ThreadLocalRandom.current().nextInt(10));
	}

	private String anyRecord() {
		return RECORDS + "/" + this.ids.get(ThreadLocalRandom.current().nextInt(this.ids.size())) + FIELDS;
	}

	/**
	 * Threads that read, one request after the other.
	 */
	private static final class Readers {

		private final List<Thread> threads = new ArrayList<>();

		private final List<Latencies> latencies = new ArrayList<>();

		private volatile boolean ended;

		Readers(HttpClient http, String url, Supplier<String> path, int count) {
			for (int i = 0; i < count; i++) {
				Latencies own = new Latencies();
				this.latencies.add(own);
				this.threads.add(new Thread(() -> read(http, url, path, own)));
			}
			this.threads.forEach(Thread::start);
		}

		private void read(HttpClient http, String url, Supplier<String> path, Latencies latencies) {
			try {
				while (!this.ended) {
					HttpRequest request = HttpRequest.newBuilder(URI.create(url + path.get()))
						.header("Authorization", "Bearer simulated-api-key")
						.build();
					long begin = System.nanoTime();
					int status = http.send(request, BodyHandlers.ofByteArray()).statusCode();
					latencies.add(System.nanoTime() - begin);
					if (status != 200) {
						throw new IllegalStateException("Status " + status);
					}
				}
			}
			catch (IOException | InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

		Latencies end() throws InterruptedException {
			this.ended = true;
			Latencies all = new Latencies();
			for (int i = 0; i < this.threads.size(); i++) {
				this.threads.get(i).join();
				all.addAll(this.latencies.get(i));
			}
			return all;
		}

	}

}
