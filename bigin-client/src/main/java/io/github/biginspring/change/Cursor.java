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

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.zip.CRC32;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The position up to which changes have been read, as a text of at most 3,000 ASCII
 * characters. Store the text and treat it as opaque, because its format may change.
 *
 * @since 0.1.0
 */
public final class Cursor {

	private static final String VERSION = "2";

	private static final String NONE = "-";

	private final String module;

	private final @Nullable Instant time;

	private final @Nullable Instant fullUntil;

	private final Instant readAt;

	private final @Nullable String lastId;

	/**
	 * Create a cursor, as the reading of changes does. An application gets its cursors
	 * with the changes, or by {@link #parse(String)}.
	 * @param module the API name of the module
	 * @param time all before this second has been read, or {@code null} where nothing has
	 * @param fullUntil where all records are being read, how far; deletions before it are
	 * of no interest
	 * @param readAt when it was read, by this machine's clock
	 * @param lastId the id up to which the second has been read, in the order of ids, or
	 * {@code null} where nothing of it has
	 */
	public Cursor(String module, @Nullable Instant time, @Nullable Instant fullUntil, Instant readAt,
			@Nullable String lastId) {
		Assert.notNull(readAt, "'readAt' must not be null");
		Assert.notNull(module, "'module' must not be null");
		this.module = module;
		this.time = time;
		this.fullUntil = fullUntil;
		this.readAt = readAt;
		this.lastId = lastId;
	}

	/**
	 * Read a cursor.
	 * @param text what {@link #toString()} gave
	 * @return the cursor
	 * @throws IllegalArgumentException if it is no cursor or one of an unknown version
	 */
	public static Cursor parse(String text) {
		Assert.notNull(text, "'text' must not be null");
		int end = text.lastIndexOf('.');
		String[] parts = (end > 0) ? text.substring(0, end).split("\\.", -1) : new String[0];
		if (parts.length != 6 || !parts[0].equals(VERSION)
				|| !text.substring(end + 1).equals(checksum(text.substring(0, end)))) {
			throw new IllegalArgumentException("This is no cursor, or one of an unknown version");
		}
		try {
			return new Cursor(parts[1], time(parts[2]), time(parts[3]), Objects.requireNonNull(time(parts[4])),
					parts[5].isEmpty() ? null : parts[5]);
		}
		catch (NumberFormatException | NullPointerException | DateTimeException ex) {
			throw new IllegalArgumentException("This is no cursor", ex);
		}
	}

	private static @Nullable Instant time(String part) {
		return part.equals(NONE) ? null : Instant.ofEpochSecond(Long.parseLong(part));
	}

	private static String text(@Nullable Instant time) {
		return (time != null) ? Long.toString(time.getEpochSecond()) : NONE;
	}

	// finds a text that was cut off where it was stored
	private static String checksum(String text) {
		CRC32 checksum = new CRC32();
		checksum.update(text.getBytes(StandardCharsets.UTF_8));
		return HexFormat.of().toHexDigits((int) checksum.getValue());
	}

	/**
	 * The module whose changes were read.
	 * @return the API name
	 */
	public String module() {
		return this.module;
	}

	/**
	 * The second up to which all changes were emitted.
	 * @return the time, or {@code null} before the first reading
	 */
	public @Nullable Instant time() {
		return this.time;
	}

	/**
	 * The second up to which the first full reading goes.
	 * @return the time, or {@code null} once all was read
	 */
	public @Nullable Instant fullUntil() {
		return this.fullUntil;
	}

	/**
	 * The time of the reading, by this machine's clock.
	 * @return the time
	 */
	public Instant readAt() {
		return this.readAt;
	}

	/**
	 * The position within the second: its changes are emitted in the order of the ids,
	 * and have been up to this one.
	 * @return the id, or {@code null} where none of the second was emitted
	 */
	public @Nullable String lastId() {
		return this.lastId;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Cursor cursor && toString().equals(cursor.toString());
	}

	@Override
	public int hashCode() {
		return toString().hashCode();
	}

	/**
	 * Return the text to store.
	 */
	@Override
	public String toString() {
		String text = String.join(".", VERSION, this.module, text(this.time), text(this.fullUntil), text(this.readAt),
				(this.lastId != null) ? this.lastId : "");
		return text + "." + checksum(text);
	}

}
