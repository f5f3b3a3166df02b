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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The results for the records of a write, in the order sent.
 *
 * @since 0.1.0
 */
public final class WriteReport {

	private final List<Map<String, @Nullable Object>> entries = new ArrayList<>();

	private int refused;

	private int inserted;

	void accept(Map<String, @Nullable Object> details, String message) {
		Map<String, @Nullable Object> entry = new LinkedHashMap<>();
		entry.put("code", "SUCCESS");
		entry.put("details", details);
		entry.put("message", message);
		entry.put("status", "success");
		this.entries.add(entry);
	}

	void accept(Map<String, @Nullable Object> details, RecordUpsert.Outcome outcome) {
		Map<String, @Nullable Object> entry = new LinkedHashMap<>();
		entry.put("code", "SUCCESS");
		entry.put("duplicate_field", outcome.duplicateField());
		entry.put("action", outcome.inserted() ? "insert" : "update");
		entry.put("details", details);
		entry.put("message", outcome.inserted() ? "record added" : "record updated");
		entry.put("status", "success");
		this.entries.add(entry);
		if (outcome.inserted()) {
			this.inserted++;
		}
	}

	void refuse(RefusedException refusal) {
		this.entries.add(refusal.toMap());
		this.refused++;
	}

	/**
	 * The entries as they stand on the wire.
	 * @return one entry for each record
	 */
	public List<Map<String, @Nullable Object>> entries() {
		return this.entries;
	}

	/**
	 * How many records were refused.
	 * @return the number of refused records
	 */
	public int refused() {
		return this.refused;
	}

	/**
	 * How many records an upsert inserted.
	 * @return the number of inserted records
	 */
	public int inserted() {
		return this.inserted;
	}

}
