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

package io.github.biginspring.sample.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chromium and its driver, where this machine has them.
 *
 * @param browser the program of the browser
 * @param driver the program that drives it
 */
record InstalledBrowser(Path browser, Path driver) {

	static final String MISSING = "There is no Chromium with its driver (Debian: chromium and chromium-driver)";

	private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");

	static Optional<InstalledBrowser> find() {
		return find("chromedriver").flatMap((driver) -> BROWSERS.stream()
			.flatMap((name) -> find(name).stream())
			.findFirst()
			.map((browser) -> new InstalledBrowser(browser, driver)));
	}

	private static Optional<Path> find(String program) {
		String path = System.getenv().getOrDefault("PATH", "");
		return Stream.of(path.split(File.pathSeparator))
			.filter((folder) -> !folder.isEmpty())
			.map((folder) -> Path.of(folder, program))
			.filter(Files::isExecutable)
			.findFirst();
	}

}
