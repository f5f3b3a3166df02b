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

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.ReflectionUtils;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.BiginTemplate;

/**
 * Matches where the application has no {@link BiginOperations} of its own. A bean that is
 * made from the {@link BiginTemplate}, such as one on another connection, needs it and
 * does not take its place.
 */
final class OnMissingOperations extends SpringBootCondition implements ConfigurationCondition {

	@Override
	public ConfigurationPhase getConfigurationPhase() {
		return ConfigurationPhase.REGISTER_BEAN;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage.forCondition("Missing BiginOperations");
		ConfigurableListableBeanFactory beanFactory = context.getBeanFactory();
		if (beanFactory == null) {
			return ConditionOutcome.match(message.because("there is no bean factory"));
		}
		List<String> own = Arrays.stream(beanFactory.getBeanNamesForType(BiginOperations.class, true, false))
			.filter((name) -> takesThePlace(name, beanFactory))
			.toList();
		return own.isEmpty() ? ConditionOutcome.match(message.because("there are none"))
				: ConditionOutcome.noMatch(message.found("bean", "beans").items(own));
	}

	private static boolean takesThePlace(String name, ConfigurableListableBeanFactory beanFactory) {
		if (!beanFactory.containsBeanDefinition(name)) {
			return true;
		}
		BeanDefinition definition = beanFactory.getMergedBeanDefinition(name);
		if (!definition.isAutowireCandidate()
				|| definition instanceof AbstractBeanDefinition candidate && !candidate.isDefaultCandidate()) {
			return false;
		}
		return !isMadeFromTemplate(definition, beanFactory);
	}

	private static boolean isMadeFromTemplate(BeanDefinition definition, ConfigurableListableBeanFactory beanFactory) {
		String method = definition.getFactoryMethodName();
		Class<?> factory = (method != null) ? factory(definition, beanFactory) : null;
		return factory != null && Arrays.stream(ReflectionUtils.getUniqueDeclaredMethods(factory))
			.filter((candidate) -> candidate.getName().equals(method))
			.anyMatch(OnMissingOperations::takesTemplate);
	}

	private static @Nullable Class<?> factory(BeanDefinition definition, ConfigurableListableBeanFactory beanFactory) {
		if (definition.getFactoryBeanName() != null) {
			return beanFactory.getType(definition.getFactoryBeanName(), false);
		}
		return (definition instanceof AbstractBeanDefinition made && made.hasBeanClass()) ? made.getBeanClass() : null;
	}

	private static boolean takesTemplate(Method method) {
		return Arrays.asList(method.getParameterTypes()).contains(BiginTemplate.class);
	}

}
