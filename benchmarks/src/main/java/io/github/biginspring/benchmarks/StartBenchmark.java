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

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;

/**
 * Measures what the starter adds to the start of an {@link EmptyApplication} that has
 * WebFlux, Actuator and Boot's {@code WebClient}: pairs of starts with it and without it,
 * in JVMs of their own and in shuffled order.
 */
final class StartBenchmark {

	/**
	 * What the starter brings, and nothing else there does.
	 */
	private static final Predicate<String> STARTER = Pattern
		.compile("bigin-(client|spring-boot-autoconfigure|spring-boot-starter)(-\\d.*)?|bucket4j_.*|spring-retry-.*")
		.asMatchPredicate();

	/**
	 * What other measurements need, and such an application does not have.
	 */
	private static final Predicate<String> OTHERS = Pattern
		.compile("bigin-simulator(-\\d.*)?|wiremock-.*|lettuce-.*|redis-authx-.*|resilience4j-.*"
				+ "|spring-(data-.*|tx|oxm|context-support)-.*")
		.asMatchPredicate();

	private static final Path COMPILED = Path.of("target", "classes");

	private final Random order = new Random(1);

	private final int warmUps;

	private final int pairs;

	/**
	 * Create.
	 * @param warmUps how many pairs are not counted, which fill the caches of the machine
	 * @param pairs how many are
	 */
	StartBenchmark(int warmUps, int pairs) {
		this.warmUps = warmUps;
		this.pairs = pairs;
	}

	void run() {
		Path folder = temporaryFolder();
		try {
			run(folder);
		}
		finally {
			FileSystemUtils.deleteRecursively(folder.toFile());
		}
	}

	private void run(Path folder) {
		String bare = classPath(STARTER.or(OTHERS).negate(), folder);
		String ours = classPath(OTHERS.negate(), folder);
		for (int pair = 0; pair < this.warmUps; pair++) {
			start(bare);
			start(ours);
		}
		long[][] without = new long[this.pairs][];
		long[][] with = new long[this.pairs][];
		for (int pair = 0; pair < this.pairs; pair++) {
			boolean oursFirst = this.order.nextBoolean();
			if (oursFirst) {
				with[pair] = start(ours);
			}
			without[pair] = start(bare);
			if (!oursFirst) {
				with[pair] = start(ours);
			}
		}
		System.out.println("| until ready | without | with | x | more |");
		System.out.println("|---|---|---|---|---|");
		print("time", "%,.0f ms", 1, without, with, 0);
		print("processor time", "%,.0f ms", 1e3, without, with, 1);
		print("classes", "%,.0f", 1, without, with, 2);
		print("live heap", "%,.2f MB", 1e6, without, with, 3);
	}

	private static void print(String name, String format, double unit, long[][] without, long[][] with, int column) {
		double[] bare = column(without, column, unit);
		double[] ours = column(with, column, unit);
		double[] more = new double[ours.length];
		Arrays.setAll(more, (i) -> ours[i] - bare[i]);
		System.out.printf(Locale.ROOT, "| %s | " + format + " | " + format + " | %.3f | " + format + " |%n", name,
				PairedBlocks.median(bare), PairedBlocks.median(ours), PairedBlocks.ratio(ours, bare),
				PairedBlocks.median(more));
	}

	private static double[] column(long[][] rows, int column, double unit) {
		return Arrays.stream(rows).mapToDouble((row) -> row[column] / unit).toArray();
	}

	private static long[] start(String classPath) {
		List<String> command = List.of(System.getProperty("java.home") + "/bin/java", "-Xmx512m", "-cp", classPath,
				EmptyApplication.class.getName(), "--server.port=0", "--maton.api-key=benchmark");
		try (ChildProcess application = new ChildProcess(command)) {
			return Arrays.stream(application.line().split(" ")).mapToLong(Long::parseLong).toArray();
		}
	}

	private static String classPath(Predicate<String> wanted, Path folder) {
		return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> wanted.test(artifact(entry)))
			.map((entry) -> STARTER.test(artifact(entry)) ? jar(Path.of(entry), folder) : entry)
			.collect(Collectors.joining(File.pathSeparator));
	}

	// as applications have it: in a folder before the jars, every class of theirs would
	// be
	// looked for among the files
	private static String jar(Path entry, Path folder) {
		if (!Files.isDirectory(entry)) {
			return entry.toString();
		}
		Path jar = folder.resolve(artifact(entry.toString()) + ".jar");
		try (OutputStream out = Files.newOutputStream(jar);
				JarOutputStream content = new JarOutputStream(out);
				Stream<Path> files = Files.walk(entry)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				content.putNextEntry(new JarEntry(entry.relativize(file).toString()));
				Files.copy(file, content);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return jar.toString();
	}

	private static Path temporaryFolder() {
		try {
			return Files.createTempDirectory("bigin-start");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	// a jar has the name of its artifact, what this build has compiled its module's
	// folder
	private static String artifact(String entry) {
		Path path = Path.of(entry);
		boolean compiled = path.endsWith(COMPILED) && path.getNameCount() > 2;
		return path.getName(path.getNameCount() - (compiled ? 3 : 1)).toString();
	}

}
