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

/**
 * A way to look at the page.
 *
 * @param name part of a file name
 * @param width in CSS pixels
 * @param height in CSS pixels
 * @param colors {@code light} or {@code dark}
 */
record View(String name, int width, int height, String colors) {

	static final View LIGHT = new View("light", 1400, 900, "light");

	static final View DARK = new View("dark", 1400, 900, "dark");

	static final View PHONE = new View("phone", 390, 844, "light");

	@Override
	public String toString() {
		return this.name;
	}

}
