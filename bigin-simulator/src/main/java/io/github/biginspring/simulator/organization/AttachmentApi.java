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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The calls of Bigin for attachments of a record. Each can throw a
 * {@link RefusedException}.
 *
 * @since 0.1.0
 */
public final class AttachmentApi {

	private final Organization organization;

	/**
	 * The calls on an organisation.
	 * @param organization the organisation
	 */
	public AttachmentApi(Organization organization) {
		this.organization = organization;
	}

	/**
	 * Attach a file.
	 * @param module the API name of the module
	 * @param id the id of the record
	 * @param file the file, of at most 20 MB
	 * @return what became of it
	 */
	public WriteReport attach(String module, String id, FileContent file) {
		synchronized (this.organization) {
			long record = record(module, id);
			file.requireAllowedSize();
			return attach(record, file, null, "attachment uploaded successfully");
		}
	}

	/**
	 * Attach a link.
	 * @param module the API name of the module
	 * @param id the id of the record
	 * @param url where the link leads
	 * @return what became of it
	 */
	public WriteReport attachLink(String module, String id, String url) {
		synchronized (this.organization) {
			return attach(record(module, id), null, url, "attachment link created successfully");
		}
	}

	/**
	 * A page of what is attached to a record, the latest first.
	 * @param module the API name of the module
	 * @param id the id of the record
	 * @param parameters the parameters of the call
	 * @return the page
	 */
	public Page list(String module, String id, Parameters parameters) {
		synchronized (this.organization) {
			List<Attachment> all = new ArrayList<>(files().attachments(record(module, id)));
			int perPage = RecordList.perPage(parameters, this.organization.pageLimits());
			int page = parameters.positive("page", 1);
			int end = (int) Math.max(0, all.size() - (page - 1L) * perPage);
			int start = Math.max(0, end - perPage);
			Map<String, @Nullable Object> parent = parent(module, id);
			List<String> fields = RecordList.fields(parameters);
			List<Map<String, @Nullable Object>> data = new ArrayList<>();
			for (int i = end - 1; i >= start; i--) {
				data.add(only(fields, all.get(i).toMap(parent, module)));
			}
			return new Page(data, Page.info(perPage, data.size(), page, start > 0));
		}
	}

	/**
	 * The bytes of an attachment.
	 * @param module the API name of the module
	 * @param id the id of the record
	 * @param attachmentId the id of the attachment
	 * @return the file, or {@code null} where none of that id is attached to the record
	 */
	public @Nullable FileContent download(String module, String id, String attachmentId) {
		synchronized (this.organization) {
			Attachment attachment = files().attachment(record(module, id), attachmentId);
			if (attachment != null && attachment.file() == null) {
				throw RefusedException.of("NOT_ALLOWED", "a link cannot be downloaded").with("id", attachmentId);
			}
			return (attachment != null) ? attachment.file() : null;
		}
	}

	/**
	 * Delete attachments.
	 * @param module the API name of the module
	 * @param id the id of the record
	 * @param attachmentIds the ids of the attachments
	 * @return what became of each
	 */
	public WriteReport delete(String module, String id, List<String> attachmentIds) {
		synchronized (this.organization) {
			long record = record(module, id);
			WriteBody.requireFew(attachmentIds);
			WriteReport report = new WriteReport();
			for (String attachmentId : attachmentIds) {
				if (files().detach(record, attachmentId)) {
					report.accept(new LinkedHashMap<>(Map.of("id", attachmentId)), "record deleted");
				}
				else {
					report.refuse(
							RefusedException.invalidData("the id given seems to be invalid").with("id", attachmentId));
				}
			}
			return report;
		}
	}

	private WriteReport attach(long record, @Nullable FileContent file, @Nullable String url, String message) {
		Attachment attachment = new Attachment(this.organization.ids().nextText(), file, url,
				this.organization.currentUser(), this.organization.timeOf(this.organization.now()));
		files().attach(record, attachment);
		WriteReport report = new WriteReport();
		report.accept(attachment.details(), message);
		return report;
	}

	private long record(String module, String id) {
		return this.organization.table(module).require(id);
	}

	private RecordFiles files() {
		return this.organization.modules().files();
	}

	private Map<String, @Nullable Object> parent(String module, String id) {
		RecordTable table = this.organization.table(module);
		Map<String, @Nullable Object> kept = table.find(IdSequence.parse(id));
		Map<String, @Nullable Object> parent = new LinkedHashMap<>();
		parent.put("name", (kept != null) ? new RecordView(this.organization).name(table.definition(), kept) : null);
		parent.put("id", id);
		return parent;
	}

	private static Map<String, @Nullable Object> only(@Nullable List<String> fields,
			Map<String, @Nullable Object> attachment) {
		if (fields != null) {
			attachment.keySet().removeIf((name) -> !"id".equals(name) && !fields.contains(name));
		}
		return attachment;
	}

}
