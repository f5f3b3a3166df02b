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

package io.github.biginspring.validation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;

import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.internal.mapping.RecordMapping;
import io.github.biginspring.metadata.FieldInfo;
import io.github.biginspring.metadata.MetadataOperations;
import io.github.biginspring.metadata.ModuleInfo;
import io.github.biginspring.validation.MappingProblem.Kind;

/**
 * Checks mapped types against an organisation. It costs one call, and one more for each
 * module. Only what is certain counts as an error; that a value cannot be read is found
 * out by reading one, as records are read. Records of a type are made for that, by its
 * constructor and without most of their values.
 *
 * <pre class="code">
 * Mono&lt;MappingReport&gt; report = validator.validate(List.of(Contact.class, Deal.class));
 * </pre>
 *
 * @since 0.1.0
 */
public final class MappingValidator {

	private final MetadataOperations metadata;

	private final RecordMapper mapper;

	/**
	 * Create a validator.
	 * @param metadata what the organisation says of itself
	 * @param mapper maps the types
	 */
	public MappingValidator(MetadataOperations metadata, RecordMapper mapper) {
		this.metadata = metadata;
		this.mapper = mapper;
	}

	/**
	 * Check types.
	 * @param types types with {@link io.github.biginspring.model.BiginModule}; where
	 * there are none, nothing is called
	 * @return what does not fit; an error where the service cannot be asked
	 */
	public Mono<MappingReport> validate(Collection<? extends Class<?>> types) {
		List<Class<?>> list = List.copyOf(types);
		if (list.isEmpty()) {
			return Mono.just(new MappingReport(List.of()));
		}
		return this.metadata.modules().collectList().flatMap((modules) -> validate(list, modules));
	}

	private Mono<MappingReport> validate(List<Class<?>> types, List<ModuleInfo> modules) {
		Map<String, Mono<List<FieldInfo>>> fields = new HashMap<>();
		return Flux.fromIterable(types)
			.concatMap((type) -> problems(type, modules, fields))
			.collectList()
			.map(MappingReport::new);
	}

	private Flux<MappingProblem> problems(Class<?> type, List<ModuleInfo> modules,
			Map<String, Mono<List<FieldInfo>>> fields) {
		RecordMapping<?> mapping;
		try {
			mapping = this.mapper.forType(type);
		}
		catch (IllegalArgumentException | JacksonException ex) {
			return Flux.just(new MappingProblem(type, Kind.UNMAPPED_TYPE, null, null,
					type.getName() + ": cannot be mapped. " + ex.getMessage()));
		}
		ModuleCheck module = new ModuleCheck(type, mapping.module(), modules);
		if (module.problem() != null) {
			return Flux.just(module.problem());
		}
		FieldCheck check = new FieldCheck(type, mapping, new SampleReading(this.mapper.jsonMapper()));
		return fields.computeIfAbsent(mapping.module(), (name) -> this.metadata.fields(name).collectList().cache())
			.flatMapIterable(check::problems);
	}

}
