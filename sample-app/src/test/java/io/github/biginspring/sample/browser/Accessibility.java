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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks by the rules of axe-core whether everybody can use the page as it is now. Its
 * script comes by the driver, past the page's policy for scripts.
 */
final class Accessibility {

	private static final String SCRIPT = script();

	private static final String CHECK = """
			const done = arguments[arguments.length - 1];
			axe.run().then(
				({ violations }) => done(violations.map(({ id, help, nodes }) =>
					`${id}: ${help}\\n` + nodes.map(({ html, failureSummary }) => `  ${html}\\n  ${failureSummary}`).join('\\n'))),
				(error) => done([String(error)]))""";

	private Accessibility() {
	}

	static void check(Page page) {
		if (!Boolean.TRUE.equals(page.run("return window.axe !== undefined"))) {
			page.run(SCRIPT);
		}
		assertThat((List<?>) page.browser().driver().executeAsyncScript(CHECK))
			.as("what axe-core objects to on %s", page.address())
			.isEmpty();
	}

	private static String script() {
		try (InputStream script = Accessibility.class.getResourceAsStream("/axe.min.js")) {
			assertThat(script).as("the script of axe-core").isNotNull();
			return new String(script.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
