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

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import static io.github.biginspring.simulator.organization.FieldDefinition.of;
import static io.github.biginspring.simulator.organization.FieldDefinition.text;

/**
 * What queries can see of users and team pipelines, which are no modules but can be
 * referred to like records of one.
 */
final class ReferenceModules {

	static final ModuleDefinition USERS = ModuleDefinition.standard("users", "User", "Users", "full_name")
		.with(of("id", DataType.BIGINT), text("first_name"), text("last_name"), text("full_name"),
				of("email", DataType.EMAIL));

	static final ModuleDefinition PIPELINES = ModuleDefinition
		.standard("pipelines", "Team Pipeline", "Team Pipelines", "name")
		.with(of("id", DataType.BIGINT), text("name"));

	private ReferenceModules() {
	}

	static Map<String, @Nullable Object> map(User user) {
		Map<String, @Nullable Object> map = new HashMap<>();
		map.put("id", user.id());
		map.put("first_name", user.firstName());
		map.put("last_name", user.lastName());
		map.put("full_name", user.fullName());
		map.put("email", user.email());
		return map;
	}

}
