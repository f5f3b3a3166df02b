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

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Writes contacts in the limits lab, and breaks something meanwhile.
 */
@BrowserTest
class LabBrowserIT {

	private static final Duration PATIENCE = Duration.ofSeconds(120);

	@Test
	void doublesNothingAndReportsWhatIsUnknownWhereAnswersAreLost(Page page) {
		write(page, "starter", "Write 1,000 contacts");
		assertThat(page.text(".lab-run.starter .verdict"))
			.startsWith("Counted on the simulator: 1,000 stored, 0 lost, 0 doubled, in ")
			.endsWith("100 reported as unknown: 100 of them are stored, 0 are not.");
		Accessibility.check(page);
	}

	@Test
	void showsWhatAPlainClientDoubles(Page page) {
		write(page, "plain", "… with a plain WebClient");
		assertThat(page.text(".lab-run.plain .verdict"))
			.matches("Counted on the simulator: .* [1-9]\\d* doubled, in .*");
	}

	private static void write(Page page, String writer, String button) {
		page.open("lab");
		// those that a plain client sends are over too soon for a click in between
		page.clickButton("Lose answers");
		page.awaitText(".toast", "The next 10 writes are carried out, and their answers are lost.");
		page.clickButton(button);
		page.await("the end", PATIENCE,
				() -> page.text(".lab-run.%s .verdict".formatted(writer)).startsWith("Counted"));
	}

}
