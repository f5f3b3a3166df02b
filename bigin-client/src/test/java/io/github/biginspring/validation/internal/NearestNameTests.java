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

package io.github.biginspring.validation.internal;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NearestNameTests {

	@ParameterizedTest
	@CsvSource({ "'', '', 0", "abc, abc, 0", "'', abc, 3", "abc, '', 3", "kitten, sitting, 3", "abc, acb, 1",
			"phone, fone, 2", "ca, abc, 3" })
	void countsWhatHasToBeChanged(String one, String other, int distance) {
		assertThat(NearestName.distance(one, other)).isEqualTo(distance);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "Last Name, Last_Name", "lastname, Last_Name", "Lastnam, Last_Name", "Frist_Name, First_Name",
					"Fone, Phone", "Surname, Last_Name", "Loyalty_Level, -", "Fax, -", "'', -", "'__', -" })
	void findsWhatWasProbablyMeant(String wrong, String meant) {
		List<String> names = List.of("First_Name", "Last_Name", "Phone", "Email", "Tag");
		assertThat(NearestName.of(wrong, names,
				(name) -> Arrays.asList(null, name, name.equals("Last_Name") ? "Surname" : name)))
			.isEqualTo(meant);
	}

	@Test
	void whereThereIsNothingNothingIsNear() {
		assertThat(NearestName.of("Email", List.<String>of(), List::of)).isNull();
	}

}
