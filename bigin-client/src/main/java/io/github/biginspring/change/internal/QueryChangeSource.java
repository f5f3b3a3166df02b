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

package io.github.biginspring.change.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.github.biginspring.internal.paging.SmallerPages;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.query.DeletedRecord;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.QueryOperations;
import io.github.biginspring.query.RecordPage;
import io.github.biginspring.query.RecordQuery;
import io.github.biginspring.query.SortOrder;

/**
 * Reads changes by lists of records and of deleted records.
 */
final class QueryChangeSource<T> implements ChangeSource<T> {

	private static final String MODIFIED_TIME = "Modified_Time";

	private static final String CREATED_TIME = "Created_Time";

	private final QueryOperations queries;

	private final String module;

	private final Function<BiginRecord, T> conversion;

	private final String[] fields;

	private final SmallerPages smaller = new SmallerPages();

	private final SmallerPages smallerDeleted = new SmallerPages();

	QueryChangeSource(QueryOperations queries, String module, List<String> fields,
			Function<BiginRecord, T> conversion) {
		this.queries = queries;
		this.module = module;
		this.conversion = conversion;
		Set<String> names = new LinkedHashSet<>(fields);
		names.add(CREATED_TIME);
		names.add(MODIFIED_TIME);
		this.fields = names.toArray(String[]::new);
	}

	@Override
	public String module() {
		return this.module;
	}

	@Override
	public Mono<RecordPage<ChangedRecord<T>>> changed(@Nullable Instant since, PageSpec request) {
		RecordQuery<BiginRecord> list = query(since, this.fields).sort(SortOrder.ascending(MODIFIED_TIME));
		return this.smaller.cutOut(request, list::page)
			.map((page) -> new RecordPage<>(page.items().stream().map(this::changed).toList(), page.info()));
	}

	@Override
	public Mono<Instant> newest(@Nullable Instant since) {
		return query(since, MODIFIED_TIME).sort(SortOrder.descending(MODIFIED_TIME)).first().map(this::modifiedTime);
	}

	private RecordQuery<BiginRecord> query(@Nullable Instant since, String... fields) {
		RecordQuery<BiginRecord> query = this.queries.query(this.module).fields(fields);
		return (since != null) ? query.modifiedSince(since) : query;
	}

	private ChangedRecord<T> changed(BiginRecord record) {
		OffsetDateTime created = record.getDateTime(CREATED_TIME);
		return new ChangedRecord<>(id(record), (created != null) ? created.toInstant() : null, modifiedTime(record),
				this.conversion.apply(record));
	}

	private String id(BiginRecord record) {
		String id = record.getId();
		if (id == null) {
			throw unreadable("A record of " + this.module + " has no id");
		}
		return id;
	}

	private Instant modifiedTime(BiginRecord record) {
		OffsetDateTime modified = record.getDateTime(MODIFIED_TIME);
		if (modified == null) {
			throw unreadable("The records of " + this.module
					+ " have no Modified_Time, without which their changes cannot be read");
		}
		return modified.toInstant();
	}

	@Override
	public Mono<RecordPage<Deletion>> deleted(PageSpec request) {
		// without If-Modified-Since, which no documentation of Bigin knows here
		return this.smallerDeleted.page(request, this.queries.deleted(this.module)::page)
			.map((page) -> new RecordPage<>(page.items().stream().map(this::deletion).toList(), page.info()));
	}

	private Deletion deletion(DeletedRecord record) {
		OffsetDateTime deletedTime = record.deletedTime();
		if (record.id().isEmpty() || deletedTime == null) {
			throw unreadable("A deleted record of " + this.module
					+ " has no id or no deleted_time, without which deletions cannot be read");
		}
		return new Deletion(record.id(), deletedTime.toInstant(), record.deletedBy());
	}

}
