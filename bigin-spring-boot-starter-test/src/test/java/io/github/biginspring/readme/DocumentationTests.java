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
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ByteArrayResource;

import io.github.biginspring.simulator.organization.Check;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares README and the pages under docs with the code.
 */
class DocumentationTests {

	private static final Pattern LINK = Pattern.compile("]\\(([^):]*)\\)");

	private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);

	private static final Pattern NAME = Pattern.compile("((?:bigin|maton)(?:\\.[a-z][a-z-]*)+)(: .*)?");

	// as Maven and as Gradle name it, some without a version
	private static final Pattern DEPENDENCY = Pattern
		.compile("io\\.github\\.biginspring(?:</groupId>\\s*<artifactId>|:)([a-z-]+)"
				+ "(?:(?:</artifactId>\\s*<version>|:)([\\w.-]+))?");

	private final Map<Path, String> pages = Documentation.pages();

	@Test
	void everyExampleStandsInATest() {
		String folder = "bigin-spring-boot-starter-test/src/test/java/io/github/biginspring/readme";
		assertThat(this.pages.values().stream().flatMap((page) -> Documentation.examples(page).stream()))
			.hasSizeGreaterThan(30)
			.filteredOn((example) -> !standsIn(example, folder, folder + "/cookbook"))
			.isEmpty();
	}

	@Test
	void everyExampleInKotlinStandsInATest() {
		String folder = "bigin-spring-boot-starter-test/src/test/kotlin/io/github/biginspring/readme";
		assertThat(this.pages.values().stream().flatMap((page) -> Documentation.blocks(page, "kotlin").stream()))
			.filteredOn((example) -> !example.contains("implementation("))
			.hasSizeGreaterThan(2)
			.filteredOn((example) -> !standsIn(example, folder))
			.isEmpty();
	}

	private static boolean standsIn(String example, String... folders) {
		return Stream.of(folders)
			.flatMap((folder) -> Documentation.files(folder).stream())
			.filter(Files::isRegularFile)
			.anyMatch((file) -> Documentation.stripped(Documentation.read(file.toString()))
				.contains(Documentation.stripped(example)));
	}

	@Test
	void tableOfPropertiesIsComplete() throws IOException {
		Map<String, String> documented = new TreeMap<>();
		for (List<String> row : Documentation.rows(Documentation.read("docs/properties.md"))) {
			String name = row.get(0).replace("`", "");
			if (name.matches("(bigin|maton|management)\\.[a-z.-]+")) {
				assertThat(documented.put(name, row.get(1).replace("`", ""))).as(name).isNull();
			}
		}
		Map<String, JsonNode> properties = properties();
		assertThat(documented.keySet()).isEqualTo(properties.keySet());
		properties.forEach((name, property) -> {
			if (property.has("defaultValue")) {
				assertThat(documented.get(name)).as(name).isEqualTo(property.get("defaultValue").asString());
			}
		});
	}

	@Test
	void everyPropertyThatIsNamedExists() throws IOException {
		Set<String> known = new HashSet<>(properties().keySet());
		Documentation
			.rows(Documentation.section(this.pages.get(Documentation.ROOT.resolve("docs/observability.md")),
					"## Meters and observations"))
			.forEach((row) -> row.forEach((cell) -> known.addAll(Documentation.code(cell))));
		List<String> unknown = new ArrayList<>();
		this.pages.forEach((path, page) -> Documentation.code(page)
			.stream()
			.map(NAME::matcher)
			.filter((name) -> name.matches() && !known.contains(name.group(1)))
			.forEach((name) -> unknown.add(path.getFileName() + ": " + name.group(1))));
		assertThat(unknown).isEmpty();
	}

	@Test
	void everyPropertyOfAnExampleExists() throws IOException {
		Map<String, JsonNode> properties = properties();
		List<String> names = this.pages.values()
			.stream()
			.flatMap((page) -> Documentation.blocks(page, "yaml").stream())
			.flatMap((yaml) -> names(yaml).stream())
			.toList();
		assertThat(names).contains("bigin.rate-limit.shared");
		assertThat(names).allSatisfy((name) -> assertThat(properties).containsKey(property(name, properties)));
	}

	// of an entry of a map, the map
	private static String property(String name, Map<String, JsonNode> properties) {
		return properties.entrySet()
			.stream()
			.filter((property) -> property.getValue().path("type").asString().startsWith("java.util.Map"))
			.map(Map.Entry::getKey)
			.filter((map) -> name.startsWith(map + "."))
			.findFirst()
			.orElse(name.replaceFirst("\\[.*", ""));
	}

	private static List<String> names(String yaml) {
		YamlPropertiesFactoryBean reader = new YamlPropertiesFactoryBean();
		reader.setResources(new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)));
		return reader.getObject().keySet().stream().map(String::valueOf).toList();
	}

	private static Map<String, JsonNode> properties() throws IOException {
		Map<String, JsonNode> properties = new TreeMap<>();
		for (URL metadata : Collections.list(DocumentationTests.class.getClassLoader()
			.getResources("META-INF/spring-configuration-metadata.json"))) {
			try (InputStream content = metadata.openStream()) {
				for (JsonNode property : new JsonMapper().readTree(content).get("properties")) {
					String name = property.get("name").asString();
					if (name.startsWith("bigin.") || name.startsWith("maton.")
							|| name.startsWith("management.health.maton.")
							|| name.startsWith("management.endpoint.bigin.")) {
						properties.put(name, property);
					}
				}
			}
		}
		assertThat(properties).containsKeys("maton.api-key", "bigin.page-size");
		return properties;
	}

	@Test
	void everyExceptionIsExplained() {
		List<String> explained = Documentation
			.rows(Documentation.section(this.pages.get(Documentation.ROOT.resolve("docs/errors.md")), "# Errors"))
			.stream()
			.map((row) -> row.get(0).replace("`", ""))
			.filter((name) -> name.startsWith("Bigin"))
			.toList();
		List<String> exceptions = Documentation.files("bigin-client/src/main/java/io/github/biginspring/error")
			.stream()
			.map((file) -> file.getFileName().toString().replace(".java", ""))
			.filter((name) -> name.startsWith("Bigin") && name.endsWith("Exception") && !name.equals("BiginException"))
			.toList();
		assertThat(explained).containsExactlyInAnyOrderElementsOf(exceptions);
	}

	@Test
	void everyCheckThatCanBeLeftOutIsExplained() {
		List<String> explained = Documentation
			.rows(Documentation.section(this.pages.get(Documentation.ROOT.resolve("docs/testing.md")),
					"## How faithful is it"))
			.stream()
			.map((row) -> row.get(0).replace("`", ""))
			.filter((name) -> name.matches("[A-Z_]+"))
			.toList();
		assertThat(explained).containsExactlyElementsOf(Arrays.stream(Check.values()).map(Check::name).toList());
	}

	@Test
	void everyDependencyOfAnExampleIsAModuleOfThisVersion() {
		String pom = Documentation.read("pom.xml");
		Set<String> modules = Pattern.compile("<module>(bigin-[a-z-]+)</module>")
			.matcher(pom)
			.results()
			.map((module) -> module.group(1))
			.collect(Collectors.toSet());
		Matcher version = Pattern.compile("<artifactId>bigin-spring-boot</artifactId>\\s*<version>(.*?)</version>")
			.matcher(pom);
		assertThat(version.find()).isTrue();
		List<MatchResult> dependencies = this.pages.values()
			.stream()
			.flatMap((page) -> DEPENDENCY.matcher(page).results())
			.toList();
		assertThat(dependencies).hasSizeGreaterThan(5).allSatisfy((dependency) -> {
			assertThat(modules).contains(dependency.group(1));
			assertThat(dependency.group(2)).isIn(null, version.group(1));
		});
	}

	@Test
	void theRecipesOfTheSimulatorsImageAreThoseOfItsModule() {
		String page = Documentation.read("docs/simulator.md");
		assertThat(Documentation.blocks(page, "dockerfile"))
			.containsExactly(Documentation.read("bigin-simulator/docker/Dockerfile"));
		assertThat(Documentation.blocks(page, "yml"))
			.contains(Documentation.read("bigin-simulator/docker/compose.yaml"));
	}

	@Test
	void everyPageBeginsWithWhatItIsFor() {
		assertThat(this.pages).allSatisfy((path, page) -> assertThat(page).as(path.getFileName().toString())
			.matches("(?s)# [^\\n]+\\n\\n[A-Z].*"));
	}

	@Test
	void indexLeadsToEveryPage() {
		String index = Documentation.read("docs/README.md");
		assertThat(this.pages.keySet()).extracting((path) -> path.getFileName().toString())
			.filteredOn((name) -> !name.equals("README.md"))
			.allSatisfy((name) -> assertThat(index).contains("](" + name + ")"));
	}

	@Test
	void everyLinkLeadsSomewhere() throws IOException {
		List<String> broken = new ArrayList<>();
		for (Map.Entry<Path, String> page : this.pages.entrySet()) {
			for (MatchResult link : LINK.matcher(Documentation.withoutBlocks(page.getValue())).results().toList()) {
				if (!leadsSomewhere(page.getKey(), link.group(1))) {
					broken.add(page.getKey().getFileName() + ": " + link.group(1));
				}
			}
		}
		assertThat(broken).isEmpty();
	}

	private static boolean leadsSomewhere(Path page, String link) throws IOException {
		int hash = link.indexOf('#');
		String path = (hash >= 0) ? link.substring(0, hash) : link;
		Path target = path.isEmpty() ? page : page.resolveSibling(path).normalize();
		return Files.exists(target) && (hash < 0 || HEADING.matcher(Files.readString(target))
			.results()
			.anyMatch((heading) -> anchor(heading.group(1)).equals(link.substring(hash + 1))));
	}

	private static String anchor(String heading) {
		return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
	}

}
