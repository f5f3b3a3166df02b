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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The team pipelines of an organisation, each a layout of deals. Guarded by its
 * {@link Organization}.
 */
final class TeamPipelines {

	static final String MODULE = "Pipelines";

	static final String PIPELINE = "Pipeline";

	static final String SUB_PIPELINE = "Sub_Pipeline";

	static final String STAGE = "Stage";

	private static final TeamPipeline SALES = TeamPipeline.named("Sales Pipeline")
		.with("Sales Pipeline Standard", "Qualification", "Needs Analysis", "Proposal/Price Quote",
				"Negotiation/Review", "Closed Won", "Closed Lost")
		.with("Renewals", "Qualification", "Needs Analysis", "Negotiation/Review", "Closed Won", "Closed Lost");

	private static final TeamPipeline ONBOARDING = TeamPipeline.named("Onboarding")
		.with("Onboarding Standard", "Kick-off", "Configuration", "Training", "Handed Over", "Cancelled");

	private final Map<String, TeamPipeline> pipelines = new LinkedHashMap<>();

	/**
	 * The pipelines of a new organisation.
	 * @param first the id of the first
	 * @param second the id of the second
	 */
	TeamPipelines(String first, String second) {
		this.pipelines.put(first, SALES);
		this.pipelines.put(second, ONBOARDING);
	}

	void add(String id, TeamPipeline pipeline) {
		this.pipelines.put(id, pipeline);
	}

	Map<String, TeamPipeline> all() {
		return this.pipelines;
	}

	/**
	 * One pipeline as records refer to it.
	 * @param id the id of the pipeline
	 * @return its name and id, or {@code null} where there is none
	 */
	@Nullable Map<String, @Nullable Object> reference(String id) {
		TeamPipeline pipeline = this.pipelines.get(id);
		if (pipeline == null) {
			return null;
		}
		Map<String, @Nullable Object> reference = new LinkedHashMap<>();
		reference.put("name", pipeline.name());
		reference.put("id", id);
		return reference;
	}

	/**
	 * The pipeline of a deal that names none.
	 * @param subPipeline the sub-pipeline of the deal
	 * @return the id of the pipeline that has the sub-pipeline, or else of the first
	 */
	String idOf(@Nullable Object subPipeline) {
		for (Map.Entry<String, TeamPipeline> entry : this.pipelines.entrySet()) {
			if (entry.getValue().subPipelines().containsKey(String.valueOf(subPipeline))) {
				return entry.getKey();
			}
		}
		return this.pipelines.keySet().iterator().next();
	}

	/**
	 * The values of a field of deals: those of the pipelines, and those that the field
	 * was defined with.
	 * @param field the field
	 * @return the values, none of them twice
	 */
	List<String> values(FieldDefinition field) {
		Set<String> values = new LinkedHashSet<>();
		for (TeamPipeline pipeline : this.pipelines.values()) {
			values.addAll(values(field, pipeline));
		}
		values.addAll(field.pickListValues());
		return new ArrayList<>(values);
	}

	/**
	 * The values of a field of deals in one pipeline, which has those that no pipeline
	 * has to itself too.
	 * @param field the field
	 * @param pipeline the pipeline
	 * @return the values
	 */
	List<String> layoutValues(FieldDefinition field, TeamPipeline pipeline) {
		List<String> values = new ArrayList<>(values(field));
		this.pipelines.values().forEach((other) -> {
			if (other != pipeline) {
				values.removeAll(values(field, other));
			}
		});
		Set<String> all = new LinkedHashSet<>(values(field, pipeline));
		all.addAll(values);
		return new ArrayList<>(all);
	}

	private static List<String> values(FieldDefinition field, TeamPipeline pipeline) {
		return switch (field.apiName()) {
			case SUB_PIPELINE -> List.copyOf(pipeline.subPipelines().keySet());
			case STAGE -> pipeline.stages(null);
			default -> field.pickListValues();
		};
	}

	/**
	 * Refuse a sub-pipeline or a stage of another pipeline. What no pipeline has is taken
	 * to be of all.
	 * @param sent the deal as it was sent
	 * @param deal the deal as it will be kept
	 * @param path where in the body it stood
	 */
	void check(Map<?, ?> sent, Map<String, @Nullable Object> deal, String path) {
		if (!sent.containsKey(STAGE) && !sent.containsKey(SUB_PIPELINE) && !sent.containsKey(PIPELINE)) {
			return;
		}
		Object subPipeline = deal.get(SUB_PIPELINE);
		Object stage = deal.get(STAGE);
		Object id = deal.get(PIPELINE);
		TeamPipeline pipeline = this.pipelines.get((id != null) ? id.toString() : idOf(subPipeline));
		if (pipeline == null) {
			return;
		}
		boolean elsewhere = this.pipelines.values()
			.stream()
			.anyMatch((other) -> other.subPipelines().containsKey(String.valueOf(subPipeline)));
		if (elsewhere && !pipeline.subPipelines().containsKey(String.valueOf(subPipeline))) {
			throw mismatch(SUB_PIPELINE, path);
		}
		boolean known = this.pipelines.values().stream().anyMatch((other) -> other.stages(null).contains(stage));
		if (known && !pipeline.stages(subPipeline).contains(stage)) {
			throw mismatch(STAGE, path);
		}
	}

	private static RefusedException mismatch(String field, String path) {
		return RecordValidator.refuse("MAPPING_MISMATCH", "the given value is not mapped to the pipeline", field,
				path + "." + field);
	}

}
