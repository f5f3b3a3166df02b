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
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntUnaryOperator;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;

/**
 * Measures one way of doing something against another one in short blocks that take turns
 * in shuffled order, so that whatever else the machine does meets both: processor time of
 * the whole process, that of the garbage collector and of the compiler included, and
 * bytes allocated by all threads.
 */
final class PairedBlocks {

	private static final Path TASKS = Path.of("/proc/self/task");

	private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

	private final Random order = new Random(1);

	private final int warmUps;

	private final int pairs;

	// keeps what was read from being thought of as unused
	private volatile int read;

	/**
	 * Create.
	 * @param warmUps how many pairs of blocks are not counted
	 * @param pairs how many are
	 */
	PairedBlocks(int warmUps, int pairs) {
		this.warmUps = warmUps;
		this.pairs = pairs;
	}

	static void printHead() {
		System.out.println("| | bare | | ours | | cpu x | bytes x |");
		System.out.println("|---|---|---|---|---|---|---|");
	}

	/**
	 * Measure, and print a row of the table: what a call takes on both sides, and the
	 * medians of the ratios of pairs.
	 * @param name the name of the row
	 * @param calls how many calls a block makes
	 * @param bare makes the call of a number, counted on from block to block, reads all
	 * of what comes, and returns a number that depends on it
	 * @param ours the same by other means
	 */
	void compare(String name, int calls, IntUnaryOperator bare, IntUnaryOperator ours) {
		double[][] barely = new double[2][this.pairs];
		double[][] our = new double[2][this.pairs];
		for (int pair = -this.warmUps; pair < this.pairs; pair++) {
			int first = (pair + this.warmUps) * calls;
			boolean oursFirst = this.order.nextBoolean();
			if (oursFirst) {
				measure(ours, first, calls, our, pair);
			}
			measure(bare, first, calls, barely, pair);
			if (!oursFirst) {
				measure(ours, first, calls, our, pair);
			}
		}
		System.out.printf(Locale.ROOT, "| %s | %.0f µs | %,.1f kB | %.0f µs | %,.1f kB | %.2f | %.2f |%n", name,
				median(barely[0]), median(barely[1]), median(our[0]), median(our[1]), ratio(our[0], barely[0]),
				ratio(our[1], barely[1]));
	}

	private void measure(IntUnaryOperator call, int first, int calls, double[][] results, int pair) {
		Map<String, Long> cpuBefore = cpu();
		Map<String, Long> bytesBefore = allocated();
		int sum = 0;
		for (int number = first; number < first + calls; number++) {
			sum += call.applyAsInt(number);
		}
		double bytes = since(bytesBefore, allocated());
		double nanos = since(cpuBefore, cpu());
		this.read = sum;
		if (pair >= 0) {
			results[0][pair] = nanos / 1000 / calls;
			results[1][pair] = bytes / 1000 / calls;
		}
	}

	// by thread, as what has ended is not told any more
	private static double since(Map<String, Long> before, Map<String, Long> after) {
		long sum = 0;
		for (Map.Entry<String, Long> thread : after.entrySet()) {
			sum += thread.getValue() - before.getOrDefault(thread.getKey(), 0L);
		}
		return sum;
	}

	// Linux tells of the whole process in steps of 10 ms, of each thread in nanoseconds
	private Map<String, Long> cpu() {
		if (!Files.exists(TASKS)) {
			return Map.of("process", this.process.getProcessCpuTime());
		}
		Map<String, Long> times = new HashMap<>();
		try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
			for (Path task : tasks) {
				String line = timesOf(task);
				if (!line.isEmpty()) {
					times.put(task.getFileName().toString(), Long.parseLong(line.substring(0, line.indexOf(' '))));
				}
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException("Cannot tell the processor time", ex);
		}
		return times;
	}

	// empty where the thread has ended meanwhile
	private static String timesOf(Path task) {
		try {
			return Files.readString(task.resolve("schedstat"));
		}
		catch (IOException ex) {
			return "";
		}
	}

	private Map<String, Long> allocated() {
		Map<String, Long> bytes = new HashMap<>();
		long[] ids = this.threads.getAllThreadIds();
		long[] allocated = this.threads.getThreadAllocatedBytes(ids);
		for (int i = 0; i < ids.length; i++) {
			bytes.put(Long.toString(ids[i]), Math.max(0, allocated[i]));
		}
		return bytes;
	}

	static double ratio(double[] ours, double[] bare) {
		double[] ratios = new double[ours.length];
		Arrays.setAll(ratios, (i) -> ours[i] / bare[i]);
		return median(ratios);
	}

	static double median(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		int middle = sorted.length / 2;
		return (sorted.length % 2 != 0) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
	}

}
