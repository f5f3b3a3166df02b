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

package io.github.biginspring.blocking;

import java.util.List;
import java.util.stream.Stream;

import io.github.biginspring.model.Note;
import io.github.biginspring.related.NoteOperations;
import io.github.biginspring.write.WriteResult.Written;

/**
 * The notes of one record, as described by {@link NoteOperations}.
 *
 * <pre class="code">
 * Note note = new Note();
 * note.setNoteContent("Called back");
 * String noteId = client.notes(Contact.class, id).add(note).id();
 * </pre>
 *
 * @since 0.1.0
 */
public final class BlockingNoteOperations {

	private final NoteOperations notes;

	BlockingNoteOperations(NoteOperations notes) {
		this.notes = notes;
	}

	/**
	 * Read all notes, page after page, each when it is needed.
	 * @return the notes, as a stream to be closed
	 */
	public Stream<Note> all() {
		return Blocking.stream(this.notes.all(), Blocking.RECORDS);
	}

	/**
	 * Write a note on the record.
	 * @param note the note
	 * @return the result, with the new id; an exception where the service rejects it
	 * @throws IllegalArgumentException if the note names another record as the one it is
	 * written on
	 */
	public Written<Note> add(Note note) {
		return Blocking.value(this.notes.add(note));
	}

	/**
	 * Change a note.
	 * @param note the note, with its id
	 * @return the result; an exception where the service rejects it
	 * @throws IllegalArgumentException if the note has no id
	 */
	public Written<Note> update(Note note) {
		return Blocking.value(this.notes.update(note));
	}

	/**
	 * Delete a note.
	 * @param id the id of the note, digits as text
	 * @return the result; an exception where the service rejects it
	 */
	public Written<String> delete(String id) {
		return Blocking.value(this.notes.delete(id));
	}

	/**
	 * Read all notes, as {@link #all()} does, into a list.
	 * @return the notes, all in memory
	 */
	public List<Note> list() {
		return Blocking.list(this.notes.all());
	}

}
