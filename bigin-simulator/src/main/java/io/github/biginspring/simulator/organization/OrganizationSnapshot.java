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
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What an organisation holds, in the terms of JSON. {@link RestoredOrganization} reads
 * it.
 */
final class OrganizationSnapshot {

	/**
	 * The key by which a snapshot is known; its value is the version of the form.
	 */
	static final String MARK = "bigin_snapshot";

	static final int VERSION = 1;

	private OrganizationSnapshot() {
	}

	static Map<String, @Nullable Object> of(Organization organization) {
		ModuleCatalog modules = organization.modules();
		Map<String, @Nullable Object> snapshot = new LinkedHashMap<>();
		snapshot.put(MARK, VERSION);
		snapshot.put("id", organization.id());
		snapshot.put("created", organization.created());
		snapshot.put("next_id", Long.toString(organization.ids().peek()));
		snapshot.put("next_metadata_id", Long.toString(modules.ids().peek()));
		snapshot.put("profiles", organization.directory().profiles());
		snapshot.put("roles", organization.directory().roles());
		snapshot.put("users", users(organization.directory()));
		snapshot.put("tags", tags(organization.tagCatalog()));
		Map<String, @Nullable Object> byModule = new LinkedHashMap<>();
		modules.all().forEach((table) -> byModule.put(table.definition().apiName(), module(table)));
		snapshot.put("modules", byModule);
		snapshot.put("links", links(modules.links()));
		snapshot.put("attachments", attachments(modules.files()));
		snapshot.put("photos", photos(modules.files()));
		return snapshot;
	}

	private static List<Map<String, @Nullable Object>> users(UserDirectory directory) {
		List<Map<String, @Nullable Object>> users = new ArrayList<>();
		directory.all().forEach((user) -> users.add(user(user, directory, false)));
		directory.deleted().forEach((user) -> users.add(user(user, directory, true)));
		return users;
	}

	private static Map<String, @Nullable Object> user(User user, UserDirectory directory, boolean deleted) {
		Map<String, @Nullable Object> map = new LinkedHashMap<>();
		map.put("id", user.id());
		map.put("first_name", user.firstName());
		map.put("last_name", user.lastName());
		map.put("email", user.email());
		map.put("administrator", user.administrator());
		map.put("active", user.active());
		map.put("confirmed", directory.isConfirmed(user));
		map.put("deleted", deleted);
		map.put("role", directory.role(user).get("id"));
		map.put("profile", directory.profile(user).get("id"));
		return map;
	}

	private static Map<String, @Nullable Object> tags(TagCatalog tags) {
		Map<String, @Nullable Object> byModule = new LinkedHashMap<>();
		tags.byModule()
			.forEach((module, ofModule) -> byModule.put(module, ofModule.values().stream().map(Tag::toMap).toList()));
		return byModule;
	}

	private static Map<String, @Nullable Object> module(RecordTable table) {
		List<Map<String, @Nullable Object>> records = new ArrayList<>();
		for (long id : table.ids().toArray()) {
			Map<String, @Nullable Object> kept = table.find(id);
			if (kept != null) {
				records.add(kept);
			}
		}
		Map<String, @Nullable Object> module = new LinkedHashMap<>();
		module.put("records", records);
		module.put("deleted", table.deleted().all().stream().map(OrganizationSnapshot::deletion).toList());
		module.put("metadata_ids", new TreeMap<>(table.metadataIds()));
		return module;
	}

	private static Map<String, @Nullable Object> deletion(DeletedRecords.Deletion deletion) {
		Map<String, @Nullable Object> map = new LinkedHashMap<>();
		map.put("id", Long.toString(deletion.id()));
		map.put("display_name", deletion.displayName());
		map.put("by", deletion.by().id());
		map.put("at", deletion.at().toString());
		map.put("permanent", deletion.permanent());
		return map;
	}

	private static List<List<String>> links(RecordLinks links) {
		List<List<String>> pairs = new ArrayList<>();
		new TreeMap<>(links.all()).forEach((one, others) -> {
			for (long other : others.toArray()) {
				if (one <= other) {
					pairs.add(List.of(Long.toString(one), Long.toString(other)));
				}
			}
		});
		return pairs;
	}

	private static List<Map<String, @Nullable Object>> attachments(RecordFiles files) {
		List<Map<String, @Nullable Object>> all = new ArrayList<>();
		new TreeMap<>(files.attachments()).forEach((record, ofRecord) -> ofRecord.values().forEach((attachment) -> {
			Map<String, @Nullable Object> map = new LinkedHashMap<>();
			map.put("record", Long.toString(record));
			map.put("id", attachment.id());
			map.put("url", attachment.url());
			map.put("by", attachment.by().id());
			map.put("time", attachment.time());
			if (attachment.file() != null) {
				map.put("file", file(attachment.file()));
			}
			all.add(map);
		}));
		return all;
	}

	private static List<Map<String, @Nullable Object>> photos(RecordFiles files) {
		List<Map<String, @Nullable Object>> all = new ArrayList<>();
		new TreeMap<>(files.photos()).forEach((record, photo) -> {
			Map<String, @Nullable Object> map = new LinkedHashMap<>();
			map.put("record", Long.toString(record));
			map.put("file", file(photo));
			all.add(map);
		});
		return all;
	}

	private static Map<String, @Nullable Object> file(FileContent file) {
		Map<String, @Nullable Object> map = new LinkedHashMap<>();
		map.put("name", file.name());
		map.put("content_type", file.contentType());
		map.put("base64", Base64.getEncoder().encodeToString(file.bytes()));
		return map;
	}

}
