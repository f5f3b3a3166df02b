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

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.organization.DeletedRecords.Deletion;

/**
 * The parts of an organisation, read of what {@link OrganizationSnapshot} wrote.
 */
final class RestoredOrganization {

	private final IdSequence ids;

	private final UserDirectory users;

	private final TagCatalog tags;

	private final ModuleCatalog modules;

	private final String id;

	private final String created;

	RestoredOrganization(Map<String, ?> snapshot, Organization organization) {
		SnapshotPart root = new SnapshotPart(snapshot, "");
		requireVersion(root);
		this.id = root.text("id");
		this.created = root.text("created");
		this.ids = new IdSequence(organization.number());
		this.ids.skipTo(root.id("next_id"));
		this.users = users(root);
		this.tags = new TagCatalog(this.ids);
		root.part("tags")
			.values()
			.keySet()
			.forEach((module) -> root.part("tags").parts(module).forEach((tag) -> this.tags.replace(module, tag(tag))));
		this.modules = new ModuleCatalog(IdSequence.ofMetadata(organization.number()));
		SnapshotPart byModule = root.part("modules");
		// before others are given to what code defines
		this.modules.all().forEach((table) -> restoreIds(table, byModule));
		this.modules.ids().skipTo(root.id("next_metadata_id"));
		this.modules.defineLike(organization.modules());
		byModule.values().keySet().forEach((module) -> restore(module, byModule.part(module)));
		restoreLinks(root);
		restoreFiles(root);
	}

	private static void requireVersion(SnapshotPart root) {
		Object version = root.values().get(OrganizationSnapshot.MARK);
		if (!Integer.valueOf(OrganizationSnapshot.VERSION).equals(version)) {
			throw root.wrong(OrganizationSnapshot.MARK, "must be " + OrganizationSnapshot.VERSION, version);
		}
	}

	private static UserDirectory users(SnapshotPart root) {
		List<Map<String, @Nullable Object>> profiles = root.parts("profiles")
			.stream()
			.map(SnapshotPart::values)
			.toList();
		List<Map<String, @Nullable Object>> roles = root.parts("roles").stream().map(SnapshotPart::values).toList();
		UserDirectory users = new UserDirectory(profiles, roles);
		for (SnapshotPart part : root.parts("users")) {
			User user = new User(part.text("id"), part.text("first_name"), part.text("last_name"), part.text("email"),
					part.flag("administrator"), part.flag("active"));
			if (part.flag("confirmed")) {
				users.put(user);
			}
			else {
				users.invite(user);
			}
			users.chooseRole(user, named(roles, part, "role"));
			users.chooseProfile(user, named(profiles, part, "profile"));
			if (part.flag("deleted")) {
				users.remove(user);
			}
		}
		if (users.all().isEmpty()) {
			throw SnapshotPart.wrong("users", "must have a user who is not deleted");
		}
		return users;
	}

	private static Map<String, @Nullable Object> named(List<Map<String, @Nullable Object>> all, SnapshotPart user,
			String name) {
		String id = user.text(name);
		return all.stream()
			.filter((one) -> id.equals(one.get("id")))
			.findFirst()
			.orElseThrow(() -> user.wrong(name, "must be the id of a " + name, id));
	}

	private static Tag tag(SnapshotPart part) {
		return new Tag(part.text("id"), part.text("name"), part.optionalText("color_code"));
	}

	private static void restoreIds(RecordTable table, SnapshotPart byModule) {
		String module = table.definition().apiName();
		if (byModule.has(module)) {
			SnapshotPart ids = byModule.part(module).part("metadata_ids");
			ids.values().keySet().forEach((name) -> table.metadataIds().put(name, ids.text(name)));
		}
	}

	private void restore(String module, SnapshotPart part) {
		RecordTable table = this.modules.find(module);
		if (table == null) {
			throw new IllegalArgumentException(
					"The snapshot has a module '" + module + "', which this organisation has not: define it first");
		}
		for (SnapshotPart record : part.parts("records")) {
			restore(table, record);
		}
		for (SnapshotPart deletion : part.parts("deleted")) {
			table.deleted()
				.all()
				.add(new Deletion(deletion.id("id"), deletion.optionalText("display_name"), user(deletion, "by"),
						instant(deletion, "at"), deletion.flag("permanent")));
		}
	}

	private void restore(RecordTable table, SnapshotPart record) {
		ModuleDefinition module = table.definition();
		for (String field : record.values().keySet()) {
			if (module.field(field) == null) {
				throw new IllegalArgumentException("The snapshot has a field '" + field + "' of " + module.apiName()
						+ ", which this organisation has not: add it first");
			}
		}
		long recordId = record.id("id");
		if (recordId >= this.ids.peek()) {
			throw record.wrong("id", "must be less than next_id", recordId);
		}
		table.put(recordId, new LinkedHashMap<>(record.values()));
	}

	private void restoreLinks(SnapshotPart root) {
		for (Object pair : root.list("links")) {
			long one = (pair instanceof List<?> list && list.size() == 2) ? id(list.get(0)) : -1;
			long other = (one > 0) ? id(((List<?>) pair).get(1)) : -1;
			if (other < 0) {
				throw root.wrong("links", "must have pairs of ids", pair);
			}
			this.modules.links().add(one, other);
		}
	}

	private static long id(@Nullable Object value) {
		return (value instanceof String text) ? IdSequence.parse(text) : -1;
	}

	private void restoreFiles(SnapshotPart root) {
		for (SnapshotPart part : root.parts("attachments")) {
			FileContent file = part.has("file") ? file(part.part("file")) : null;
			this.modules.files()
				.attach(part.id("record"), new Attachment(part.text("id"), file, part.optionalText("url"),
						user(part, "by"), part.text("time")));
		}
		for (SnapshotPart part : root.parts("photos")) {
			this.modules.files().showPhoto(part.id("record"), file(part.part("file")));
		}
	}

	private static FileContent file(SnapshotPart part) {
		String name = part.text("name");
		String contentType = part.text("content_type");
		String content = part.text("base64");
		try {
			return new FileContent(name, contentType, Base64.getDecoder().decode(content));
		}
		catch (IllegalArgumentException ex) {
			throw part.wrong("base64", "must be bytes in Base64", name);
		}
	}

	private static Instant instant(SnapshotPart part, String name) {
		try {
			return Instant.parse(part.text(name));
		}
		catch (DateTimeException ex) {
			throw part.wrong(name, "must be a time in UTC", part.text(name));
		}
	}

	private User user(SnapshotPart part, String name) {
		User user = this.users.findAlsoDeleted(part.text(name));
		if (user == null) {
			throw part.wrong(name, "must be the id of a user", part.text(name));
		}
		return user;
	}

	IdSequence ids() {
		return this.ids;
	}

	UserDirectory users() {
		return this.users;
	}

	TagCatalog tags() {
		return this.tags;
	}

	ModuleCatalog modules() {
		return this.modules;
	}

	String id() {
		return this.id;
	}

	String created() {
		return this.created;
	}

}
