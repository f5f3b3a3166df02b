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

import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What can be set when the simulator is started, by an argument such as
 * {@code --search-lag=15s} or an environment variable such as
 * {@code BIGIN_SIMULATOR_SEARCH_LAG}.
 */
enum SimulatorOption {

	PORT("<number>", "8080", "port to listen on; 0 for any that is free"),

	HOST("<address>", "127.0.0.1", "address to listen on; 0.0.0.0 for all of this machine"),

	API_KEY("<key>", "simulated-api-key", "key that requests must carry; not a real one"),

	SEED("<number>", "0", "seed that varies the names in the sample data"),

	SEED_FILE("<file>", "none", "JSON with the records to begin with, in place of the sample data"),

	EMPTY(null, "false", "begin without records"),

	RATE_LIMIT("<count>/<time>", "none", "rate above which requests get a 429, such as 10/s or 100/m"),

	DAILY_CREDITS("<number>", "unlimited", "credits that the calls of 24 hours may cost"),

	SEARCH_LAG("<time>", "0s", "how long a write takes to show up in searches, such as 15s"),

	LATENCY("<time>", "0s", "delay of each response, such as 200ms"),

	LENIENT("<checks>", "none", "checks to skip, such as RELATED_MODULE,PICK_LIST_VALUE"),

	RECORD("<file>", "none", "forward requests to the live service and record them, masked, in a new file"),

	UPSTREAM_GATEWAY("<url>", "https://gateway.maton.ai", "gateway that is recorded"),

	UPSTREAM_CONTROL("<url>", "https://ctrl.maton.ai", "control API that is recorded"),

	REPLAY("<file>", "none", "respond with what was recorded"),

	COMPARE("<file>", "none", "report where simulator and recording differ in shape, and exit");

	static final String VARIABLE_PREFIX = "BIGIN_SIMULATOR_";

	private final @Nullable String value;

	private final String defaultValue;

	private final String description;

	SimulatorOption(@Nullable String value, String defaultValue, String description) {
		this.value = value;
		this.defaultValue = defaultValue;
		this.description = description;
	}

	/**
	 * The name of the argument.
	 * @return the name, such as {@code --search-lag}
	 */
	String argument() {
		return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	String variable() {
		return VARIABLE_PREFIX + name();
	}

	/**
	 * Whether the argument stands alone.
	 * @return whether it has no value
	 */
	boolean isFlag() {
		return this.value == null;
	}

	String usage() {
		return isFlag() ? argument() : argument() + "=" + this.value;
	}

	String defaultValue() {
		return this.defaultValue;
	}

	String description() {
		return this.description;
	}

	static @Nullable SimulatorOption find(String argument) {
		return Arrays.stream(values()).filter((option) -> option.argument().equals(argument)).findFirst().orElse(null);
	}

}
