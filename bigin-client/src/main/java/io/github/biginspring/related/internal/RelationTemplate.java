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

package io.github.biginspring.related.internal;

import org.springframework.util.Assert;

import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.UriVariable;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.related.NoteOperations;
import io.github.biginspring.related.RelatedOperations;
import io.github.biginspring.related.RelationOperations;

/**
 * {@link RelationOperations} by calls to Bigin.
 *
 * @since 0.1.0
 */
public final class RelationTemplate implements RelationOperations {

	private final CallExchange exchange;

	private final OperationObserver observer;

	private final RecordMapper mapper;

	private final int pageSize;

	/**
	 * Create a template.
	 * @param exchange makes the calls
	 * @param observer watches the operations
	 * @param mapper maps the records
	 * @param pageSize how many records a page holds, 1 to 200
	 */
	public RelationTemplate(CallExchange exchange, OperationObserver observer, RecordMapper mapper, int pageSize) {
		this.exchange = exchange;
		this.observer = observer;
		this.mapper = mapper;
		this.pageSize = pageSize;
	}

	@Override
	public RelatedOperations related(Class<?> type, String id) {
		Assert.notNull(type, "'type' must not be null");
		return related(this.mapper.forType(type).module(), id);
	}

	@Override
	public RelatedOperations related(String module, String id) {
		return new RelatedTemplate(parent(module, id));
	}

	@Override
	public NoteOperations notes(Class<?> type, String id) {
		Assert.notNull(type, "'type' must not be null");
		return notes(this.mapper.forType(type).module(), id);
	}

	@Override
	public NoteOperations notes(String module, String id) {
		return new NoteTemplate(parent(module, id));
	}

	private ParentRecord parent(String module, String id) {
		return new ParentRecord(this.exchange, this.observer, this.mapper, UriVariable.module(module),
				UriVariable.recordId(id), this.pageSize);
	}

}
