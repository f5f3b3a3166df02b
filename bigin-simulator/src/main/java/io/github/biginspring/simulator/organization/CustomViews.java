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

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The custom views of a module: the one that shows all records, and those that were
 * added. Guarded by its {@link Organization}.
 */
final class CustomViews {

	private final Map<String, CustomView> views = new LinkedHashMap<>();

	CustomViews(ModuleDefinition module, String id) {
		this.views.put(id, new CustomView(id, "All " + module.pluralLabel(), null));
	}

	void add(CustomView view) {
		this.views.put(view.id(), view);
	}

	@Nullable CustomView find(String id) {
		return this.views.get(id);
	}

	Collection<CustomView> all() {
		return this.views.values();
	}

	/**
	 * A view of the records of a module.
	 *
	 * @param id the id of the view
	 * @param name the name of the view
	 * @param criteria which records it shows, or {@code null} for all
	 */
	record CustomView(String id, String name, @Nullable Criteria criteria) {

		boolean isSystemDefined() {
			return this.criteria == null;
		}

		Map<String, @Nullable Object> toMap() {
			Map<String, @Nullable Object> map = new LinkedHashMap<>();
			map.put("id", this.id);
			map.put("name", this.name);
			map.put("display_value", this.name);
			map.put("system_name", isSystemDefined() ? "ALLVIEWS" : null);
			map.put("system_defined", isSystemDefined());
			map.put("default", isSystemDefined());
			map.put("category", isSystemDefined() ? "public_views" : "created_by_me");
			map.put("favorite", null);
			map.put("sort_by", null);
			map.put("sort_order", null);
			return map;
		}

	}

}
