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
package io.github.biginspring.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Finds a bean that the application may have, and of which one is used. Where there are
 * several, none is left out in silence: calls would go by another connection, or past a
 * limit.
 */
final class SingleBean {

	private SingleBean() {
	}

	static <T> @Nullable T of(ObjectProvider<T> beans) {
		try {
			return beans.getIfAvailable();
		}
		catch (NoUniqueBeanDefinitionException ex) {
			Class<?> type = ex.getBeanType();
			throw new InvalidConfigurationException(
					"One bean of type " + ((type != null) ? type.getName() : "this") + " is used, and there are "
							+ ex.getNumberOfBeansFound() + ": " + ex.getBeanNamesFound() + ".",
					"Mark the one to be used as @Primary, or the others as @Bean(defaultCandidate = false).");
		}
	}

}
