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

package io.github.biginspring.aot;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.core.io.support.SpringFactoriesLoader;

import io.github.biginspring.model.BiginField;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.model.Contact;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BiginRuntimeHints}, as they are registered, and
 * {@link MappedTypeHints}.
 */
class BiginRuntimeHintsTests {

	private static List<Class<?>> readyMadeTypes() {
		List<Class<?>> types = new ArrayList<>();
		for (JavaClass type : new ClassFileImporter().importPackages(Contact.class.getPackageName())) {
			if (type.isAnnotatedWith(BiginModule.class)
					&& type.getPackageName().equals(Contact.class.getPackageName())) {
				types.add(type.reflect());
			}
		}
		assertThat(types).contains(Contact.class).hasSizeGreaterThan(6);
		return types;
	}

	private static RuntimeHints hints() {
		RuntimeHints hints = new RuntimeHints();
		SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
			.load(RuntimeHintsRegistrar.class)
			.stream()
			.filter((registrar) -> registrar.getClass().getName().startsWith("io.github.biginspring"))
			.forEach((registrar) -> registrar.registerHints(hints, null));
		return hints;
	}

	@ParameterizedTest
	@MethodSource("readyMadeTypes")
	void everyReadyMadeTypeIsReadAndWritten(Class<?> type) {
		assertThat(RuntimeHintsPredicates.reflection()
			.onType(type)
			.withMemberCategories(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS)).accepts(hints());
		for (Method method : type.getDeclaredMethods()) {
			if (Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()
					&& (method.getName().startsWith("get") && method.getParameterCount() == 0
							|| method.getName().startsWith("set") && method.getParameterCount() == 1)
					&& !Modifier.isStatic(method.getModifiers())) {
				assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(method)).as(method.toString())
					.accepts(hints());
			}
		}
	}

	@Test
	void theScriptOfTheTablesIsThere() {
		assertThat(RuntimeHintsPredicates.resource().forResource("io/github/biginspring/change/schema.sql"))
			.accepts(hints());
	}

	@Test
	void aTypeOfTheApplicationIsReadWithTheTypesOfItsFields() throws Exception {
		RuntimeHints hints = new RuntimeHints();
		MappedTypeHints.register(hints.reflection(), List.of(Customer.class));
		assertThat(RuntimeHintsPredicates.reflection()
			.onConstructorInvocation(Customer.class.getDeclaredConstructors()[0])).accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(Customer.class.getMethod("address")))
			.accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(Address.class.getMethod("street")))
			.accepts(hints);
	}

	@BiginModule("Contacts")
	record Customer(@Nullable String id, @BiginField("Last_Name") String name, @Nullable Address address) {

	}

	record Address(String street) {

	}

}
