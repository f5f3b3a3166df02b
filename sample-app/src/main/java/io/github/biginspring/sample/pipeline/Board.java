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

package io.github.biginspring.sample.pipeline;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.metadata.PipelineInfo;

/**
 * What boards there are.
 *
 * @param pipelines the team pipelines
 * @param currency the currency of all amounts, such as {@code USD}, or {@code null} where
 * the connection may not read it
 */
record Board(List<Pipeline> pipelines, @Nullable String currency) {

	/**
	 * A team pipeline.
	 *
	 * @param id its id
	 * @param name its name
	 * @param subPipelines its sub-pipelines, in their order
	 */
	record Pipeline(@Nullable String id, @Nullable String name, List<SubPipeline> subPipelines) {

		static Pipeline of(PipelineInfo pipeline) {
			return new Pipeline(pipeline.id(), pipeline.name(),
					pipeline.subPipelines()
						.stream()
						.map((sub) -> new SubPipeline(sub.name(), sub.stageNames()))
						.toList());
		}

	}

	/**
	 * A part of a team pipeline.
	 *
	 * @param name its name
	 * @param stages the stages that a deal can have in it, in their order
	 */
	record SubPipeline(@Nullable String name, List<String> stages) {

	}

}
