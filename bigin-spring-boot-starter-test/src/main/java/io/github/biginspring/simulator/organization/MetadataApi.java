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
 * The calls that Bigin offers on modules, fields and users.
 *
 * @since 0.1.0
 */
public final class MetadataApi {

	private final Organization organization;

	MetadataApi(Organization organization) {
		this.organization = organization;
	}

	/**
	 * All modules.
	 * @return an entry for each module
	 */
	public List<Map<String, @Nullable Object>> modules() {
		synchronized (this.organization) {
			List<Map<String, @Nullable Object>> modules = new ArrayList<>();
			for (RecordTable table : this.organization.tables()) {
				modules.add(module(table.definition(), modules.size() + 1));
			}
			return modules;
		}
	}

	/**
	 * One module.
	 * @param module the API name of the module
	 * @return its entry
	 */
	public Map<String, @Nullable Object> module(String module) {
		synchronized (this.organization) {
			this.organization.table(module);
			return modules().stream().filter((entry) -> module.equals(entry.get("api_name"))).findFirst().orElseThrow();
		}
	}

	private Map<String, @Nullable Object> module(ModuleDefinition module, int sequenceNumber) {
		Map<String, @Nullable Object> entry = new LinkedHashMap<>();
		entry.put("id", this.organization.moduleId(module.apiName()));
		entry.put("api_name", module.apiName());
		entry.put("module_name", module.isCustom() ? module.pluralLabel() : module.apiName());
		entry.put("singular_label", module.singularLabel());
		entry.put("plural_label", module.pluralLabel());
		entry.put("api_supported", true);
		return entry;
	}

}
