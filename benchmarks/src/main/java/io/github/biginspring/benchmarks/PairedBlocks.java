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
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;

/**
 * Measures one way of doing something against another one in short blocks that take turns
 * in shuffled order, so that whatever else the machine does meets both: processor time of
 * the threads that run Java, that of the whole process, garbage collector and compiler
 * included, bytes allocated by all threads, and how often threads wait, which Linux
 * counts as voluntary context switches.
 */
final class PairedBlocks {

	private static final Path TASKS = Path.of("/proc/self/task");

	// what Linux calls the threads of the compilers, the collectors and the JVM itself
	private static final Pattern JVM_THREADS = Pattern
		.compile("C[12] Compiler.*|GC Thread.*|G1 .*|VM (Thread|Periodic).*|Sweeper.*|Service Thread|Signal.*");

	private static final Pattern SWITCHES = Pattern.compile("(?m)^voluntary_ctxt_switches:\\s*(\\d+)");

	private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

	private final Map<String, Boolean> jvmThreads = new HashMap<>();

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
		printHead("WebClient", "Bigin client");
	}

	static void printHead(String bare, String ours) {
		System.out.println("| | " + bare + " | | " + ours + " | | cpu x | with GC and JIT x | bytes x | switches |");
		System.out.println("|---|---|---|---|---|---|---|---|---|");
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
		double[][] barely = new double[4][this.pairs];
		double[][] our = new double[4][this.pairs];
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
		System.out.printf(Locale.ROOT,
				"| %s | %.0f µs | %,.1f kB | %.0f µs | %,.1f kB | %.2f | %.2f | %.2f | %+.1f |%n", name,
				median(barely[0]), median(barely[1]), median(our[0]), median(our[1]), ratio(our[0], barely[0]),
				ratio(our[2], barely[2]), ratio(our[1], barely[1]), median(our[3]) - median(barely[3]));
	}

	private void measure(IntUnaryOperator call, int first, int calls, double[][] results, int pair) {
		Map<String, Long> switchesBefore = ofThreads(PairedBlocks::switches);
		Map<String, Long> cpuBefore = cpu();
		Map<String, Long> bytesBefore = allocated();
		int sum = 0;
		for (int number = first; number < first + calls; number++) {
			sum += call.applyAsInt(number);
		}
		double bytes = since(bytesBefore, allocated());
		Map<String, Long> cpuAfter = cpu();
		double allNanos = since(cpuBefore, cpuAfter);
		Map<String, Long> switchesAfter = ofThreads(PairedBlocks::switches);
		switchesAfter.keySet().removeIf((thread) -> this.jvmThreads.computeIfAbsent(thread, PairedBlocks::isOfJvm));
		cpuAfter.keySet().removeIf((thread) -> this.jvmThreads.computeIfAbsent(thread, PairedBlocks::isOfJvm));
		double nanos = since(cpuBefore, cpuAfter);
		this.read = sum;
		if (pair >= 0) {
			results[0][pair] = nanos / 1000 / calls;
			results[1][pair] = bytes / 1000 / calls;
			results[2][pair] = allNanos / 1000 / calls;
			results[3][pair] = since(switchesBefore, switchesAfter) / calls;
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
		return Files.exists(TASKS) ? ofThreads(PairedBlocks::time)
				: new HashMap<>(Map.of("process", this.process.getProcessCpuTime()));
	}

	private static long time(Path task) {
		String line = read(task.resolve("schedstat"));
		return line.isEmpty() ? -1 : Long.parseLong(line.substring(0, line.indexOf(' ')));
	}

	// how often it has waited, not how often others were let run in its place
	private static long switches(Path task) {
		Matcher switches = SWITCHES.matcher(read(task.resolve("status")));
		return switches.find() ? Long.parseLong(switches.group(1)) : -1;
	}

	private static Map<String, Long> ofThreads(ToLongFunction<Path> value) {
		Map<String, Long> values = new HashMap<>();
		if (!Files.exists(TASKS)) {
			return values;
		}
		try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
			for (Path task : tasks) {
				long ofTask = value.applyAsLong(task);
				if (ofTask >= 0) {
					values.put(task.getFileName().toString(), ofTask);
				}
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException("Cannot tell what threads take", ex);
		}
		return values;
	}

	private static boolean isOfJvm(String thread) {
		return JVM_THREADS.matcher(read(TASKS.resolve(thread).resolve("comm")).strip()).matches();
	}

	// empty where the thread has ended meanwhile
	private static String read(Path file) {
		try {
			return Files.readString(file);
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
