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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The calls of Bigin for tags and for the tags of records. Each can throw a
 * {@link RefusedException}.
 *
 * @since 0.1.0
 */
public final class TagApi {

	/**
	 * How many tags a module can have.
	 */
	public static final int GREATEST_COUNT = 100;

	private static final int GREATEST_TAGGING = 500;

	private final Organization organization;

	/**
	 * The calls on an organisation.
	 * @param organization the organisation
	 */
	public TagApi(Organization organization) {
		this.organization = organization;
	}

	/**
	 * The tags of a module.
	 * @param parameters the parameters of the call; {@code module} is required
	 * @param id the id of the only tag to show, or {@code null} for all
	 * @return an entry for each tag
	 */
	public List<Map<String, @Nullable Object>> list(Parameters parameters, @Nullable String id) {
		synchronized (this.organization) {
			return this.organization.tags(module(parameters))
				.stream()
				.filter((tag) -> id == null || id.equals(tag.id()))
				.map(this::entry)
				.toList();
		}
	}

	/**
	 * Add tags to a module.
	 * @param parameters the parameters of the call; {@code module} is required
	 * @param body the body of the call: {@code tags}, each with a {@code name}
	 * @return what became of each tag
	 */
	public WriteReport create(Parameters parameters, Map<String, @Nullable Object> body) {
		synchronized (this.organization) {
			String module = module(parameters);
			return new WriteBody(body, "tags").each((sent, report) -> {
				String path = path(report);
				String name = name(sent, path);
				requireFree(module, name, null, path);
				if (this.organization.tags(module).size() >= GREATEST_COUNT) {
					throw RefusedException.of("LIMIT_EXCEEDED", "the module has too many tags")
						.with("limit", GREATEST_COUNT);
				}
				Tag tag = this.organization.tagCatalog().add(module, name, color(sent));
				report.accept(details(tag), "tags created successfully");
			});
		}
	}

	/**
	 * Change tags of a module.
	 * @param parameters the parameters of the call; {@code module} is required
	 * @param id the id of the tag, or {@code null} if it stands in the body
	 * @param body the body of the call: {@code tags}, each with a {@code name}
	 * @return what became of each tag
	 */
	public WriteReport update(Parameters parameters, @Nullable String id, Map<String, @Nullable Object> body) {
		synchronized (this.organization) {
			String module = module(parameters);
			return new WriteBody(body, "tags").each((sent, report) -> {
				String path = path(report);
				Tag before = known(module, (id != null) ? id : WriteBody.idOf(sent, path));
				String name = name(sent, path);
				requireFree(module, name, before.id(), path);
				String color = sent.containsKey("color_code") ? color(sent) : before.colorCode();
				Tag tag = new Tag(before.id(), name, color);
				this.organization.tagCatalog().replace(module, tag);
				report.accept(details(tag), "tags updated successfully");
			});
		}
	}

	/**
	 * Delete tags of a module: records lose them.
	 * @param parameters the parameters of the call; {@code module} narrows it down
	 * @param ids the ids of the tags
	 * @return what became of each tag
	 */
	public WriteReport delete(Parameters parameters, List<String> ids) {
		synchronized (this.organization) {
			String module = parameters.has("module") ? module(parameters) : null;
			WriteReport report = new WriteReport();
			for (String id : ids) {
				boolean deleted = (module == null || isIn(module, id)) && this.organization.tagCatalog().remove(id);
				if (deleted) {
					report.accept(new LinkedHashMap<>(Map.of("id", id)), "tags deleted successfully");
				}
				else {
					report.refuse(invalidId(id));
				}
			}
			return report;
		}
	}

	/**
	 * Add tags to records, or take them away.
	 * @param module the API name of the module
	 * @param pathIds the ids of the records where the path names them, or {@code null}
	 * @param add whether to add them
	 * @param parameters the parameters of the call: {@code tag_names}, {@code ids},
	 * {@code over_write}
	 * @param body the body of the call, where the same can stand: {@code tags} each with
	 * a {@code name}, {@code ids}, {@code over_write}
	 * @return what became of each record
	 */
	public WriteReport tag(String module, @Nullable List<String> pathIds, boolean add, Parameters parameters,
			Map<String, @Nullable Object> body) {
		synchronized (this.organization) {
			RecordTable table = this.organization.table(module);
			List<String> names = names(parameters, body);
			List<String> ids = (pathIds != null) ? pathIds : ids(parameters, body);
			if (ids.size() > GREATEST_TAGGING) {
				throw RefusedException.limitExceeded("ids", GREATEST_TAGGING);
			}
			boolean overWrite = add && ("true".equals(parameters.get("over_write"))
					|| Boolean.parseBoolean(String.valueOf(body.get("over_write"))));
			WriteReport report = new WriteReport();
			for (String id : ids) {
				try {
					report.accept(tag(table, id, names, add, overWrite), "tags updated successfully");
				}
				catch (RefusedException ex) {
					report.refuse(ex);
				}
			}
			return report;
		}
	}

	/**
	 * How many records have a tag.
	 * @param parameters the parameters of the call; {@code module} is required
	 * @param id the id of the tag
	 * @return how many records of the module have it
	 */
	public long count(Parameters parameters, String id) {
		synchronized (this.organization) {
			String module = module(parameters);
			Tag tag = known(module, id);
			RecordTable table = this.organization.table(module);
			return Arrays.stream(table.ids().toArray()).filter((record) -> {
				Map<String, @Nullable Object> kept = table.find(record);
				return kept != null && kept.get("Tag") instanceof List<?> tags && tags.contains(tag.id());
			}).count();
		}
	}

	private Map<String, @Nullable Object> tag(RecordTable table, String id, List<String> names, boolean add,
			boolean overWrite) {
		Map<String, @Nullable Object> kept = table.find(IdSequence.parse(id));
		if (kept == null) {
			throw invalidId(id);
		}
		Set<String> result = new LinkedHashSet<>();
		if (!overWrite && kept.get("Tag") instanceof List<?> tags) {
			tags.forEach((tag) -> result.add((String) tag));
		}
		for (String name : names) {
			Tag tag = this.organization.tagCatalog().findByName(table.definition().apiName(), name);
			if (add) {
				result
					.add((tag != null) ? tag.id() : this.organization.addTag(table.definition().apiName(), name).id());
			}
			else if (tag != null) {
				result.remove(tag.id());
			}
		}
		Map<String, Object> change = Map.of("Tag", result.stream().map((tag) -> Map.of("id", tag)).toList());
		new RecordWriter(this.organization).update(table, IdSequence.parse(id), change, "$", true);
		Map<String, @Nullable Object> details = new LinkedHashMap<>();
		details.put("id", id);
		details.put("tags",
				result.stream().map(this.organization::findTag).map((tag) -> (tag != null) ? tag.name() : "").toList());
		return details;
	}

	private static List<String> names(Parameters parameters, Map<String, @Nullable Object> body) {
		if (body.get("tags") instanceof List<?> tags) {
			List<String> names = new ArrayList<>();
			for (Object tag : tags) {
				names
					.add((tag instanceof Map<?, ?> sent) ? name(sent, "$.tags[" + names.size() + "]") : tag.toString());
			}
			return names;
		}
		return parameters.requiredList("tag_names");
	}

	private static List<String> ids(Parameters parameters, Map<String, @Nullable Object> body) {
		if (body.get("ids") instanceof List<?> ids) {
			return ids.stream().map(String::valueOf).toList();
		}
		return parameters.requiredList("ids");
	}

	private String module(Parameters parameters) {
		return this.organization.table(parameters.required("module")).definition().apiName();
	}

	private Tag known(String module, String id) {
		Tag tag = isIn(module, id) ? this.organization.findTag(id) : null;
		if (tag == null) {
			throw invalidId(id);
		}
		return tag;
	}

	private boolean isIn(String module, String id) {
		return this.organization.tags(module).stream().anyMatch((tag) -> tag.id().equals(id));
	}

	private void requireFree(String module, String name, @Nullable String ownId, String path) {
		Tag existing = this.organization.tagCatalog().findByName(module, name);
		if (existing != null && !existing.id().equals(ownId)) {
			throw RecordValidator.refuse("DUPLICATE_DATA", "duplicate data", "name", path + ".name")
				.with("id", existing.id());
		}
	}

	private static String name(Map<?, ?> sent, String path) {
		if (!(sent.get("name") instanceof String name) || name.isBlank()) {
			throw RecordValidator.refuse("MANDATORY_NOT_FOUND", "required field not found", "name", path + ".name");
		}
		return name;
	}

	private static @Nullable String color(Map<?, ?> sent) {
		return (sent.get("color_code") instanceof String color) ? color : null;
	}

	private static String path(WriteReport report) {
		return "$.tags[" + report.entries().size() + "]";
	}

	private static RefusedException invalidId(String id) {
		return RefusedException.invalidData("the id given seems to be invalid").with("id", id);
	}

	private Map<String, @Nullable Object> entry(Tag tag) {
		Map<String, @Nullable Object> entry = tag.toMap();
		Map<String, @Nullable Object> user = this.organization.currentUser().toReference(false);
		entry.put("created_time", this.organization.created());
		entry.put("modified_time", this.organization.created());
		entry.put("created_by", user);
		entry.put("modified_by", user);
		return entry;
	}

	private Map<String, @Nullable Object> details(Tag tag) {
		Map<String, @Nullable Object> details = new LinkedHashMap<>();
		String now = this.organization.timeOf(this.organization.now());
		Map<String, @Nullable Object> user = this.organization.currentUser().toReference(false);
		details.put("created_time", now);
		details.put("modified_time", now);
		details.put("modified_by", user);
		details.put("id", tag.id());
		details.put("created_by", user);
		return details;
	}

}
