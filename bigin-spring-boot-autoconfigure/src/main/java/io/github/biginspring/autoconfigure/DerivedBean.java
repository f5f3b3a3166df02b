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

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.blocking.BiginClient;

/**
 * Tells whether a bean of the application is made from {@link BiginOperations} or a
 * {@link BiginClient}: by what its method takes, or else by what is injected into its
 * class, or into the class that the method is of.
 */
final class DerivedBean {

	private static final Set<String> INJECTION = Set.of("org.springframework.beans.factory.annotation.Autowired",
			"jakarta.inject.Inject", "jakarta.annotation.Resource");

	private DerivedBean() {
	}

	static boolean isDerived(BeanDefinition definition, ConfigurableListableBeanFactory beanFactory) {
		String method = definition.getFactoryMethodName();
		Class<?> type = (method != null) ? factory(definition, beanFactory) : beanClass(definition, beanFactory);
		if (type == null) {
			return false;
		}
		return (method != null) ? Arrays.stream(ReflectionUtils.getUniqueDeclaredMethods(type))
			.filter((candidate) -> candidate.getName().equals(method))
			.anyMatch((candidate) -> takes(candidate)
					|| !Modifier.isStatic(candidate.getModifiers()) && isInjectedInto(candidate.getDeclaringClass()))
				: isInjectedInto(type);
	}

	private static @Nullable Class<?> factory(BeanDefinition definition, ConfigurableListableBeanFactory beanFactory) {
		String factory = definition.getFactoryBeanName();
		Class<?> type = (factory != null) ? beanFactory.getType(factory, false) : beanClass(definition, beanFactory);
		return (type != null) ? ClassUtils.getUserClass(type) : null;
	}

	private static @Nullable Class<?> beanClass(BeanDefinition definition,
			ConfigurableListableBeanFactory beanFactory) {
		String name = definition.getBeanClassName();
		// what a supplier takes cannot be seen
		if (name == null || definition instanceof AbstractBeanDefinition made && made.getInstanceSupplier() != null) {
			return null;
		}
		return ClassUtils.resolveClassName(name, beanFactory.getBeanClassLoader());
	}

	private static boolean isInjectedInto(Class<?> type) {
		return !isOurs(type) && (Arrays.stream(type.getDeclaredConstructors()).anyMatch(DerivedBean::takes)
				|| fields(type).anyMatch((field) -> isInjected(field) && names(ResolvableType.forField(field)))
				|| Arrays.stream(ReflectionUtils.getUniqueDeclaredMethods(type))
					.anyMatch((method) -> isInjected(method) && takes(method)));
	}

	// a mock stands in for one of ours, and is made from nothing
	private static boolean isOurs(Class<?> type) {
		return type.getName().startsWith("io.github.biginspring.") && isSource(type);
	}

	private static Stream<Field> fields(Class<?> type) {
		return Stream.<Class<?>>iterate(type, (current) -> current != null, Class::getSuperclass)
			.flatMap((current) -> Arrays.stream(current.getDeclaredFields()));
	}

	private static boolean isInjected(AnnotatedElement element) {
		MergedAnnotations annotations = MergedAnnotations.from(element, SearchStrategy.DIRECT);
		return INJECTION.stream().anyMatch(annotations::isPresent);
	}

	private static boolean takes(Executable executable) {
		return IntStream.range(0, executable.getParameterCount())
			.mapToObj((index) -> MethodParameter.forExecutable(executable, index))
			.anyMatch((parameter) -> names(ResolvableType.forMethodParameter(parameter)));
	}

	// also in a provider, an Optional or a collection
	private static boolean names(ResolvableType type) {
		Class<?> resolved = type.resolve();
		return resolved != null && isSource(resolved) || Arrays.stream(type.getGenerics()).anyMatch(DerivedBean::names);
	}

	private static boolean isSource(Class<?> type) {
		return BiginOperations.class.isAssignableFrom(type) || BiginClient.class.isAssignableFrom(type);
	}

}
