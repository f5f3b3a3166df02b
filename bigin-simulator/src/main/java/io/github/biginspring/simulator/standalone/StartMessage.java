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

import java.util.List;

import io.github.biginspring.simulator.BiginSimulator;

/**
 * What the simulator tells those who start it. A key that was given is not repeated.
 */
final class StartMessage {

	private static final List<String> LOCAL = List.of("127.0.0.1", "localhost", "::1");

	private StartMessage() {
	}

	static String help() {
		StringBuilder text = new StringBuilder(1024);
		text.append("Bigin simulator: Zoho Bigin behind the Maton gateway, with made-up data.\n\n")
			.append("Usage: java -jar <this jar> [options]\n\nOptions, each also an environment variable:\n\n");
		for (SimulatorOption option : SimulatorOption.values()) {
			text.append("  %-29s %s%n".formatted(option.usage(), option.description()))
				.append("  %-29s default: %s; %s%n".formatted("", option.defaultValue(), option.variable()));
		}
		text.append("  %-29s %s%n%n".formatted(SimulatorOptions.HELP, "this text"))
			.append("A time is written like 200ms, 15s, 10m, 1h or PT1H. The admin API at /__admin/bigin needs no key:\n")
			.append("let no one reach the address who may not use it.\n");
		return text.toString();
	}

	static String started(BiginSimulator simulator, SimulatorOptions options) {
		String url = simulator.url();
		boolean ownKey = !options.has(SimulatorOption.API_KEY);
		String key = ownKey ? simulator.apiKey() + " (made up; it opens nothing else)"
				: "the one that was given, in place of $" + SimulatorOption.API_KEY.variable() + " below";
		String header = ownKey ? simulator.apiKey() : "$" + SimulatorOption.API_KEY.variable();
		String warning = LOCAL.contains(options.value(SimulatorOption.HOST)) ? "" : "\nWhoever reaches "
				+ options.value(SimulatorOption.HOST) + " can use the admin API, which needs no key.\n";
		return """
				Bigin simulator is ready.

				  Maton gateway      %1$s (Bigin's API below /zoho-bigin/bigin/v2)
				  Maton control API  %1$s (/connections)
				  Admin API          %1$s/__admin/bigin
				  API key            %2$s

				Try it:

				  curl -H "Authorization: Bearer %3$s" "%1$s/zoho-bigin/bigin/v2/Contacts?fields=Last_Name,Email"
				%4$s""".formatted(url, key, header, warning);
	}

}
