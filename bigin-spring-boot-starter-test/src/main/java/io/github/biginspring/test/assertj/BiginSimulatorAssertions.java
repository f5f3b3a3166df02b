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

package io.github.biginspring.test.assertj;

import io.github.biginspring.simulator.BiginSimulator;

/**
 * Entry point for assertions on a simulator. Import its methods statically, beside those
 * of AssertJ:
 *
 * <pre class="code">
 * assertThat(simulator).received(create(Contact.class).withField("Last_Name", "Watson")).once();
 * assertThat(simulator).records(Contact.class).extracting(Contact::getLastName).containsExactly("Watson");
 * </pre>
 *
 * @since 0.1.0
 */
public final class BiginSimulatorAssertions {

	private BiginSimulatorAssertions() {
	}

	/**
	 * Begin an assertion of a simulator.
	 * @param actual the simulator
	 * @return the assertion
	 */
	public static BiginSimulatorAssert assertThat(BiginSimulator actual) {
		return new BiginSimulatorAssert(actual);
	}

}
