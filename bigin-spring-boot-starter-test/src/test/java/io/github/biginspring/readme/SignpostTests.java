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
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares what CONTRIBUTING and the descriptions of packages point at with what is
 * there.
 */
class SignpostTests {

	private static final Path CLIENT = Documentation.ROOT.resolve("bigin-client/src/main/java");

	private static final Pattern TEST = Pattern.compile("(?<![*\\w-])[A-Z]\\w+Tests\\b");

	private static final Pattern START = Pattern.compile("Start\\s+(\\* )?at\\s+(\\* )?\\{@link\\s+([\\w.]+)}");

	private final Set<String> tests = sources("").map(SignpostTests::className)
		.filter((name) -> name.endsWith("Tests"))
		.collect(Collectors.toSet());

	@Test
	void everyTestThatContributingNamesExists() {
		assertThat(namedTests(Documentation.read("CONTRIBUTING.md"))).hasSizeGreaterThan(40)
			.allSatisfy((test) -> assertThat(this.tests).contains(test));
	}

	@Test
	void everyPackageOfTheClientNamesItsTests() {
		assertThat(packages()).hasSizeGreaterThan(30)
			.allSatisfy((description) -> assertThat(namedTests(Files.readString(description))).isNotEmpty()
				.allSatisfy((test) -> assertThat(this.tests).contains(test)));
	}

	@Test
	void everyPackageOfTheClientSaysWhereToStart() {
		assertThat(packages()).allSatisfy((description) -> {
			List<String> start = START.matcher(Files.readString(description))
				.results()
				.map((link) -> link.group(3))
				.toList();
			assertThat(start).hasSize(1);
			assertThat(CLIENT.resolve(start.get(0).replace('.', '/') + ".java")).exists();
		});
	}

	private static List<Path> packages() {
		return sources("bigin-client/src/main").filter((file) -> file.endsWith("package-info.java")).toList();
	}

	private static List<String> namedTests(String text) {
		return TEST.matcher(text).results().map(MatchResult::group).toList();
	}

	private static String className(Path file) {
		return file.getFileName().toString().replace(".java", "");
	}

	private static Stream<Path> sources(String folder) {
		try (Stream<Path> files = Files.walk(Documentation.ROOT.resolve(folder))) {
			return files.filter((file) -> file.toString().endsWith(".java")).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
