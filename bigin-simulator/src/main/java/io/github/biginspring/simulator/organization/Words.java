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

package io.github.biginspring.simulator.organization;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Text as the search index sees it: words of letters and digits, in lower case.
 */
final class Words {

	private Words() {
	}

	static List<String> of(String text) {
		List<String> words = new ArrayList<>();
		int start = -1;
		for (int i = 0; i <= text.length(); i++) {
			boolean inWord = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
			if (inWord && start < 0) {
				start = i;
			}
			else if (!inWord && start >= 0) {
				words.add(text.substring(start, i).toLowerCase(Locale.ROOT));
				start = -1;
			}
		}
		return words;
	}

	static boolean contain(String text, List<String> wanted) {
		return !wanted.isEmpty() && of(text).containsAll(wanted);
	}

	static boolean startWith(String text, List<String> beginnings) {
		if (beginnings.isEmpty() || text.isEmpty()) {
			return false;
		}
		List<String> words = of(text);
		return beginnings.stream()
			.allMatch((beginning) -> words.stream().anyMatch((word) -> word.startsWith(beginning)));
	}

}
