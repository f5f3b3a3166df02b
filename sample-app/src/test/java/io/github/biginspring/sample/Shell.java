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

package io.github.biginspring.sample;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A shell that stays open, so that a command finds the variables and the background jobs
 * of those before it.
 */
final class Shell implements AutoCloseable {

	// curl says nothing but responses and errors, and the status beside the output, where
	// no pipe takes it along
	private static final String CURL_SETTINGS = """
			silent
			show-error
			noproxy = "*"
			max-time = 60
			write-out = "%{stderr}\\n@status %{http_code}@\\n"
			""";

	private static final Pattern EXIT = Pattern.compile("@exit (\\d+)@");

	private final Process process;

	private final BufferedWriter input;

	private final BufferedReader output;

	Shell(Path folder) throws IOException {
		Files.writeString(folder.resolve(".curlrc"), CURL_SETTINGS);
		ProcessBuilder builder = new ProcessBuilder("bash", "-o", "pipefail").directory(folder.toFile())
			.redirectErrorStream(true);
		builder.environment().put("CURL_HOME", folder.toString());
		builder.environment().put("HOME", folder.toString());
		builder.environment().put("LC_ALL", "C.UTF-8");
		this.process = builder.start();
		this.input = this.process.outputWriter(StandardCharsets.UTF_8);
		this.output = this.process.inputReader(StandardCharsets.UTF_8);
	}

	static boolean hasCurl() {
		try {
			return new ProcessBuilder("bash", "-c", "curl --version").redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor() == 0;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	Result run(String command) throws IOException {
		this.input.write(command + "\nprintf '\\n@exit %s@\\n' \"$?\"\n");
		this.input.flush();
		StringBuilder text = new StringBuilder();
		while (true) {
			String line = this.output.readLine();
			if (line == null) {
				throw new IOException("The shell has ended: " + text);
			}
			Matcher exit = EXIT.matcher(line);
			if (exit.matches()) {
				return new Result(Integer.parseInt(exit.group(1)), text.toString());
			}
			// nobody sees a byte order mark in a terminal
			text.append(line.replace("\uFEFF", "")).append('\n');
		}
	}

	@Override
	public void close() {
		this.process.descendants().forEach(ProcessHandle::destroy);
		this.process.destroy();
	}

	/**
	 * What a command did.
	 *
	 * @param exit its exit status
	 * @param output what it printed
	 */
	record Result(int exit, String output) {

		private static final Pattern FAILURE = Pattern.compile("@status [045]\\d\\d@");

		boolean isSuccess() {
			return this.exit == 0 && !FAILURE.matcher(this.output).find();
		}

	}

}
