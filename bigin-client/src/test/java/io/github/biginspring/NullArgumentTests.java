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

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.TypeVariable;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
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
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import kotlin.Metadata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

import org.springframework.aot.hint.ReflectionHints;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.retry.RetryPolicy;
import org.springframework.retry.policy.SimpleRetryPolicy;
import org.springframework.util.unit.DataSize;

import io.github.biginspring.blocking.BiginClient;
import io.github.biginspring.change.ChangeSettings;
import io.github.biginspring.change.Cursor;
import io.github.biginspring.change.InMemoryCursorStore;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.mail.Mail;
import io.github.biginspring.mail.MailAddress;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Contact;
import io.github.biginspring.notification.WatchRequest;
import io.github.biginspring.notification.WatchEvent;
import io.github.biginspring.query.BulkJob;
import io.github.biginspring.query.BulkJobState;
import io.github.biginspring.query.Coql;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A {@code null} where none is allowed, be it an argument or an element of one, is an
 * {@link IllegalArgumentException} at once that names it, wherever users can hand one
 * over.
 */
class NullArgumentTests {

	private static final String ID = "7255024000000000001";

	// made of what the service says, where a part that is missing must not break a call
	private static final Set<String> RESPONSES = Set.of("BulkJob", "BulkJobState", "ConnectionStatus", "Tag",
			"Unsubscription", "UpsertAction", "UserLookup", "WatchSubscription");

	// public for the sake of other packages of the client
	private static final Set<String> NOT_FOR_USERS = Set.of("CoqlConditions", "CriteriaValue", "MappingProblem",
			"MappingReport", "MappingValidator");

	// any object will do, and null stands for none
	private static final Set<String> NOT_REFUSING = Set.of("equals", "compareTo", "valueOf", "supportsContext");

	private final Map<Class<?>, Object> samples = new LinkedHashMap<>();

	private final Set<String> violations = new TreeSet<>();

	private final Set<String> untried = new TreeSet<>();

	private Set<Class<?>> types = Set.of();

	@BeforeEach
	void prepare() {
		BiginTemplate template = BiginTemplate.builder(ApiKey.of("key"))
			.changes(ChangeSettings.defaults().withCursorStore(new InMemoryCursorStore()))
			.build();
		Stream.of(BiginTemplate.class.getInterfaces()).forEach((type) -> this.samples.put(type, template));
		Stream.of(BiginOperations.class.getInterfaces()).forEach((type) -> this.samples.put(type, template));
		this.samples.put(BiginTemplate.class, template);
		this.samples.put(Object.class, "text");
		this.samples.put(Object[].class, new Object[0]);
		this.samples.put(String[].class, new String[] { "Last_Name" });
		this.samples.put(byte[].class, new byte[1]);
		this.samples.put(Class.class, Contact.class);
		this.samples.put(Collection.class, List.of(ID));
		this.samples.put(List.class, List.of());
		this.samples.put(Set.class, Set.of("Last_Name"));
		this.samples.put(Map.class, Map.of());
		this.samples.put(BiginClient.class, BiginClient.of(template));
		this.samples.put(Iterable.class, List.of(ID));
		this.samples.put(Stream.class, Stream.empty());
		this.samples.put(Publisher.class, Flux.empty());
		this.samples.put(Flux.class, Flux.empty());
		this.samples.put(Duration.class, Duration.ofSeconds(5));
		this.samples.put(Instant.class, Instant.EPOCH);
		this.samples.put(InstantSource.class, InstantSource.system());
		this.samples.put(LocalDate.class, LocalDate.EPOCH);
		this.samples.put(OffsetDateTime.class, OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));
		this.samples.put(URI.class, URI.create("https://example.com/hook"));
		this.samples.put(Path.class, Path.of("target"));
		this.samples.put(Resource.class, new ByteArrayResource(new byte[1]) {

			@Override
			public String getFilename() {
				return "a.txt";
			}

		});
		this.samples.put(MailAddress.class, MailAddress.of("watson@example.com"));
		this.samples.put(Mail.class,
				Mail.from(MailAddress.of("ada@example.com")).to(MailAddress.of("watson@example.com")));
		this.samples.put(HttpMethod.class, HttpMethod.GET);
		this.samples.put(HttpHeaders.class, new HttpHeaders());
		this.samples.put(MediaType.class, MediaType.TEXT_PLAIN);
		this.samples.put(DataSize.class, DataSize.ofMegabytes(1));
		this.samples.put(Throwable.class, new IllegalStateException("broken"));
		this.samples.put(RetryPolicy.class, new SimpleRetryPolicy());
		this.samples.put(ObservationRegistry.class, ObservationRegistry.NOOP);
		this.samples.put(Observation.Context.class, new Observation.Context());
		this.samples.put(MeterRegistry.class, new SimpleMeterRegistry());
		this.samples.put(Tags.class, Tags.empty());
		this.samples.put(ReflectionHints.class, new ReflectionHints());
		this.samples.put(CircuitBreaker.class, CircuitBreaker.ofDefaults("test"));
		this.samples.put(ReactiveStringRedisTemplate.class, new ReactiveStringRedisTemplate(
				(ReactiveRedisConnectionFactory) proxy(ReactiveRedisConnectionFactory.class)));
		this.samples.put(Coql.class, Coql.of("select Last_Name from Contacts where Last_Name = :name"));
		this.samples.put(WatchRequest.class,
				WatchRequest.channel("90210")
					.events(WatchEvent.all("Contacts"))
					.notifyUrl(URI.create("https://example.com/hook"))
					.build());
		this.samples.put(Cursor.class, new Cursor("Contacts", Instant.EPOCH, null, Instant.EPOCH, null));
		this.samples.put(BulkJob.class, new BulkJob(ID, BulkJobState.COMPLETED, null));
		this.samples.put(BiginRecord.class, BiginRecord.withId(ID));
		this.samples.put(Contact.class, new Contact());
		this.types = publicTypes();
		reach();
	}

	@Test
	void nullIsRefusedWhereverUsersCanHandItOver() {
		for (Class<?> type : this.types) {
			for (Executable executable : executables(type)) {
				if (Arrays.stream(executable.getParameters()).anyMatch(NullArgumentTests::isRequired)) {
					tryNulls(executable);
				}
			}
		}
		assertThat(this.untried).as("not tried, as a sample is missing").isEmpty();
		assertThat(this.violations).isEmpty();
	}

	private static Set<Class<?>> publicTypes() {
		Set<Class<?>> types = new LinkedHashSet<>();
		for (JavaClass type : new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages(ArchitectureRules.ROOT)) {
			Class<?> reflected = type.reflect();
			// of extensions in Kotlin its compiler asks
			if (isPublic(reflected) && !isInternal(reflected) && !reflected.isAnnotationPresent(Metadata.class)
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

	private static boolean isInternal(Class<?> type) {
		return (type.getPackageName() + ".").contains(".internal.");
	}

	/**
	 * Return what users can call: what takes an internal type is not for them.
	 */
	private static List<Executable> executables(Class<?> type) {
		List<Executable> executables = new ArrayList<>();
		if (!Modifier.isAbstract(type.getModifiers()) && !RESPONSES.contains(type.getSimpleName())) {
			executables.addAll(List.of(type.getConstructors()));
		}
		Stream.of(type.getDeclaredMethods())
			.filter((method) -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
			.filter((method) -> !NOT_REFUSING.contains(method.getName()))
			.forEach(executables::add);
		executables.removeIf(
				(executable) -> Stream.of(executable.getParameterTypes()).anyMatch(NullArgumentTests::isInternal));
		return executables;
	}

	/**
	 * Get an instance of as many types as can be got by calls with sample arguments.
	 */
	private void reach() {
		for (int rounds = 0; rounds < 6; rounds++) {
			for (Class<?> type : this.types) {
				if (type.isEnum()) {
					this.samples.putIfAbsent(type, type.getEnumConstants()[0]);
				}
				for (Executable factory : executables(type)) {
					@Nullable Object[] arguments = arguments(factory);
					if (arguments != null && isFactory(factory)) {
						remember(call(factory, arguments));
					}
				}
			}
		}
	}

	private static boolean isFactory(Executable executable) {
		return !isCall(executable) && isMaker(executable);
	}

	// what a blocking operation returns was fetched by a call
	private static boolean isCall(Executable executable) {
		return executable.getDeclaringClass().getPackage() == BiginClient.class.getPackage()
				&& executable instanceof Method method
				&& method.getReturnType().getPackage() != BiginClient.class.getPackage();
	}

	private static boolean isMaker(Executable executable) {
		return executable instanceof Constructor<?> || executable instanceof Method method
				&& method.getReturnType().getName().startsWith(ArchitectureRules.ROOT);
	}

	private void remember(@Nullable Object made) {
		if (made != null && !Proxy.isProxyClass(made.getClass())) {
			for (Class<?> type : this.types) {
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
			if (arguments[i] == null && isRequired(parameters[i])) {
				return null;
			}
		}
		return arguments;
	}

	private @Nullable Object sample(Parameter parameter) {
		Class<?> type = parameter.getType();
		if (type == String.class) {
			return text(parameter.getName());
		}
		if (parameter.getParameterizedType() instanceof TypeVariable<?>) {
			return this.samples.get(Contact.class);
		}
		if (type == List.class && parameter.getName().equals("events")) {
			return List.of(WatchEvent.all("Contacts"));
		}
		if (type == Collection.class && !parameter.getParameterizedType().getTypeName().contains("String")) {
			return List.of();
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
		Object sample = this.samples.get(type);
		if (sample == null && type.isArray()) {
			return Array.newInstance(type.getComponentType(), 0);
		}
		return (sample == null && type.isInterface() && !type.isSealed()) ? proxy(type) : sample;
	}

	private static String text(String parameter) {
		return switch (parameter) {
			case "path" -> "/bigin/v2/Contacts";
			case "name" -> "name";
			case "filename" -> "a.txt";
			default -> parameter.matches("id|.*Id") ? ID : "Contacts";
		};
	}

	private static Object proxy(Class<?> type) {
		return Proxy.newProxyInstance(NullArgumentTests.class.getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> null);
	}

	private static boolean isRequired(Parameter parameter) {
		return !parameter.getType().isPrimitive() && !isNullable(parameter.getAnnotatedType());
	}

	private static boolean isNullable(AnnotatedType type) {
		return type.isAnnotationPresent(Nullable.class) || type instanceof AnnotatedWildcardType wildcard
				&& Stream.of(wildcard.getAnnotatedUpperBounds()).anyMatch(NullArgumentTests::isNullable);
	}

	private @Nullable Object call(Executable executable, @Nullable Object[] arguments) {
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
			return ((Method) executable).invoke(this.samples.get(executable.getDeclaringClass()), arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

	private void tryNulls(Executable executable) {
		if (isImplementedByUsersAlone(executable)) {
			return;
		}
		@Nullable Object[] arguments = arguments(executable);
		if (arguments == null
				|| isOfInstance(executable) && !this.samples.containsKey(executable.getDeclaringClass())) {
			this.untried.add(executable.toString());
			return;
		}
		Parameter[] parameters = executable.getParameters();
		for (int i = 0; i < parameters.length; i++) {
			if (isRequired(parameters[i])) {
				tryArgument(executable, arguments, i, null);
				for (Object holder : withNull(parameters[i].getType(), annotatedType(executable, i))) {
					tryArgument(executable, arguments, i, holder);
				}
			}
		}
	}

	private boolean isImplementedByUsersAlone(Executable executable) {
		return isOfInstance(executable) && executable.getDeclaringClass().isInterface()
				&& !this.samples.containsKey(executable.getDeclaringClass());
	}

	private static boolean isOfInstance(Executable executable) {
		return executable instanceof Method && !Modifier.isStatic(executable.getModifiers());
	}

	// the compiler keeps annotations within a type at the component of a record only
	private static AnnotatedType annotatedType(Executable executable, int index) {
		RecordComponent[] components = executable.getDeclaringClass().getRecordComponents();
		boolean canonical = components != null && executable instanceof Constructor<?>
				&& executable.getParameterCount() == components.length;
		return canonical ? components[index].getAnnotatedType() : executable.getParameters()[index].getAnnotatedType();
	}

	/**
	 * Return arguments that hold {@code null} where the parameter's type does not allow
	 * any.
	 */
	private static List<Object> withNull(Class<?> type, AnnotatedType annotated) {
		if (annotated instanceof AnnotatedArrayType array && !type.getComponentType().isPrimitive()
				&& !isNullable(array.getAnnotatedGenericComponentType())) {
			return List.of(Array.newInstance(type.getComponentType(), 1));
		}
		if (annotated instanceof AnnotatedParameterizedType parameterized) {
			AnnotatedType[] elements = parameterized.getAnnotatedActualTypeArguments();
			if (type.isAssignableFrom(List.class) && !isNullable(elements[0])) {
				return List.of(Collections.singletonList(null));
			}
			if (type == Set.class && !isNullable(elements[0])) {
				return List.of(new HashSet<>(Collections.singleton(null)));
			}
			if (type == Map.class) {
				// what holds null is JSON, whose names are taken as they are
				return isNullable(elements[1]) ? List.of()
						: List.of(Collections.singletonMap(null, null), Collections.singletonMap("name", null));
			}
		}
		return List.of();
	}

	private void tryArgument(Executable executable, @Nullable Object[] arguments, int index,
			@Nullable Object argument) {
		@Nullable Object[] changed = arguments.clone();
		changed[index] = argument;
		String name = executable.getParameters()[index].getName();
		String place = executable.getDeclaringClass().getSimpleName() + "." + executable.getName() + "(" + name + " of "
				+ Stream.of(executable.getParameterTypes()).map(Class::getSimpleName).toList() + ")"
				+ ((argument != null) ? " with a null in it" : "");
		try {
			invoke(executable, changed);
			this.violations.add(place + " is taken");
		}
		catch (IllegalArgumentException ex) {
			if (!names(ex.getMessage(), name)) {
				this.violations.add(place + " is refused by '" + ex.getMessage() + "'");
			}
		}
		catch (Throwable ex) {
			this.violations.add(place + " is a " + ex.getClass().getSimpleName());
		}
	}

	// by the parameter's name, or in words such as "Not a record id: 'null'"
	private static boolean names(@Nullable String message, String parameter) {
		return message != null && (message.contains("'" + parameter + "'")
				|| message.contains("null") && !message.matches("'\\w+' must not be null|\\w+ must not be null"));
	}

}
