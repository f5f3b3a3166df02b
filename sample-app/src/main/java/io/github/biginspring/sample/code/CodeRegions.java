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

package io.github.biginspring.sample.code;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The regions of this application's sources that are marked by {@code // tag::name[]} and
 * {@code // end::name[]}. The build copies the sources; they are read once, at the start,
 * so that nothing but these regions can ever be asked for.
 */
@Component
class CodeRegions {

	private static final Pattern MARK = Pattern.compile("\\s*// (tag|end)::([a-z-]+)\\[]");

	private final Map<String, CodeRegion> regions = new HashMap<>();

	CodeRegions() throws IOException {
		for (Resource source : new PathMatchingResourcePatternResolver().getResources("classpath*:sources/**/*.java")) {
			read(String.valueOf(source.getFilename()), source.getContentAsString(StandardCharsets.UTF_8));
		}
	}

	@Nullable CodeRegion find(String name) {
		return this.regions.get(name);
	}

	private void read(String file, String source) {
		List<String> lines = source.lines().toList();
		for (int i = 0; i < lines.size(); i++) {
			Matcher mark = MARK.matcher(lines.get(i));
			if (mark.matches() && mark.group(1).equals("tag")) {
				String name = mark.group(2);
				CodeRegion region = new CodeRegion(file, i + 2, code(name, lines.subList(i + 1, lines.size())));
				if (this.regions.put(name, region) != null) {
					throw new IllegalStateException("Two regions of code have the name '" + name + "'");
				}
			}
		}
	}

	// without the marks of other regions within
	private static String code(String name, List<String> lines) {
		StringBuilder code = new StringBuilder();
		for (String line : lines) {
			Matcher mark = MARK.matcher(line);
			if (!mark.matches()) {
				code.append(line).append('\n');
			}
			else if (mark.group(1).equals("end") && mark.group(2).equals(name)) {
				// a line at the end that is empty would count as one without indentation
				return code.toString().stripTrailing().stripIndent().strip();
			}
		}
		throw new IllegalStateException("The region of code '" + name + "' has no end");
	}

}
