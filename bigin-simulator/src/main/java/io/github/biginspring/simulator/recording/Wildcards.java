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

import java.util.Set;

/**
 * Lets any value stand for any other, but for the ids that are told apart.
 *
 * @param ids the ids and tokens that are kept as they are
 */
record Wildcards(Set<String> ids) implements Replacement {

	private static final String ANY = "*";

	@Override
	public String text(String name, String text) {
		return this.ids.contains(text) ? text : ANY;
	}

	@Override
	public Number number(Number number) {
		return 0;
	}

}
