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

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.biginspring.model.Note;
import io.github.biginspring.write.WriteResult.Written;

/**
 * The notes of one record. To write notes of many records, use the operations for
 * records: {@code bigin.createAll(notes)} of up to 100, or
 * {@code bigin.batch(Note.class)}, each note with its
 * {@linkplain Note#setParent(Class, String) record}, and
 * {@code bigin.deleteAll(Note.class, ids)}.
 *
 * <pre class="code">
 * Note note = new Note();
 * note.setNoteContent("Called back");
 * Mono&lt;Written&lt;Note&gt;&gt; noted = bigin.notes(Contact.class, id).add(note);
 * </pre>
 *
 * @since 0.1.0
 */
public interface NoteOperations {

	/**
	 * Read all notes, page after page, each when it is needed.
	 * @return the notes, with back-pressure
	 */
	Flux<Note> all();

	/**
	 * Write a note on the record. It needs its content.
	 * @param note the note
	 * @return the result, with the new id; an error where the service rejects it
	 * @throws IllegalArgumentException if the note names another record as the one it is
	 * written on
	 */
	Mono<Written<Note>> add(Note note);

	/**
	 * Change a note. Only the fields that were set are sent.
	 * @param note the note, with its id
	 * @return the result; an error where the service rejects it
	 * @throws IllegalArgumentException if the note has no id
	 */
	Mono<Written<Note>> update(Note note);

	/**
	 * Delete a note.
	 * @param id the id of the note, digits as text
	 * @return the result; an error where the service rejects it
	 */
	Mono<Written<String>> delete(String id);

}
