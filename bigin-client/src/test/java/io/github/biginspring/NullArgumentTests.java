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

package io.github.biginspring;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;

import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Contact;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A {@code null} where none is allowed is an {@link IllegalArgumentException} at once,
 * wherever users can hand one over.
 */
class NullArgumentTests {

	private static final String ID = "7255024000000000001";

	// made of what the service says, where a part that is missing must not break a call
	private static final Set<String> RESPONSES = Set.of("BulkJob", "BulkJobState", "ConnectionStatus", "Tag",
			"Unsubscription", "UpsertAction", "UserLookup", "WatchSubscription");

	// public for the sake of other packages of the client
	private static final Set<String> NOT_FOR_USERS = Set.of("CoqlConditions", "CriteriaValue", "MappingProblem",
			"MappingReport", "NonUniqueResultException");

	private final Map<Class<?>, Object> samples = new LinkedHashMap<>();

	private final Set<String> violations = new TreeSet<>();

	private int tried;

	@Test
	void noPublicMethodTakesNull() {
		prepare();
		Set<Class<?>> types = publicTypes();
		reach(types);
		for (Class<?> type : types) {
			for (Constructor<?> constructor : type.getDeclaredConstructors()) {
				if (Modifier.isPublic(constructor.getModifiers()) && !Modifier.isAbstract(type.getModifiers())
						&& !RESPONSES.contains(type.getSimpleName()) && !Throwable.class.isAssignableFrom(type)) {
					tryNulls(constructor, null);
				}
			}
			for (Method method : methods(type)) {
				Object target = Modifier.isStatic(method.getModifiers()) ? null : this.samples.get(type);
				if (target != null || Modifier.isStatic(method.getModifiers())) {
					tryNulls(method, target);
				}
			}
		}
		assertThat(this.tried).as("arguments that were tried").isGreaterThan(250);
		assertThat(this.violations).isEmpty();
	}

	private void prepare() {
		BiginTemplate template = BiginTemplate.builder(ApiKey.of("key")).build();
		this.samples.put(BiginTemplate.class, template);
		this.samples.put(BiginOperations.class, template);
		this.samples.put(String.class, "Contacts");
		this.samples.put(String[].class, new String[] { "Last_Name" });
		this.samples.put(Object.class, "text");
		this.samples.put(Object[].class, new Object[] { ID });
		this.samples.put(Class.class, Contact.class);
		this.samples.put(Collection.class, List.of(ID));
		this.samples.put(List.class, List.of("Last_Name"));
		this.samples.put(Set.class, Set.of("Last_Name"));
		this.samples.put(Map.class, Map.of());
		this.samples.put(Publisher.class, Flux.empty());
		this.samples.put(Flux.class, Flux.empty());
		this.samples.put(Duration.class, Duration.ofSeconds(5));
		this.samples.put(Instant.class, Instant.EPOCH);
		this.samples.put(InstantSource.class, InstantSource.system());
		this.samples.put(LocalDate.class, LocalDate.EPOCH);
		this.samples.put(OffsetDateTime.class, OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));
		this.samples.put(URI.class, URI.create("https://example.com/hook"));
		this.samples.put(Resource.class, new ByteArrayResource(new byte[1]) {

			@Override
			public String getFilename() {
				return "a.txt";
			}

		});
		this.samples.put(HttpMethod.class, HttpMethod.GET);
		this.samples.put(BiginRecord.class, BiginRecord.withId(ID));
		this.samples.put(Contact.class, new Contact());
	}

	private static Set<Class<?>> publicTypes() {
		Set<Class<?>> types = new LinkedHashSet<>();
		for (JavaClass type : new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages(ArchitectureRules.ROOT)) {
			Class<?> reflected = type.reflect();
			if (isPublic(reflected) && !(type.getPackageName() + ".").contains(".internal.")
					&& !reflected.isAnnotation() && !NOT_FOR_USERS.contains(reflected.getSimpleName())) {
				types.add(reflected);
			}
		}
		return types;
	}

	private static boolean isPublic(Class<?> type) {
		return Modifier.isPublic(type.getModifiers())
				&& (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
	}

	private static List<Method> methods(Class<?> type) {
		return Stream.of(type.getDeclaredMethods())
			.filter((method) -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
			.filter((method) -> !Set.of("equals", "compareTo", "valueOf").contains(method.getName()))
			.toList();
	}

	/**
	 * Get an instance of as many types as can be got by calls with sample arguments.
	 */
	private void reach(Set<Class<?>> types) {
		for (int rounds = 0; rounds < 6; rounds++) {
			for (Class<?> type : types) {
				if (type.isEnum()) {
					this.samples.putIfAbsent(type, type.getEnumConstants()[0]);
				}
				for (Executable factory : factories(type)) {
					Object made = call(factory, arguments(factory));
					remember(made, types);
				}
			}
		}
	}

	private List<Executable> factories(Class<?> type) {
		List<Executable> factories = new ArrayList<>();
		Stream.of(type.getDeclaredConstructors())
			.filter((constructor) -> Modifier.isPublic(constructor.getModifiers())
					&& !Modifier.isAbstract(type.getModifiers()) && !Throwable.class.isAssignableFrom(type))
			.forEach(factories::add);
		methods(type).stream()
			.filter((method) -> method.getReturnType().getName().startsWith(ArchitectureRules.ROOT))
			.forEach(factories::add);
		return factories;
	}

	private void remember(@Nullable Object made, Set<Class<?>> types) {
		if (made != null) {
			for (Class<?> type : types) {
				if (type.isInstance(made)) {
					this.samples.putIfAbsent(type, made);
				}
			}
		}
	}

	private @Nullable Object @Nullable [] arguments(Executable executable) {
		Parameter[] parameters = executable.getParameters();
		@Nullable Object[] arguments = new Object[parameters.length];
		for (int i = 0; i < parameters.length; i++) {
			arguments[i] = sample(parameters[i]);
			if (arguments[i] == null && !isNullable(parameters[i])) {
				return null;
			}
		}
		return arguments;
	}

	private @Nullable Object sample(Parameter parameter) {
		Class<?> type = parameter.getType();
		if (type == String.class) {
			return parameter.getName().matches(".*[iI]d|id") ? ID : "Contacts";
		}
		if (type == boolean.class) {
			return true;
		}
		if (type == int.class) {
			return 1;
		}
		if (type == long.class) {
			return 1L;
		}
		if (type == double.class) {
			return 1.0;
		}
		return this.samples.get(type);
	}

	private static boolean isNullable(Parameter parameter) {
		AnnotatedType type = parameter.getAnnotatedType();
		return type.isAnnotationPresent(Nullable.class);
	}

	private @Nullable Object call(Executable executable, @Nullable Object @Nullable [] arguments) {
		if (arguments == null) {
			return null;
		}
		try {
			return invoke(executable, arguments);
		}
		catch (Throwable ex) {
			return null;
		}
	}

	private @Nullable Object invoke(Executable executable, @Nullable Object[] arguments) throws Throwable {
		try {
			if (executable instanceof Constructor<?> constructor) {
				return constructor.newInstance(arguments);
			}
			Method method = (Method) executable;
			Object target = Modifier.isStatic(method.getModifiers()) ? null
					: this.samples.get(method.getDeclaringClass());
			return (target == null && !Modifier.isStatic(method.getModifiers())) ? null
					: method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

	private void tryNulls(Executable executable, @Nullable Object target) {
		@Nullable Object[] arguments = arguments(executable);
		if (arguments == null) {
			return;
		}
		Parameter[] parameters = executable.getParameters();
		for (int i = 0; i < parameters.length; i++) {
			if (parameters[i].getType().isPrimitive() || isNullable(parameters[i])) {
				continue;
			}
			@Nullable Object[] nulled = arguments.clone();
			nulled[i] = null;
			this.tried++;
			String place = executable.getDeclaringClass().getSimpleName() + "." + executable.getName() + "("
					+ parameters[i].getName() + " of "
					+ Arrays.stream(parameters).map((parameter) -> parameter.getType().getSimpleName()).toList() + ")";
			try {
				invoke(executable, nulled);
				this.violations.add(place + " is taken");
			}
			catch (IllegalArgumentException ex) {
				// as it should be
			}
			catch (Throwable ex) {
				this.violations.add(place + " is a " + ex.getClass().getSimpleName());
			}
		}
	}

}
