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

package io.github.biginspring.sample.record;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.model.Note;
import io.github.biginspring.related.NoteOperations;
import io.github.biginspring.write.WriteResult.Written;

/**
 * The notes on a record.
 */
@RestController
@RequestMapping("/api/" + RecordCollection.VARIABLE + "/{id}/notes")
class NoteController {

	private final BiginOperations bigin;

	NoteController(BiginOperations bigin) {
		this.bigin = bigin;
	}

	@GetMapping
	Flux<Note> list(@PathVariable RecordCollection collection, @PathVariable String id) {
		return notes(collection, id).all();
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Mono<Map<String, @Nullable Object>> add(@PathVariable RecordCollection collection, @PathVariable String id,
			@RequestBody Note note) {
		Assert.isTrue(StringUtils.hasText(note.getNoteContent()), "Write something into the note first");
		return notes(collection, id).add(note).map(Written::details);
	}

	@DeleteMapping("/{note}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> delete(@PathVariable RecordCollection collection, @PathVariable String id, @PathVariable String note) {
		return notes(collection, id).delete(note).then();
	}

	private NoteOperations notes(RecordCollection collection, String id) {
		return this.bigin.notes(collection.module(), id);
	}

}
