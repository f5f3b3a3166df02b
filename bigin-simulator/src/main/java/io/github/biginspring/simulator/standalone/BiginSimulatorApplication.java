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
import java.net.BindException;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.BiginSimulator;

/**
 * Runs the simulator as a program until the process ends, or records, replays or compares
 * recordings. {@code --help} lists the options. Exits with status 2 if an option is
 * invalid, 1 if the port cannot be used, and 3 if a comparison has found differences.
 *
 * @since 0.1.0
 */
public final class BiginSimulatorApplication {

	private static final int FAILED = 1;

	private static final int WRONG_OPTION = 2;

	private BiginSimulatorApplication() {
	}

	/**
	 * Serve the simulator.
	 * @param arguments the options
	 */
	public static void main(String[] arguments) {
		int status = run(arguments, System.getenv(), System.out, System.err);
		if (status != 0) {
			System.exit(status);
		}
	}

	private static int run(String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
		try {
			SimulatorOptions options = SimulatorOptions.of(arguments, environment);
			SimulatorOption mode = options.isHelp() ? null : options.mode();
			if (mode != null) {
				return RecordingMode.run(mode, options, out);
			}
			start(arguments, environment, out);
			return 0;
		}
		catch (IllegalArgumentException ex) {
			err.println(ex.getMessage());
			err.println("Use " + SimulatorOptions.HELP + " for all options and what they allow.");
			return WRONG_OPTION;
		}
		catch (IllegalStateException ex) {
			err.println(ex.getMessage());
			return FAILED;
		}
	}

	/**
	 * Start what was asked for.
	 * @param arguments the options
	 * @param environment the environment variables
	 * @param out where to tell what was started
	 * @return the simulator, or {@code null} where only help was asked for
	 * @throws IllegalArgumentException if an option is wrong
	 * @throws IllegalStateException if the port cannot be listened on
	 */
	static @Nullable BiginSimulator start(String[] arguments, Map<String, String> environment, PrintStream out) {
		SimulatorOptions options = SimulatorOptions.of(arguments, environment);
		if (options.isHelp()) {
			out.print(StartMessage.help());
			out.flush();
			return null;
		}
		BiginSimulator simulator = start(options);
		out.print(StartMessage.started(simulator, options));
		out.flush();
		return simulator;
	}

	private static BiginSimulator start(SimulatorOptions options) {
		try {
			return options.toBuilder().start();
		}
		catch (IllegalArgumentException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			if (!isCausedByBinding(ex)) {
				throw ex;
			}
			throw new IllegalStateException(
					"Port " + options.value(SimulatorOption.PORT) + " of " + options.value(SimulatorOption.HOST)
							+ " cannot be listened on; another process may do so already: " + "choose another by "
							+ SimulatorOption.PORT.argument() + " or " + SimulatorOption.HOST.argument(),
					ex);
		}
	}

	private static boolean isCausedByBinding(Throwable thrown) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			if (cause instanceof BindException || cause instanceof java.net.UnknownHostException
					|| cause instanceof java.nio.channels.UnresolvedAddressException) {
				return true;
			}
		}
		return false;
	}

}
