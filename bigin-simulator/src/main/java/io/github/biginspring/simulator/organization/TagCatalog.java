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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The tags of an organisation by module. Guarded by its {@link Organization}.
 */
final class TagCatalog {

	private final Map<String, Map<String, Tag>> tags = new LinkedHashMap<>();

	private final IdSequence ids;

	TagCatalog(IdSequence ids) {
		this.ids = ids;
	}

	Map<String, Map<String, Tag>> byModule() {
		return this.tags;
	}

	Tag add(String module, String name) {
		Tag existing = findByName(module, name);
		return (existing != null) ? existing : add(module, name, null);
	}

	Tag add(String module, String name, @Nullable String colorCode) {
		return replace(module, new Tag(this.ids.nextText(), name, colorCode));
	}

	Tag replace(String module, Tag tag) {
		this.tags.computeIfAbsent(module, (key) -> new LinkedHashMap<>()).put(tag.id(), tag);
		return tag;
	}

	boolean remove(String id) {
		boolean removed = false;
		for (Map<String, Tag> ofModule : this.tags.values()) {
			removed |= ofModule.remove(id) != null;
		}
		return removed;
	}

	@Nullable Tag findByName(String module, String name) {
		return this.tags.getOrDefault(module, Map.of())
			.values()
			.stream()
			.filter((tag) -> tag.name().equalsIgnoreCase(name))
			.findFirst()
			.orElse(null);
	}

	List<Tag> all(String module) {
		return List.copyOf(this.tags.getOrDefault(module, Map.of()).values());
	}

	@Nullable Tag find(String id) {
		return this.tags.values()
			.stream()
			.map((ofModule) -> ofModule.get(id))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

}
