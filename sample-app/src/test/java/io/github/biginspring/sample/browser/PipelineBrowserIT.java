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

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import org.springframework.beans.factory.annotation.Autowired;

import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.organization.Records;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Uses the board of deals.
 */
@BrowserTest
class PipelineBrowserIT {

	@Autowired
	private BiginSimulator simulator;

	@Test
	void showsTheDealsOfEachStageAndTheirSum(Page page) {
		page.openHome();
		assertThat(page.all(".deal")).hasSize(15);
		assertThat(columnsOf(page)).startsWith("Qualification 3 deals · $22,509", "Needs Analysis 3 deals · $26,261")
			.endsWith("Closed Lost 0 deals · $0");
	}

	@Test
	void movesADealByTheKeyboard(Page page) {
		String id = dealIn("Qualification");
		page.open("pipeline");
		openMenu(page, id);
		Accessibility.check(page);
		page.press(Keys.ARROW_DOWN, Keys.ENTER);
		page.awaitText(".did", " to Needs Analysis: Bigin answered in ");
		assertThat(stageOnTheBoard(page, id)).isEqualTo("Needs Analysis");
		assertThat(stageInBigin(id)).isEqualTo("Needs Analysis");
		assertThat(columnsOf(page)).anyMatch((column) -> column.startsWith("Needs Analysis 4 deals"));
	}

	@Test
	void closesTheMenuByEscapeAndGivesTheFocusBack(Page page) {
		String id = dealIn("Qualification");
		page.open("pipeline");
		openMenu(page, id);
		page.press(Keys.ESCAPE);
		page.awaitGone(".menu");
		assertThat(page.run("return document.activeElement.closest('.deal').dataset.id")).isEqualTo(id);
		assertThat(stageInBigin(id)).isEqualTo("Qualification");
	}

	@Test
	void putsADealBackWhoseMoveIsRefused(Page page) {
		String id = deals().add(Map.of("Deal_Name", "Lighthouse", "Sub_Pipeline", "Renewals", "Stage", "Needs Analysis",
				"Closing_Date", "2030-01-31"));
		page.open("pipeline");
		openMenu(page, id);
		// a stage that the sub-pipeline of this deal does not have
		page.press(Keys.ARROW_DOWN, Keys.ENTER);
		page.awaitText(".toast.bad", "“Lighthouse” stays in Needs Analysis.");
		page.awaitText(".toast.bad", "In this sub-pipeline deals cannot have that stage: choose another one.");
		assertThat(stageOnTheBoard(page, id)).isEqualTo("Needs Analysis");
		assertThat(stageInBigin(id)).isEqualTo("Needs Analysis");
		Accessibility.check(page);
	}

	@Test
	void showsByItselfWhatSomeoneElseHasMoved(Page page) {
		String id = dealIn("Qualification");
		page.open("pipeline");
		assertThat(stageOnTheBoard(page, id)).isEqualTo("Qualification");
		deals().update(id, Map.of("Stage", "Closed Won"));
		page.await("the deal in its new stage", () -> "Closed Won".equals(stageOnTheBoard(page, id)));
		page.awaitText(".did", "was moved from Qualification to Closed Won by someone else.");
	}

	@Test
	void createsADeal(Page page) {
		page.open("pipeline");
		page.clickButton("New deal");
		page.write("dialog [name=name]", "Lighthouse");
		page.write("dialog [name=amount]", "1234");
		Accessibility.check(page);
		page.clickButton("Create the deal");
		page.awaitGone("dialog");
		page.awaitText(".toast", "“Lighthouse” is in Qualification now.");
		String id = deal((deal) -> "Lighthouse".equals(deal.get("Deal_Name")));
		assertThat(stageOnTheBoard(page, id)).isEqualTo("Qualification");
		assertThat(deals().find(id)).containsEntry("Stage", "Qualification");
	}

	// arrows and Enter do nothing where a late scrolling has closed the menu
	private static void openMenu(Page page, String id) {
		String button = "[data-id='%s'] button".formatted(id);
		page.await("an open menu", () -> {
			if (!page.has(".menu")) {
				page.focus(button);
				page.press(Keys.ENTER);
			}
			return (Boolean) page.run("return document.activeElement.matches('.menu [aria-checked=true]')");
		});
	}

	private static Object stageOnTheBoard(Page page, String id) {
		return page.run("return document.querySelector(`[data-id='${arguments[0]}']`).closest('.column')"
				+ ".querySelector('h2').textContent", id);
	}

	@SuppressWarnings("unchecked")
	private static List<String> columnsOf(Page page) {
		return (List<String>) page.run("return [...document.querySelectorAll('.column')].map((column) =>"
				+ "`${column.querySelector('h2').textContent} ${column.querySelector('.total').textContent}`)");
	}

	private String dealIn(String stage) {
		return deal((deal) -> stage.equals(deal.get("Stage")));
	}

	private String deal(Predicate<Map<String, ?>> wanted) {
		return deals().all()
			.stream()
			.filter(wanted)
			.map((deal) -> String.valueOf(deal.get("id")))
			.findFirst()
			.orElseThrow();
	}

	private Object stageInBigin(String id) {
		return deals().all()
			.stream()
			.filter((deal) -> id.equals(deal.get("id")))
			.findFirst()
			.orElseThrow()
			.get("Stage");
	}

	private Records deals() {
		return this.simulator.organization().records("Pipelines");
	}

}
