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

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

import io.github.biginspring.change.CursorStore.StoredCursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link JdbcCursorStore}.
 */
class JdbcCursorStoreTests extends AbstractCursorStoreTests {

	private final EmbeddedDatabase database = new EmbeddedDatabaseBuilder().generateUniqueName(true)
		.setType(EmbeddedDatabaseType.H2)
		.addScript("classpath:io/github/biginspring/change/schema.sql")
		.build();

	private final JdbcTemplate jdbc = new JdbcTemplate(this.database);

	@AfterEach
	void stop() {
		this.database.shutdown();
	}

	@Override
	CursorStore store() {
		return new JdbcCursorStore(this.jdbc);
	}

	@Test
	void keepsThemInAnotherTableWhereOneIsNamed() {
		this.jdbc.execute("CREATE SCHEMA CRM");
		this.jdbc.execute("CREATE TABLE CRM.CURSORS AS SELECT * FROM BIGIN_CURSOR");
		CursorStore store = new JdbcCursorStore(this.jdbc, "CRM.CURSORS");
		assertThat(store.save("orders", new StoredCursor("first", 1)).block(PATIENCE)).isTrue();
		assertThat(this.jdbc.queryForObject("SELECT CURSOR_TEXT FROM CRM.CURSORS", String.class)).isEqualTo("first");
		assertThat(store().load("orders").block(PATIENCE)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a b", "a;DROP TABLE B", "a.", "1a" })
	void refusesWhatIsNoNameOfATable(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> new JdbcCursorStore(this.jdbc, name))
			.withMessageContaining("Not the name of a table");
	}

}
