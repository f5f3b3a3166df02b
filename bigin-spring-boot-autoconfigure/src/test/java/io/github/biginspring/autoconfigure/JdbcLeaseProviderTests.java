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

package io.github.biginspring.autoconfigure;

import org.junit.jupiter.api.AfterEach;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

import io.github.biginspring.change.LeaseProvider;

/**
 * Leases in a database.
 */
class JdbcLeaseProviderTests extends AbstractLeaseProviderTests {

	private final EmbeddedDatabase database = new EmbeddedDatabaseBuilder().generateUniqueName(true)
		.setType(EmbeddedDatabaseType.H2)
		.addScript("classpath:io/github/biginspring/change/schema.sql")
		.build();

	@AfterEach
	void stop() {
		this.database.shutdown();
	}

	@Override
	LeaseProvider instance() {
		return new LeaseProviderConfiguration.JdbcConfiguration().biginLeaseProvider(this.database);
	}

	@Override
	void expire() {
		new JdbcTemplate(this.database).update("UPDATE BIGIN_LOCK SET LOCK_UNTIL = LOCKED_AT");
	}

}
