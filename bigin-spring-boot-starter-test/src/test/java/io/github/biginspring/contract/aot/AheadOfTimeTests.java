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

package io.github.biginspring.contract.aot;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.TestCompiler;
import org.springframework.javapoet.ClassName;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.autoconfigure.BiginAutoConfiguration;
import io.github.biginspring.autoconfigure.BiginSyncAutoConfiguration;
import io.github.biginspring.autoconfigure.metrics.BiginMetricsAutoConfiguration;
import io.github.biginspring.autoconfigure.validation.MappingValidationAutoConfiguration;
import io.github.biginspring.blocking.BiginClient;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.simulator.BiginSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application whose beans are settled when it is built, as for a native image: code is
 * generated and compiled, and its context works against the simulator.
 */
class AheadOfTimeTests {

	@Test
	@CompileWithForkedClassLoader
	void theGeneratedContextReadsAndWrites() throws Exception {
		TestGenerationContext generation = new TestGenerationContext();
		ClassName initializer = generate(generation);
		assertThat(generation.getGeneratedFiles()
			.getGeneratedFileContent(Kind.RESOURCE, "META-INF/bigin-spring-boot/mapped-types"))
			.contains(Subscriber.class.getName());
		assertThat(RuntimeHintsPredicates.reflection()
			.onConstructorInvocation(Subscriber.class.getDeclaredConstructors()[0]))
			.accepts(generation.getRuntimeHints());
		TestCompiler.forSystem().with(generation).compile((compiled) -> {
			try (BiginSimulator simulator = BiginSimulator.start();
					GenericApplicationContext context = new GenericApplicationContext()) {
				configure(context, simulator.url(), simulator.apiKey());
				initializer(compiled.getInstance(ApplicationContextInitializer.class, initializer.toString()))
					.initialize(context);
				context.refresh();
				readAndWrite(context);
			}
		});
	}

	private static ClassName generate(TestGenerationContext generation) {
		AnnotationConfigApplicationContext original = new AnnotationConfigApplicationContext();
		configure(original, "http://localhost", "key");
		original.register(Application.class);
		ClassName initializer = new ApplicationContextAotGenerator().processAheadOfTime(original, generation);
		generation.writeGeneratedContent();
		return initializer;
	}

	private static void configure(ConfigurableApplicationContext context, String url, String apiKey) {
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("test", Map.of("maton.url", url, "maton.control-url", url, "maton.api-key",
					apiKey, "bigin.validate-mapping", "warn", "maton.connections.paris.connection-id", "p1")));
	}

	@SuppressWarnings("unchecked")
	private static ApplicationContextInitializer<GenericApplicationContext> initializer(Object instance) {
		return (ApplicationContextInitializer<GenericApplicationContext>) instance;
	}

	private static void readAndWrite(GenericApplicationContext context) {
		BiginTemplate bigin = context.getBean(BiginTemplate.class);
		String id = bigin.create(new Subscriber(null, "Watson")).block().id();
		assertThat(context.getBean(BiginClient.class).findById(Subscriber.class, id))
			.hasValue(new Subscriber(id, "Watson"));
		assertThat(context.getBeansOfType(BiginTemplate.class)).hasSize(2);
	}

	@BiginModule("Contacts")
	record Subscriber(String id, String lastName) {
	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage
	@ImportAutoConfiguration({ HttpClientAutoConfiguration.class, ReactiveHttpClientAutoConfiguration.class,
			BiginAutoConfiguration.class, BiginSyncAutoConfiguration.class, BiginMetricsAutoConfiguration.class,
			MappingValidationAutoConfiguration.class })
	static class Application {

	}

}
