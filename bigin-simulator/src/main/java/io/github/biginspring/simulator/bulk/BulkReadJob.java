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

package io.github.biginspring.simulator.bulk;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.organization.Organization;
import io.github.biginspring.simulator.organization.RecordSnapshot;
import io.github.biginspring.simulator.organization.RefusedException;
import io.github.biginspring.simulator.organization.User;
import io.github.biginspring.simulator.query.Column;
import io.github.biginspring.simulator.query.RecordQuery;

/**
 * A bulk read. The records are those there are when it completes; the file is made when
 * it is downloaded.
 */
final class BulkReadJob {

	private final Organization organization;

	private final BulkReadRequest request;

	private final int pageSize;

	private final @Nullable Duration step;

	private final BulkReadState end;

	private final String id;

	private final Instant created;

	private int polls;

	private @Nullable Result result;

	BulkReadJob(Organization organization, BulkReadRequest request, int pageSize, @Nullable Duration step,
			BulkReadState end) {
		this.organization = organization;
		this.request = request;
		this.pageSize = request.pageSize(pageSize);
		this.step = step;
		this.end = end;
		this.id = organization.nextId();
		this.created = organization.now();
	}

	String id() {
		return this.id;
	}

	BulkReadRequest request() {
		return this.request;
	}

	void poll() {
		this.polls++;
	}

	private BulkReadState state() {
		Duration age = Duration.between(this.created, this.organization.now());
		return BulkReadState.after((this.step != null) ? age.dividedBy(this.step) : this.polls, this.end);
	}

	void requireCompleted() {
		if (state() != BulkReadState.COMPLETED) {
			throw RefusedException.of("INVALID_REQUEST", "the job is not completed").with("job_id", this.id);
		}
		result();
	}

	private Result result() {
		Result present = this.result;
		if (present == null) {
			present = this.organization.query(this.request.module(), (source) -> {
				RecordQuery.Found found = this.request.recordQuery(source, this.pageSize).find(source);
				return new Result(this.request.columns(source), source.snapshot(found.ids()), found.more());
			});
			this.result = present;
		}
		return present;
	}

	byte[] archive() {
		Result complete = result();
		return BulkReadRequest.ICS.equals(this.request.fileType())
				? new CalendarArchive(this.organization, this.request.module(), complete.records()).write(this.id)
				: new CsvArchive(this.organization, this.request.module(), complete.columns(), complete.records())
					.write(this.id);
	}

	Map<String, @Nullable Object> added() {
		Map<String, @Nullable Object> details = new LinkedHashMap<>();
		details.put("id", this.id);
		details.put("operation", "read");
		details.put("state", BulkReadState.ADDED.wireName());
		details.put("created_by", creator());
		details.put("created_time", this.organization.timeOf(this.created));
		Map<String, @Nullable Object> entry = new LinkedHashMap<>();
		entry.put("status", "success");
		entry.put("code", "ADDED_SUCCESSFULLY");
		entry.put("message", "Added successfully.");
		entry.put("details", details);
		return entry;
	}

	Map<String, @Nullable Object> toMap() {
		BulkReadState state = state();
		Map<String, @Nullable Object> map = new LinkedHashMap<>();
		map.put("id", this.id);
		map.put("operation", "read");
		map.put("state", state.wireName());
		map.put("query", this.request.query());
		map.put("created_by", creator());
		map.put("created_time", this.organization.timeOf(this.created));
		if (state == BulkReadState.COMPLETED) {
			map.put("result", map(result()));
		}
		else if (state == this.end) {
			map.put("result", Map.of("error_message",
					Map.of("code", "INTERNAL_ERROR", "message", "the job could not be completed")));
		}
		map.put("file_type", this.request.fileType());
		return map;
	}

	private Map<String, @Nullable Object> map(Result complete) {
		Map<String, @Nullable Object> map = new LinkedHashMap<>();
		map.put("page", this.request.page());
		map.put("per_page", this.pageSize);
		map.put("count", complete.records().size());
		map.put("download_url", "/bigin/bulk/v2/read/" + this.id + "/result");
		map.put("more_records", complete.more());
		return map;
	}

	private Map<String, String> creator() {
		User user = this.organization.currentUser();
		return Map.of("id", user.id(), "name", user.fullName());
	}

	/**
	 * What was found.
	 *
	 * @param columns the columns of the file
	 * @param records the rows of the file
	 * @param more whether there are more records than the file holds
	 */
	private record Result(List<Column> columns, RecordSnapshot records, boolean more) {
	}

}
