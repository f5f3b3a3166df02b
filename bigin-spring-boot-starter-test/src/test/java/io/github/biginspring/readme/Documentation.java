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

package io.github.biginspring.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * README and what it leads to, as text.
 */
final class Documentation {

	static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

	private static final Pattern BLOCK = Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

	private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");

	private static final Pattern ROW = Pattern.compile("^\\| (.*) \\|$", Pattern.MULTILINE);

	private Documentation() {
	}

	/**
	 * Return README and the pages under docs.
	 * @return the texts by path
	 */
	static Map<Path, String> pages() {
		Map<Path, String> pages = new LinkedHashMap<>();
		pages.put(ROOT.resolve("README.md"), read("README.md"));
		for (Path page : files("docs").stream().filter((file) -> file.toString().endsWith(".md")).toList()) {
			pages.put(page, read(ROOT.relativize(page).toString()));
		}
		return pages;
	}

	static String read(String path) {
		try {
			return Files.readString(ROOT.resolve(path));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static List<Path> files(String folder) {
		try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
			return files.sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static List<String> blocks(String text, String language) {
		return BLOCK.matcher(text)
			.results()
			.filter((block) -> block.group(1).equals(language))
			.map((block) -> block.group(2))
			.toList();
	}

	/**
	 * Return the examples of a text in Java: its blocks, but for those of imports alone.
	 * @param text the text
	 * @return the examples
	 */
	static List<String> examples(String text) {
		return blocks(text, "java").stream()
			.filter((block) -> !block.lines().allMatch((line) -> line.isEmpty() || line.startsWith("import ")))
			.toList();
	}

	// indentation and line breaks are the formatter's
	static String stripped(String text) {
		return text.replaceAll("\\s+", "");
	}

	static String withoutBlocks(String text) {
		return BLOCK.matcher(text).replaceAll("");
	}

	static List<String> code(String text) {
		return CODE.matcher(withoutBlocks(text)).results().map((code) -> code.group(1)).toList();
	}

	/**
	 * Return the rows of all tables of a text.
	 * @param text the text
	 * @return the cells of each row
	 */
	static List<List<String>> rows(String text) {
		List<List<String>> rows = new ArrayList<>();
		for (MatchResult row : ROW.matcher(withoutBlocks(text)).results().toList()) {
			rows.add(List.of(row.group(1).split(" ?\\| ", -1)));
		}
		return rows;
	}

	/**
	 * Return a section of a text.
	 * @param text the text
	 * @param heading its heading, with the number signs
	 * @return what follows, up to the next heading of that level
	 */
	static String section(String text, String heading) {
		int start = text.indexOf(heading + "\n");
		int end = text.indexOf("\n" + heading.substring(0, heading.indexOf(' ') + 1), start + heading.length());
		return text.substring(start, (end >= 0) ? end : text.length());
	}

}
