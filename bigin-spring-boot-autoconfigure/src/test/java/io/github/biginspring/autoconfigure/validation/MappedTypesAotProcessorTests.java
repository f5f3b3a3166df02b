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

import org.junit.jupiter.api.Test;

import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.javapoet.ClassName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link MappedTypesAotProcessor}, as it is registered.
 */
class MappedTypesAotProcessorTests {

	private final InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();

	private final DefaultGenerationContext generation = new DefaultGenerationContext(
			new ClassNameGenerator(ClassName.get(MappedTypesAotProcessorTests.class)), this.files);

	private final DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();

	@Test
	void findsTheTypesOfTheApplication() throws Exception {
		AutoConfigurationPackages.register(this.beanFactory, MappedTypesAotProcessorTests.class.getPackageName());
		BeanFactoryInitializationAotContribution contribution = process();
		assertThat(contribution).isNotNull();
		contribution.applyTo(this.generation, mock());
		assertThat(this.files.getGeneratedFileContent(Kind.RESOURCE, MappedTypes.RESOURCE).lines())
			.contains(Subscriber.class.getName());
		assertThat(RuntimeHintsPredicates.reflection()
			.onConstructorInvocation(Subscriber.class.getDeclaredConstructors()[0]))
			.accepts(this.generation.getRuntimeHints());
		assertThat(RuntimeHintsPredicates.resource().forResource(MappedTypes.RESOURCE))
			.accepts(this.generation.getRuntimeHints());
	}

	@Test
	void addsNothingToAnApplicationWithoutTypes() {
		assertThat(process()).isNull();
	}

	private BeanFactoryInitializationAotContribution process() {
		return SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
			.load(BeanFactoryInitializationAotProcessor.class,
					SpringFactoriesLoader.FailureHandler.handleMessage((m, f) -> {
					}))
			.stream()
			.filter(MappedTypesAotProcessor.class::isInstance)
			.findFirst()
			.orElseThrow()
			.processAheadOfTime(this.beanFactory);
	}

}
