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
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The calls of Bigin for layouts, custom views, related lists, roles, profiles and the
 * organisation. Each can throw a {@link RefusedException}.
 *
 * @since 0.1.0
 */
public final class SettingsApi {

	private static final int GREATEST_PHOTO = 1024 * 1024;

	private final Organization organization;

	/**
	 * The calls on an organisation.
	 * @param organization the organisation
	 */
	public SettingsApi(Organization organization) {
		this.organization = organization;
	}

	/**
	 * The layouts of a module.
	 * @param parameters the parameters of the call; {@code module} is required
	 * @return an entry for each layout
	 */
	public List<Map<String, @Nullable Object>> layouts(Parameters parameters) {
		synchronized (this.organization) {
			RecordTable table = table(parameters);
			List<Map<String, @Nullable Object>> fields = this.organization.metadataApi().fields(parameters);
			if (!TeamPipelines.MODULE.equals(table.definition().apiName())) {
				return List.of(layout(table.layout(), table.definition().singularLabel() + " Information", fields));
			}
			TeamPipelines pipelines = this.organization.modules().pipelines();
			List<Map<String, @Nullable Object>> layouts = new ArrayList<>();
			pipelines.all().forEach((id, pipeline) -> {
				PipelineLayout layout = new PipelineLayout(table, pipelines, pipeline);
				layouts.add(layout(Objects.requireNonNull(pipelines.reference(id)), PipelineLayout.SECTION,
						fields.stream().map(layout::field).toList()));
			});
			return layouts;
		}
	}

	private Map<String, @Nullable Object> layout(Map<String, @Nullable Object> reference, String sectionName,
			List<Map<String, @Nullable Object>> fields) {
		Map<String, @Nullable Object> section = new LinkedHashMap<>();
		section.put("display_label", sectionName);
		section.put("name", sectionName);
		section.put("api_name", sectionName);
		section.put("sequence_number", 1);
		section.put("column_count", 2);
		section.put("fields", fields);
		Map<String, @Nullable Object> layout = new LinkedHashMap<>(reference);
		layout.put("api_name", layout.get("name"));
		layout.put("display_label", layout.get("name"));
		layout.put("visible", true);
		layout.put("status", 0);
		layout.put("created_time", null);
		layout.put("modified_time", null);
		layout.put("profiles", this.organization.directory().profiles());
		layout.put("sections", List.of(section));
		return layout;
	}

	/**
	 * The custom views of a module.
	 * @param parameters the parameters of the call; {@code module} is required
	 * @return an entry for each view
	 */
	public List<Map<String, @Nullable Object>> customViews(Parameters parameters) {
		synchronized (this.organization) {
			return table(parameters).views().all().stream().map(CustomViews.CustomView::toMap).toList();
		}
	}

	/**
	 * The related lists of a module.
	 * @param parameters the parameters of the call; {@code module} is required
	 * @return an entry for each list
	 */
	public List<Map<String, @Nullable Object>> relatedLists(Parameters parameters) {
		synchronized (this.organization) {
			RecordTable table = table(parameters);
			ModuleDefinition parent = table.definition();
			List<Map<String, @Nullable Object>> entries = new ArrayList<>();
			for (RelatedList list : RelatedList.of(this.organization.modules(), parent)) {
				ModuleDefinition module = list.table().definition();
				Map<String, @Nullable Object> entry = new LinkedHashMap<>();
				entry.put("id", table.relatedListId(list.apiName()));
				entry.put("api_name", list.apiName());
				entry.put("name", list.apiName());
				entry.put("display_label", module.pluralLabel());
				entry.put("sequence_number", Integer.toString(entries.size() + 1));
				entry.put("module", Map.of("api_name", module.apiName(), "id", list.table().moduleId()));
				entry.put("href", parent.apiName() + "/{ENTITYID}/" + list.apiName());
				entry.put("type", module.isCustom() ? "custom" : "default");
				entries.add(entry);
			}
			Map<String, @Nullable Object> attachments = new LinkedHashMap<>();
			attachments.put("id", table.relatedListId("Attachments"));
			attachments.put("api_name", "Attachments");
			attachments.put("name", "Attachments");
			attachments.put("display_label", "Attachments");
			attachments.put("sequence_number", Integer.toString(entries.size() + 1));
			attachments.put("module", null);
			attachments.put("href", parent.apiName() + "/{ENTITYID}/Attachments");
			attachments.put("type", "default");
			entries.add(attachments);
			return entries;
		}
	}

	/**
	 * The roles of the organisation.
	 * @return an entry for each role
	 */
	public List<Map<String, @Nullable Object>> roles() {
		synchronized (this.organization) {
			List<Map<String, @Nullable Object>> roles = new ArrayList<>();
			for (Map<String, @Nullable Object> role : this.organization.directory().roles()) {
				Map<String, @Nullable Object> entry = new LinkedHashMap<>(role);
				entry.put("display_label", role.get("name"));
				entry.put("reporting_to", roles.isEmpty() ? null : this.organization.directory().roles().get(0));
				entry.put("share_with_peers", roles.isEmpty());
				entry.put("admin_user", roles.isEmpty());
				roles.add(entry);
			}
			return roles;
		}
	}

	/**
	 * The profiles of the organisation.
	 * @return an entry for each profile
	 */
	public List<Map<String, @Nullable Object>> profiles() {
		synchronized (this.organization) {
			List<Map<String, @Nullable Object>> profiles = new ArrayList<>();
			for (Map<String, @Nullable Object> profile : this.organization.directory().profiles()) {
				Map<String, @Nullable Object> entry = new LinkedHashMap<>(profile);
				entry.put("display_label", profile.get("name"));
				entry.put("description", null);
				entry.put("category", false);
				entry.put("default", true);
				entry.put("created_time", null);
				entry.put("modified_time", null);
				entry.put("created_by", null);
				entry.put("modified_by", null);
				profiles.add(entry);
			}
			return profiles;
		}
	}

	/**
	 * The organisation itself.
	 * @return its entry
	 */
	public Map<String, @Nullable Object> organization() {
		synchronized (this.organization) {
			User first = this.organization.currentUser();
			Map<String, @Nullable Object> entry = RecordedEntry.organization();
			entry.put("primary_zuid", first.zuid());
			entry.put("id", this.organization.id());
			entry.put("zgid", Long.toString(IdSequence.parse(this.organization.id()) % 1_000_000_000));
			entry.put("company_name", "Zylker");
			entry.put("domain_name", "org" + IdSequence.parse(this.organization.id()) % 1_000_000_000);
			entry.put("primary_email", first.email());
			entry.put("country", "United States");
			entry.put("country_code", "US");
			entry.put("currency", "US Dollar");
			entry.put("currency_symbol", "$");
			entry.put("currency_locale", "en_US");
			entry.put("iso_code", "USD");
			entry.put("time_zone", this.organization.zoneName());
			entry.put("created_time", this.organization.created());
			Map<String, @Nullable Object> license = new LinkedHashMap<>();
			license.put("paid", true);
			license.put("paid_type", "express");
			license.put("paid_expiry", null);
			license.put("trial_type", "standard");
			license.put("trial_expiry", this.organization.created());
			license.put("portal_users_license_purchased", 0);
			license.put("users_license_purchased", this.organization.users().size());
			entry.put("license_details", license);
			entry.put("photo_id", photo().id);
			return entry;
		}
	}

	/**
	 * Show a photo of the organisation, in place of the one before.
	 * @param photo the image, of at most 1 MB
	 */
	public void showPhoto(FileContent photo) {
		synchronized (this.organization) {
			if (photo.bytes().length > GREATEST_PHOTO) {
				throw RefusedException
					.of(415, "FILE_SIZE_MORE_THAN_ALLOWED_SIZE",
							"Please check if the file size is in the correct range")
					.with("limit", GREATEST_PHOTO);
			}
			if (!photo.contentType().startsWith("image/")) {
				throw RefusedException.invalidData("Invalid file type");
			}
			photo().id = this.organization.nextId();
		}
	}

	private OrganizationPhoto photo() {
		return this.organization.state(OrganizationPhoto.class, (organization) -> new OrganizationPhoto());
	}

	private RecordTable table(Parameters parameters) {
		return this.organization.table(parameters.required("module"));
	}

	private static final class OrganizationPhoto {

		private @Nullable String id;

	}

}
