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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.BiginSimulatorBuilder;
import io.github.biginspring.simulator.clock.DurationText;
import io.github.biginspring.simulator.organization.Check;
import io.github.biginspring.simulator.organization.SampleData;

/**
 * The options that were given, arguments before environment variables.
 */
final class SimulatorOptions {

	static final String HELP = "--help";

	private static final List<SimulatorOption> MODES = List.of(SimulatorOption.RECORD, SimulatorOption.REPLAY,
			SimulatorOption.COMPARE);

	private final Map<SimulatorOption, Given> given = new EnumMap<>(SimulatorOption.class);

	private boolean help;

	private SimulatorOptions() {
	}

	/**
	 * Read the options.
	 * @param arguments the arguments of the program
	 * @param environment the environment variables, of which others are passed over
	 * @return the options, whose values are not checked yet
	 * @throws IllegalArgumentException if an argument is unknown, comes twice or lacks a
	 * value
	 */
	static SimulatorOptions of(String[] arguments, Map<String, String> environment) {
		SimulatorOptions options = new SimulatorOptions();
		for (int i = 0; i < arguments.length; i++) {
			i += options.read(arguments[i], (i + 1 < arguments.length) ? arguments[i + 1] : null);
		}
		for (SimulatorOption option : SimulatorOption.values()) {
			String value = environment.get(option.variable());
			if (value != null && !value.isEmpty()) {
				options.given.putIfAbsent(option, new Given(option.variable(), value));
			}
		}
		return options;
	}

	/**
	 * Read one argument.
	 * @param argument the argument
	 * @param next the one that follows, {@code null} where none does
	 * @return how many of those that follow belong to it
	 */
	private int read(String argument, @Nullable String next) {
		if (HELP.equals(argument) || "-h".equals(argument)) {
			this.help = true;
			return 0;
		}
		int separator = argument.indexOf('=');
		String name = (separator > 0) ? argument.substring(0, separator) : argument;
		SimulatorOption option = SimulatorOption.find(name);
		if (option == null) {
			throw new IllegalArgumentException("'" + name + "' is no option: use some of " + names());
		}
		String value = (separator > 0) ? argument.substring(separator + 1) : null;
		int used = 0;
		if (value == null && option.isFlag()) {
			value = "true";
		}
		else if (value == null && next != null && !next.startsWith("--")) {
			value = next;
			used = 1;
		}
		if (value == null || value.isEmpty()) {
			throw new IllegalArgumentException(name + " needs a value: write it as " + option.usage());
		}
		if (this.given.put(option, new Given(name, value)) != null) {
			throw new IllegalArgumentException(name + " is given twice: give it once");
		}
		return used;
	}

	private static String names() {
		List<String> names = new ArrayList<>();
		Arrays.stream(SimulatorOption.values()).map(SimulatorOption::argument).forEach(names::add);
		names.add(HELP);
		return String.join(", ", names);
	}

	boolean isHelp() {
		return this.help;
	}

	boolean has(SimulatorOption option) {
		return this.given.containsKey(option);
	}

	String value(SimulatorOption option) {
		Given value = this.given.get(option);
		return (value != null) ? value.value() : option.defaultValue();
	}

	/**
	 * The mode other than to simulate that was asked for.
	 * @return the option that stands for it, or {@code null} for a simulator that serves
	 * @throws IllegalArgumentException if there are several
	 */
	@Nullable SimulatorOption mode() {
		List<SimulatorOption> modes = MODES.stream().filter(this::has).toList();
		if (modes.size() > 1) {
			throw new IllegalArgumentException(
					String.join(" and ", modes.stream().map(SimulatorOption::argument).toList())
							+ " exclude each other: give one of them, or none to simulate");
		}
		return modes.isEmpty() ? null : modes.get(0);
	}

	Path file(SimulatorOption option) {
		return Path.of(value(option));
	}

	/**
	 * The port to listen on.
	 * @return the port
	 * @throws IllegalArgumentException if there is no such port
	 */
	int port() {
		try {
			return (int) number(value(SimulatorOption.PORT).trim(), 0, 65535);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException(SimulatorOption.PORT.argument() + ": " + ex.getMessage(), ex);
		}
	}

	/**
	 * Describe the simulator that was asked for.
	 * @return the builder
	 * @throws IllegalArgumentException if a value is not allowed, which says where it
	 * came from, what is wrong and what is allowed
	 */
	BiginSimulatorBuilder toBuilder() {
		BiginSimulatorBuilder builder = BiginSimulator.builder();
		builder.port(8080).bindAddress(value(SimulatorOption.HOST));
		requireOneSeed();
		this.given.forEach((option, given) -> {
			try {
				apply(builder, option, given.value().trim());
			}
			catch (IllegalArgumentException ex) {
				throw new IllegalArgumentException(given.source() + ": " + ex.getMessage(), ex);
			}
		});
		return builder;
	}

	private void requireOneSeed() {
		List<String> seeds = new ArrayList<>();
		for (SimulatorOption option : List.of(SimulatorOption.SEED, SimulatorOption.SEED_FILE, SimulatorOption.EMPTY)) {
			Given seed = this.given.get(option);
			if (seed != null && !(option.isFlag() && "false".equals(seed.value()))) {
				seeds.add(seed.source());
			}
		}
		if (seeds.size() > 1) {
			throw new IllegalArgumentException(
					String.join(" and ", seeds) + " exclude each other: give one of them, or none for the sample data");
		}
	}

	private static void apply(BiginSimulatorBuilder builder, SimulatorOption option, String value) {
		switch (option) {
			case PORT -> builder.port((int) number(value, 0, 65535));
			case HOST -> builder.bindAddress(value);
			case API_KEY -> builder.apiKey(key(value));
			case SEED -> builder.seed(new SampleData(number(value, 0, Long.MAX_VALUE)));
			case SEED_FILE -> builder.seedFile(Path.of(value));
			case EMPTY -> {
				if (flag(value)) {
					builder.empty();
				}
			}
			case RATE_LIMIT -> builder.rateLimit(value);
			case DAILY_CREDITS -> builder.dailyCredits(number(value, 1, Long.MAX_VALUE));
			case SEARCH_LAG -> builder.searchLag(DurationText.parse(value));
			case LATENCY -> builder.latency(DurationText.parse(value));
			case LENIENT -> builder.lenient(checks(value));
			case RECORD, UPSTREAM_GATEWAY, UPSTREAM_CONTROL, REPLAY, COMPARE -> {
				// of the program alone
			}
		}
	}

	private static long number(String text, long least, long most) {
		try {
			long number = Long.parseLong(text);
			if (number >= least && number <= most) {
				return number;
			}
		}
		catch (NumberFormatException ex) {
			// refused below, like what is out of range
		}
		throw new IllegalArgumentException(
				"'" + text + "' is not allowed: give a number from " + least + " to " + most);
	}

	private static String key(String text) {
		if (!text.matches("[!-~]+")) {
			throw new IllegalArgumentException(
					"The key has other characters than a header can carry: use letters, digits and punctuation");
		}
		return text;
	}

	private static boolean flag(String text) {
		if (!"true".equals(text) && !"false".equals(text)) {
			throw new IllegalArgumentException("'" + text + "' is not allowed: give true or false");
		}
		return "true".equals(text);
	}

	private static Check[] checks(String names) {
		List<Check> checks = new ArrayList<>();
		for (String name : names.split(",")) {
			try {
				checks.add(Check.valueOf(name.trim()));
			}
			catch (IllegalArgumentException ex) {
				throw new IllegalArgumentException("'" + name.trim() + "' is no check: use some of "
						+ String.join(",", Arrays.stream(Check.values()).map(Check::name).toList()), ex);
			}
		}
		return checks.toArray(new Check[0]);
	}

	private record Given(String source, String value) {

		// the value may be a key
		@Override
		public String toString() {
			return this.source;
		}

	}

}
