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
package io.github.biginspring.notification;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WatchOptionsTests {

	private final WatchOptions none = WatchOptions.none();

	@Test
	void everyStepChangesItsPartAlone() {
		assertThat(this.none.withRelatedActions())
			.hasToString("WatchOptions[relatedActions=true, fieldValues=false, changedFields={}]");
		assertThat(this.none.withFieldValues())
			.hasToString("WatchOptions[relatedActions=false, fieldValues=true, changedFields={}]");
		assertThat(this.none.whenChanged("Contacts", "Email", "Phone").changedFields())
			.isEqualTo(Map.of("Contacts", List.of("Email", "Phone")));
		assertThat(this.none.changedFields()).isEmpty();
	}

	@Test
	void aLaterConditionOfAModuleTakesThePlaceOfAnEarlierOne() {
		assertThat(this.none.whenChanged("Contacts", "Email").whenChanged("Contacts", "Phone"))
			.isEqualTo(this.none.whenChanged("Contacts", "Phone"))
			.hasSameHashCodeAs(this.none.whenChanged("Contacts", "Phone"))
			.isNotEqualTo(this.none.whenChanged("Contacts", "Email"));
	}

	@Test
	void nobodyChangesTheConditions() {
		String[] fields = { "Email" };
		WatchOptions options = this.none.whenChanged("Contacts", fields);
		fields[0] = "Phone";
		assertThat(options.changedFields()).isEqualTo(Map.of("Contacts", List.of("Email")));
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> options.changedFields().put("Tasks", List.of("Subject")));
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> options.changedFields().values().iterator().next().add("Phone"));
	}

	@Test
	void rejectsMoreModulesAndFieldsThanAChannelTakes() {
		WatchOptions two = this.none.whenChanged("Contacts", "Email").whenChanged("Tasks", "Subject");
		assertThatIllegalArgumentException().isThrownBy(() -> two.whenChanged("Calls", "Subject"))
			.withMessageContaining("at most 2 modules with 10 fields");
		String[] ten = "A B C D E F G H I J".split(" ");
		assertThat(this.none.whenChanged("Contacts", ten).changedFields()).hasSize(1);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.none.whenChanged("Contacts", ten).whenChanged("Tasks", "Subject"))
			.withMessageContaining("at most 2 modules with 10 fields");
	}

}
