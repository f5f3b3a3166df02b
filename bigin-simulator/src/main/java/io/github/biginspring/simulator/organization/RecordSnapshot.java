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

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Some records of a module as they were at one time. Generated records take no memory
 * here either.
 *
 * @since 0.1.0
 */
public final class RecordSnapshot {

	private final RecordSource source;

	private final RecordTable table;

	private final long[] ids;

	private final @Nullable Map<String, @Nullable Object>[] stored;

	@SuppressWarnings({ "unchecked", "rawtypes" })
	RecordSnapshot(RecordSource source, RecordTable table, long[] ids) {
		this.source = source;
		this.table = table;
		this.ids = ids.clone();
		this.stored = new Map[ids.length];
		for (int i = 0; i < ids.length; i++) {
			this.stored[i] = table.findStored(ids[i]);
		}
	}

	/**
	 * How many records there are.
	 * @return the number of records
	 */
	public int size() {
		return this.ids.length;
	}

	/**
	 * One record. Good only within {@link Organization#query}.
	 * @param index which of the records, from 0
	 * @return the record as it was
	 */
	public RecordRow row(int index) {
		Map<String, @Nullable Object> kept = this.stored[index];
		if (kept == null) {
			kept = this.table.generate(this.ids[index]);
		}
		if (kept == null) {
			throw new IllegalArgumentException("There was no record " + this.ids[index]);
		}
		return this.source.row(kept);
	}

}
