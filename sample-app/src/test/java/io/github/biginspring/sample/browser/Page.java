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
import java.util.List;
import java.util.concurrent.Callable;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/**
 * The page of the sample as somebody uses it. What is looked for is waited for, also
 * where the page puts another element in its place meanwhile.
 */
final class Page {

	// all streams have come to their end, and every part of the screen is there
	private static final String READY = """
			return document.querySelector('main h1') !== null
				&& !document.querySelector('[aria-busy], main .loading')
				&& ![...document.querySelectorAll('main .hint')].some(({ textContent }) => textContent.startsWith('Loading'))
				&& document.querySelector('#mode').textContent.startsWith('Simulator')
				&& document.querySelector('#connection').className !== 'unsure'""";

	private final Browser browser;

	private final String origin;

	Page(Browser browser, String origin) {
		this.browser = browser;
		this.origin = origin;
	}

	Browser browser() {
		return this.browser;
	}

	/**
	 * Open a screen, as its address in a new tab does.
	 * @param screen what follows {@code #/}
	 */
	void open(String screen) {
		load("/#/" + screen);
	}

	void openHome() {
		load("/");
	}

	private void load(String path) {
		// another fragment alone would not load the page anew
		this.browser.driver().get("about:blank");
		this.browser.driver().get(this.origin + path);
		awaitReady();
	}

	void reload() {
		this.browser.driver().navigate().refresh();
		awaitReady();
	}

	void awaitReady() {
		await("the screen is ready", () -> (Boolean) run(READY));
	}

	void await(String what, Callable<Boolean> condition) {
		this.browser.await(what, condition);
	}

	void await(String what, Duration patience, Callable<Boolean> condition) {
		this.browser.await(what, patience, condition);
	}

	/**
	 * Wait for a text.
	 * @param css where
	 * @param text a part of it
	 */
	void awaitText(String css, String text) {
		await("'%s' in %s".formatted(text, css), () -> text(css).contains(text));
	}

	void awaitGone(String css) {
		await("no " + css, () -> all(css).isEmpty());
	}

	boolean has(String css) {
		return !all(css).isEmpty();
	}

	List<WebElement> all(String css) {
		return this.browser.driver().findElements(By.cssSelector(css));
	}

	WebElement find(String css) {
		return this.browser.driver().findElement(By.cssSelector(css));
	}

	/**
	 * What is written somewhere, whether or not it can be seen now, without the marks
	 * that isolate names.
	 * @param css where
	 * @return the text
	 */
	String text(String css) {
		return String.valueOf(run("return document.querySelector(arguments[0]).textContent", css))
			.replaceAll("[\u2068\u2069]", "");
	}

	String address() {
		return this.browser.driver().getCurrentUrl();
	}

	/**
	 * Click. A click that did not come about is tried again, one that did is not.
	 * @param css on what
	 */
	void click(String css) {
		click(By.cssSelector(css));
	}

	void clickButton(String text) {
		click(By.xpath("//button[normalize-space()='%s']".formatted(text)));
	}

	void clickLink(String text) {
		click(By.xpath("//main//a[normalize-space()='%s']".formatted(text)));
	}

	private void click(By what) {
		await("a click on " + what, () -> {
			WebElement element = this.browser.driver().findElement(what);
			run("arguments[0].scrollIntoView({ block: 'center', inline: 'center' })", element);
			element.click();
			return true;
		});
	}

	/**
	 * Write into a field, in place of what is there.
	 * @param css the field
	 * @param text what
	 */
	void write(String css, String text) {
		await("the field " + css, () -> find(css).isDisplayed());
		WebElement field = find(css);
		field.clear();
		field.sendKeys(text);
	}

	/**
	 * Press keys where the focus is.
	 * @param keys which
	 */
	void press(Keys... keys) {
		Actions actions = new Actions(this.browser.driver());
		for (Keys key : keys) {
			actions.sendKeys(key);
		}
		actions.perform();
	}

	/**
	 * Give the focus to an element, without a click.
	 * @param css which
	 */
	void focus(String css) {
		run("const element = document.querySelector(arguments[0]);"
				+ "element.scrollIntoView({ block: 'center', inline: 'center' }); element.focus()", css);
	}

	Object run(String script, Object... arguments) {
		return this.browser.driver().executeScript(script, arguments);
	}

}
