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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A team pipeline: its sub-pipelines, and the stages of each. Immutable; each step
 * returns a copy: <pre class="code">
 * TeamPipeline.named("Hiring").with("Engineers", "Applied", "Interview", "Hired")</pre>
 *
 * @since 0.1.0
 */
public final class TeamPipeline {

	private final String name;

	private final Map<String, List<String>> stages;

	private TeamPipeline(String name, Map<String, List<String>> stages) {
		this.name = name;
		this.stages = stages;
	}

	/**
	 * A team pipeline without sub-pipelines, to which {@link #with} adds some.
	 * @param name the name of the pipeline
	 * @return the pipeline
	 */
	public static TeamPipeline named(String name) {
		return new TeamPipeline(name, Map.of());
	}

	/**
	 * The same pipeline with a further sub-pipeline.
	 * @param subPipeline the name of the sub-pipeline
	 * @param stages its stages, in order
	 * @return a copy
	 */
	public TeamPipeline with(String subPipeline, String... stages) {
		Map<String, List<String>> extended = new LinkedHashMap<>(this.stages);
		extended.put(subPipeline, List.of(stages));
		return new TeamPipeline(this.name, Collections.unmodifiableMap(extended));
	}

	/**
	 * The name.
	 * @return the name of the pipeline
	 */
	public String name() {
		return this.name;
	}

	/**
	 * The sub-pipelines.
	 * @return the stages by the name of the sub-pipeline
	 */
	public Map<String, List<String>> subPipelines() {
		return this.stages;
	}

	/**
	 * The stages of a sub-pipeline, or of all.
	 * @param subPipeline the name of the sub-pipeline
	 * @return its stages, those of all sub-pipelines where there is none of that name
	 */
	List<String> stages(@Nullable Object subPipeline) {
		List<String> found = this.stages.get(String.valueOf(subPipeline));
		if (found != null) {
			return found;
		}
		Set<String> all = new LinkedHashSet<>();
		this.stages.values().forEach(all::addAll);
		return new ArrayList<>(all);
	}

	@Override
	public String toString() {
		return this.name;
	}

}
