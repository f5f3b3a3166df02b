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

package io.github.biginspring.change;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Cursor}.
 */
class CursorTests {

	private static final Instant TIME = Instant.parse("2026-02-06T08:00:00Z");

	@Test
	void comesBackFromItsText() {
		Cursor cursor = new Cursor("Contacts", TIME, TIME.plusSeconds(5), TIME.plusSeconds(7), "22");
		Cursor parsed = Cursor.parse(cursor.toString());
		assertThat(parsed).isEqualTo(cursor).hasSameHashCodeAs(cursor);
		assertThat(parsed.module()).isEqualTo("Contacts");
		assertThat(parsed.time()).isEqualTo(TIME);
		assertThat(parsed.fullUntil()).isEqualTo(TIME.plusSeconds(5));
		assertThat(parsed.readAt()).isEqualTo(TIME.plusSeconds(7));
		assertThat(parsed.lastId()).isEqualTo("22");
	}

	@Test
	void comesBackFromItsTextWhereNothingHasBeenRead() {
		Cursor cursor = new Cursor("Contacts", null, null, TIME, null);
		assertThat(Cursor.parse(cursor.toString())).isEqualTo(cursor);
		assertThat(Cursor.parse(cursor.toString()).time()).isNull();
		assertThat(Cursor.parse(cursor.toString()).lastId()).isNull();
	}

	@Test
	void isNotReadWhereItWasCutOff() {
		String text = new Cursor("Contacts", TIME, null, TIME, "22").toString();
		for (int length = 0; length < text.length(); length++) {
			String part = text.substring(0, length);
			assertThatIllegalArgumentException().as(part).isThrownBy(() -> Cursor.parse(part));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ".", "null", "2026-02-06T08:00:00Z", "2.Contacts.1.-.1..00000000", "......." })
	void isNotReadFromAnotherText(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> Cursor.parse(text)).withMessageContaining("no cursor");
	}

	@Test
	void isNotReadWhereItIsOfAnUnknownVersion() {
		String text = new Cursor("Contacts", TIME, null, TIME, null).toString();
		assertThatIllegalArgumentException().isThrownBy(() -> Cursor.parse("1" + text.substring(1)));
	}

}
