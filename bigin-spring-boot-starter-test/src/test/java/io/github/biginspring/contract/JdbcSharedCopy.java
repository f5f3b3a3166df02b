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

package io.github.biginspring.contract;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import io.github.biginspring.change.CursorStore;
import io.github.biginspring.change.JdbcCursorStore;
import io.github.biginspring.change.LeaseProvider;
import io.github.biginspring.change.ShedLockLeaseProvider;

/**
 * A copy in a database.
 */
final class JdbcSharedCopy implements SharedCopy {

	private final JdbcTemplate jdbc;

	JdbcSharedCopy(String url) {
		this.jdbc = new JdbcTemplate(new DriverManagerDataSource(url));
	}

	void createTables() {
		ResourceDatabasePopulator populator = new ResourceDatabasePopulator(
				new ClassPathResource("schema.sql", CursorStore.class), new ByteArrayResource("""
						CREATE TABLE COPY (ID VARCHAR(32) PRIMARY KEY, LAST_NAME VARCHAR(100));
						CREATE TABLE HANDLED (NUMBER IDENTITY PRIMARY KEY, INSTANCE VARCHAR(10));
						""".getBytes()));
		DatabasePopulatorUtils.execute(populator, this.jdbc.getDataSource());
	}

	@Override
	public CursorStore cursorStore() {
		return new JdbcCursorStore(this.jdbc);
	}

	@Override
	public LeaseProvider leaseProvider() {
		return new ShedLockLeaseProvider(new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
			.withJdbcTemplate(this.jdbc)
			.withTableName("BIGIN_LOCK")
			.withLockedByValue(String.valueOf(ProcessHandle.current().pid()))
			.usingDbTime()
			.build()));
	}

	@Override
	public void put(String id, @Nullable String lastName, String instance) {
		if (lastName != null) {
			this.jdbc.update("MERGE INTO COPY (ID, LAST_NAME) VALUES (?, ?)", id, lastName);
		}
		else {
			this.jdbc.update("DELETE FROM COPY WHERE ID = ?", id);
		}
		this.jdbc.update("INSERT INTO HANDLED (INSTANCE) VALUES (?)", instance);
	}

	@Override
	public Map<String, String> content() {
		return this.jdbc.queryForList("SELECT ID, LAST_NAME FROM COPY")
			.stream()
			.collect(Collectors.toMap((row) -> String.valueOf(row.get("ID")),
					(row) -> String.valueOf(row.get("LAST_NAME"))));
	}

	@Override
	public List<String> handlers() {
		return this.jdbc.queryForList("SELECT INSTANCE FROM HANDLED ORDER BY NUMBER", String.class);
	}

	@Override
	public void close() {
		// a connection for each call
	}

}
