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

import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import io.github.biginspring.simulator.BiginSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks at each screen in light, in dark and on a phone: nothing stands in the way of
 * anybody, and the browser has nothing to complain about. The pictures are written to
 * {@code target/screenshots}.
 */
@BrowserTest
class ScreensBrowserIT {

	private static final Path PICTURES = Path.of("target", "screenshots");

	@Autowired
	private BiginSimulator simulator;

	@ParameterizedTest
	@ValueSource(strings = { "pipeline", "contacts", "companies", "products", "contacts/new", "jobs", "lab", "status",
			"nowhere" })
	void areForEverybody(String screen, Page page) {
		page.open(screen);
		check(screen.replace('/', '-'), page);
	}

	@ParameterizedTest
	@ValueSource(strings = { "contacts", "companies", "products" })
	void showRecordsToEverybody(String module, Page page) {
		String name = (module.equals("companies")) ? "Accounts"
				: Character.toUpperCase(module.charAt(0)) + module.substring(1);
		Object id = this.simulator.organization().records(name).all().get(0).get("id");
		page.open(module + "/" + id);
		check(module + "-record", page);
	}

	@ParameterizedTest
	@ValueSource(strings = { "pipeline", "contacts", "contacts/new", "jobs", "lab", "status" })
	void showTheirCode(String screen, Page page) {
		page.open(screen);
		page.clickButton("Show the code");
		page.await("the code", () -> page.has("main .code pre"));
		Accessibility.check(page);
		assertThat(page.browser().complaints()).isEmpty();
	}

	private static void check(String name, Page page) {
		for (View view : new View[] { View.LIGHT, View.DARK, View.PHONE }) {
			page.browser().show(view);
			page.awaitReady();
			page.browser().takePicture(PICTURES.resolve("%s-%s.png".formatted(name, view)));
			Accessibility.check(page);
			assertThat((Boolean) page.run("return document.documentElement.scrollWidth <= window.innerWidth"))
				.as("fits into the width: %s", view)
				.isTrue();
		}
		assertThat(page.browser().complaints()).isEmpty();
	}

}
