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

import java.util.Map;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.RuntimeBeanReference;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanNameGenerator;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.blocking.BiginClient;

/**
 * Registers a {@link BiginTemplate} and a {@link BiginClient} for each named connection:
 * to be injected by its name as qualifier, and never where none is asked for.
 */
final class NamedConnectionsRegistrar implements ImportBeanDefinitionRegistrar {

	private static final String CLIENT_SUFFIX = "BiginClient";

	private final Environment environment;

	NamedConnectionsRegistrar(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry,
			BeanNameGenerator generator) {
		Binder.get(this.environment)
			.bind(NamedConnectionProperties.PREFIX, Bindable.mapOf(String.class, MatonProperties.Connection.class))
			.orElseGet(Map::of)
			.keySet()
			.forEach((name) -> register(name, registry));
	}

	private static void register(String name, BeanDefinitionRegistry registry) {
		String template = name + DefaultOperations.NAMED_BEAN_SUFFIX;
		RootBeanDefinition operations = new RootBeanDefinition(BiginTemplate.class);
		operations.setFactoryBeanName("biginNamedConnections");
		operations.setFactoryMethodName("template");
		operations.getConstructorArgumentValues().addGenericArgumentValue(name);
		registry.registerBeanDefinition(template, qualified(operations, name));
		RootBeanDefinition client = new RootBeanDefinition(BiginClient.class);
		client.setFactoryMethodName("of");
		client.getConstructorArgumentValues().addGenericArgumentValue(new RuntimeBeanReference(template));
		registry.registerBeanDefinition(name + CLIENT_SUFFIX, qualified(client, name));
	}

	private static RootBeanDefinition qualified(RootBeanDefinition definition, String name) {
		definition.setDefaultCandidate(false);
		definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, name));
		return definition;
	}

}
