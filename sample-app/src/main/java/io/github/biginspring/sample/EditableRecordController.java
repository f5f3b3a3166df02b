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

import java.net.URI;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.write.WriteResult.Written;

/**
 * Reads, creates, updates and deletes records of one type. In JSON they have the field
 * names of Bigin's API, custom fields included.
 *
 * @param <T> the type of a record
 */
abstract class EditableRecordController<T extends BiginRecord> extends RecordController<T> {

	private final BiginOperations bigin;

	private final Class<T> type;

	private final String path;

	EditableRecordController(BiginOperations bigin, Class<T> type, String path) {
		super(bigin, type);
		this.bigin = bigin;
		this.type = type;
		this.path = path;
	}

	// tag::save[]
	@PostMapping
	Mono<ResponseEntity<Map<String, @Nullable Object>>> create(@RequestBody T record) {
		return this.bigin.create(record)
			.map((created) -> ResponseEntity.created(URI.create(this.path + "/" + created.id()))
				.body(created.details()));
	}

	// a field that is not in the body stays as it is, one that is null is cleared
	@PutMapping("/{id}")
	Mono<Map<String, @Nullable Object>> update(@PathVariable String id, @RequestBody T changes) {
		changes.setId(id);
		return this.bigin.update(changes).map(Written::details);
	}
	// end::save[]

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> delete(@PathVariable String id) {
		return this.bigin.delete(this.type, id).then();
	}

}
