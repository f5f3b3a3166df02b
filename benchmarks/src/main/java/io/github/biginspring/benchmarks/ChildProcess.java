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

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A process of its own, most often a JVM that runs one of the main classes here and
 * prints a line, or one for each that it reads.
 */
final class ChildProcess implements AutoCloseable {

	private static final Pattern RESULT = Pattern.compile("\\d+( \\d+)*");

	private final Process process;

	private final BufferedReader output;

	private final BufferedWriter input;

	ChildProcess(Class<?> mainClass, String... options) {
		this(command(mainClass, options));
	}

	/**
	 * Start another program.
	 * @param command the program and its arguments
	 */
	ChildProcess(List<String> command) {
		try {
			this.process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.output = this.process.inputReader();
		this.input = this.process.outputWriter();
	}

	private static List<String> command(Class<?> mainClass, String... options) {
		List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx512m", "-cp",
				System.getProperty("java.class.path"), mainClass.getName()));
		Collections.addAll(command, options);
		return command;
	}

	/**
	 * Wait for the line that it prints, past what a logger prints.
	 * @return the line, which begins with a digit
	 */
	String line() {
		return line(RESULT.asMatchPredicate());
	}

	/**
	 * Wait for a line.
	 * @param wanted whether it is that line
	 * @return the line
	 */
	String line(Predicate<String> wanted) {
		try {
			for (String line = this.output.readLine(); line != null; line = this.output.readLine()) {
				if (wanted.test(line)) {
					return line;
				}
			}
			throw new IllegalStateException("The process has ended without the line that was waited for");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Write a line that it reads.
	 * @param line the line
	 */
	void send(String line) {
		try {
			this.input.write(line);
			this.input.newLine();
			this.input.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
