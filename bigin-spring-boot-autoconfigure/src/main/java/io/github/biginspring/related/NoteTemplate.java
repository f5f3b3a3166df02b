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

package io.github.biginspring.related;

import java.util.List;
import java.util.Map;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

import io.github.biginspring.call.BiginCall;
import io.github.biginspring.call.BiginCallBuilder;
import io.github.biginspring.call.CallExchange;
import io.github.biginspring.call.Change;
import io.github.biginspring.call.ChangeReader;
import io.github.biginspring.call.Operation;
import io.github.biginspring.call.OperationObserver;
import io.github.biginspring.call.PathVariable;
import io.github.biginspring.call.RecordOutcome;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.mapping.RecordMapper;
import io.github.biginspring.module.Note;
import io.github.biginspring.record.Lookup;
import io.github.biginspring.write.WriteOperations;
import io.github.biginspring.write.WriteResult.Written;
import io.github.biginspring.write.WriteTemplate;

/**
 * {@link NoteOperations} by calls to Bigin.
 */
final class NoteTemplate implements NoteOperations {

	private static final String MODULE = "Notes";

	private static final String PATH = "/bigin/v2/{module}/{id}/Notes";

	private final CallExchange exchange;

	private final OperationObserver observer;

	private final RecordMapper mapper;

	private final RelatedTemplate related;

	private final WriteOperations writes;

	private final PathVariable module;

	private final PathVariable id;

	NoteTemplate(CallExchange exchange, OperationObserver observer, RecordMapper mapper, String module, String id,
			int pageSize) {
		this.exchange = exchange;
		this.observer = observer;
		this.mapper = mapper;
		this.module = PathVariable.module(module);
		this.id = PathVariable.recordId(id);
		this.related = new RelatedTemplate(exchange, observer, mapper, module, id, pageSize);
		this.writes = new WriteTemplate(exchange, observer, mapper);
	}

	@Override
	public Flux<Note> all() {
		return this.related.list(MODULE, Note.class).all();
	}

	@Override
	public Mono<Written<Note>> add(Note note) {
		Lookup parent = note.getParent();
		Assert.isTrue(parent == null || this.id.value().equals(parent.id()),
				"The note names another record as the one that it is written on");
		BiginCallBuilder call = BiginCall.gateway(HttpMethod.POST, PATH, this.module, this.id)
			.body(this.mapper.jsonMapper()
				.writeValueAsBytes(Map.of("data", List.of(this.mapper.forRecord(note).toCreate(note)))));
		ChangeReader reader = new ChangeReader(this.mapper.jsonMapper(), call);
		return this.observer.observe(Operation.of("create", MODULE),
				this.exchange.exchange(call.recordsDecide().read((answer) -> written(note, reader.single(answer))))
					.doOnNext((written) -> this.observer.records(MODULE, RecordOutcome.WRITTEN, 1)));
	}

	private static Written<Note> written(Note note, Change change) {
		String id = change.id();
		if (id == null) {
			throw new BiginUnreadableResponseException(ErrorDetails.answered(HttpMethod.POST, PATH, 201)
				.message("the note was written, but its id is missing")
				.build());
		}
		return new Written<>(note, id, change.details());
	}

	@Override
	public Mono<Written<Note>> update(Note note) {
		return this.writes.update(note);
	}

	@Override
	public Mono<Written<String>> delete(String id) {
		return this.writes.delete(MODULE, id);
	}

}
