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

package io.github.biginspring.simulator.organization;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The calls of Bigin for related records. Each can throw a {@link RefusedException}.
 *
 * @since 0.1.0
 */
public final class RelatedRecordApi {

	private static final String CONTACTS = "Contacts";

	private static final String PIPELINE_ID = "pipeline_id";

	private final Organization organization;

	private final RecordView view;

	private final RecordWriter writer;

	/**
	 * The calls on an organisation.
	 * @param organization the organisation
	 */
	public RelatedRecordApi(Organization organization) {
		this.organization = organization;
		this.view = new RecordView(organization);
		this.writer = new RecordWriter(organization);
	}

	/**
	 * The module of the records that a related list shows.
	 * @param module the API name of the module of the parent
	 * @param relation the API name of the related list
	 * @return the API name of the module
	 */
	public String relatedModule(String module, String relation) {
		synchronized (this.organization) {
			return list(module, relation).table().definition().apiName();
		}
	}

	/**
	 * A page of the records that belong to a record, the latest first.
	 * @param module the API name of the module of the parent
	 * @param id the id of the parent
	 * @param relation the API name of the related list
	 * @param parameters the parameters of the call
	 * @return the page, which says nothing of its order
	 */
	public Page list(String module, String id, String relation, Parameters parameters) {
		synchronized (this.organization) {
			RelatedList list = list(module, relation);
			if (CONTACTS.equals(module) && TeamPipelines.MODULE.equals(relation)) {
				parameters.required(PIPELINE_ID);
			}
			String pipeline = parameters.get(PIPELINE_ID, "");
			long[] ids = Arrays.stream(list.ids(links(), parent(module, id)))
				.filter((related) -> pipeline.isEmpty() || isIn(pipeline, list.table().find(related)))
				.toArray();
			return new RecordPager(this.organization, this.view, list.table(), parameters).page(RecordOrder.byId(ids),
					true, Map.of(), relation, id, pipeline);
		}
	}

	/**
	 * One record that belongs to a record.
	 * @param module the API name of the module of the parent
	 * @param id the id of the parent
	 * @param relation the API name of the related list
	 * @param relatedId the id of the record
	 * @param parameters the parameters of the call
	 * @return the record, or {@code null} where none of that id belongs to the parent
	 */
	public @Nullable Map<String, @Nullable Object> get(String module, String id, String relation, String relatedId,
			Parameters parameters) {
		synchronized (this.organization) {
			RelatedList list = list(module, relation);
			long related = IdSequence.parse(relatedId);
			Map<String, @Nullable Object> kept = list.contains(links(), parent(module, id), related)
					? list.table().find(related) : null;
			return (kept != null) ? this.view.show(list.table().definition(), kept, RecordList.fields(parameters))
					: null;
		}
	}

	/**
	 * Link one record to a record.
	 * @param module the API name of the module of the parent
	 * @param id the id of the parent
	 * @param relation the API name of the related list
	 * @param relatedId the id of the record to link
	 * @return what became of it
	 */
	public WriteReport link(String module, String id, String relation, String relatedId) {
		return link(module, id, relation, Map.of("data", List.of(Map.of("id", relatedId))));
	}

	/**
	 * Link records to a record.
	 * @param module the API name of the module of the parent
	 * @param id the id of the parent
	 * @param relation the API name of the related list
	 * @param body the body of the call, with the {@code id} of each record to link
	 * @return what became of each
	 */
	public WriteReport link(String module, String id, String relation, Map<String, @Nullable Object> body) {
		synchronized (this.organization) {
			RelatedList list = list(module, relation);
			long parent = parent(module, id);
			WriteBody records = new WriteBody(body);
			return records.each((sent, report) -> {
				String relatedId = WriteBody.idOf(sent, WriteBody.path(report));
				boolean added = link(list, parent, relatedId, records.workflows());
				report.accept(details(relatedId), added ? "relation added" : "relation updated");
			});
		}
	}

	/**
	 * Unlink records from a record.
	 * @param module the API name of the module of the parent
	 * @param id the id of the parent
	 * @param relation the API name of the related list
	 * @param relatedIds the ids of the records to unlink
	 * @return what became of each
	 */
	public WriteReport unlink(String module, String id, String relation, List<String> relatedIds) {
		synchronized (this.organization) {
			RelatedList list = list(module, relation);
			long parent = parent(module, id);
			WriteBody.requireFew(relatedIds);
			WriteReport report = new WriteReport();
			for (String relatedId : relatedIds) {
				try {
					unlink(list, parent, relatedId);
					report.accept(details(relatedId), "relation removed");
				}
				catch (RefusedException ex) {
					report.refuse(ex);
				}
			}
			return report;
		}
	}

	/**
	 * Insert notes below a record.
	 * @param module the API name of the module of the parent
	 * @param id the id of the parent
	 * @param body the body of the call
	 * @return what became of each note
	 */
	public WriteReport addNotes(String module, String id, Map<String, @Nullable Object> body) {
		synchronized (this.organization) {
			parent(module, id);
			RecordTable notes = this.organization.table("Notes");
			WriteBody records = new WriteBody(body);
			return records.each((sent, report) -> {
				Map<Object, @Nullable Object> note = new LinkedHashMap<>(sent);
				note.put("Parent_Id", Map.of("id", id));
				long noteId = this.writer.insert(notes, note, WriteBody.path(report), records.workflows());
				report.accept(this.view.writeDetails(notes, noteId), "record added");
			});
		}
	}

	/**
	 * Refuse the call unless notes belong to a record.
	 * @param module the API name of the module of the parent
	 * @param id the id of the parent
	 * @param noteIds the ids of the notes
	 */
	public void requireNotes(String module, String id, List<String> noteIds) {
		synchronized (this.organization) {
			RelatedList notes = list(module, "Notes");
			long parent = parent(module, id);
			for (String noteId : noteIds) {
				if (!notes.contains(links(), parent, IdSequence.parse(noteId))) {
					throw invalidId().with("resource_path_index", 3);
				}
			}
		}
	}

	private static boolean isIn(String pipeline, @Nullable Map<String, @Nullable Object> deal) {
		return deal != null && pipeline.equals(deal.get(TeamPipelines.PIPELINE));
	}

	private boolean link(RelatedList list, long parent, String relatedId, boolean workflows) {
		long related = IdSequence.parse(relatedId);
		if (list.table().find(related) == null) {
			throw invalidId().with("id", relatedId);
		}
		boolean added = !list.contains(links(), parent, related);
		FieldDefinition lookup = list.lookup();
		if (lookup == null) {
			links().add(parent, related);
		}
		else if (added) {
			Map<String, Object> change = Map.of(lookup.apiName(), Map.of("id", Long.toString(parent)));
			this.writer.update(list.table(), related,
					RelatedModule.complete(this.organization, list.table().definition(), change), "$.data[0]",
					workflows);
		}
		return added;
	}

	private void unlink(RelatedList list, long parent, String relatedId) {
		long related = IdSequence.parse(relatedId);
		if (!list.contains(links(), parent, related)) {
			throw RefusedException.invalidData("the relation does not exist").with("id", relatedId);
		}
		FieldDefinition lookup = list.lookup();
		if (lookup == null) {
			links().remove(parent, related);
		}
		else {
			this.writer.update(list.table(), related, Collections.singletonMap(lookup.apiName(), null), "$.data[0]",
					true);
		}
	}

	private RelatedList list(String module, String relation) {
		ModuleDefinition parent = this.organization.table(module).definition();
		return RelatedList.of(this.organization.modules(), parent)
			.stream()
			.filter((list) -> list.apiName().equals(relation))
			.findFirst()
			.orElseThrow(() -> RefusedException.invalidData("the relation name given seems to be invalid")
				.with("resource_path_index", 2));
	}

	private long parent(String module, String id) {
		return this.organization.table(module).require(id);
	}

	private RecordLinks links() {
		return this.organization.modules().links();
	}

	private static RefusedException invalidId() {
		return RefusedException.invalidData("the id given seems to be invalid");
	}

	private static Map<String, @Nullable Object> details(String relatedId) {
		return new LinkedHashMap<>(Map.of("id", relatedId));
	}

}
