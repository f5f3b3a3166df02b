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

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

import org.springframework.beans.factory.annotation.Autowired;

import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.organization.Records;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Goes from screen to screen.
 */
@BrowserTest
class NavigationBrowserIT {

	private static final String CONTACTS = "nav [href='#/contacts']";

	private static final String DIALOG = "dialog[open]";

	@Autowired
	private BiginSimulator simulator;

	@ParameterizedTest
	@ValueSource(strings = { "", "?" })
	void beginsWithThePipeline(String address, Page page) {
		page.open(address);
		page.awaitText("h1", "Pipeline");
		assertThat(page.find("nav [href='#/pipeline']").getDomAttribute("aria-current")).isEqualTo("page");
	}

	@Test
	void leadsHomeFromAnAddressThatItDoesNotKnow(Page page) {
		page.open("nowhere");
		page.awaitText("h1", "There is no such screen");
		page.clickLink("pipeline");
		page.awaitText("h1", "Pipeline");
	}

	@Test
	void tellsHowManyRecordsThereAre(Page page) {
		int count = contacts().count();
		page.open("contacts/new");
		page.awaitText(CONTACTS + " .amount", String.valueOf(count));
		assertThat(page.find(CONTACTS).getAccessibleName()).isEqualTo("Contacts (" + count + ")");
		page.write("#field-Last_Name", "Nightingale");
		page.clickButton("Create contact");
		page.awaitText(CONTACTS + " .amount", String.valueOf(count + 1));

		contacts().add(Map.of("Last_Name", "Seacole"));
		page.click(CONTACTS);
		page.awaitText(CONTACTS + " .amount", String.valueOf(count + 2));
		page.clickLink("Seacole");
		page.clickButton("Delete");
		page.click(DIALOG + " .danger");
		page.awaitText(CONTACTS + " .amount", String.valueOf(count + 1));
	}

	@Test
	void asksBeforeAFormWithChangesIsLeft(Page page) {
		String form = "contacts/" + contacts().all().get(0).get("id");
		page.open(form);
		page.write("#field-Title", "Head of Sales");
		page.click("nav [href='#/products']");
		page.awaitText(DIALOG, "1 change not saved yet will be lost.");
		Accessibility.check(page);
		assertThat(page.run("return document.activeElement.textContent")).isEqualTo("Stay");
		page.press(Keys.ESCAPE);
		page.awaitGone(DIALOG);
		assertThat(page.address()).endsWith("#/" + form);
		assertThat(page.run("return document.querySelector('#field-Title').value")).isEqualTo("Head of Sales");
		assertThat(page.run("return document.activeElement.hash")).isEqualTo("#/products");

		page.press(Keys.ENTER);
		page.await("the question", () -> page.has(DIALOG));
		page.press(Keys.TAB, Keys.ENTER);
		page.awaitText("h1", "Products");
		assertThat(page.address()).endsWith("#/products");
		assertThat(contacts().all().get(0)).doesNotContainEntry("Title", "Head of Sales");
	}

	@Test
	void asksBeforeAFormWithChangesIsLeftByAStepBack(Page page) {
		String form = "contacts/" + contacts().all().get(0).get("id");
		page.open("products");
		page.run("location.hash = arguments[0]", "#/" + form);
		page.write("#field-Title", "Head of Sales");
		page.run("history.back()");
		page.await("the question", () -> page.has(DIALOG));
		assertThat(page.address()).endsWith("#/" + form);
		page.clickButton("Leave");
		page.awaitText("h1", "Products");
	}

	@Test
	void asksNothingWhereNothingWasChanged(Page page) {
		page.open("contacts/new");
		page.write("#field-Last_Name", "Nightingale");
		page.clickButton("Undo changes");
		page.click("nav [href='#/products']");
		page.awaitText("h1", "Products");
		assertThat(page.has(DIALOG)).isFalse();
	}

	private Records contacts() {
		return this.simulator.organization().records("Contacts");
	}

}
