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

package io.github.biginspring.autoconfigure.validation;

import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

import io.github.biginspring.aot.MappedTypeHints;

/**
 * Finds the mapped types of an application when it is built: a native image can read and
 * write them then, and check them after its start.
 */
class MappedTypesAotProcessor implements BeanFactoryInitializationAotProcessor {

	@Override
	public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
			ConfigurableListableBeanFactory beanFactory) {
		Set<Class<?>> types = MappedTypes.scan(beanFactory);
		if (types.isEmpty()) {
			return null;
		}
		return (generation, code) -> {
			MappedTypeHints.register(generation.getRuntimeHints().reflection(), types);
			generation.getRuntimeHints().resources().registerPattern(MappedTypes.RESOURCE);
			generation.getGeneratedFiles()
				.addResourceFile(MappedTypes.RESOURCE,
						types.stream().map(Class::getName).collect(Collectors.joining("\n", "", "\n")));
		};
	}

}
