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

import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

import org.springframework.util.Assert;

import io.github.biginspring.change.ChangeOperations;
import io.github.biginspring.change.ChangeQuery;
import io.github.biginspring.change.ChangeSettings;
import io.github.biginspring.internal.call.CallLifecycle;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.internal.mapping.RecordMapping;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.query.QueryOperations;

/**
 * {@link ChangeOperations} by lists of records and of deleted records.
 *
 * @since 0.1.0
 */
public final class ChangeTemplate implements ChangeOperations {

	private final QueryOperations queries;

	private final RecordMapper mapper;

	private final ChangeSettings settings;

	private final Timing timing;

	private final CallLifecycle lifecycle;

	private final boolean onOneConnection;

	/**
	 * Create a template.
	 * @param queries reads the lists
	 * @param mapper maps the records
	 * @param settings what holds where a query does not say otherwise
	 * @param clock tells how old a cursor is
	 * @param lifecycle ends the readings that would never end
	 * @param onOneConnection whether all changes come from one connection
	 */
	public ChangeTemplate(QueryOperations queries, RecordMapper mapper, ChangeSettings settings, InstantSource clock,
			CallLifecycle lifecycle, boolean onOneConnection) {
		this.queries = queries;
		this.mapper = mapper;
		this.settings = settings;
		this.timing = Timing.of(clock);
		this.lifecycle = lifecycle;
		this.onOneConnection = onOneConnection;
	}

	@Override
	public <T> ChangeQuery<T> changes(Class<T> type) {
		Assert.notNull(type, "'type' must not be null");
		RecordMapping<T> mapping = this.mapper.forType(type);
		return changes(mapping.module(), mapping.fields(), mapping::convert);
	}

	@Override
	public ChangeQuery<BiginRecord> changes(String module) {
		return changes(module, List.of(), Function.identity());
	}

	private <T> ChangeQuery<T> changes(String module, List<String> fields, Function<BiginRecord, T> conversion) {
		// checks the name
		this.queries.query(module);
		Function<String[], ChangeSource<T>> sources = (names) -> new QueryChangeSource<>(this.queries, module,
				List.of(names), conversion);
		ChangeFeed<T> feed = new ChangeFeed<>(sources.apply(fields.toArray(String[]::new)), PageSizes.BIGIN,
				this.timing, this.settings.watermarkDelay(), this.settings.maxAge(), null, null, this.lifecycle);
		return new DefaultChangeQuery<>(sources, feed, (self) -> self.beginning(null), this.settings.cursorStore(),
				this.settings.leaseProvider(), this.onOneConnection);
	}

}
