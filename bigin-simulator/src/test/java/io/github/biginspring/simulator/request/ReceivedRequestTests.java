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

package io.github.biginspring.simulator.request;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReceivedRequest}.
 */
class ReceivedRequestTests {

	@Test
	void decodesPathAndQueryOnce() {
		ReceivedRequest request = new ReceivedRequest("GET", "/a%2Fb/c+d?criteria=%28x%3Aequals%3A1%252B1%20%26%29&b=",
				"http://localhost", Map.of("X-Name", List.of("one", "two")), new byte[0]);
		assertThat(request.segments()).containsExactly("a/b", "c+d");
		assertThat(request.parameters()).containsExactly(Map.entry("criteria", "(x:equals:1%2B1 &)"),
				Map.entry("b", ""));
		assertThat(request.header("x-name")).isEqualTo("one");
		assertThat(request.body()).isEmpty();
	}

}
