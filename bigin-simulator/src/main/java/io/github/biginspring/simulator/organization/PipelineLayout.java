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
 * The fields of deals the way the layout of one team pipeline shows them: the pick lists
 * have the values of that pipeline, and each sub-pipeline is mapped to its stages.
 */
final class PipelineLayout {

	static final String SECTION = "Pipeline Information";

	private final RecordTable table;

	private final TeamPipelines pipelines;

	private final TeamPipeline pipeline;

	PipelineLayout(RecordTable table, TeamPipelines pipelines, TeamPipeline pipeline) {
		this.table = table;
		this.pipelines = pipelines;
		this.pipeline = pipeline;
	}

	Map<String, @Nullable Object> field(Map<String, @Nullable Object> described) {
		FieldDefinition field = this.table.definition().field(String.valueOf(described.get("api_name")));
		if (field == null || field.type() != DataType.PICKLIST) {
			return described;
		}
		Map<String, @Nullable Object> shown = new LinkedHashMap<>(described);
		shown.put("pick_list_values", values(field, described));
		return shown;
	}

	private List<Map<String, @Nullable Object>> values(FieldDefinition field, Map<String, @Nullable Object> described) {
		List<String> values = this.pipelines.layoutValues(field, this.pipeline);
		List<Map<String, @Nullable Object>> shown = new ArrayList<>();
		if (described.get("pick_list_values") instanceof List<?> all) {
			for (Object one : all) {
				if (one instanceof Map<?, ?> value && values.contains(value.get("actual_value"))) {
					Map<String, @Nullable Object> entry = new LinkedHashMap<>();
					value.forEach((name, part) -> entry.put(String.valueOf(name), part));
					entry.put("sequence_number", shown.size() + 1);
					entry.put("maps", maps(field, String.valueOf(value.get("actual_value"))));
					shown.add(entry);
				}
			}
		}
		return shown;
	}

	private List<Map<String, @Nullable Object>> maps(FieldDefinition field, String value) {
		FieldDefinition stage = this.table.definition().field(TeamPipelines.STAGE);
		if (stage == null || !TeamPipelines.SUB_PIPELINE.equals(field.apiName())) {
			return List.of();
		}
		List<Map<String, @Nullable Object>> stages = new ArrayList<>();
		for (String name : this.pipeline.stages(value)) {
			Map<String, @Nullable Object> entry = new LinkedHashMap<>();
			entry.put("display_value", name);
			entry.put("actual_value", name);
			entry.put("id", this.table.pickListId(stage, name));
			stages.add(entry);
		}
		Map<String, @Nullable Object> map = new LinkedHashMap<>();
		map.put("api_name", TeamPipelines.STAGE);
		map.put("id", this.table.fieldId(stage));
		map.put("pick_list_values", stages);
		return List.of(map);
	}

}
