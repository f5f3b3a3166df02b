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

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command of README, and the output that README shows for it.
 *
 * @param text the command, as one types it
 * @param output the lines that README shows
 */
record ReadmeCommand(String text, List<String> output) {

	private static final Pattern BLOCK = Pattern.compile("^```console\\n(.*?)^```$",
			Pattern.MULTILINE | Pattern.DOTALL);

	private static final Pattern FIELD = Pattern
		.compile("\"([\\w.-]+)\":(\"(?:[^\"\\\\]|\\\\.)*\"|-?[0-9.]*[0-9]|true|false|null|[\\[{])");

	// a time, a speed or an id that is another one each time
	private static final Pattern CHANGING = Pattern.compile("Modified_Time|next_page_token|url|done|perSecond|elapsed"
			+ "|waited|remaining|connection_id|connectionId|value");

	private static final Pattern SHORTENED_ID = Pattern.compile("\"[0-9a-f]{8}-\\.\\.\\.\"");

	/**
	 * Return the commands in the order of README. Lines of a command that follow the
	 * first one are indented by four spaces.
	 * @param readme the text of README
	 * @return the commands
	 */
	static List<ReadmeCommand> of(String readme) {
		List<ReadmeCommand> commands = new ArrayList<>();
		BLOCK.matcher(readme).results().forEach((block) -> {
			for (String part : block.group(1).split("(?m)^\\$ ")) {
				if (!part.isBlank() && !part.startsWith("#")) {
					commands.add(command(part));
				}
			}
		});
		return commands;
	}

	private static ReadmeCommand command(String part) {
		List<String> lines = part.lines().toList();
		int end = 1;
		while (end < lines.size() && lines.get(end).startsWith("    ")) {
			end++;
		}
		return new ReadmeCommand(String.join("\n", lines.subList(0, end)),
				lines.subList(end, lines.size())
					.stream()
					.filter((line) -> !line.isBlank() && !line.startsWith("#") && !line.equals("..."))
					.toList());
	}

	/**
	 * Return whether the command reads only, so that it can be run again.
	 * @return whether it reads only
	 */
	boolean isReading() {
		return this.text.startsWith("curl http") || this.text.startsWith("curl 'http");
	}

	/**
	 * Return whether README shows that the request is refused.
	 * @return whether it is
	 */
	boolean isRefused() {
		return this.output.stream().anyMatch((line) -> line.startsWith("HTTP/1.1 4"));
	}

	/**
	 * Return what README shows and the real output does not have: of JSON the fields
	 * whose values are the same each time, and the names of the others; of everything
	 * else the lines.
	 * @param actual the real output
	 * @return what is missing
	 */
	List<String> missingIn(String actual) {
		return expected().stream().filter((pattern) -> !Pattern.compile(pattern).matcher(actual).find()).toList();
	}

	private List<String> expected() {
		List<String> expected = new ArrayList<>();
		for (String line : this.output) {
			if (!line.matches("([ {\\[]|data:).*")) {
				expected.add("(?m)^" + quoted(line) + "$");
				continue;
			}
			Matcher field = FIELD.matcher(line);
			while (field.find()) {
				String name = "\"" + field.group(1) + "\":";
				expected.add(Pattern.quote(name) + (changes(field) ? "" : quoted(field.group(2))));
			}
		}
		return expected;
	}

	private static boolean changes(Matcher field) {
		return CHANGING.matcher(field.group(1)).matches() || SHORTENED_ID.matcher(field.group(2)).matches();
	}

	private static String quoted(String text) {
		return Pattern.quote(text).replace("...", "\\E.*\\Q");
	}

}
