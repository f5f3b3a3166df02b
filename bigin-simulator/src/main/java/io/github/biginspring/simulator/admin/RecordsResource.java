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

package io.github.biginspring.simulator.admin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.organization.Organization;
import io.github.biginspring.simulator.organization.Records;
import io.github.biginspring.simulator.organization.RefusedException;

/**
 * The records of a module, as JSON.
 */
final class RecordsResource {

	private static final int MAX_GENERATED = 1_000_000;

	private final Organization organization;

	RecordsResource(Organization organization) {
		this.organization = organization;
	}

	Map<String, @Nullable Object> list(AdminRequest request) {
		request.requireParameters(List.of("count"));
		Records records = records(request);
		Map<String, @Nullable Object> answer = new LinkedHashMap<>();
		answer.put("count", records.count());
		if (!request.hasParameter("count")) {
			answer.put("data", records.all());
		}
		return answer;
	}

	Map<String, @Nullable Object> add(AdminRequest request) {
		request.requireParameters(List.of("generate"));
		Records records = records(request);
		int count = request.parameter("generate", 0, 1, MAX_GENERATED);
		Map<String, @Nullable Object> answer = new LinkedHashMap<>();
		if (count > 0) {
			records.generate(count);
			answer.put("added", count);
			return answer;
		}
		List<Map<String, ?>> given = given(request.rawBody());
		List<String> ids = new ArrayList<>();
		for (int i = 0; i < given.size(); i++) {
			ids.add(add(records, given.get(i), i));
		}
		answer.put("added", ids.size());
		answer.put("ids", ids);
		return answer;
	}

	Map<String, @Nullable Object> remove(AdminRequest request) {
		request.requireParameters(List.of("id"));
		Records records = records(request);
		Map<String, @Nullable Object> answer = new LinkedHashMap<>();
		String id = request.parameter("id");
		if (id == null) {
			answer.put("removed", records.deleteAll());
			return answer;
		}
		try {
			records.delete(id);
		}
		catch (RefusedException ex) {
			throw AdminException.of(404, "?id", "There is no record '" + id + "'",
					"take an id of GET /__admin/bigin/records/" + request.path("module"));
		}
		answer.put("removed", 1);
		return answer;
	}

	private Records records(AdminRequest request) {
		String module = request.path("module");
		List<String> modules = this.organization.moduleNames();
		if (!modules.contains(module)) {
			throw AdminException.of(404, "path", "There is no module '" + module + "'", "use one of " + modules);
		}
		return this.organization.records(module);
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, ?>> given(Map<String, @Nullable Object> body) {
		if (!body.containsKey("data")) {
			return List.of(body);
		}
		List<Map<String, ?>> records = new ArrayList<>();
		if (!(body.get("data") instanceof List<?> list)) {
			throw AdminException.of("data", "'data' is no list", "send {\"data\": [{...}, ...]}, or one record alone");
		}
		for (Object record : list) {
			if (!(record instanceof Map<?, ?>)) {
				throw AdminException.of("data[" + records.size() + "]", "This is no record",
						"write it like {\"Last_Name\": \"Watson\"}, in braces");
			}
			records.add((Map<String, ?>) record);
		}
		return records;
	}

	private static String add(Records records, Map<String, ?> record, int index) {
		try {
			return records.add(record);
		}
		catch (RefusedException ex) {
			throw AdminException.of("data[" + index + "]", "Bigin would refuse this record. " + ex.toMap(),
					"correct it, and send it with those that follow; " + index + " before it were added");
		}
	}

}
