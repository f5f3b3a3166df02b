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

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.metadata.ModuleInfo;
import io.github.biginspring.validation.MappingProblem;
import io.github.biginspring.validation.MappingProblem.Kind;

/**
 * Whether there is the module that a type names.
 */
record ModuleCheck(Class<?> type, String module, List<ModuleInfo> modules) {

	@Nullable MappingProblem problem() {
		List<ModuleInfo> usable = this.modules.stream().filter(ModuleInfo::apiSupported).toList();
		if (usable.stream().anyMatch((info) -> info.apiName().equals(this.module))) {
			return null;
		}
		boolean closed = this.modules.stream().anyMatch((info) -> info.apiName().equals(this.module));
		ModuleInfo nearest = closed ? null : NearestName.of(this.module, usable, ModuleCheck::names);
		StringBuilder message = new StringBuilder(this.type.getName())
			.append(closed ? ": module '" + this.module + "' cannot be used by calls"
					: ": the organisation has no module '" + this.module + "'");
		if (nearest != null) {
			message.append(". Is it '").append(nearest.apiName()).append("'?");
		}
		return new MappingProblem(this.type, Kind.UNKNOWN_MODULE, this.module,
				(nearest != null) ? nearest.apiName() : null, message.toString());
	}

	private static List<@Nullable String> names(ModuleInfo module) {
		return Arrays.asList(module.apiName(), module.moduleName(), module.singularLabel(), module.pluralLabel());
	}

}
