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

import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.blocking.BiginClient;

/**
 * Matches where the application has no bean of its own that takes the place of ours. One
 * that is made from ours, such as one on another connection, needs it and stands beside
 * it.
 */
abstract class OnMissingOwnBean extends SpringBootCondition implements ConfigurationCondition {

	private final Class<?> type;

	private final BiPredicate<BeanDefinition, ConfigurableListableBeanFactory> inTheWay;

	private OnMissingOwnBean(Class<?> type, BiPredicate<BeanDefinition, ConfigurableListableBeanFactory> inTheWay) {
		this.type = type;
		this.inTheWay = inTheWay;
	}

	@Override
	public ConfigurationPhase getConfigurationPhase() {
		return ConfigurationPhase.REGISTER_BEAN;
	}

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		ConditionMessage.Builder message = ConditionMessage
			.forCondition(getClass().getSimpleName() + " of the application");
		ConfigurableListableBeanFactory beanFactory = context.getBeanFactory();
		if (beanFactory == null) {
			return ConditionOutcome.match(message.because("there is no bean factory"));
		}
		List<String> own = Arrays.stream(beanFactory.getBeanNamesForType(this.type, true, false))
			.filter((name) -> !beanFactory.containsBeanDefinition(name)
					|| this.inTheWay.test(beanFactory.getMergedBeanDefinition(name), beanFactory))
			.toList();
		return own.isEmpty() ? ConditionOutcome.match(message.because("there are none"))
				: ConditionOutcome.noMatch(message.found("bean", "beans").items(own));
	}

	private static boolean takesThePlace(BeanDefinition definition, ConfigurableListableBeanFactory beanFactory) {
		boolean candidate = definition.isAutowireCandidate()
				&& !(definition instanceof AbstractBeanDefinition made && !made.isDefaultCandidate());
		return candidate && !DerivedBean.isDerived(definition, beanFactory);
	}

	/**
	 * None that is not made from the template.
	 */
	static final class Operations extends OnMissingOwnBean {

		Operations() {
			super(BiginOperations.class, OnMissingOwnBean::takesThePlace);
		}

	}

	/**
	 * None that is primary.
	 */
	static final class PrimaryOperations extends OnMissingOwnBean {

		PrimaryOperations() {
			super(BiginOperations.class, (definition, beanFactory) -> definition.isPrimary());
		}

	}

	/**
	 * None that is not made from the operations or the client.
	 */
	static final class Client extends OnMissingOwnBean {

		Client() {
			super(BiginClient.class, OnMissingOwnBean::takesThePlace);
		}

	}

	/**
	 * None that is primary.
	 */
	static final class PrimaryClient extends OnMissingOwnBean {

		PrimaryClient() {
			super(BiginClient.class, (definition, beanFactory) -> definition.isPrimary());
		}

	}

}
