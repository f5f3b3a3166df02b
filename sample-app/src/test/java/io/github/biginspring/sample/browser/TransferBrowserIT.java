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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Imports the sample contacts.
 */
@BrowserTest
class TransferBrowserIT {

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	// the newest one comes first
	private static final String JOB = ".jobs .job";

	@Test
	void importsTheSampleContactsAndKeepsWhatWasRejected(Page page) throws IOException {
		page.open("jobs");
		page.clickButton("Use the sample contacts");
		page.awaitText("form.columns", "300 rows, separated by commas, in UTF-8.");
		assertThat(page.all("form.columns tbody tr")).hasSize(7);
		assertThat(page.text("form.columns tbody tr")).startsWith("First_Name");
		Accessibility.check(page);
		page.clickButton("Import 300 contacts");
		awaitEnd(page, "Import: sample-contacts.csv");
		assertThat(page.text(JOB + " .state")).isEqualTo("295 created, 2 updated, 3 rejected.");

		page.click(JOB + " summary");
		page.awaitText(JOB + " details", "Fill in “Last Name”.");
		assertThat(page.all(JOB + " details tbody tr")).hasSize(3);
		Accessibility.check(page);

		page.clickLink("Download them as CSV");
		Path file = page.browser().downloads().resolve("rejected-rows.csv");
		page.await("the downloaded file", () -> Files.isRegularFile(file));
		assertThat(Files.readAllLines(file)).hasSize(4)
			.first()
			.asString()
			.contains("Import line,Import name,Import reason,");

		page.reload();
		assertThat(page.text(JOB + " .state")).isEqualTo("295 created, 2 updated, 3 rejected.");
	}

	@Test
	void checksTheSampleContactsWithoutWritingThem(Page page) {
		page.open("jobs");
		page.clickButton("Use the sample contacts");
		page.clickButton("Check without importing");
		awaitEnd(page, "Check: sample-contacts.csv");
		assertThat(page.text(JOB)).contains("of 300 rows can be imported.", "Nothing was written.");
	}

	// jobs are kept for all who look, so there may be one of another test below it
	private static void awaitEnd(Page page, String job) {
		page.await("the end of the job", PATIENCE, () -> page.text(JOB + " h3").equals(job)
				&& "done".equals(page.find(JOB).getDomAttribute("data-state")));
	}

}
