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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the calls in examples of the Javadoc, which nobody compiles, with those of the
 * code.
 */
class JavadocExamplesTests {

	private static final List<String> MODULES = List.of("bigin-client", "bigin-simulator",
			"bigin-spring-boot-autoconfigure", "bigin-spring-boot-starter-test");

	private static final Pattern EXAMPLE = Pattern.compile("<pre class=\"code\">(.*?)</pre>", Pattern.DOTALL);

	private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);

	private static final Pattern TEXT = Pattern.compile("\"[^\"\\n]*\"");

	// such as SortOrder.descending( or .all(
	private static final Pattern CALL = Pattern.compile("(?<!\\w)[A-Z]\\w*(?:\\.[A-Z]\\w*)*\\.\\w+\\(|\\.[a-z]\\w*\\(");

	// of the reader's application, or of Spring Security
	private static final Set<String> FOREIGN = Set.of(".streamAll(", "ReactiveSecurityContextHolder.getContext(",
			".getAuthentication(");

	@Test
	void everyCallOfAnExampleIsOneOfTheCode() throws IOException {
		Map<Path, String> main = new TreeMap<>();
		StringBuilder code = new StringBuilder();
		for (String module : MODULES) {
			for (Path file : sources(module)) {
				String text = Files.readString(file);
				code.append(Documentation.stripped(COMMENT.matcher(text).replaceAll("")));
				if (file.toString().contains("/src/main/")) {
					main.put(file, text);
				}
			}
		}
		List<String> unknown = new ArrayList<>();
		int calls = 0;
		for (Map.Entry<Path, String> file : main.entrySet()) {
			for (String call : calls(file.getValue())) {
				calls++;
				if (!FOREIGN.contains(call) && code.indexOf(call) < 0) {
					unknown.add(file.getKey().getFileName() + ": " + call);
				}
			}
		}
		assertThat(unknown).isEmpty();
		assertThat(calls).isGreaterThan(200);
	}

	private static List<String> calls(String source) {
		return EXAMPLE.matcher(source)
			.results()
			.map((example) -> example.group(1).replaceAll("\\n\\s*\\*", "\n").replace("&gt;", ">").replace("&lt;", "<"))
			.map((example) -> Documentation.stripped(TEXT.matcher(example).replaceAll("\"\"")))
			.flatMap((example) -> CALL.matcher(example).results())
			.map(MatchResult::group)
			.toList();
	}

	private static List<Path> sources(String module) throws IOException {
		try (Stream<Path> files = Files.walk(Documentation.ROOT.resolve(module + "/src"))) {
			return files.filter((file) -> file.toString().endsWith(".java")).toList();
		}
	}

}
