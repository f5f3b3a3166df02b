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

package io.github.biginspring.model;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.Assert;

/**
 * The modules of types, by their annotation.
 */
final class ModuleNames {

	// once for each type: searching for an annotation takes longer than setting a field
	private static final ClassValue<String> MODULES = new ClassValue<>() {

		@Override
		protected String computeValue(Class<?> type) {
			BiginModule module = AnnotatedElementUtils.findMergedAnnotation(type, BiginModule.class);
			Assert.notNull(module, () -> type.getName() + " does not say which module it stands for:"
					+ " annotate it with @BiginModule, or give the module's API name");
			return module.value();
		}

	};

	private ModuleNames() {
	}

	/**
	 * The module that a type stands for.
	 * @param type the type
	 * @return the API name of the module
	 * @throws IllegalArgumentException if the type does not say its module
	 */
	static String of(Class<?> type) {
		return MODULES.get(type);
	}

}
