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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

import io.github.biginspring.model.BiginModule;

/**
 * The mapped types of an application: those with {@link BiginModule} in its packages, and
 * those that it names.
 *
 * @param context the application
 * @param named the types that it names
 */
record MappedTypes(ApplicationContext context, List<Class<?>> named) {

	/**
	 * Where the types stand that were found when the application was built, for a native
	 * image, in which nothing can be scanned.
	 */
	static final String RESOURCE = "META-INF/bigin-spring-boot/mapped-types";

	Set<Class<?>> find() {
		Set<Class<?>> types = new LinkedHashSet<>(this.named);
		types.addAll(scan(this.context));
		types.addAll(foundBefore());
		return types;
	}

	/**
	 * Find the types with {@link BiginModule} in an application's packages.
	 * @param beanFactory knows the packages
	 * @return the types
	 */
	static Set<Class<?>> scan(BeanFactory beanFactory) {
		Set<Class<?>> types = new LinkedHashSet<>();
		if (AutoConfigurationPackages.has(beanFactory)) {
			ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(
					false);
			scanner.addIncludeFilter(new AnnotationTypeFilter(BiginModule.class));
			for (String packageName : AutoConfigurationPackages.get(beanFactory)) {
				scanner.findCandidateComponents(packageName).forEach((candidate) -> {
					String name = candidate.getBeanClassName();
					Assert.state(name != null, "A scanned class has a name");
					types.add(ClassUtils.resolveClassName(name, null));
				});
			}
		}
		return types;
	}

	private List<Class<?>> foundBefore() {
		Resource resource = this.context.getResource("classpath:" + RESOURCE);
		if (!resource.exists()) {
			return List.of();
		}
		try {
			return resource.getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.<Class<?>>map((name) -> ClassUtils.resolveClassName(name, this.context.getClassLoader()))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
