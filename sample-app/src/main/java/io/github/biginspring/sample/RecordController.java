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

package io.github.biginspring.sample;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordQuery;
import io.github.biginspring.query.SortOrder;

/**
 * Reads records of one type. The type knows its module and its fields, so all four
 * collections are read by the same few lines.
 *
 * @param <T> the type of a record
 */
abstract class RecordController<T extends BiginRecord> {

	private final BiginOperations bigin;

	private final Class<T> type;

	RecordController(BiginOperations bigin, Class<T> type) {
		this.bigin = bigin;
		this.type = type;
	}

	@GetMapping
	Mono<PageResponse<T>> list(@RequestParam(defaultValue = "") String[] fields,
			@RequestParam(defaultValue = "id") String sort, @RequestParam(defaultValue = "desc") String order,
			@RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "200") int perPage,
			@RequestParam(required = false) @Nullable String pageToken) {
		RecordQuery<T> query = this.bigin.query(this.type).sort(new SortOrder(sort, order));
		if (fields.length > 0) {
			query = query.fields(fields);
		}
		return query.page(new PageSpec(page, perPage, pageToken)).map(PageResponse::of);
	}

	@GetMapping("/{id}")
	Mono<T> get(@PathVariable String id) {
		return this.bigin.findById(this.type, id)
			.switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND,
					"There is no " + this.type.getSimpleName() + " with the id " + id)));
	}

}
