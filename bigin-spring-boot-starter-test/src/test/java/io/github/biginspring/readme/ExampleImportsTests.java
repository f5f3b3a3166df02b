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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the imports that README and the pages under docs give with those that their
 * examples need. What an example needs, the test says in which it stands: it is compiled,
 * so a name that it does not import is one of {@code java.lang} or of the application,
 * which the reader has, too.
 */
class ExampleImportsTests {

	private static final String HEADING = "<details><summary>Imports of the examples on this page</summary>";

	private static final Pattern IMPORT = Pattern.compile("^import (?:static )?[\\w.]+;$", Pattern.MULTILINE);

	private static final Pattern LINK = Pattern.compile("]\\((docs/[a-z-]+\\.md)");

	private static final Pattern NO_CODE = Pattern
		.compile("\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

	private static final String SOURCES = "bigin-spring-boot-starter-test/src/test/java/io/github/biginspring/readme";

	private final List<String> sources = Stream.of(SOURCES, SOURCES + "/cookbook")
		.flatMap((folder) -> Documentation.files(folder).stream())
		.filter(Files::isRegularFile)
		.map((file) -> Documentation.read(file.toString()))
		.toList();

	@TestFactory
	Stream<DynamicTest> everyPageGivesTheImportsOfItsExamples() {
		Map<Path, String> pages = Documentation.pages();
		pages.remove(Documentation.ROOT.resolve("README.md"));
		return pages.entrySet()
			.stream()
			.map((page) -> DynamicTest.dynamicTest(page.getKey().getFileName().toString(),
					() -> assertGivesImports(page.getValue())));
	}

	private void assertGivesImports(String page) {
		List<String> incomplete = Documentation.examples(page)
			.stream()
			.filter((example) -> !missing(example).isEmpty())
			.toList();
		if (incomplete.isEmpty()) {
			assertThat(page).doesNotContain(HEADING);
			return;
		}
		Set<String> imports = incomplete.stream()
			.flatMap((example) -> missing(example).stream())
			.collect(Collectors.toSet());
		String block = HEADING + "\n\n```java\n" + inOrder(imports) + "```\n\n</details>\n\n";
		assertThat(page).containsOnlyOnce(block);
		assertThat(page.indexOf(block)).as("before the first example that needs them")
			.isLessThan(page.indexOf(incomplete.get(0)));
		// methods can be overloaded, types cannot
		assertThat(imports.stream().filter((line) -> !line.startsWith("import static ")))
			.extracting(ExampleImportsTests::simpleName)
			.doesNotHaveDuplicates();
	}

	@TestFactory
	Stream<DynamicTest> everyExampleImportsWhatItUsesAlone() {
		return Documentation.pages()
			.entrySet()
			.stream()
			.flatMap((page) -> Documentation.examples(page.getValue())
				.stream()
				.filter((example) -> !imports(example).isEmpty())
				.map((example) -> DynamicTest.dynamicTest(page.getKey().getFileName() + ": " + firstLine(example),
						() -> assertThat(imports(example)).isEqualTo(used(example)))));
	}

	@TestFactory
	Stream<DynamicTest> readmeLeadsToTheImportsOfItsExamples() {
		String readme = Documentation.read("README.md");
		Set<String> imports = LINK.matcher(readme)
			.results()
			.flatMap((link) -> imports(Documentation.read(link.group(1))).stream())
			.collect(Collectors.toSet());
		return Documentation.examples(readme)
			.stream()
			.map((example) -> DynamicTest.dynamicTest(firstLine(example),
					() -> assertThat(imports).containsAll(missing(example))));
	}

	private Set<String> missing(String example) {
		Set<String> missing = used(example);
		missing.removeAll(imports(example));
		return missing;
	}

	// of the imports of the test in which the example stands, those that the example uses
	private Set<String> used(String example) {
		Optional<String> source = this.sources.stream()
			.filter((text) -> Documentation.stripped(text).contains(Documentation.stripped(example)))
			.findFirst();
		assertThat(source).as(example).isPresent();
		String code = NO_CODE.matcher(IMPORT.matcher(example).replaceAll("")).replaceAll("");
		Set<String> used = imports(source.get());
		used.removeIf(Predicate.not((line) -> uses(code, line)));
		return used;
	}

	private static boolean uses(String code, String line) {
		String name = "(?<![.\\w])" + simpleName(line);
		return Pattern.compile(line.startsWith("import static ") ? name + "\\(" : name + "\\b").matcher(code).find();
	}

	private static Set<String> imports(String text) {
		return IMPORT.matcher(text)
			.results()
			.map((line) -> line.group())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static String simpleName(String line) {
		return line.substring(line.lastIndexOf('.') + 1, line.length() - 1);
	}

	private static String firstLine(String example) {
		return IMPORT.matcher(example).replaceAll("").strip().lines().findFirst().orElseThrow();
	}

	// as the formatter has them
	private static String inOrder(Set<String> imports) {
		Map<Integer, Set<String>> groups = new TreeMap<>();
		imports.forEach((line) -> groups.computeIfAbsent(group(line), (group) -> new TreeSet<>()).add(line));
		return groups.values()
			.stream()
			.map((group) -> String.join("\n", group) + "\n")
			.collect(Collectors.joining("\n"));
	}

	private static int group(String line) {
		List<String> beginnings = List.of("import static ", "import java.", "import javax.",
				"import org.springframework.", "import io.github.biginspring.");
		List<Integer> places = List.of(5, 0, 1, 3, 4);
		for (int i = 0; i < beginnings.size(); i++) {
			if (line.startsWith(beginnings.get(i))) {
				return places.get(i);
			}
		}
		return 2;
	}

}
