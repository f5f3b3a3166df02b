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

package io.github.biginspring.query.internal.bulk;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.CallLifecycle;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.UriVariable;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.internal.mapping.RecordMapping;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.query.BulkRead;
import io.github.biginspring.query.BulkReadOperations;
import io.github.biginspring.query.CalendarRead;

/**
 * {@link BulkReadOperations} by calls to Bigin.
 *
 * @since 0.1.0
 */
public final class BulkReadTemplate implements BulkReadOperations {

	private final BulkCalls calls;

	private final RecordMapper mapper;

	private final DownloadPaces paces;

	private final CallLifecycle lifecycle;

	/**
	 * Create a template.
	 * @param exchange makes the calls
	 * @param observer watches the operations
	 * @param mapper maps the records
	 * @param paces says when downloads may begin. Bigin counts those of all templates of
	 * a connection together.
	 * @param lifecycle ends the pauses between calls
	 * @param connectionId the connection that the calls name, or {@code null} for none
	 */
	public BulkReadTemplate(CallExchange exchange, OperationObserver observer, RecordMapper mapper, DownloadPaces paces,
			CallLifecycle lifecycle, @Nullable String connectionId) {
		this(new BulkCalls(exchange, observer, mapper.jsonMapper(), () -> paces.turn(connectionId), lifecycle), mapper,
				paces, lifecycle);
	}

	private BulkReadTemplate(BulkCalls calls, RecordMapper mapper, DownloadPaces paces, CallLifecycle lifecycle) {
		this.calls = calls;
		this.mapper = mapper;
		this.paces = paces;
		this.lifecycle = lifecycle;
	}

	/**
	 * Return a template with another observer. Both together keep to the downloads that
	 * Bigin allows.
	 * @param observer watches the operations
	 * @return a copy
	 */
	public BulkReadTemplate withObserver(OperationObserver observer) {
		return new BulkReadTemplate(this.calls.withObserver(observer), this.mapper, this.paces, this.lifecycle);
	}

	@Override
	public <T> BulkRead<T> bulkRead(Class<T> type) {
		Assert.notNull(type, "'type' must not be null");
		return bulkRead(this.mapper.forType(type));
	}

	@Override
	public BulkRead<BiginRecord> bulkRead(String module) {
		return bulkRead(this.mapper.untyped(UriVariable.module(module).value()));
	}

	/**
	 * Start a bulk read of all records that a mapping is for.
	 * @param mapping the module, and what its records become
	 * @param <T> the type of a record
	 * @return the bulk read
	 */
	public <T> BulkRead<T> bulkRead(RecordMapping<T> mapping) {
		// system fields are known of lists and searches only
		List<String> names = mapping.fields().stream().filter((name) -> !name.startsWith("$")).toList();
		BulkJobs jobs = BulkJobs.of(this.calls, mapping.module(), DefaultBulkRead.FILE_TYPE).fields(names);
		return new DefaultBulkRead<>(jobs, mapping, null);
	}

	@Override
	public CalendarRead calendarRead() {
		return new DefaultCalendarRead(
				BulkJobs.of(this.calls, DefaultCalendarRead.MODULE, DefaultCalendarRead.FILE_TYPE));
	}

}
