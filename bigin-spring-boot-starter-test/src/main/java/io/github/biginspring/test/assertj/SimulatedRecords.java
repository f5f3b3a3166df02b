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

package io.github.biginspring.test.assertj;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.Assert;

import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.internal.mapping.RecordMapping;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.organization.Records;

/**
 * The records of a simulator as types of the application, to arrange a test and to check
 * its outcome. No request is made for that, and none is counted.
 *
 * <pre class="code">
 * SimulatedRecords records = SimulatedRecords.of(simulator);
 * String id = records.add(watson);
 * ...
 * Contact stored = records.find(Contact.class, id).orElseThrow();
 * </pre>
 *
 * @since 0.1.0
 */
public final class SimulatedRecords {

	static final RecordMapper MAPPER = RecordMapper.create();

	private final BiginSimulator simulator;

	private SimulatedRecords(BiginSimulator simulator) {
		this.simulator = simulator;
	}

	/**
	 * Return the records of a simulator.
	 * @param simulator the simulator
	 * @return its records, of its default organisation
	 */
	public static SimulatedRecords of(BiginSimulator simulator) {
		Assert.notNull(simulator, "'simulator' must not be null");
		return new SimulatedRecords(simulator);
	}

	/**
	 * Add a record, as a call that creates it would.
	 * @param record an object whose type has
	 * {@link io.github.biginspring.model.BiginModule}
	 * @return the id that it was given, digits as text
	 * @throws IllegalArgumentException if the type does not say its module
	 * @throws io.github.biginspring.simulator.organization.RefusedException if Bigin
	 * would not take the record
	 */
	public String add(Object record) {
		RecordMapping<Object> mapping = MAPPER.forRecord(record);
		return records(mapping).add(mapping.toCreate(record));
	}

	/**
	 * Add records, in their order.
	 * @param records objects whose types have
	 * {@link io.github.biginspring.model.BiginModule}
	 * @return the ids that they were given, digits as text
	 * @throws IllegalArgumentException as {@link #add(Object)}; the records before it
	 * were added
	 */
	public List<String> addAll(Object... records) {
		Assert.notNull(records, "'records' must not be null");
		return Arrays.stream(records).map(this::add).toList();
	}

	/**
	 * Return a record.
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}
	 * @param id the record id, digits as text
	 * @param <T> the type
	 * @return the record with all its fields, or empty where there is none
	 */
	public <T> Optional<T> find(Class<T> type, String id) {
		RecordMapping<T> mapping = MAPPER.forType(type);
		return Optional.ofNullable(records(mapping).find(id)).map((record) -> read(mapping, record));
	}

	/**
	 * Return all records of a module.
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}
	 * @param <T> the type
	 * @return the records with all their fields, in the order of their ids
	 */
	public <T> List<T> all(Class<T> type) {
		RecordMapping<T> mapping = MAPPER.forType(type);
		return records(mapping).all().stream().map((record) -> read(mapping, record)).toList();
	}

	private Records records(RecordMapping<?> mapping) {
		return this.simulator.organization().records(mapping.module());
	}

	private static <T> T read(RecordMapping<T> mapping, Map<String, @Nullable Object> record) {
		JsonMapper mapper = MAPPER.jsonMapper();
		try (JsonParser parser = mapper.treeAsTokens(mapper.valueToTree(record))) {
			parser.nextToken();
			return mapping.read(parser);
		}
	}

}
