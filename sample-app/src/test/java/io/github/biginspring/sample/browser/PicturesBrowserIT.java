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
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import org.springframework.beans.factory.annotation.Autowired;

import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.organization.Records;

/**
 * Takes the pictures of the documentation, where it is asked to. See
 * {@code CONTRIBUTING.md}.
 */
@BrowserTest
@EnabledIfSystemProperty(named = "sample.pictures", matches = "true",
		disabledReason = "Writes files of the documentation")
class PicturesBrowserIT {

	private static final Path FOLDER = Path.of("..", "docs", "images");

	// high enough for what both ways have come to
	private static final View LAB = new View("lab", 1400, 1000, "light");

	private static final Duration PATIENCE = Duration.ofMinutes(4);

	@Autowired
	private BiginSimulator simulator;

	@Test
	void takesThem(Page page) {
		page.open("lab");
		write(page, "Write 1,000 contacts", "starter");
		write(page, "… with a plain WebClient", "plain");
		take(page, LAB, "lab.png");

		// by a link, so that the page still knows the last minute
		page.click("nav [href='#/pipeline']");
		page.awaitReady();
		Records deals = this.simulator.organization().records("Pipelines");
		Object moved = deals.all().get(0).get("id");
		deals.update(String.valueOf(moved), Map.of("Stage", "Closed Lost"));
		page.awaitText(".did", "by someone else");
		take(page, View.LIGHT, "pipeline.png");
	}

	@Test
	void takesATour(Page page) throws IOException {
		AnimatedPicture tour = new AnimatedPicture(720);
		page.browser().show(View.LIGHT);
		page.openHome();
		page.awaitReady();
		tour.add(page.browser().picture());
		page.clickButton("Someone else moves a deal");
		page.awaitText(".did", "by someone else");
		tour.add(page.browser().picture());
		page.click("nav [href='#/lab']");
		page.awaitReady();
		tour.add(page.browser().picture());
		page.clickButton("Write 1,000 contacts");
		page.await("some contacts", PATIENCE, () -> page.text(".lab-run.starter dd").matches("[1-9].* / 1,000"));
		page.clickButton("429 for 5 s");
		AtomicInteger looks = new AtomicInteger();
		page.await("the end", PATIENCE, () -> {
			if (looks.getAndIncrement() % 3 == 0) {
				page.run("window.scrollTo(0, 0)");
				tour.add(page.browser().picture());
			}
			return page.text(".lab-run.starter .verdict").startsWith("Counted");
		});
		tour.add(page.browser().picture());
		tour.write(FOLDER.resolve("tour.gif"), 60);
	}

	private static void take(Page page, View view, String file) {
		page.awaitGone(".toast");
		page.browser().show(view);
		page.run("window.scrollTo(0, 0)");
		page.browser().takePicture(FOLDER.resolve(file));
	}

	private static void write(Page page, String button, String writer) {
		String run = ".lab-run.%s ".formatted(writer);
		page.clickButton(button);
		page.await("some contacts", PATIENCE, () -> page.text(run + "dd").matches("[1-9].* / 1,000"));
		page.clickButton("Lose answers");
		page.clickButton("429 for 5 s");
		page.await("the end", PATIENCE, () -> page.text(run + ".verdict").startsWith("Counted"));
	}

}
