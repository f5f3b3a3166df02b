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

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import org.springframework.beans.factory.annotation.Autowired;

import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.organization.Records;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Uses the lists of records, and the form of one of them.
 */
@BrowserTest
class RecordsBrowserIT {

	private static final String ROW = "#records tbody tr";

	@Autowired
	private BiginSimulator simulator;

	@Test
	void showsAllContactsWhereverTheirPagesEnd(Page page) {
		contacts().generate(450);
		int count = contacts().count();
		page.open("contacts");
		page.awaitText(".count", count + " contacts");
		assertThat(page.all(ROW)).hasSize(count);
	}

	@Test
	void searchesWhileOneTypesAndShowsAllAgainAfterEscape(Page page) {
		int count = contacts().count();
		page.open("contacts");
		page.write("#filter", "Wats");
		page.awaitText(".count", " found");
		page.await("only those that match", () -> namesOn(page).stream().allMatch((name) -> name.contains("Watson")));
		assertThat(namesOn(page)).contains("Amelia Watson");
		page.await("the search in the address", () -> page.address().endsWith("#/contacts?q=Wats"));
		page.press(Keys.ESCAPE);
		page.await("all rows", () -> page.all(ROW).size() == count);
		assertThat(page.run("return document.querySelector('#filter').value")).isEqualTo("");
		assertThat(page.address()).endsWith("#/contacts");
	}

	@Test
	void savesWhatWasChangedInARecord(Page page) {
		page.open("contacts");
		page.clickLink("Amelia Watson");
		page.await("the record", () -> page.has("#field-Title"));
		page.awaitReady();
		page.write("#field-Title", "Head of Sales");
		page.awaitText("form .save", "1 change not saved");
		page.clickButton("Save");
		page.awaitText(".toast", "Saved: Title.");
		page.await("nothing left to save", () -> page.text("form .save .hint").isEmpty());
		assertThat(watson()).containsEntry("Title", "Head of Sales").containsEntry("Last_Name", "Watson");
	}

	@Test
	void saysAtTheFieldWhatIsWrongWithAValue(Page page) {
		Object before = watson().get("Email");
		page.open("contacts/" + watson().get("id"));
		page.write("#field-Email", "nobody");
		page.clickButton("Save");
		page.await("what is wrong", () -> !page.text("#field-Email-error").isEmpty());
		assertThat(page.find("#field-Email-error").isDisplayed()).isTrue();
		assertThat(page.find("#field-Email").getDomAttribute("aria-invalid")).isEqualTo("true");
		assertThat(page.run("return document.activeElement.id")).isEqualTo("field-Email");
		assertThat(watson().get("Email")).isEqualTo(before);
		Accessibility.check(page);
	}

	@Test
	void tellsCompaniesApartWhoseNamesLookTheSame(Page page) {
		Records companies = this.simulator.organization().records("Accounts");
		companies.add(Map.of("Account_Name", "Twin Ltd", "Billing_City", "Leeds"));
		// Bigin takes no second one of exactly the same name
		String second = companies.add(Map.of("Account_Name", "Twin Ltd ", "Billing_City", "York"));
		page.open("contacts/" + watson().get("id"));
		page.write("#field-Account_Name", "Twin Ltd");
		page.clickButton("Save");
		page.awaitText("#field-Account_Name-error", "2 companies have this name.");
		page.await("both of them", () -> suggested(page).containsAll(List.of("Twin Ltd · Leeds", "Twin Ltd · York")));
		page.write("#field-Account_Name", "Twin Ltd · York");
		page.clickButton("Save");
		page.awaitText(".toast", "Saved: ");
		assertThat(watson()).extractingByKey("Account_Name").hasFieldOrPropertyWithValue("id", second);
	}

	@SuppressWarnings("unchecked")
	private static List<String> suggested(Page page) {
		return (List<String>) page
			.run("return [...document.querySelectorAll('#field-Account_Name-list option')].map(({ value }) => value)");
	}

	@SuppressWarnings("unchecked")
	private static List<String> namesOn(Page page) {
		return (List<String>) page
			.run("return [...document.querySelectorAll('#records tbody th')].map(({ textContent }) => textContent)");
	}

	private Map<String, Object> watson() {
		return contacts().all()
			.stream()
			.filter((contact) -> "Amelia".equals(contact.get("First_Name"))
					&& "Watson".equals(contact.get("Last_Name")))
			.findFirst()
			.orElseThrow();
	}

	private Records contacts() {
		return this.simulator.organization().records("Contacts");
	}

}
