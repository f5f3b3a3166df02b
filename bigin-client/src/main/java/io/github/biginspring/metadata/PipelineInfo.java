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

package io.github.biginspring.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A team pipeline with its sub-pipelines and their stages, which are the values that a
 * deal in it can have. Read from a layout of {@code Pipelines}.
 *
 * @param layout the layout, whose id is that of the pipeline
 * @param subPipelines the sub-pipelines, in their order
 * @since 0.1.0
 */
public record PipelineInfo(LayoutInfo layout, List<SubPipeline> subPipelines) {

	private static final String SUB_PIPELINE = "Sub_Pipeline";

	private static final String STAGE = "Stage";

	/**
	 * Create the description of a team pipeline.
	 * @param layout the layout, whose id is that of the pipeline
	 * @param subPipelines the sub-pipelines, in their order
	 */
	public PipelineInfo {
		Assert.notNull(layout, "'layout' must not be null");
		Assert.notNull(subPipelines, "'subPipelines' must not be null");
		Assert.noNullElements(subPipelines, "'subPipelines' must not contain null");
		subPipelines = List.copyOf(subPipelines);
	}

	/**
	 * Read a layout of {@code Pipelines}.
	 * @param layout the layout
	 * @return the pipeline, without sub-pipelines where the layout has none
	 */
	public static PipelineInfo of(LayoutInfo layout) {
		Assert.notNull(layout, "'layout' must not be null");
		List<FieldInfo.PicklistValue> stages = values(layout, STAGE);
		List<SubPipeline> subPipelines = new ArrayList<>();
		for (FieldInfo.PicklistValue value : values(layout, SUB_PIPELINE)) {
			List<FieldInfo.PicklistValue> mapped = mapped(value);
			subPipelines.add(new SubPipeline(value, (mapped != null) ? mapped : stages));
		}
		return new PipelineInfo(layout, subPipelines);
	}

	private static List<FieldInfo.PicklistValue> values(LayoutInfo layout, String field) {
		return layout.sections()
			.stream()
			.flatMap((section) -> section.fields().stream())
			.filter((info) -> field.equals(info.apiName()))
			.findFirst()
			.map(FieldInfo::pickListValues)
			.orElse(List.of());
	}

	private static @Nullable List<FieldInfo.PicklistValue> mapped(FieldInfo.PicklistValue value) {
		if (value.attributes().get("maps") instanceof List<?> maps) {
			for (Object map : maps) {
				if (map instanceof Map<?, ?> field && STAGE.equals(field.get("api_name"))) {
					FieldInfo stage = FieldInfo.of(Map.of("pick_list_values",
							(field.get("pick_list_values") instanceof List<?> values) ? values : List.of()));
					return stage.pickListValues();
				}
			}
		}
		return null;
	}

	/**
	 * Return the id, which {@link io.github.biginspring.query.RecordQuery#pipeline}
	 * takes.
	 * @return the id, digits as text, or {@code null}
	 */
	public @Nullable String id() {
		return this.layout.id();
	}

	/**
	 * Return the name.
	 * @return the name, or {@code null}
	 */
	public @Nullable String name() {
		return this.layout.name();
	}

	/**
	 * Return a sub-pipeline.
	 * @param name its name, as a deal has it
	 * @return the sub-pipeline, or {@code null} where this pipeline has none of that name
	 */
	public @Nullable SubPipeline subPipeline(String name) {
		Assert.notNull(name, "'name' must not be null");
		return this.subPipelines.stream()
			.filter((subPipeline) -> name.equals(subPipeline.name()))
			.findFirst()
			.orElse(null);
	}

	/**
	 * A sub-pipeline of a team pipeline.
	 *
	 * @param value the value of {@code Sub_Pipeline}
	 * @param stages the values that {@code Stage} can have beside it, in their order
	 * @since 0.1.0
	 */
	public record SubPipeline(FieldInfo.PicklistValue value, List<FieldInfo.PicklistValue> stages) {

		/**
		 * Create the description of a sub-pipeline.
		 * @param value the value of {@code Sub_Pipeline}
		 * @param stages the values that {@code Stage} can have beside it, in their order
		 */
		public SubPipeline {
			Assert.notNull(value, "'value' must not be null");
			Assert.notNull(stages, "'stages' must not be null");
			Assert.noNullElements(stages, "'stages' must not contain null");
			stages = List.copyOf(stages);
		}

		/**
		 * Return the name, as a deal has it in {@code Sub_Pipeline}.
		 * @return the name, or {@code null}
		 */
		public @Nullable String name() {
			return this.value.actualValue();
		}

		/**
		 * Return the names of the stages, as a deal has them in {@code Stage}.
		 * @return the names, in their order
		 */
		public List<String> stageNames() {
			List<String> names = new ArrayList<>();
			for (FieldInfo.PicklistValue stage : this.stages) {
				String name = stage.actualValue();
				if (name != null) {
					names.add(name);
				}
			}
			return List.copyOf(names);
		}

	}

}
