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
package io.github.biginspring.simulator.recording;

/**
 * What takes the place of a value that is not to be seen.
 */
interface Replacement {

	/**
	 * Replace a text.
	 * @param name the name of the field or parameter
	 * @param text the text
	 * @return another one
	 */
	String text(String name, String text);

	/**
	 * Replace a number.
	 * @param number the number
	 * @return another one of the same type
	 */
	Number number(Number number);

	/**
	 * Look at a text that is kept, as it may hold one that is not.
	 * @param text the text
	 * @return the text without it
	 */
	default String kept(String text) {
		return text;
	}

}
