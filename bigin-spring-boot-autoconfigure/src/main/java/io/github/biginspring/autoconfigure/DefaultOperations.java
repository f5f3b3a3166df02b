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

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.beans.factory.BeanFactory;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.BiginTemplate;

/**
 * Finds the operations of the default connection among the beans of the application,
 * which may have further ones for other connections, or may have replaced the default.
 *
 * @since 0.1.0
 */
public final class DefaultOperations {

	/**
	 * The name of the bean that is auto-configured.
	 */
	public static final String BEAN_NAME = "biginTemplate";

	/**
	 * What the names of the beans of other connections end with, after the connection's.
	 */
	public static final String NAMED_BEAN_SUFFIX = "BiginTemplate";

	private DefaultOperations() {
	}

	/**
	 * Return the operations: the only or primary ones, or else those of the bean with the
	 * name {@value #BEAN_NAME}.
	 * @param beanFactory where they are found
	 * @return the operations
	 * @throws org.springframework.beans.factory.NoSuchBeanDefinitionException if there
	 * are none
	 */
	public static BiginOperations of(BeanFactory beanFactory) {
		BiginOperations unique = beanFactory.getBeanProvider(BiginOperations.class).getIfUnique();
		return (unique != null) ? unique : beanFactory.getBean(BEAN_NAME, BiginOperations.class);
	}

	/**
	 * Return the template that a bean is, also where the application has put a proxy of
	 * the interface around it, by an aspect for instance.
	 * @param operations the bean
	 * @return the template, or {@code null} where the bean is none of ours
	 */
	public static @Nullable BiginTemplate template(Object operations) {
		Object target = operations;
		while (!(target instanceof BiginTemplate template)) {
			target = AopProxyUtils.getSingletonTarget(target);
			if (target == null) {
				return null;
			}
		}
		return template;
	}

	/**
	 * Return what Actuator calls the connection of a bean.
	 * @param beanName the name of the bean
	 * @return {@code default}, the name of a named connection, or else that of the bean
	 */
	public static String connectionName(String beanName) {
		if (beanName.equals(BEAN_NAME)) {
			return "default";
		}
		return beanName.endsWith(NAMED_BEAN_SUFFIX)
				? beanName.substring(0, beanName.length() - NAMED_BEAN_SUFFIX.length()) : beanName;
	}

}
