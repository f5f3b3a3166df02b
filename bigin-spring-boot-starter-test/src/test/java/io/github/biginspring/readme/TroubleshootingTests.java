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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the messages on the page about troubleshooting with those of the code.
 */
class TroubleshootingTests {

	@Test
	void everyMessageIsOneOfTheCode() throws IOException {
		String code = code();
		List<String> messages = Documentation.rows(Documentation.read("docs/troubleshooting.md"))
			.stream()
			.flatMap((row) -> Documentation.code(row.get(0)).stream())
			.filter((symptom) -> symptom.contains(" "))
			.toList();
		assertThat(messages).hasSizeGreaterThan(20)
			.flatMap((message) -> Arrays.asList(message.split("\\.\\.\\.")))
			.extracting(String::strip)
			.filteredOn((part) -> !code.contains(part))
			.isEmpty();
	}

	// texts that stand on several lines, or whose variable parts are appended, in one
	private static String code() throws IOException {
		StringBuilder code = new StringBuilder();
		for (String module : List.of("bigin-client", "bigin-spring-boot-autoconfigure")) {
			try (Stream<Path> files = Files.walk(Documentation.ROOT.resolve(module + "/src/main/java"))) {
				for (Path file : files.filter((path) -> path.toString().endsWith(".java")).toList()) {
					code.append(Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", ""));
				}
			}
		}
		return code.toString();
	}

}
