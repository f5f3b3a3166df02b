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

package io.github.biginspring.validation.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;

import org.springframework.util.Assert;

import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.internal.mapping.RecordMapping;
import io.github.biginspring.metadata.FieldInfo;
import io.github.biginspring.metadata.MetadataOperations;
import io.github.biginspring.metadata.ModuleInfo;
import io.github.biginspring.validation.MappingProblem;
import io.github.biginspring.validation.MappingProblem.Kind;
import io.github.biginspring.validation.MappingReport;
import io.github.biginspring.validation.MappingValidator;

/**
 * {@link MappingValidator} by calls for the modules, and for the fields of those that are
 * mapped.
 *
 * @since 0.1.0
 */
public final class DefaultMappingValidator implements MappingValidator {

	private final MetadataOperations metadata;

	private final RecordMapper mapper;

	/**
	 * Create a validator.
	 * @param metadata what the organisation says of itself
	 * @param mapper maps the types
	 */
	public DefaultMappingValidator(MetadataOperations metadata, RecordMapper mapper) {
		this.metadata = metadata;
		this.mapper = mapper;
	}

	@Override
	public Mono<MappingReport> validate(Collection<? extends Class<?>> types) {
		Assert.notNull(types, "'types' must not be null");
		Assert.noNullElements(types, "'types' must not hold null");
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
