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

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link KeptRecord}.
 */
class KeptRecordTests {

	private final KeptRecord.Sharing sharing = new KeptRecord.Sharing();

	@Test
	void isTheMapThatWasGiven() {
		Map<String, @Nullable Object> values = values("Last_Name", "Lovelace");
		values.put("Email", null);
		values.put("First_Name", "Ada");
		Map<String, @Nullable Object> kept = this.sharing.keep(values);
		assertThat(kept).isEqualTo(values).hasSameHashCodeAs(values);
		assertThat(kept.keySet()).containsExactly("Last_Name", "Email", "First_Name");
		assertThat(kept.get("First_Name")).isEqualTo("Ada");
		assertThat(kept.containsKey("Email")).isTrue();
		assertThat(kept.get("Email")).isNull();
		assertThat(kept.containsKey("Phone")).isFalse();
		assertThat(kept.get("Phone")).isNull();
	}

	@Test
	void isACopyThatCannotBeChanged() {
		Map<String, @Nullable Object> values = values("Last_Name", "Lovelace");
		Map<String, @Nullable Object> kept = this.sharing.keep(values);
		values.put("Last_Name", "Byron");
		assertThat(kept).containsExactly(Map.entry("Last_Name", "Lovelace"));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> kept.put("Last_Name", "Byron"));
	}

	@Test
	void sharesNamesInOneOrderAlone() {
		Map<String, @Nullable Object> one = values("A", 1);
		one.put("B", 2);
		Map<String, @Nullable Object> other = values("B", 2);
		other.put("A", 1);
		Map<String, @Nullable Object> first = this.sharing.keep(one);
		assertThat(this.sharing.keep(one).keySet()).isSameAs(first.keySet());
		assertThat(this.sharing.keep(other).keySet()).containsExactly("B", "A");
		assertThat(this.sharing.keep(one).keySet()).isSameAs(first.keySet());
	}

	@Test
	void keepsRecordsOfAnyNames() {
		for (int i = 0; i < 300; i++) {
			Map<String, @Nullable Object> values = values("Field_" + i, i);
			assertThat(this.sharing.keep(values)).isEqualTo(values);
		}
		assertThat(this.sharing.keep(Collections.emptyMap())).isEmpty();
	}

	private static Map<String, @Nullable Object> values(String name, Object value) {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		values.put(name, value);
		return values;
	}

}
