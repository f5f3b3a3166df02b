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

import java.util.regex.Pattern;

import reactor.core.publisher.Mono;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.util.Assert;

import io.github.biginspring.internal.BlockingCalls;

/**
 * Stores cursors in a table of a database. {@code schema.sql} beside this class creates
 * it, and one that ShedLock's JDBC provider can lock with, named {@code BIGIN_LOCK}.
 *
 * @since 0.1.0
 */
public final class JdbcCursorStore implements CursorStore {

	/**
	 * The name of the table where nothing else is said.
	 */
	public static final String DEFAULT_TABLE_NAME = "BIGIN_CURSOR";

	private static final Pattern TABLE_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*(\\.[A-Za-z_][A-Za-z0-9_$]*)*");

	private final JdbcOperations jdbc;

	private final String select;

	private final String insert;

	private final String update;

	/**
	 * Create a store.
	 * @param jdbc makes the calls, which block threads of their own
	 */
	public JdbcCursorStore(JdbcOperations jdbc) {
		this(jdbc, DEFAULT_TABLE_NAME);
	}

	/**
	 * Create a store.
	 * @param jdbc makes the calls, which block threads of their own
	 * @param tableName the name of the table, of a schema perhaps
	 * @throws IllegalArgumentException if it is not a name
	 */
	public JdbcCursorStore(JdbcOperations jdbc, String tableName) {
		Assert.notNull(jdbc, "'jdbc' must not be null");
		Assert.notNull(tableName, "'tableName' must not be null");
		Assert.isTrue(TABLE_NAME.matcher(tableName).matches(), () -> "Not the name of a table: '" + tableName + "'");
		this.jdbc = jdbc;
		this.select = "SELECT CURSOR_TEXT, CURSOR_VERSION FROM " + tableName + " WHERE CURSOR_NAME = ?";
		this.insert = "INSERT INTO " + tableName + " (CURSOR_TEXT, CURSOR_VERSION, CURSOR_NAME) VALUES (?, ?, ?)";
		this.update = "UPDATE " + tableName
				+ " SET CURSOR_TEXT = ?, CURSOR_VERSION = ? WHERE CURSOR_NAME = ? AND CURSOR_VERSION = ?";
	}

	@Override
	public Mono<StoredCursor> load(String name) {
		Assert.notNull(name, "'name' must not be null");
		return BlockingCalls.call(() -> DataAccessUtils.singleResult(this.jdbc.query(this.select,
				(row, number) -> new StoredCursor(row.getString(1), row.getLong(2)), name)));
	}

	@Override
	public Mono<Boolean> save(String name, StoredCursor cursor) {
		Assert.notNull(name, "'name' must not be null");
		Assert.notNull(cursor, "'cursor' must not be null");
		return BlockingCalls.call(() -> (cursor.version() == 1) ? insert(name, cursor) : update(name, cursor));
	}

	private boolean insert(String name, StoredCursor cursor) {
		try {
			return this.jdbc.update(this.insert, cursor.text(), cursor.version(), name) == 1;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	private boolean update(String name, StoredCursor cursor) {
		return this.jdbc.update(this.update, cursor.text(), cursor.version(), name, cursor.version() - 1) == 1;
	}

}
