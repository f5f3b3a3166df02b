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

package io.github.biginspring.simulator.coql;

import java.util.Locale;

/**
 * A piece of a query.
 *
 * @param kind what it is
 * @param text its text, that of a literal without quotes
 * @param position where it begins, counted from 0
 */
record Token(Kind kind, String text, int position) {

	boolean is(String keywordOrSymbol) {
		return (this.kind == Kind.WORD || this.kind == Kind.SYMBOL)
				&& this.text.toLowerCase(Locale.ROOT).equals(keywordOrSymbol);
	}

	enum Kind {

		WORD, NUMBER, TEXT, SYMBOL, END

	}

}
