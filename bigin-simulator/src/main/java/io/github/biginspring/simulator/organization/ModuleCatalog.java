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
 * The modules of an organisation with their records. Guarded by its {@link Organization}.
 */
final class ModuleCatalog {

	private final Map<String, RecordTable> tables = new LinkedHashMap<>();

	private final IdSequence ids;

	private final String dashboardsId;

	private final TeamPipelines pipelines;

	private final RecordLinks links = new RecordLinks();

	private final RecordFiles files = new RecordFiles();

	ModuleCatalog(IdSequence ids) {
		this.ids = ids;
		this.dashboardsId = ids.nextText();
		StandardModules.all().forEach(this::define);
		String first = String.valueOf(known(TeamPipelines.MODULE).layout().get("id"));
		this.pipelines = new TeamPipelines(first, ids.nextText());
	}

	/**
	 * Take over what another catalog was told of modules, but none of their records.
	 * @param other the other catalog
	 */
	void defineLike(ModuleCatalog other) {
		other.all().forEach((table) -> {
			define(table.definition());
			RecordTable own = known(table.definition().apiName());
			table.views().all().stream().filter((view) -> !view.isSystemDefined()).forEach(own.views()::add);
		});
		other.pipelines().all().forEach((id, pipeline) -> this.pipelines.all().putIfAbsent(id, pipeline));
	}

	IdSequence ids() {
		return this.ids;
	}

	void define(ModuleDefinition module) {
		RecordTable table = this.tables.get(module.apiName());
		if (table != null) {
			table.define(module);
		}
		else {
			this.tables.put(module.apiName(), new RecordTable(module, this.ids));
		}
	}

	@Nullable RecordTable find(String module) {
		return this.tables.get(module);
	}

	/**
	 * A module that a test names.
	 * @param module the API name of the module
	 * @return its records
	 * @throws IllegalArgumentException if there is no such module
	 */
	RecordTable known(String module) {
		RecordTable table = this.tables.get(module);
		if (table == null) {
			throw new IllegalArgumentException(
					"No module '" + module + "': define it first, or use one of " + this.tables.keySet());
		}
		return table;
	}

	/**
	 * The module that holds a record.
	 * @param id the id of the record
	 * @return the records of that module, or {@code null} where there is no such record
	 */
	@Nullable RecordTable holding(String id) {
		long number = IdSequence.parse(id);
		return this.tables.values().stream().filter((table) -> table.ids().contains(number)).findFirst().orElse(null);
	}

	TeamPipelines pipelines() {
		return this.pipelines;
	}

	RecordLinks links() {
		return this.links;
	}

	RecordFiles files() {
		return this.files;
	}

	Collection<RecordTable> all() {
		return this.tables.values();
	}

	/**
	 * The id of the module that the API does not support.
	 * @return the id of the dashboards
	 */
	String dashboardsId() {
		return this.dashboardsId;
	}

}
