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

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.internal.UnsendableValueException;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginCallBuilder;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.ChangeResult;
import io.github.biginspring.internal.call.ChangeResultReader;
import io.github.biginspring.internal.call.RecordOutcome;
import io.github.biginspring.model.Lookup;
import io.github.biginspring.model.Note;
import io.github.biginspring.observation.Operation;
import io.github.biginspring.related.NoteOperations;
import io.github.biginspring.write.WriteOperations;
import io.github.biginspring.write.WriteResult.Written;
import io.github.biginspring.write.internal.WriteTemplate;

/**
 * {@link NoteOperations} by calls to Bigin.
 */
final class NoteTemplate implements NoteOperations {

	private static final String MODULE = "Notes";

	private static final String PATH = "/bigin/v2/{module}/{id}/Notes";

	private final ParentRecord parent;

	private final RelatedTemplate related;

	private final WriteOperations writes;

	NoteTemplate(ParentRecord parent) {
		this.parent = parent;
		this.related = new RelatedTemplate(parent);
		this.writes = new WriteTemplate(parent.exchange(), parent.observer(), parent.mapper());
	}

	@Override
	public Flux<Note> all() {
		return this.related.list(MODULE, Note.class).all();
	}

	@Override
	public Mono<Written<Note>> add(Note note) {
		Assert.notNull(note, "'note' must not be null");
		Lookup named = note.getParent();
		Assert.isTrue(named == null || this.parent.id().value().equals(named.id()),
				"The note names another record as the one that it is written on");
		Map<String, @Nullable Object> content = this.parent.mapper().forRecord(note).toCreate(note);
		Assert.isTrue(!content.isEmpty(), "There is nothing to write of the note: set its content");
		UnsendableValueException.check(content);
		BiginCallBuilder call = BiginCall
			.gateway(CallEffect.ONCE, HttpMethod.POST, PATH, this.parent.module(), this.parent.id())
			.body(this.parent.mapper().jsonMapper().writeValueAsBytes(Map.of("data", List.of(content))));
		ChangeResultReader reader = new ChangeResultReader(this.parent.mapper().jsonMapper(), call);
		return this.parent.observer()
			.observe(Operation.of("create", MODULE),
					this.parent.exchange()
						.exchange(call.perRecordStatus().read((response) -> written(note, reader.single(response))))
						.doOnNext((written) -> this.parent.observer().records(MODULE, RecordOutcome.WRITTEN, 1)));
	}

	private static Written<Note> written(Note note, ChangeResult change) {
		String id = change.id();
		if (id == null) {
			throw new BiginUnreadableResponseException(ErrorDetails.responded(HttpMethod.POST, PATH, 201)
				.operation("create")
				.module(MODULE)
				.message("the note was written, but its id is missing")
				.build());
		}
		return new Written<>(note, id, change.details());
	}

	@Override
	public Mono<Written<Note>> update(Note note) {
		Assert.notNull(note, "'note' must not be null");
		return this.writes.update(note);
	}

	@Override
	public Mono<Written<String>> delete(String id) {
		Assert.notNull(id, "'id' must not be null");
		return this.writes.delete(MODULE, id);
	}

}
