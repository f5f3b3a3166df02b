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

package io.github.biginspring.simulator.standalone;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.BiginSimulatorBuilder;
import io.github.biginspring.simulator.organization.Check;

/**
 * Serves the simulator until the process ends. <pre>
 * --port=8080         the port, 0 for any that is free; or environment variable PORT
 * --api-key=secret    the key; or environment variable MATON_API_KEY
 * --address=0.0.0.0   the address to listen on; or environment variable ADDRESS
 * --lenient=A,B       the checks to leave out, by the names of {@link Check}
 * --empty             begin without sample data
 * </pre>
 *
 * @since 0.1.0
 */
public final class BiginSimulatorApplication {

	private static final String DEFAULT_PORT = "8080";

	private BiginSimulatorApplication() {
	}

	/**
	 * Serve the simulator.
	 * @param arguments the options
	 */
	public static void main(String[] arguments) {
		run(arguments, System.getenv(), System.out);
	}

	static BiginSimulator run(String[] arguments, Map<String, String> environment, PrintStream out) {
		BiginSimulatorBuilder builder = BiginSimulator.builder();
		String port = option("--port=", arguments, environment.get("PORT"));
		builder.port(port((port != null) ? port : DEFAULT_PORT));
		String apiKey = option("--api-key=", arguments, environment.get("MATON_API_KEY"));
		if (apiKey != null) {
			builder.apiKey(apiKey);
		}
		String address = option("--address=", arguments, environment.get("ADDRESS"));
		if (address != null) {
			builder.bindAddress(address);
		}
		String lenient = option("--lenient=", arguments, null);
		if (lenient != null) {
			builder.lenient(checks(lenient));
		}
		for (String argument : arguments) {
			if ("--empty".equals(argument)) {
				builder.empty();
			}
		}
		BiginSimulator simulator = builder.start();
		out.println("Bigin simulator listens on " + simulator.url());
		return simulator;
	}

	private static int port(String text) {
		try {
			int port = Integer.parseInt(text);
			if (port >= 0 && port <= 65535) {
				return port;
			}
		}
		catch (NumberFormatException ex) {
			// refused below, like all that is no port
		}
		throw new IllegalArgumentException("'" + text + "' is no port: give a number from 0 to 65535");
	}

	private static Check[] checks(String names) {
		List<Check> checks = new ArrayList<>();
		for (String name : names.split(",")) {
			try {
				checks.add(Check.valueOf(name.trim()));
			}
			catch (IllegalArgumentException ex) {
				throw new IllegalArgumentException(
						"'" + name + "' is no check: use some of " + Arrays.toString(Check.values()), ex);
			}
		}
		return checks.toArray(new Check[0]);
	}

	private static @Nullable String option(String prefix, String[] arguments, @Nullable String defaultValue) {
		for (String argument : arguments) {
			if (argument.startsWith(prefix)) {
				return argument.substring(prefix.length());
			}
		}
		return defaultValue;
	}

}
