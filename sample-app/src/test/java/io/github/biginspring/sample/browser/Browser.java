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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;

import org.openqa.selenium.OutputType;
import org.openqa.selenium.UnhandledAlertException;
import org.openqa.selenium.UnexpectedAlertBehaviour;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.FluentWait;

/**
 * A headless browser. Nothing is downloaded for it: its programs are those of the
 * machine.
 */
final class Browser implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final Path downloads;

	private final ChromeDriver driver;

	Browser(InstalledBrowser installed) {
		this.downloads = temporaryFolder();
		ChromeDriverService service = new ChromeDriverService.Builder()
			.usingDriverExecutable(installed.driver().toFile())
			.usingAnyFreePort()
			.build();
		this.driver = new ChromeDriver(service, options(installed));
		this.driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
	}

	private ChromeOptions options(InstalledBrowser installed) {
		ChromeOptions options = new ChromeOptions();
		options.setBinary(installed.browser().toFile());
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
				"--disable-background-networking", "--no-first-run", "--lang=en-US", "--hide-scrollbars");
		options.setExperimentalOption("prefs",
				Map.of("download.default_directory", this.downloads.toString(), "download.prompt_for_download", false));
		// a form that is left with changes does not hold up the next test
		options.setUnhandledPromptBehaviour(UnexpectedAlertBehaviour.ACCEPT);
		LoggingPreferences logs = new LoggingPreferences();
		logs.enable(LogType.BROWSER, Level.ALL);
		options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
		return options;
	}

	private static Path temporaryFolder() {
		try {
			return Files.createTempDirectory("downloads");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	ChromeDriver driver() {
		return this.driver;
	}

	/**
	 * Where the browser puts what it downloads.
	 * @return a folder of its own
	 */
	Path downloads() {
		return this.downloads;
	}

	/**
	 * Leave the page, and forget what the browser said of it.
	 */
	void leave() {
		this.driver.get("about:blank");
		show(View.LIGHT);
		this.driver.manage().logs().get(LogType.BROWSER);
	}

	/**
	 * Look at the page in another way from now on.
	 * @param view how
	 */
	void show(View view) {
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", view.width(), "height", view.height(), "deviceScaleFactor", 1, "mobile", false));
		this.driver.executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", view.colors()),
						// what moves could be looked at halfway
						Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
	}

	/**
	 * Wait until something holds. A page that changes meanwhile is looked at again.
	 * @param what what is waited for, for the message where it does not come
	 * @param condition whether it holds
	 */
	void await(String what, Callable<Boolean> condition) {
		await(what, PATIENCE, condition);
	}

	void await(String what, Duration patience, Callable<Boolean> condition) {
		new FluentWait<>(this.driver).withTimeout(patience)
			.pollingEvery(Duration.ofMillis(100))
			.withMessage(() -> what + ", but the page shows:\n" + text())
			.until((driver) -> holds(condition));
	}

	private static boolean holds(Callable<Boolean> condition) {
		try {
			return condition.call();
		}
		catch (UnhandledAlertException ex) {
			throw ex;
		}
		catch (WebDriverException ex) {
			// an element that is not there yet, or no longer
			return false;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Object text() {
		return this.driver.executeScript("return document.body.innerText");
	}

	/**
	 * What the browser complained about since it was asked last.
	 * @return messages of its console, without those that only tell something
	 */
	List<String> complaints() {
		return this.driver.manage()
			.logs()
			.get(LogType.BROWSER)
			.getAll()
			.stream()
			.filter((entry) -> entry.getLevel().intValue() >= Level.WARNING.intValue())
			.map(LogEntry::getMessage)
			.toList();
	}

	/**
	 * Write what is to be seen.
	 * @param file a PNG file, whose folder is made
	 */
	void takePicture(Path file) {
		try {
			Files.createDirectories(file.getParent());
			Files.write(file, picture());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return what is to be seen.
	 * @return a PNG image
	 */
	byte[] picture() {
		return this.driver.getScreenshotAs(OutputType.BYTES);
	}

	@Override
	public void close() {
		this.driver.quit();
	}

}
