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
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Set;

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
		return (method != null) ? takesOne(type, method) : isInjectedInto(type);
	}

	private static boolean takesOne(Class<?> type, String method) {
		for (Method candidate : ReflectionUtils.getUniqueDeclaredMethods(type)) {
			if (candidate.getName().equals(method) && (takes(candidate)
					|| !Modifier.isStatic(candidate.getModifiers()) && isInjectedInto(candidate.getDeclaringClass()))) {
				return true;
			}
		}
		return false;
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
		return !isOurs(type) && (isTakenByConstructor(type) || isInjectedIntoField(type) || isInjectedIntoMethod(type));
	}

	private static boolean isTakenByConstructor(Class<?> type) {
		for (Constructor<?> constructor : type.getDeclaredConstructors()) {
			if (takes(constructor)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isInjectedIntoField(Class<?> type) {
		for (Class<?> current = type; current != null; current = current.getSuperclass()) {
			for (Field field : current.getDeclaredFields()) {
				if (isInjected(field) && names(ResolvableType.forField(field))) {
					return true;
				}
			}
		}
		return false;
	}

	private static boolean isInjectedIntoMethod(Class<?> type) {
		for (Method method : ReflectionUtils.getUniqueDeclaredMethods(type)) {
			if (isInjected(method) && takes(method)) {
				return true;
			}
		}
		return false;
	}

	// a mock stands in for one of ours, and is made from nothing
	private static boolean isOurs(Class<?> type) {
		return type.getName().startsWith("io.github.biginspring.") && isSource(type);
	}

	private static boolean isInjected(AnnotatedElement element) {
		MergedAnnotations annotations = MergedAnnotations.from(element, SearchStrategy.DIRECT);
		for (String injection : INJECTION) {
			if (annotations.isPresent(injection)) {
				return true;
			}
		}
		return false;
	}

	private static boolean takes(Executable executable) {
		for (int i = 0; i < executable.getParameterCount(); i++) {
			if (names(ResolvableType.forMethodParameter(MethodParameter.forExecutable(executable, i)))) {
				return true;
			}
		}
		return false;
	}

	// also in a provider, an Optional or a collection
	private static boolean names(ResolvableType type) {
		Class<?> resolved = type.resolve();
		if (resolved != null && isSource(resolved)) {
			return true;
		}
		for (ResolvableType generic : type.getGenerics()) {
			if (names(generic)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isSource(Class<?> type) {
		return BiginOperations.class.isAssignableFrom(type) || BiginClient.class.isAssignableFrom(type);
	}

}
